package opml

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"reader/model/source"
)

const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.1">
<head><title>My &amp; your <![CDATA[feeds]]></title><ownerName>Ann Lee</ownerName></head>
<body>
<outline text="News">
  <outline text="Courier" title="The Stannick Courier" type="rss" xmlUrl="https://courier.example/feed?a=1&amp;b=2" htmlUrl="https://courier.example/"/>
  <outline title="Islands">
    <outline text="Marren Post" TYPE="rss" XMLURL="http://marren.example/rss" HTMLURL="http://marren.example/"></outline>
  </outline>
  <outline text="Vesk Review" xmlUrl="feed://vesk.example/atom"/>
</outline>
<outline text="A page" type="link" url="https://page.example/"/>
<outline xmlUrl="feed:https://bare.example/"/>
<outline text="Own &nbsp; category" xmlUrl="https://own.example/" category="/Weather/Storms,/Other"/>
</body>
</opml>`

func wanted() List {
	return List{"My & your feeds", []Feed{
		{"https://courier.example/feed?a=1&b=2", "The Stannick Courier", "https://courier.example/", []string{"News"}},
		{"http://marren.example/rss", "Marren Post", "http://marren.example/", []string{"News", "Islands"}},
		{"http://vesk.example/atom", "Vesk Review", "", []string{"News"}},
		{"https://bare.example/", "", "", nil},
		{"https://own.example/", "Own category", "", []string{"Weather", "Storms"}},
	}}
}

func TestRead(t *testing.T) {
	latin := strings.NewReplacer("UTF-8", "ISO-8859-1").Replace(list)
	for _, c := range []struct{ name, data string }{
		{"as it is", list},
		{"behind a byte order mark and blanks", "\ufeff\n " + list},
		{"in capitals", strings.NewReplacer("opml", "OPML", "outline", "OUTLINE", "head", "HEAD", "title>", "TITLE>", "xmlUrl", "xmlurl").Replace(list)},
		{"with another declaration", latin},
		{"with ampersands that are not escaped", strings.Replace(list, "&amp;b", "&b", 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read([]byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, wanted()) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestReadInOtherEncodings(t *testing.T) {
	data := strings.Replace(`<?xml version="1.0" encoding="windows-1250"?><opml><body><outline text="Ż" xmlUrl="https://a.example/"/></body></opml>`, "Ż", "\xaf", 1)
	got, err := Read([]byte(data))
	if err != nil || len(got.Feeds) != 1 || got.Feeds[0].Title != "Ż" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestReadTellsWhatIsWrong(t *testing.T) {
	const good = `<outline text="Good" xmlUrl="https://good.example/"/>`
	for _, c := range []struct {
		name, data string
		want       error
		says       string
		feeds      int
	}{
		{"nothing", "", ErrNoList, "this is no OPML", 0},
		{"an article", "The port will reopen.", ErrNoList, "this is no OPML", 0},
		{"another XML", "<html><body/></html>", ErrNoList, "this is no OPML: it begins with <html>", 0},
		{"it breaks off", "<opml><body>\n" + good + "\n<outline text=\"", ErrBroken, "its XML is broken in line 3, column 16: unexpected EOF", 1},
		{"a tag that is none", "<opml><body>\n" + good + "\n < b", ErrBroken, "its XML is broken in line 3, column 3: expected element name after <", 1},
		{"a character that XML does not have", "<opml><body>" + good + "\n<outline text='&#27;[2J'/></body></opml>", ErrBroken, "its XML is broken in line 2, column 25: illegal character code U+001B", 1},
		{
			"an address that is none", "<opml><body>" + good + "\n<outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='ftp://a'/><outline xmlUrl='mailto:a@b'/><outline xmlUrl='x'/></body></opml>", ErrFeeds,
			"not all feeds of the list could be read: line 2: file:///etc/passwd is no address of the web; line 2: ftp://a is no address of the web; line 2: mailto:a@b is no address of the web; and 1 more", 1,
		},
		{"a program", "\x7fELF\x02\x01\x01\x00", source.ErrBinary, "this is not text: it looks like a program", 0},
		{"17 MiB", strings.Repeat(" ", source.MaxSize+1), source.ErrTooLarge, "larger than 16 MiB; split it into articles", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read([]byte(c.data))
			if !errors.Is(err, c.want) || len(got.Feeds) != c.feeds {
				t.Fatalf("%d feeds, %v", len(got.Feeds), err)
			}
			if err.Error() != c.says {
				t.Errorf("says %q", err)
			}
		})
	}
}

func TestReadHostileLists(t *testing.T) {
	const feed = `<outline text="a" xmlUrl="https://a.example/"/>`
	for _, c := range []struct {
		name, data string
		feeds      int
	}{
		{"folders 100,000 deep", "<opml><body>" + strings.Repeat(`<outline text="a">`, 100_000) + feed + strings.Repeat("</outline>", 100_000) + "</body></opml>", 1},
		{"feeds 10,000 deep", "<opml><body>" + strings.Repeat(`<outline text="a" xmlUrl="https://a.example/">`, 10_000) + strings.Repeat("</outline>", 10_000) + "</body></opml>", 10_000},
		{"too many feeds", "<opml><body>" + strings.Repeat(feed, maxFeeds+1) + "</body></opml>", maxFeeds},
		{"a title in 100,000 pieces", "<opml><head><title>" + strings.Repeat("<![CDATA[a]]>", 100_000) + "</title></head><body>" + feed + "</body></opml>", 1},
		{"entities that stand for much", `<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/"/></body></opml>`, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read([]byte(c.data))
			if err != nil && !errors.Is(err, ErrFeeds) {
				t.Fatal(err)
			}
			if len(got.Feeds) != c.feeds {
				t.Errorf("%d feeds", len(got.Feeds))
			}
			if len(got.Title) > 2*maxTitle {
				t.Errorf("a title of %d bytes", len(got.Title))
			}
			for _, f := range got.Feeds {
				if len(f.Category) > maxFolders {
					t.Fatalf("%d folders", len(f.Category))
				}
			}
		})
	}
}

