package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// line is the state of the leaf block that is being written.
type line struct {
	marks []mark // around the place, outermost first
	blank bool   // a blank is due before the next word
	ended bool   // a line end is due before the next word
	start bool   // the next word opens a line
	words bool   // there has been a word
	flat  bool   // line ends are blanks: in headings and tables
	bare  bool   // only text counts: inside strikethrough
	at    where
}

// mark is the opening of emphasis or a link. It is written with the first word inside.
type mark struct {
	open    string
	written bool
}

// leaf writes a block that holds inlines, with marker in front, unless they have no text.
func (w *writer) leaf(marker string, fill func()) bool {
	out, text := len(w.out), len(w.text)
	if text > 0 {
		w.text = append(w.text, "\n\n"...)
	}
	w.out = append(w.out, marker...)
	w.line = line{start: marker == ""}
	fill()
	w.settle()
	if !w.line.words {
		w.out, w.text = w.out[:out], w.text[:text]
	}
	return w.line.words
}

// put writes cleaned text. Runs of white space become one blank, at the ends of the block none.
func (w *writer) put(s string) {
	for s != "" {
		size := strings.IndexAny(s, " \n")
		if size < 0 {
			size = len(s)
		}
		if size > 0 {
			w.word()
			w.run = append(w.run, s[:size]...)
			w.text = append(w.text, s[:size]...)
		}
		if size < len(s) {
			w.line.blank = true
			size++
		}
		s = s[size:]
	}
}

// word writes what is due before a word: a line end or blank, then the marks that open here.
func (w *writer) word() {
	l := &w.line
	switch {
	case !l.words:
	case l.ended:
		w.settle()
		w.text = append(w.text, '\n')
		w.out = append(append(w.out, hardBreak...), w.prefix...)
		l.start = true
	case l.blank:
		w.text = append(w.text, ' ')
		w.run = append(w.run, ' ')
	}
	l.words, l.blank, l.ended = true, false, false
	for i := range l.marks {
		if m := &l.marks[i]; !m.written {
			w.settle()
			if last := len(w.out) - 1; last >= 0 && w.out[last] == '!' && m.open == "[" {
				w.out = appendEntity(w.out[:last], '!') // or the link would be a picture.
			}
			w.out = append(w.out, m.open...)
			m.written = true
			l.start = false
		}
	}
}

// where returns what is special about the place where the next word goes.
func (l *line) where() where {
	at := l.at &^ inLink
	for _, m := range l.marks {
		if m.written && strings.HasSuffix(m.open, "[") {
			at |= inLink
		}
	}
	return at
}

// settle writes the text between two marks, escaped as a whole.
func (w *writer) settle() {
	if len(w.run) == 0 {
		return
	}
	s := string(w.run)
	if last := len(w.out) - 1; s[0] == '@' && last >= 0 && w.out[last] != ' ' && w.out[last] != '\n' {
		w.out, s = appendEntity(w.out, '@'), s[1:]
	}
	w.out = appendEscaped(w.out, s, w.line.start, w.line.where())
	w.line.start = false
	w.run = w.run[:0]
}

func (w *writer) hardBreak() {
	w.line.blank = true
	w.line.ended = !w.line.flat
}

// marked writes what fill writes between two marks. Without a word in it there are no marks.
func (w *writer) marked(open, end string, fill func()) {
	w.line.marks = append(w.line.marks, mark{open: open})
	fill()
	last := len(w.line.marks) - 1
	if w.line.marks[last].written {
		w.settle()
		w.out = append(w.out, end...)
	}
	w.line.marks = w.line.marks[:last]
}

// inlines writes the children of n. Adjacent text is cleaned as one.
func (w *writer) inlines(n ast.Node) {
	var run []byte
	flush := func() {
		w.put(w.clean(string(run)))
		run = run[:0]
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		text, ok := child.(*ast.Text)
		if !ok {
			if raw, isHTML := child.(*ast.RawHTML); isHTML && !parts(rawTag(raw, w.source)) {
				continue
			}
			flush()
			w.inline(child)
			continue
		}
		run = appendDecoded(run, text.Segment.Value(w.source))
		switch {
		case text.HardLineBreak():
			flush()
			w.hardBreak()
		case text.SoftLineBreak():
			run = append(run, ' ')
		}
	}
	flush()
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		if rawTag(n, w.source) == "br" {
			w.hardBreak()
		} else {
			w.line.blank = true
		}
	case *ast.Emphasis:
		stars := strings.Repeat("*", n.Level)
		if w.line.bare {
			stars = ""
		}
		w.marked(stars, stars, func() { w.inlines(n) })
	case *east.Strikethrough:
		w.strikethrough(n)
	case *east.TaskCheckBox:
		w.task(n)
	default:
		w.inlines(n)
	}
}

// strikethrough keeps its marks only around mere text: renderers show the source of anything else.
func (w *writer) strikethrough(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); !ok || t.HardLineBreak() {
			w.inlines(n)
			return
		}
	}
	if w.line.bare || w.line.at&inLink != 0 {
		w.inlines(n)
		return
	}
	w.marked("~~", "~~", func() { w.inlines(n) })
}

func (w *writer) task(n *east.TaskCheckBox) {
	box := "[ ] "
	if n.IsChecked {
		box = "[x] "
	}
	w.line.marks = append(w.line.marks, mark{open: box})
}

// codeSpan keeps its marks only where every renderer shows it as it is: some decode entities in it.
func (w *writer) codeSpan(n *ast.CodeSpan) {
	var raw strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			raw.Write(t.Segment.Value(w.source))
		}
	}
	s := strings.Join(strings.Fields(w.clean(raw.String())), " ")
	marks := strings.Contains(s, "`") || html.UnescapeString(s) != s
	if s == "" || marks || w.line.at != inProse || w.line.bare {
		w.put(s)
		return
	}
	w.verbatim("`"+s+"`", s)
}

// appendDecoded appends Markdown text with its entities and escapes decoded.
func appendDecoded(out, source []byte) []byte {
	for start := 0; start < len(source); {
		next, e := nextEscape(source, start)
		out = append(append(out, source[start:next]...), e.text...)
		start = next + e.size
	}
	return out
}
