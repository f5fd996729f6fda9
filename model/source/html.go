package source

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"reader/model"
)

// errPage says that a library failed on a page.
var errPage = errors.New("the page can't be read: what takes HTML apart failed on it; save it as plain text instead")

// isHTML reports whether data is a page of HTML: by how it begins, else by the ending of the path.
func isHTML(path string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return true
	}
	head := headOf(data)
	if !strings.HasPrefix(strings.TrimLeft(head, "\uFEFF \t\r\n\f"), "<") {
		return false
	}
	head = strings.ToLower(head)
	for {
		head = strings.TrimLeft(head, "\uFEFF \t\r\n\f")
		comment, isComment := strings.CutPrefix(head, "<!--")
		declaration, isDeclaration := strings.CutPrefix(head, "<?xml")
		switch {
		case isComment:
			_, head, _ = strings.Cut(comment, "-->")
		case isDeclaration:
			_, head, _ = strings.Cut(declaration, "?>")
		default:
			return strings.HasPrefix(head, "<!doctype html") || beginsTag(head, "html") || beginsTag(head, "head") || beginsTag(head, "body")
		}
	}
}

// beginsTag reports whether s begins with the tag of this name.
func beginsTag(s, name string) bool {
	rest, ok := strings.CutPrefix(s, "<"+name)
	return ok && rest != "" && strings.IndexByte("> \t\r\n/", rest[0]) >= 0
}

// headOf returns the beginning of data, decoded as far as it takes to tell what it is.
func headOf(data []byte) string {
	head := data[:min(len(data), sample)]
	if order := utf16Order(data); order != nil {
		return decodeUTF16(head, order)
	}
	return string(head)
}

// readHTML reads the article of a page of HTML.
func readHTML(path string, data []byte) ([]*model.Article, error) {
	text, err := decodeHTML(data, "")
	if err != nil {
		return nil, err
	}
	return readPage(path, text, "")
}

// decodeHTML returns a page as UTF-8. Its character set is what its byte order mark, the MIME type under which it came, or
// the page itself says, unless it is plainly UTF-8, else it is guessed as for every text. The error is ErrBinary.
func decodeHTML(data []byte, mimeType string) (string, error) {
	e, name, certain := charset.DetermineEncoding(data, mimeType)
	if label := declaredEncoding(data); !certain && label != "" {
		e, name = charset.Lookup(label)
	}
	plain := name == "utf-8" || name == "windows-1252" && !certain || utf8.Valid(data) && name != "iso-2022-jp"
	if plain || e == nil || e == encoding.Replacement || utf16Order(data) != nil || binaryKind(data) != "" {
		return decode(data)
	}
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrBinary, err)
	}
	return unixLines(string(text)), nil
}

// readPage reads the article of a page of HTML that came from the address location, "" if that is not known.
func readPage(path, text, location string) (articles []*model.Article, err error) {
	defer func() {
		if r := recover(); r != nil { // the page is hostile input, what reads it libraries.
			articles, err = nil, fmt.Errorf("%w (%s)", errPage, SanitizeLine(fmt.Sprint(r)))
		}
	}()
	m := strip(text)
	root, err := html.Parse(strings.NewReader(m.html))
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errPage, err)
	}
	if location == "" {
		location = m.saved
	}
	w := webPage{root: root, things: parseThings(m.structured), location: location}
	w.base = w.baseAddress()
	w.readMeta()
	p := page{article: &model.Article{Path: path}}
	w.describe(p.article)
	if m.cut {
		p.set(model.Notice, "The page nests too deep or has too many elements; of some only the text was kept.")
	}
	if m.work > maxWork {
		p.set(model.Notice, "The page is too large to tell the article from what stands around it; all of its text is here.")
	}
	if err = w.fill(&p, m.work <= maxWork); err != nil {
		return nil, err
	}
	if p.article.English() {
		p.article.Language = "" // many a page says so only because its template does; what it is, is told from the text.
	}
	a, err := p.finish("")
	if err != nil {
		return nil, err
	}
	return []*model.Article{a}, nil
}

// webPage is a page of HTML, parsed.
type webPage struct {
	root     *html.Node
	things   []thing             // what its JSON-LD tells of, articles first
	meta     map[string][]string // the contents of its meta elements, by name in lower case
	location string              // the address from which it was saved, or ""
	base     *url.URL            // what its links are relative to; nil if that is not known
}
