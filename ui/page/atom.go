package page

import (
	"strconv"
	"strings"

	east "github.com/yuin/goldmark-emoji/ast"
	"github.com/yuin/goldmark-emoji/definition"
	"github.com/yuin/goldmark/ast"
)

// atom is what glamour moves about as a whole: a word, or the part of one up to a place where glamour may break
// it. A mark with its index stands before it.
type atom struct {
	text  string
	width int // columns
	at    uint32
	ink   uint16
	from  source
	lead  *lead // not nil: this is no word, but the start of a block
}

// lead is what the first line of a block needs to know.
type lead struct {
	labels []label // bullets and numbers, from the outer list to the inner
	tight  bool    // no empty line before it
	rule   *rule   // not nil: drawn between it and the line before, under the first row of a table
}

// rule is a line across width columns from column col on.
type rule struct{ col, width int }

// label overwrites the indentation of a line from a column on.
type label struct {
	col  int
	text string
}

// An atom's mark is an OSC sequence with the index of the atom, and nothing else. It takes no columns, wrapping
// leaves it alone, and a mark that is lost spoils its own word only. The numbers below markBase mean something
// to terminals, though no mark ever gets to one.
const (
	markBase  = 10_000
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

// composer writes the text of one block, with marks.
type composer struct {
	strings.Builder
	atoms *[]atom
	small bool // a mark before every character: it is not known how wide the text may be
	room  int  // columns; what is wider gets a mark before every character, too
}

// put writes a with its mark.
func (c *composer) put(a atom) {
	var digits [20]byte
	c.WriteString(markStart)
	c.Write(strconv.AppendInt(digits[:0], int64(markBase+len(*c.atoms)), 10))
	c.WriteString(markEnd)
	c.WriteString(a.text)
	*c.atoms = append(*c.atoms, a)
}

// word writes text, which has no blanks, in as few atoms as glamour may break it into.
func (c *composer) word(text string, at uint32, ink uint16, from source) {
	put := func(start, end, width int) {
		c.put(atom{text: text[start:end], width: width, at: at + uint32(start), ink: ink, from: from})
	}
	begun, wide := 0, 0
	for i := 0; i < len(text); {
		n, w := character(text[i:])
		if w > c.room {
			c.WriteString("�") // wider than the page; it has to stay out.
			begun, wide = i+n, 0
			i += n
			continue
		}
		if i > begun && (c.small || wide+w > c.room) {
			put(begun, i, wide)
			begun, wide = i, 0
		}
		wide += w
		i += n
		if i < len(text) && isBreak(text[i-1]) {
			put(begun, i, wide)
			begun, wide = i, 0
		}
	}
	if begun < len(text) {
		put(begun, len(text), wide)
	}
}

// isBreak reports whether glamour may break a line after c, or would take it for an escape of what follows.
func isBreak(c byte) bool { return strings.IndexByte("-,.;+|\\", c) >= 0 }

// node returns what was written as the one kind of node that glamour prints as it stands, wherever it is.
func (c *composer) node() ast.Node {
	return &east.Emoji{ShortName: []byte("text"), Value: &definition.Emoji{Unicode: []rune(c.String())}}
}
