package ui

import (
	"slices"
	"strings"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/transcript"
)

// gather takes the quote that one is at, to be copied or written with others, or puts it back.
func (m *Model) gather(take bool) {
	r, i, ok := m.standOnQuote()
	if !ok {
		return
	}
	t, at := &m.takeout, slices.Index(m.takeout.gathered, m.passage(r, i))
	switch {
	case take && at < 0:
		t.gathered = append(t.gathered, m.passage(r, i))
	case !take && at >= 0:
		t.gathered = slices.Delete(t.gathered, at, at+1)
	case !take:
		m.note = "This quote is not taken."
		return
	}
	m.note = m.takenNow()
}

// takenNow tells how many quotes are taken, and what can be done with them.
func (m *Model) takenNow() string {
	k, n := m.keys, len(m.takeout.gathered)
	if n == 0 {
		return "No quote is taken any more."
	}
	told := line.Count(n, "quote") + " taken"
	if todo := line.Join(", ", k.Hint(intent.CopyQuote, "copies"), k.Hint(intent.Export, "writes"), k.Hint(intent.Exclude, "puts back")); todo != "" {
		told += ": " + todo
	}
	return told + "."
}

// gathered returns the quotes that were taken and are still there, in that order.
func (m *Model) gathered() []transcript.Quote {
	var out []transcript.Quote
	for _, p := range m.takeout.gathered {
		if i := m.quoteAt(p); i >= 0 {
			out = append(out, transcript.Quote{Ref: p.ref, Index: i})
		}
	}
	return out
}

// isGathered reports whether quote i of article r is taken.
func (m *Model) isGathered(r library.Ref, i int) bool {
	return len(m.takeout.gathered) > 0 && slices.Contains(m.takeout.gathered, m.passage(r, i))
}

// citations returns quotes with where they are from, parted by blank lines.
func (m *Model) citations(quotes []transcript.Quote) string {
	out := make([]string, len(quotes))
	for i, q := range quotes {
		out[i] = m.citation(q.Ref, q.Index)
	}
	return strings.Join(out, "\n\n")
}
