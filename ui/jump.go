package ui

import (
	"slices"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/popup"
	"reader/ui/reading"
	"reader/ui/transcript"
)

// place is where a person was: enough to go back there.
type place struct {
	query  string
	ref    library.Ref
	top    reading.Place
	quote  passage // in the article
	focus  Pane
	quotes bool
	cursor passage // in the transcript

	card *popup.Card // from which the jump was made; nil: from none
	to   library.Ref // where it led from there
}

// passage is where a quote stands. It finds the quote after another analysis of its article, too. The zero passage is
// none.
type passage struct {
	ref   library.Ref
	field model.Field
	span  model.Span
}

// passage returns where quote i of article r stands; none for -1.
func (m *Model) passage(r library.Ref, i int) passage {
	if i < 0 {
		return passage{}
	}
	return passageOf(r, &m.lib.Article(r).Quotes[i])
}

func passageOf(r library.Ref, q *model.Quote) passage { return passage{r, q.Field, q.Span} }

// quoteAt returns the quote of p.ref that stands at p, or -1.
func (m *Model) quoteAt(p passage) int {
	if p.span.Empty() {
		return -1
	}
	return slices.IndexFunc(m.lib.Article(p.ref).Quotes, func(q model.Quote) bool { return passageOf(p.ref, &q) == p })
}

// maxJumps is how many places are remembered.
const maxJumps = 100

// here returns where one is.
func (m *Model) here() place {
	p := place{query: m.filter.text, focus: m.focus, quotes: m.quotes, top: m.article.Top()}
	if r, ok := m.list.Selected(); ok {
		p.ref, p.quote = r, m.passage(r, m.article.Quote())
	}
	if q, ok := m.transcript.Selected(); ok && m.quotes {
		p.cursor = m.passage(q.Ref, q.Index)
	}
	return p
}

// remember keeps where one is, before a jump.
func (m *Model) remember() { m.comeFrom(m.here()) }

// comeFrom keeps p as where one was before a jump.
func (m *Model) comeFrom(p place) {
	m.jumps = append(m.jumps, p)
	if len(m.jumps) > maxJumps {
		m.jumps = m.jumps[1:]
	}
}

// filtered keeps was as where one was before a filter, if there is another one now.
func (m *Model) filtered(was place) {
	if was.query != m.filter.text {
		m.comeFrom(was)
	}
}

// restore goes back to p.
func (m *Model) restore(p place) {
	m.quotes, m.focus = p.quotes, p.focus
	if p.query != m.filter.text {
		m.apply(p.query)
	}
	m.list.Select(p.ref)
	if m.quotes {
		m.showQuotes()
		m.transcript.Select(transcript.Quote{Ref: p.cursor.ref, Index: m.quoteAt(p.cursor)})
	}
	m.sync()
	if r, ok := m.list.Selected(); ok && r == p.ref {
		m.article.StandOn(m.quoteAt(p.quote))
		m.article.Restore(p.top)
	}
}

// jumpBack goes back to where one was before the last jump.
func (m *Model) jumpBack() {
	n := len(m.jumps)
	if n == 0 {
		m.note = "There was no jump to go back from."
		return
	}
	was := m.jumps[n-1]
	m.jumps = m.jumps[:n-1]
	m.restore(was)
	if was.card != nil {
		m.article.Search("")
		m.show(was.card)
	}
}

// fromQuotes reports whether one is in the article that one opened from the transcript.
func (m *Model) fromQuotes() bool {
	n := len(m.jumps)
	if n == 0 || m.quotes || m.focus != ArticlePane {
		return false
	}
	r, ok := m.list.Selected()
	last := &m.jumps[n-1]
	return ok && last.quotes && last.cursor.ref == r
}

// stepQuote goes on to the next quote by dir, 1 or -1, that is asked for: in this article, else
// in the next that has one.
func (m *Model) stepQuote(dir int) {
	r, ok := m.list.Selected()
	if !ok {
		return
	}
	if m.article.StepQuote(m.asked(r), dir) {
		return
	}
	refs, before := m.list.Refs(), m.numbered()
	for i := m.list.Cursor() + dir; i >= 0 && i < len(refs); i += dir {
		if before[i] == before[i+1] {
			continue
		}
		m.remember()
		m.list.Select(refs[i])
		m.sync()
		quotes := m.article.ByReading(m.asked(refs[i]))
		if dir > 0 {
			m.article.StandOn(quotes[0])
		} else {
			m.article.StandOn(quotes[len(quotes)-1])
		}
		return
	}
	switch {
	case before[len(refs)] == 0:
		m.note = "Nobody is quoted in the articles listed."
	case dir > 0:
		m.note = "That was the last quote."
	default:
		m.note = "That was the first quote."
	}
}

// openQuote opens the article of the quote under the cursor of the transcript, at the quote.
func (m *Model) openQuote() {
	q, ok := m.transcript.Selected()
	if !ok {
		return
	}
	m.remember()
	m.list.Select(q.Ref)
	m.quotes, m.focus = false, ArticlePane
	m.sync()
	m.article.StandOn(q.Index)
}

// unfold shows in the transcript all articles that carry the quote under the cursor, or hides them again.
func (m *Model) unfold() {
	switch {
	case !m.quotes:
		m.note = "That is for the quotes alone." + m.further(intent.Transcript, "shows them")
	case !m.transcript.Unfold():
		m.note = "Nobody else carries this quote."
	}
}

// stepArticle goes to the next article of the list by dir, 1 or -1; in the transcript, to the next with a quote.
func (m *Model) stepArticle(dir int) {
	m.stepTo(dir, "article", func(library.Ref) bool { return true })
}

// stepUnread goes to the next article of the list by dir that is not read.
func (m *Model) stepUnread(dir int) {
	m.stepTo(dir, "unread article", func(r library.Ref) bool { return !m.options.State.Read(m.lib.Head(r).ID) })
}

// stepTo goes to the next article of the list by dir, 1 or -1, that is wanted, and in the transcript has an entry. What it
// is called is told where there is none.
func (m *Model) stepTo(dir int, called string, wanted func(library.Ref) bool) {
	from := m.list.Cursor()
	for m.list.Step(dir) {
		r := m.list.Refs()[m.list.Cursor()]
		if (!m.quotes || m.transcript.Leads(r)) && wanted(r) {
			return
		}
	}
	m.list.Step(from - m.list.Cursor())
	m.note = "That was the last " + called + "."
	if dir < 0 {
		m.note = "That was the first " + called + "."
	}
}
