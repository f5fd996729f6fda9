package page

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	east "github.com/yuin/goldmark-emoji/ast"
	"github.com/yuin/goldmark-emoji/definition"
	"github.com/yuin/goldmark/ast"
)

// atom is what glamour moves about as a whole: a word, or the part of one up to a place where glamour may break
// it. Glamour does not get to see it: it is sent characters that take the same room. So nothing in an article can
// be taken for markup, an escape or a bar by what comes after the parser, and nothing that is printed for layout
// alone can be taken for a word.
type atom struct {
	text  string
	width int // columns
	at    uint32
	ink   uint16
	from  origin
	// hyphen says that it ends with a hyphen at which the word may be broken.
	hyphen bool
	marked bool  // a mark stands before it
	lead   *lead // not nil: this is no word, but the start of a block
}

// lead is what the first line of a block needs to know.
type lead struct {
	labels []label // bullets and numbers, from the outer list to the inner
	tight  bool    // no empty line before it
	rule   *rule   // not nil: drawn between it and the line before, under the first row of a table
}

// rule is a line across width columns from column col on.
type rule struct{ col, width int }

// label overwrites the indentation of a line: width columns from col on, at the right but for one blank.
type label struct {
	col   int
	text  string
	width int
}

// A mark is an OSC sequence with the index of an atom, and nothing else. It takes no columns, and wrapping leaves
// it alone. The atoms of a block follow its first one in their order, so that they need no marks of their own; in
// a table, where the lines of a cell are mixed with those of others, each has one. No mark ever gets to a terminal;
// glamour takes a number below markBase for a link.
const (
	markBase  = 10
	markStart = "\x1b]"
	markEnd   = "\a"
)

// parseMark returns the atom that the mark at the start of out names, and the length of the mark; 0: none.
func parseMark(out string) (atom, size int) {
	if !strings.HasPrefix(out, markStart) {
		return 0, 0
	}
	for i := len(markStart); i < len(out); i++ {
		if c := out[i]; c < '0' || c > '9' {
			if out[i:i+1] != markEnd {
				return 0, 0
			}
			return atom - markBase, i + 1
		}
		atom = atom*10 + int(out[i]-'0')
	}
	return 0, 0
}

// composer writes one block for glamour.
type composer struct {
	strings.Builder
	atoms *[]atom
	room  int  // columns
	cell  bool // of a table: nobody knows how narrow the text will be set
	split bool // an atom for every character: glamour may break the word anywhere
}

// measure decides whether the word that comes next will be split. It wants all that stands up to the next blank.
func (c *composer) measure(word string) {
	c.split = c.cell || ansi.StringWidth(word) > c.room
}

// What glamour sees of the text: a character of one column, one of two, and a hyphen, where it may break a word.
const (
	narrow = "x"
	broad  = "世"
	hyphen = "-"
)

// put writes characters that take as much room as a does, with the mark that it needs.
func (c *composer) put(a atom) {
	a.marked = c.cell || a.lead != nil
	if a.marked {
		var digits [20]byte
		c.WriteString(markStart)
		c.Write(strconv.AppendInt(digits[:0], int64(markBase+len(*c.atoms)), 10))
		c.WriteString(markEnd)
	}
	for rest := a.text; rest != ""; {
		n, w := character(rest)
		switch {
		case w == 2:
			c.WriteString(broad)
		case w == 1 && a.hyphen && n == len(rest):
			c.WriteString(hyphen)
		case w == 1:
			c.WriteString(narrow)
		}
		rest = rest[n:]
	}
	*c.atoms = append(*c.atoms, a)
}

// word writes text, which has no blanks, in as few atoms as glamour may break it into.
func (c *composer) word(text string, at uint32, ink uint16, from origin) {
	begun, width := 0, 0
	put := func(end int) {
		if end > begun {
			c.put(atom{text: text[begun:end], width: width, at: at + uint32(begun), ink: ink, from: from, hyphen: !c.cell && hyphenated(text, end)})
		}
		begun, width = end, 0
	}
	for i := 0; i < len(text); {
		n, w := character(text[i:])
		if c.split || w > c.room {
			put(i)
		}
		i += n
		width += w
		if hyphenated(text, i) {
			put(i)
		}
		if w > c.room { // even alone it has no room on the page.
			last := atom{text: "�", width: 1, ink: ink}
			begun, width = i, 0
			c.put(last)
		}
	}
	put(len(text))
}

// hyphenated reports whether text may be broken at i: after a hyphen inside a word.
func hyphenated(text string, i int) bool {
	return i > 1 && i < len(text) && text[i-1] == '-' && text[i-2] != '-'
}

// node returns what was written, as the one kind of node that glamour prints as it stands, wherever it is.
func (c *composer) node() ast.Node {
	return &east.Emoji{ShortName: []byte("text"), Value: &definition.Emoji{Unicode: []rune(c.String())}}
}
