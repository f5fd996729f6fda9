package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// The caps on the HTML that parser and extractor get to see; their time and memory grow steeply beyond them. All are
// far beyond what pages have.
const (
	maxNesting    = 100     // elements in each other
	maxElements   = 100_000 // of a page
	maxWork       = 2 << 20 // elements, each times how deep it is nested, beyond which nobody looks for the article
	maxAttribute  = 8 << 10 // bytes of a value
	maxName       = 64      // bytes of the name of an element
	maxStructured = 4 << 20 // bytes of JSON-LD
)

// markup is what a page says, without what nobody reads: scripts, styles, comments, inlined data.
type markup struct {
	html       string // well nested, within the caps
	structured []string
	saved      string // the address that a browser wrote into the page as it saved it, or ""
	work       int    // how many elements there are, each as often as it is nested deep
	cut        bool   // whether elements were left out, and only their text kept
}

// strip reads HTML into markup. Its time is linear in the size of text.
func strip(text string) markup {
	s := stripper{z: html.NewTokenizer(strings.NewReader(text)), xml: strings.HasPrefix(strings.TrimSpace(text), "<?xml")}
	s.out.Grow(min(len(text), 1<<20))
	for s.token() {
	}
	for len(s.open) > 0 {
		s.pop()
	}
	s.page.html = s.out.String()
	return s.page
}

// stripper writes a stream of tags anew so that each element ends where it has to, as the parser would have it after
// much more work. It keeps no more than tells of the article.
type stripper struct {
	z        *html.Tokenizer
	out      strings.Builder
	page     markup
	xml      bool      // whether "<a/>" is an element that ends at once
	roots    []string  // those of html, head and body that were written
	open     []element // the outermost first
	elements int
	size     int // of the JSON-LD so far

	skipped string // the element whose content is passed over, or ""
	inside  int    // how many of them are open
}

// element is one that is open; written tells whether it is in the output or was too much.
type element struct {
	name    string
	written bool
}

// token takes one token. It returns false at the end.
func (s *stripper) token() bool {
	switch s.z.Next() {
	case html.ErrorToken:
		return false
	case html.TextToken:
		if s.skipped == "" {
			s.out.Write(s.z.Raw())
		}
	case html.CommentToken:
		s.comment(string(s.z.Text()))
	case html.StartTagToken:
		s.start(false)
	case html.SelfClosingTagToken:
		s.start(s.xml)
	case html.EndTagToken:
		name, _ := s.z.TagName()
		s.end(string(name))
	default: // document types
	}
	return true
}

// comment looks for the address that browsers ("saved from url=(0031)https://…") and SingleFile ("url: https://…") leave.
func (s *stripper) comment(text string) {
	if s.page.saved != "" || len(text) > maxAttribute {
		return
	}
	_, after, ok := strings.Cut(text, "saved from url=(")
	if ok {
		_, after, _ = strings.Cut(after, ")")
	} else if strings.Contains(text, "SingleFile") {
		_, after, _ = strings.Cut(text, "url:")
	}
	if fields := strings.Fields(after); len(fields) > 0 {
		s.page.saved, _ = webAddress(fields[0])
	}
}

// start takes the tag that begins an element, which is empty if it ends at once.
func (s *stripper) start(empty bool) {
	raw, more := s.z.TagName()
	name := string(raw)
	if empty {
		s.z.NextIsNotRawText()
	}
	if s.skip(name) {
		return
	}
	switch {
	case len(name) > maxName:
		return
	case name == "script" && !empty:
		s.script(s.attributes(more))
		return
	case isVerbatim(name) && !empty:
		s.verbatim()
		return
	case isUnseen(name):
		s.unseen(name, more, empty)
		return
	}
	s.write(name, more, empty)
}

// write writes an element that is to be read.
func (s *stripper) write(name string, more, empty bool) {
	switch name {
	case "html", "head", "body":
		if !slices.Contains(s.roots, name) {
			s.roots = append(s.roots, name)
			s.tag(name, more)
		}
		return
	case "title":
		s.title()
		return
	}
	if !s.makeRoom(name) {
		s.out.WriteByte(' ')
		return
	}
	fits := len(s.open) < maxNesting && s.elements < maxElements
	if fits {
		s.elements++
		s.page.work += len(s.open)
		s.tag(name, more)
	} else {
		s.page.cut = true
		s.out.WriteByte(' ')
	}
	if isVoid(name) {
		return
	}
	s.open = append(s.open, element{name, fits})
	if empty {
		s.pop()
	}
}

// skip reports whether the element stands in one that is passed over. Where that seems never to end, it ends.
func (s *stripper) skip(name string) bool {
	switch {
	case s.skipped == "":
		return false
	case name == "article" || name == "main" || name == "h1" || name == "body":
		s.skipped, s.inside = "", 0
		return false
	case name == s.skipped:
		s.inside++
	}
	return true
}

// unseen passes over an element that is not to be read. A template is read if it is the inside of an element.
func (s *stripper) unseen(name string, more, empty bool) {
	if name == "template" && slices.ContainsFunc(s.attributes(more), isShadow) {
		s.write("div", false, false)
		s.open[len(s.open)-1].name = name
		return
	}
	if !empty && !isVoid(name) {
		s.skipped, s.inside = name, 1
	}
}

