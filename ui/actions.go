package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/model/query"
	"reader/model/state"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/popup"
	"reader/ui/terms"
	"reader/ui/transcript"
)

// do does i, or lets the focused pane do it.
func (m *Model) do(i intent.Intent) tea.Cmd {
	switch i {
	case intent.Leave:
		if m.focus == ListPane {
			m.quit()
			return nil
		}
		m.back()
	case intent.Back:
		m.back()
	case intent.Quit:
		m.takeout.giveUp()
		return tea.Quit
	case intent.Commands:
		m.askCommand()
	case intent.Refresh:
		return m.lookForNew()
	case intent.StopReading:
		m.stopReading()
	case intent.Redraw:
		return tea.ClearScreen
	case intent.Suspend:
		return tea.Suspend
	default:
		if cmd, ok := m.doNarrow(i); ok {
			return cmd
		}
		if cmd, ok := m.doLinks(i); ok {
			return cmd
		}
		if cmd, ok := m.doTakeOut(i); ok {
			return cmd
		}
		if !m.doFocus(i) && !m.doQuotes(i) && !m.doFilter(i) && !m.doCorrect(i) && !m.doMark(i) {
			return m.doInPane(i)
		}
	}
	return nil
}

// quit leaves the program once all is written.
func (m *Model) quit() {
	m.keepQuietly((*state.Log).Close)
	m.queue.leaving = true
	if m.queue.busy {
		m.note = "Writing what is to be kept …"
	}
}

// doInPane lets the focused pane do i. A page down at the end of an article goes to the next.
func (m *Model) doInPane(i intent.Intent) tea.Cmd {
	cmd, ok := m.pane(m.focus).Handle(i)
	if !ok && i == intent.PageDown && m.focus == ArticlePane {
		m.stepArticle(1)
	}
	return cmd
}

// doFocus does i if it is about which pane has the keys, and reports whether it is.
func (m *Model) doFocus(i intent.Intent) bool {
	switch i {
	case intent.Left:
		m.focusBeside(-1, false)
	case intent.Right:
		m.focusBeside(1, false)
	case intent.NextPane:
		m.focusBeside(1, true)
	case intent.PreviousPane:
		m.focusBeside(-1, true)
	case intent.FocusList:
		m.focus = ListPane
	case intent.FocusArticle:
		m.focus = ArticlePane
	case intent.FocusEntities:
		m.focus = EntityPane
	case intent.Entities:
		if m.focus == EntityPane {
			m.focus = ArticlePane
		} else {
			m.focus = EntityPane
		}
	case intent.NextTab, intent.PreviousTab:
		_, _ = m.side.Handle(i)
	case intent.Zoom:
		m.zoom = !m.zoom
	default:
		return false
	}
	return true
}

// focusBeside gives the keys to the next pane by dir, 1 or -1, round the end if round is set. A drawer that is
// closed is passed over.
func (m *Model) focusBeside(dir int, round bool) {
	n := int(paneCount)
	if m.layout.Mode == Double && m.focus != EntityPane && !m.zoom {
		n--
	}
	next := int(m.focus) + dir
	if round {
		next = (next + n) % n
	}
	m.focus = Pane(max(0, min(next, n-1)))
}

// doQuotes does i if it goes to an article or a quote, and reports whether it does.
func (m *Model) doQuotes(i intent.Intent) bool {
	switch i {
	case intent.Open:
		m.open()
	case intent.JumpBack:
		m.jumpBack()
	case intent.NextArticle:
		m.stepArticle(1)
	case intent.PreviousArticle:
		m.stepArticle(-1)
	case intent.NextUnread:
		m.stepUnread(1)
	case intent.PreviousUnread:
		m.stepUnread(-1)
	case intent.NextQuote, intent.PreviousQuote:
		dir := 1
		if i == intent.PreviousQuote {
			dir = -1
		}
		switch {
		case m.focus == EntityPane:
			m.stepMention(dir)
		case m.quotes:
			_, _ = m.transcript.Handle(i)
		case m.article.Searching():
			m.article.StepHit(dir)
		default:
			m.stepQuote(dir)
		}
	case intent.Transcript:
		m.toggleTranscript()
	case intent.BySubject:
		m.toggleSubjects()
	case intent.Outlets:
		m.unfold()
	case intent.Meant:
		m.tellMeant()
	default:
		return false
	}
	return true
}

// doFilter does i if it asks for something to be typed, picked or told, and reports whether it does.
func (m *Model) doFilter(i intent.Intent) bool {
	switch i {
	case intent.PickSpeaker:
		m.pickSpeaker(false)
	case intent.PickLikely:
		m.pickSpeaker(true)
	case intent.Search:
		m.search()
	case intent.EditQuery:
		was := m.here()
		change := func(text string) { m.preview(was, terms.Join(query.Split(text))) }
		m.show(popup.NewQuery(terms.Continued(was.query), m.lib.Vocabulary(m.state()), change, func() { m.restore(was) }))
	case intent.Also, intent.Exclude:
		if m.focus != EntityPane {
			m.gather(i == intent.Also)
		} else {
			m.filterByEntity(i == intent.Exclude)
		}
	case intent.Evidence:
		m.evidence()
	case intent.Card:
		m.showCardAtHand()
	case intent.Copies:
		m.showCopies()
	case intent.Versions:
		m.showVersions()
	case intent.Help:
		groups := m.keys.All()
		if m.article.Selecting() {
			groups = m.keys.AllWhileSelecting()
		}
		m.show(popup.Help(groups))
	case intent.Problems:
		m.showProblems()
	default:
		return false
	}
	return true
}

