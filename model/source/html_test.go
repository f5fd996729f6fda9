package source

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

// Pages are told by what they say of themselves, wherever they come from; what only looks like HTML here and there is none.
func TestPagesAreRecognised(t *testing.T) {
	const mhtml = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
	for _, c := range []struct {
		name, path, data string
		html, mhtml      bool
	}{
		{"a document type", "-", "<!DOCTYPE HTML><p>a", true, false},
		{"a mark and blanks before it", "-", "\ufeff \r\n<!doctype html>", true, false},
		{"a comment before it", "page", "<!-- a > b --><html lang=en>", true, false},
		{"XHTML", "-", "<?xml version='1.0'?>\n<!-- a -->\n<html xmlns='x'>", true, false},
		{"UTF-16", "-", "\xff\xfe" + string(utf16Bytes("<html><body>The gates fell.", binary.LittleEndian)), true, false},
		{"an ending", "A.HTM", "The gates fell.", true, false},
		{"a header", "a.md", "<header>a</header>", false, false},
		{"Markdown with HTML in it", "a.md", "<p align=center>a</p>\n\n# B", false, false},
		{"a feed", "feed.xml", "<?xml version='1.0'?><rss>", false, false},
		{"a comment that does not end", "-", "<!-- a", false, false},
		{"MHTML", "-", mhtml, false, true},
		{"MHTML with an ending of HTML", "a.html", mhtml, true, true},
		{"MHTML by its ending", "a.MHT", "a", false, true},
		{"mail", "-", strings.Replace(mhtml, "<Saved by Blink>", "ann@post.example", 1), false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := isHTML(c.path, []byte(c.data)); got != c.html {
				t.Errorf("HTML: %v", got)
			}
			if got := isMHTML(c.path, []byte(c.data)); got != c.mhtml {
				t.Errorf("MHTML: %v", got)
			}
		})
	}
}

// Whatever a page says of its characters, and whether that is so, they are read.
func TestEveryEncodingOfAPageIsRead(t *testing.T) {
	const body = "<p>“They were old,” said Zoë Dvořák."
	const want = "“They were old,” said Zoë Dvořák."
	central := strings.NewReplacer("“", "\x93", "”", "\x94", "ë", "\xeb", "ř", "\xf8", "á", "\xe1").Replace(body)
	for _, c := range []struct{ name, data string }{
		{"UTF-8 that says so", "<meta charset=utf-8>" + body},
		{"UTF-8 that says nothing", body},
		{"UTF-8 that says it is another", "<meta charset=iso-8859-1>" + body},
		{"Windows-1250 in meta", "<meta http-equiv=Content-Type content='text/html; charset=windows-1250'>" + central},
		{"Windows-1250 in a declaration of XML", "<?xml version='1.0' encoding='windows-1250'?><html>" + central},
		{"UTF-16 with a mark", "\xff\xfe" + string(utf16Bytes("<html>"+body, binary.LittleEndian))},
		{"UTF-16 that says it is UTF-8", string(utf16Bytes("<html><meta charset=utf-8>"+body, binary.BigEndian))},
		{"entities", "<p>&ldquo;They were old,&#x201d; said Zo&euml; Dvo&#345;&aacute;k."},
		{"an encoding that nobody may use", "<meta charset=hz-gb-2312>" + body},
		{"an encoding that there is not", "<meta charset=klingon>" + body},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, err := Read("a.html", []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			if got := articles[0].Text; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestPagesWithoutAnArticle(t *testing.T) {
	for _, c := range []struct {
		name, path, data string
		want             error
		says             string
	}{
		{"nothing but navigation", "a.html", "<html><title>Post</title><nav><a href=/>Home</a></nav>", ErrEmpty, "the page holds no text of an article"},
		{"nothing but scripts", "a.html", "<html><script>a()</script>", ErrEmpty, "the page holds no text of an article"},
		{"a picture by the name of a page", "a.html", "\x89PNG\r\n\x1a\n", ErrBinary, "a picture"},
		{"an archive without a page", "a.mht", "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--\n", ErrEmpty, "the archive holds no page of HTML"},
		{"an archive nested too deep", "a.mht", mimeNest(40), ErrBinary, "nested more than 32 deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, err := Read(c.path, []byte(c.data))
			if !errors.Is(err, c.want) || len(articles) > 0 {
				t.Fatalf("got %v, %v", articles, err)
			}
			if s := err.Error(); Sanitize(s) != s || !strings.Contains(s, c.says) {
				t.Errorf("message %q", s)
			}
		})
	}
}

// Parts of a message nested as deep as may be are looked through.
func TestDeepArchive(t *testing.T) {
	articles, err := Read("a.mht", []byte(mimeNest(maxParts)))
	if err != nil {
		t.Fatal(err)
	}
	if got := articles[0].Text; got != "a" {
		t.Errorf("got %q", got)
	}
}
