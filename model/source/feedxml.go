package source

import "strings"

// The caps of a feed in XML: what its parser gets to see, whose time and memory grow steeply beyond them.
const (
	maxItems    = 10_000
	maxItemSize = 2 << 20 // bytes of an item, or of what stands outside of the items
	maxTag      = 8 << 10 // bytes of a tag; longer ones lose their attributes
	maxOpen     = 64      // elements open at a place; deeper ones are taken for text without marks
	maxPieces   = 20_000  // tags and CDATA sections of an item
	maxForeign  = 1000    // the same in one child of an item that has a prefix
	maxNames    = 64      // namespaces declared in an item, and in the root
)

// parts is a feed in XML taken apart by nothing but the names of its tags, so that what is broken in one item stays
// in it.
type parts struct {
	root  string   // its start tag
	name  string   // as in the start tag: "rdf:RDF"
	head  string   // what stands outside of the items
	items []string // each with its tags, the last perhaps without its end
	total int      // how many items there are; items has at most maxItems
}

// splitFeed takes apart the feed in text, which is decoded and sanitised. It costs one pass.
func splitFeed(text string) parts {
	var p parts
	var head strings.Builder
	item, from, open := "", 0, false
	end := func(at int) {
		if p.total++; p.total <= maxItems {
			p.items = append(p.items, text[from:at])
		}
		from, open = at, false
	}
	for s := (scanner{text: text}); ; {
		t := s.next()
		switch {
		case t.kind == atEnd && open:
			end(len(text))
			p.head = head.String()
			return p
		case t.kind == atEnd:
			head.WriteString(text[min(from, len(text)):])
			p.head = head.String()
			return p
		case t.kind == startTag && p.root == "":
			p.root, p.name, from = t.raw, t.name, s.at
			item = itemName(t.name)
		case !isItemTag(t.name, item):
		case t.kind == startTag:
			if open {
				end(t.at)
			} else {
				head.WriteString(text[from:t.at])
			}
			from, open = t.at, true
			if strings.HasSuffix(t.raw, "/>") {
				end(s.at)
			}
		case t.kind == endTag && open:
			end(s.at)
		}
	}
}

// itemName returns how the items of a feed are called by the name of its root, with the prefix that they have: that of the
// root, or in RDF, whose root is of another vocabulary, any: "".
func itemName(root string) string {
	local := localName(root)
	prefix := strings.TrimSuffix(root, local)
	switch strings.ToLower(local) {
	case "feed":
		return prefix + "entry"
	case "rdf":
		return ""
	}
	return prefix + "item"
}

func isItemTag(name, item string) bool {
	return strings.EqualFold(name, item) || item == "" && strings.EqualFold(localName(name), "item")
}

// localName returns a name without its prefix.
func localName(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// tokenKind says what a token of XML is.
type tokenKind uint8

const (
	atEnd tokenKind = iota
	someText
	cdata // raw is what stands in the section
	startTag
	endTag
	ignored // comments, processing instructions, document types with all that they declare
)

type token struct {
	kind tokenKind
	at   int    // its place in the text
	raw  string // as it stands there
	name string // of a tag
}

// scanner parts text that is meant to be XML into tokens. What is no tag, for lack of a name or an end, is text. Its
// time is linear in the text, whatever is left open.
type scanner struct {
	text string
	at   int
	none [4]int // the place behind which there is none of ends, plus one
}

// ends returns the marks that end what is no element, in the order of scanner.none.
func ends() [4]string { return [4]string{"-->", "]]>", "?>", "]"} }

func (s *scanner) next() token {
	if s.at >= len(s.text) {
		return token{kind: atEnd, at: len(s.text)}
	}
	start := s.at
	rest := s.text[start:]
	if rest[0] == '<' {
		if t, ok := s.markup(rest); ok {
			t.at = start
			return t
		}
	}
	size := strings.IndexByte(rest[1:], '<') + 1
	if size == 0 {
		size = len(rest)
	}
	s.at += size
	return token{kind: someText, at: start, raw: rest[:size]}
}

// markup returns the token at the beginning of rest, a "<", if it is not text.
func (s *scanner) markup(rest string) (token, bool) {
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return token{kind: ignored, raw: s.take(rest, 4, 0)}, true
	case strings.HasPrefix(rest, "<![CDATA["):
		raw := s.take(rest, len("<![CDATA["), 1)
		return token{kind: cdata, raw: strings.TrimSuffix(raw[len("<![CDATA["):], "]]>")}, true
	case strings.HasPrefix(rest, "<?"):
		return token{kind: ignored, raw: s.take(rest, 2, 2)}, true
	case strings.HasPrefix(rest, "<!"):
		return token{kind: ignored, raw: s.declaration(rest)}, true
	}
	name := tagName(rest)
	if name == "" {
		return token{}, false
	}
	size := tagSize(rest)
	if size == 0 {
		return token{}, false
	}
	s.at += size
	kind := startTag
	if rest[1] == '/' {
		kind = endTag
	}
	return token{kind: kind, raw: rest[:size], name: name}, true
}

// take returns rest up to the mark number end behind its first from bytes. What is not closed is but its opening,
// except for CDATA, which then goes on to the end of the text: a feed may break off.
func (s *scanner) take(rest string, from, end int) string {
	mark := ends()[end]
	if s.none[end] == 0 {
		if size := strings.Index(rest[from:], mark); size >= 0 {
			s.at += from + size + len(mark)
			return rest[:from+size+len(mark)]
		}
		s.none[end] = s.at + 1
	}
	if end != 1 {
		s.at += from
		return rest[:from]
	}
	s.at = len(s.text)
	return rest
}

// declaration returns the document type at the beginning of rest.
func (s *scanner) declaration(rest string) string {
	end := strings.IndexAny(rest, "[>")
	if end < 0 {
		s.at += 2
		return rest[:2]
	}
	start := s.at
	if rest[end] == '[' {
		end = len(s.take(rest, end, 3))
		if close := strings.IndexByte(rest[end:], '>'); close >= 0 {
			end += close
		}
	}
	s.at = min(start+end+1, len(s.text))
	return s.text[start:s.at]
}

// tagName returns the name of the tag at the beginning of s, or "" if there is none.
func tagName(s string) string {
	name := strings.TrimPrefix(s[1:], "/")
	size := 0
	for size < len(name) && isNameByte(name[size], size == 0) {
		size++
	}
	if size == 0 || size == len(name) || strings.IndexByte(" \n/>", name[size]) < 0 || strings.HasSuffix(name[:size], ":") {
		return ""
	}
	return name[:size]
}

func isNameByte(c byte, first bool) bool {
	letter := 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c >= 0x80
	return letter || !first && ('0' <= c && c <= '9' || c == '-' || c == '.' || c == ':')
}

// tagSize returns the length of the tag at the beginning of s: up to the first ">" outside of quotes, else up to the
// first; 0 if there is none before the next "<".
func tagSize(s string) int {
	first, quote := 0, byte(0)
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '<':
			return first
		case c == '>' && quote == 0:
			return i + 1
		case c == '>' && first == 0:
			first = i + 1
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\'') && s[i-1] == '=':
			quote = c
		}
	}
	return first
}
