package popup

import (
	"cmp"
	"path/filepath"
	"slices"

	"reader/model"
	"reader/model/library"
	"reader/model/near"
	"reader/ui/line"
	"reader/ui/style"
)

// Copies returns a popup that lists the copies of article r, the newest first, and tells in which paragraphs each differs from
// it. Enter calls open with the one under the cursor. It is nil if there are none.
func Copies(lib *library.Library, r library.Ref, open func(library.Ref)) Popup {
	copies := slices.DeleteFunc(lib.Copies(r), func(c library.Ref) bool { return c == r })
	if len(copies) == 0 {
		return nil
	}
	slices.SortStableFunc(copies, func(a, b library.Ref) int {
		return lib.Head(b).Published.Compare(lib.Head(a).Published.Time)
	})
	entries := make([]Entry, len(copies))
	for i, c := range copies {
		h := lib.Head(c)
		entries[i] = Entry{
			Name: line.Join(" · ", outlet(h), line.Day(h.Published.Time)), About: h.Name(), Do: func() { open(c) },
			Write: func(th style.Theme, width int) []string { return differing(lib, c, r, th, width) },
		}
	}
	return NewBrowser("Who else carries it · "+line.Thousands(len(copies)), entries)
}

// outlet returns where the article of h appeared.
func outlet(h *library.Head) string { return cmp.Or(h.Source(), filepath.Base(h.Path)) }

// differing returns the paragraphs that only one of the articles r and shown has, the second of which is on the screen.
func differing(lib *library.Library, r, shown library.Ref, th style.Theme, width int) []string {
	a, b := lib.Article(r), lib.Article(shown)
	onlyA, onlyB := near.Differing(a, b)
	out := append(paragraphs(th, width, "Only in "+outlet(lib.Head(r)), "+ ", a, onlyA),
		paragraphs(th, width, "Not there, but here in "+outlet(lib.Head(shown)), "− ", b, onlyB)...)
	if len(out) == 0 {
		out = []string{line.Paint(th.Dim, "Word for word the same, but for the title.")}
	}
	return out
}

// paragraphs returns the blocks of a under a heading, each behind lead; nothing if there are none.
func paragraphs(th style.Theme, width int, heading, lead string, a *model.Article, blocks []int) []string {
	if len(blocks) == 0 {
		return nil
	}
	out := []string{line.Styled(th.Heading, heading, width)}
	for _, i := range blocks {
		out = append(out, marked(th.Accent, lead, a.Blocks[i].Span.In(a.Text), width)...)
	}
	return append(out, "")
}