func isShadow(a html.Attribute) bool { return strings.HasPrefix(a.Key, "shadowroot") }

// end takes the tag that ends an element.
func (s *stripper) end(name string) {
	switch {
	case s.skipped != "":
		if name == s.skipped {
			if s.inside--; s.inside == 0 {
				s.skipped = ""
			}
		}
	case name == "br":
		s.out.WriteString("<br>")
	default:
		s.closeUp(name, endsSearch(name))
	}
}

// script keeps JSON-LD, and passes over all else.
func (s *stripper) script(attributes []html.Attribute) {
	s.skipped, s.inside = "script", 1
	isData := slices.ContainsFunc(attributes, func(a html.Attribute) bool {
		return a.Key == "type" && strings.Contains(strings.ToLower(a.Val), "ld+json")
	})
	if !isData || s.z.Next() != html.TextToken {
		return
	}
	data := s.z.Raw()
	if s.size += len(data); s.size <= maxStructured {
		s.page.structured = append(s.page.structured, string(data))
	}
}

// title takes the title of the page, in which tags are text, but entities are not.
func (s *stripper) title() {
	if s.z.Next() == html.TextToken && s.elements < maxElements {
		s.elements++
		s.out.WriteString("<title>" + html.EscapeString(string(s.z.Text())) + "</title>")
	}
}

// verbatim takes an element in which tags are text.
func (s *stripper) verbatim() {
	if s.z.Next() == html.TextToken {
		s.out.WriteString("<pre>" + html.EscapeString(string(s.z.Raw())) + "</pre>")
	}
}

// tag writes a tag with the attributes that tell something.
func (s *stripper) tag(name string, more bool) {
	s.out.WriteByte('<')
	s.out.WriteString(name)
	for _, a := range s.attributes(more) {
		if a.Key == "style" {
			if !hides(a.Val) {
				continue
			}
			a = html.Attribute{Key: "hidden"}
		}
		s.out.WriteString(` ` + a.Key + `="` + html.EscapeString(a.Val) + `"`)
	}
	s.out.WriteByte('>')
}

// attributes returns the attributes of the tag that can tell something of an article, each once.
func (s *stripper) attributes(more bool) []html.Attribute {
	var out []html.Attribute
	for more {
		var key, value []byte
		key, value, more = s.z.TagAttr()
		if len(value) > maxAttribute || !tells(string(key)) || strings.HasPrefix(string(value), "data:") {
			continue
		}
		if !slices.ContainsFunc(out, func(a html.Attribute) bool { return a.Key == string(key) }) {
			out = append(out, html.Attribute{Key: string(key), Val: string(value)})
		}
	}
	return out
}

// hides reports whether a style makes what has it invisible.
func hides(style string) bool {
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// makeRoom ends the elements that cannot be around one of this name. It returns false if the name cannot be there at all,
// or tells nothing.
func (s *stripper) makeRoom(name string) bool {
	switch {
	case name == "form" || name == "math" || name == "frameset":
		return false
	case name == "a":
		return !slices.ContainsFunc(s.top(), func(e element) bool { return e.name == "a" })
	case name == "li":
		s.closeUp("li", isListOrTable)
	case name == "dt" || name == "dd":
		s.closeUp("dt", isListOrTable)
		s.closeUp("dd", isListOrTable)
	case isTablePart(name) && name != "table":
		return s.makeRoomInTable(name)
	}
	if isBlock(name) {
		s.closeUp("p", isBlock)
	}
	return true
}

// makeRoomInTable ends what cannot be around a part of a table. There must be a table.
func (s *stripper) makeRoomInTable(name string) bool {
	if !slices.ContainsFunc(s.top(), func(e element) bool { return e.name == "table" }) {
		return false
	}
	for !isTablePart(s.open[len(s.open)-1].name) {
		s.pop()
	}
	s.closeUp("caption", isTable)
	switch name {
	case "td", "th":
		s.closeUp("td", isRowOrTable)
		s.closeUp("th", isRowOrTable)
	case "tr":
		s.closeUp("tr", isTable)
	default:
		for _, part := range []string{"tr", "tbody", "thead", "tfoot"} {
			s.closeUp(part, isTable)
		}
	}
	return true
}

// closeUp ends the innermost element of this name and all that is open in it, unless it is beyond one that stops.
func (s *stripper) closeUp(name string, stops func(string) bool) {
	top := s.top()
	for i, outer := range slices.Backward(top) {
		if outer.name == name {
			for range len(top) - i {
				s.pop()
			}
			return
		}
		if stops(outer.name) {
			return
		}
	}
}

// top returns the innermost open elements, as many as one looks at.
func (s *stripper) top() []element { return s.open[max(0, len(s.open)-maxNesting):] }

// pop ends the innermost element.
func (s *stripper) pop() {
	last := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	if last.written {
		if last.name == "template" {
			last.name = "div"
		}
		s.out.WriteString("</" + last.name + ">")
	}
}

// endsSearch returns what stops the search for the element that a tag ends: a cell of a table, unless the tag ends a
// part of the table.
func endsSearch(name string) func(string) bool {
	if isTablePart(name) {
		return func(outer string) bool { return outer == "table" && name != "table" }
	}
	return isTablePart
}
