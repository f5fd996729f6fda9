package quote

import (
	"strings"

	"reader/model"
)

// maxPulled is how many quotations of a headline are looked for in the body.
const maxPulled = 4

// pulled adds the quotations of the headline whose words somebody says in the body: Gates ‘too old to save’.
func (h *headline) pulled() {
	named := h.namedThere()
	for n, at := 0, h.first; at < h.last && n < maxPulled; at = h.next(at) {
		m := h.markAt(at)
		if m == nil || m.first < at || m.last-m.first < 4 {
			continue
		}
		n++
		if q := h.original(m, named); q != nil {
			a := attribution{speaker: q.Speaker, sure: q.Confidence}
			if len(named) > 0 && !named[q.Speaker] {
				a.sure = min(a.sure, described)
			}
			h.emit(segment{m.first, m.last}, model.RuleHeadline, a)
		}
	}
}

// namedThere returns the people whom the headline names.
func (h *headline) namedThere() map[model.EntityID]bool {
	named := map[model.EntityID]bool{}
	for i := h.first; i < h.last; i++ {
		if m := h.mentionAt(i); m != nil && m.Type == model.Person && h.marks[i] == 0 {
			named[m.Entity] = true
		}
	}
	return named
}

// original returns the first quote of the body that has the words of m, rather one of the people named, or nil.
func (h *headline) original(m *marked, named map[model.EntityID]bool) *model.Quote {
	words := h.bareWords(m.span)
	var found *model.Quote
	for i := range h.quotes {
		q := &h.quotes[i]
		if q.Span.Start < m.span.End || q.Speaker == 0 || q.Kind == model.Indirect || !strings.Contains(h.d.LowerIn(q.Span), words) {
			continue
		}
		if named[q.Speaker] {
			return q
		}
		if found == nil && m.last-m.first > 4 { // two words may be anybody's
			found = q
		}
	}
	return found
}

// bareWords returns the words of s in lower case, without the marks around them.
func (h *headline) bareWords(s model.Span) string {
	return strings.Trim(h.d.LowerIn(s), "\"”’'“»‘„`.,!?… ")
}