func TestWriteAndReadAgain(t *testing.T) {
	want := wanted()
	out, err := Write(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(out)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("wrote\n%s\nread %+v", out, got)
	}
	for _, s := range []string{`<opml version="2.0">`, `text="https://bare.example/"`, `type="rss"`} {
		if !strings.Contains(string(out), s) {
			t.Errorf("no %s in\n%s", s, out)
		}
	}
}

func TestWriteAnEmptyList(t *testing.T) {
	out, err := Write(List{})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Read(out); err != nil || len(got.Feeds) != 0 {
		t.Errorf("wrote %s, read %+v, %v", out, got, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(list))
	f.Add([]byte("<opml><body><outline text='&#27;' xmlUrl='http://a/'"))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := Read(data)
		if err != nil && source.Sanitize(err.Error()) != err.Error() {
			t.Fatalf("message %q is not clean", err)
		}
		for _, feed := range first.Feeds {
			if s := fmt.Sprint(feed); source.Sanitize(s) != s {
				t.Fatalf("%q is not clean", s)
			}
		}
		out, err := Write(first)
		if err != nil {
			t.Fatal(err)
		}
		second, err := Read(out)
		if err != nil {
			t.Fatalf("%v in what was written:\n%s", err, out)
		}
		if len(second.Feeds) != len(first.Feeds) {
			t.Fatalf("%d feeds became %d", len(first.Feeds), len(second.Feeds))
		}
		again, err := Write(second)
		if err != nil || string(again) != string(out) {
			t.Fatalf("wrote\n%s\nand then\n%s, %v", out, again, err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := []byte("<opml><body>" + strings.Repeat(`<outline text="Courier" type="rss" xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example/"/>`, 1000) + "</body></opml>")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