// show puts p over the panes.
func (m *Model) show(p popup.Popup) {
	if len(m.popups) == 0 {
		m.before = m.here()
	}
	p.SetTheme(m.theme)
	p.SetKeys(m.keys)
	m.popups.Push(p)
}

// open opens what the cursor of the focused pane is on.
func (m *Model) open() {
	switch {
	case m.focus == ListPane:
		if _, ok := m.list.Selected(); ok {
			m.focus = ArticlePane
		}
	case m.focus == ArticlePane && m.quotes:
		m.openQuote()
	case m.focus == EntityPane:
		m.openEntity()
	}
}

// back goes one level back: it stops what is being taken out, goes from an article to the card that led there, leaves a search, goes to the
// transcript that one came from, leaves the zoom, the transcript, then goes to the list, and there it stops a refresh, puts back the quotes that
// were taken, or else clears the filter.
func (m *Model) back() {
	switch {
	case m.takeout.now != nil:
		m.takeout.now.stopped = true
	case m.openedFromCard():
		m.jumpBack()
	case m.article.Searching() && (m.focus != EntityPane || m.article.Following()):
		m.article.Search("")
	case m.side.Narrowed() != "" && m.focus == EntityPane:
		m.side.Narrow("")
	case m.fromQuotes():
		m.jumpBack()
	case m.zoom:
		m.zoom = false
	case m.focus == EntityPane && m.layout.Mode == Double:
		m.focus = ArticlePane
	case m.quotes && m.focus == ArticlePane:
		m.toggleTranscript()
	case m.focus != ListPane:
		m.focus = ListPane
	case m.fetch.run != nil:
		m.stopFetching()
	case len(m.takeout.gathered) > 0:
		m.takeout.gathered = nil
		m.note = m.takenNow()
	case m.filter.text != "":
		m.remember()
		m.apply("")
	}
}

// toggleTranscript shows the quotes in place of the article, from the one that is in view on, or the article again,
// at the quote under the cursor.
func (m *Model) toggleTranscript() {
	m.quotes = !m.quotes
	m.focus = ArticlePane
	r, ok := m.list.Selected()
	if !m.quotes {
		if q, quoted := m.transcript.Selected(); ok && quoted && m.transcript.Carries(r) {
			said := m.lib.Saying(q.Ref, q.Index)
			same := func(i int) bool { return m.lib.Saying(r, i) == said }
			m.article.StandOn(slices.IndexFunc(m.lib.QuotesBy(r), same)) // of all quotes, so its place among them
		}
		return
	}
	m.showQuotes() // before it gets its room: what it listed when it was shown last may be gone
	m.arrange()
	if !ok {
		return
	}
	if i := m.article.InView(m.asked(r)); i >= 0 {
		m.transcript.Select(transcript.Quote{Ref: r, Index: i})
	}
}

// pickSpeaker asks for speakers, with those who are only likely to speak if likely is set. While one moves in the picker, the list
// shows what would be kept.
func (m *Model) pickSpeaker(likely bool) {
	if all := m.lib.Everything(); len(all.Speakers()) == 0 && len(all.Likely()) == 0 && all.Unknown().Articles == 0 {
		m.note = "Nobody is quoted in these articles."
		return
	}
	was := m.here()
	p := popup.NewPicker(m.lib, m.unpicked(), m.filter.chosen,
		func(picked []library.Voice) {
			list := make([]string, len(picked))
			for i, v := range picked {
				list[i] = m.term(v)
			}
			m.atRest(func() { m.preview(was, terms.Instead(was.query, query.Speaker.String(), list...)) })
		},
		func() { m.restore(was) })
	m.show(p)
	if likely {
		p.Likely(true)
	}
	p.Preview()
}

// unpicked returns the articles among which speakers are picked: those that are listed, or would be without the speakers of the
// query, as these give way to those who are picked.
func (m *Model) unpicked() *library.Among {
	rest := terms.With(m.filter.text, query.Speaker.String())
	if rest == "" {
		return m.lib.Everything()
	}
	q, err := query.Parse(rest)
	if err != nil || rest == m.filter.text {
		return m.filter.found
	}
	s := m.lib.Search(q, m.state())
	if !s.Step(stride) {
		return m.filter.found // to find all would take too long
	}
	return m.lib.Among(s.Found())
}

// search asks for words: to filter the list by, to find in the article, that must be said in the quotes alone, or to narrow the
// entities to.
func (m *Model) search() {
	was := m.here()
	switch {
	case m.focus == EntityPane:
		m.prompt = &prompt{label: "narrow: ", text: input.New(m.side.Narrowed()), change: m.side.Narrow, cancel: func() { m.side.Narrow("") }}
	case m.focus == ArticlePane && !m.quotes:
		m.prompt = &prompt{label: "/", text: input.New(""), change: m.article.Search, cancel: func() {
			m.article.Search("")
			m.article.Restore(was.top)
		}}
	case m.focus == ArticlePane:
		m.filterBy("said: ", terms.SaidWords, terms.Saying)
	default:
		m.filterBy("filter: ", terms.Words, terms.WithWords)
	}
}

// filterBy asks for words under label. The query has those that words returns, and with others is that which with returns.
func (m *Model) filterBy(label string, words func(query string) string, with func(query, words string) string) {
	was := m.here()
	change := func(text string) { m.preview(was, with(was.query, text)) }
	m.prompt = &prompt{label: label, text: input.New(words(was.query)), change: change, accept: func() { m.filtered(was) }, cancel: func() { m.restore(was) }}
}

// filterTo filters by query, and shows the list where that was hidden.
func (m *Model) filterTo(query string) {
	m.remember()
	m.apply(query)
	if !m.layout.Shown(ListPane) {
		m.focus = ListPane
	}
}
