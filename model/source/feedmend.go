package source

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// mender writes a stretch of a feed as well-formed XML: every element closed, what is no markup escaped, nothing in it
// but elements, text and CDATA.
type mender struct {
	out     strings.Builder
	open    []string // names of the elements that are open here
	dropped int      // tags too deep that are open inside of those
	plain   bool     // write the attributes of all tags anew
	pieces  int      // how many tags and sections were written
	inside  int      // the same since the child of the item began
	names   int      // how many tags with namespaces were
}

// mend returns a stretch of a feed in well-formed XML. With plain all attributes are written anew, which mends what is
// wrong in them but makes their names lower-case. It costs one pass.
func mend(text string, plain bool) string {
	m := mender{plain: plain}
	m.out.Grow(len(text) + 64)
	for s := (scanner{text: text}); ; {
		switch t := s.next(); t.kind {
		case atEnd:
			m.closeTo(0)
			return m.out.String()
		case someText:
			m.text(t.raw)
		case cdata:
			m.section(t.raw)
		case startTag:
			m.start(t)
		case endTag:
			m.end(t.name)
		default:
		}
	}
}

// text writes text in which a "<" begins no tag, and references to characters that XML does not have are none.
func (m *mender) text(s string) {
	if s[0] == '<' {
		m.out.WriteString("&lt;")
		s = s[1:]
	}
	m.references(s)
}

// references writes s, in which references to characters that XML does not allow become text: "&#27;" would end the
// parser's work, "&amp;#27;" is decoded and made visible later.
func (m *mender) references(s string) {
	for {
		at := strings.Index(s, "&#")
		if at < 0 {
			m.out.WriteString(s)
			return
		}
		m.out.WriteString(s[:at])
		s = s[at+2:]
		if legalReference(s) {
			m.out.WriteString("&#")
		} else {
			m.out.WriteString("&amp;#")
		}
	}
}

// legalReference reports whether s, which stands behind "&#", is the number of a character that XML has.
func legalReference(s string) bool {
	number, _, ok := strings.Cut(s[:min(len(s), 12)], ";")
	base := 10
	if hex, isHex := strings.CutPrefix(number, "x"); isHex {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	switch {
	case !ok || err != nil:
		return false
	case n < ' ':
		return n == '\t' || n == '\n' || n == '\r'
	}
	return n < 0xd800 || 0xe000 <= n && n < 0xfffe || 0x10000 <= n && n <= 0x10ffff
}

// section writes a CDATA section, or as text where there were too many.
func (m *mender) section(s string) {
	if m.full() {
		m.out.WriteString(html.EscapeString(s))
		return
	}
	m.count()
	m.out.WriteString("<![CDATA[")
	m.out.WriteString(s)
	m.out.WriteString("]]>")
}

// full reports whether no more tags may be written here.
func (m *mender) full() bool {
	foreign := len(m.open) > 1 && strings.Contains(m.open[1], ":") && !strings.HasPrefix(m.open[1], "content:")
	return len(m.open) >= maxOpen || m.pieces >= maxPieces || foreign && m.inside >= maxForeign
}

func (m *mender) count() {
	m.pieces++
	m.inside++
}

func (m *mender) start(t token) {
	if last := len(m.open) - 1; last >= 1 && isSimple(m.open[last]) && isChild(t.name) {
		m.closeTo(last)
	}
	closed := strings.HasSuffix(t.raw, "/>") || isVoid(t.name)
	if m.full() {
		if !closed {
			m.dropped++
		}
		return
	}
	if len(m.open) == 1 {
		m.inside = 0
	}
	m.count()
	m.out.WriteByte('<')
	m.out.WriteString(t.name)
	m.attributes(t)
	if closed {
		m.out.WriteString("/>")
		return
	}
	m.out.WriteByte('>')
	m.open = append(m.open, t.name)
}

// attributes writes the attributes of a tag.
func (m *mender) attributes(t token) {
	if len(t.raw) > maxTag {
		return
	}
	if n := strings.Count(t.raw, "xmlns"); n > 0 {
		if m.names += n; m.names > maxNames {
			return
		}
	}
	if !m.plain {
		m.references(strings.TrimRight(t.raw[1+len(t.name):len(t.raw)-1], "/ \n"))
		return
	}
	z := html.NewTokenizer(strings.NewReader(t.raw))
	z.Next()
	for _, a := range z.Token().Attr {
		if tagName("<"+a.Key+" ") == a.Key {
			m.out.WriteString(" " + a.Key + `="`)
			m.references(html.EscapeString(a.Val) + `"`)
		}
	}
}

// end closes the element called name, and those in it that were left open. An end without a beginning is none.
func (m *mender) end(name string) {
	if m.dropped > 0 {
		m.dropped--
		return
	}
	for i, open := range slices.Backward(m.open) {
		if strings.EqualFold(open, name) {
			m.closeTo(i)
			return
		}
	}
}

// closeTo closes the elements that are open until n are left.
func (m *mender) closeTo(n int) {
	for i := len(m.open) - 1; i >= n; i-- {
		m.out.WriteString("</" + m.open[i] + ">")
	}
	m.open = m.open[:n]
}

// isSimple reports whether an element of a feed has nothing but text, so that the beginning of another ends it.
func isSimple(name string) bool {
	switch strings.ToLower(localName(name)) {
	case "title", "link", "guid", "id", "pubdate", "date", "category", "creator", "updated", "published", "comments", "language":
		return true
	}
	return false
}

// isChild reports whether an element is one of the children of an item that are no HTML.
func isChild(name string) bool {
	switch strings.ToLower(localName(name)) {
	case "guid", "id", "pubdate", "date", "category", "creator", "updated", "published", "comments", "description", "encoded", "content", "summary",
		"author", "enclosure", "link", "title", "language", "item", "entry":
		return true
	}
	return false
}

// isVoid reports whether an element of HTML has no end tag.
func isVoid(name string) bool {
	switch strings.ToLower(name) {
	case "br", "hr", "img", "input", "wbr":
		return true
	}
	return false
}
