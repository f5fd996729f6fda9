package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/amend"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
	"reader/ui/reading"
)

// keptMsg is what came of keeping something.
type keptMsg struct {
	told string // what to say of it
	err  error  // nothing was kept
}

// keep does do, which changes what is kept and returns what to say of it, outside of Update.
func (m *Model) keep(do func(*state.Log) (told string, err error)) {
	log := m.options.State
	m.queue.add(func() tea.Cmd {
		return func() tea.Msg {
			told, err := do(log)
			return keptMsg{told, err}
		}
	})
}

// keepQuietly is keep for what goes by itself: where nothing is kept there is nothing to do.
func (m *Model) keepQuietly(do func(*state.Log) error) {
	if m.options.State != nil {
		m.keep(func(log *state.Log) (string, error) { return "", do(log) })
	}
}

// kept shows what came of keeping something. The same trouble is told once.
func (m *Model) kept(msg keptMsg) {
	m.queue.busy = false
	m.count()
	if msg.err == nil {
		if msg.told != "" {
			m.note = msg.told
		}
		return
	}
	m.failed("Not kept", msg.err, msg.err)
}

// doMark does i if it marks articles, writes notes or undoes something, and reports whether it does.
func (m *Model) doMark(i intent.Intent) bool {
	switch i {
	case intent.ToggleRead:
		m.toggle((*state.Log).Read, (*state.Log).Mark)
	case intent.ToggleStar:
		m.toggle((*state.Log).Starred, (*state.Log).Star)
	case intent.ReadAll:
		m.askReadAll()
	case intent.Comment:
		m.comment()
	case intent.Undo:
		m.queue.add(m.undo)
	default:
		return false
	}
	return true
}

// toggle sets a mark of the article one is at, or takes it away where it is.
func (m *Model) toggle(is func(*state.Log, string) bool, set func(*state.Log, []string, bool) (int, error)) {
	r, ok := m.list.Selected()
	if !ok {
		m.note = "There is no article here."
		return
	}
	id, undo := m.lib.Head(r).ID, m.further(intent.Undo, "undoes it")
	m.keep(func(log *state.Log) (string, error) {
		_, err := set(log, []string{id}, !is(log, id))
		return told(log, err, undo)
	})
}

// askReadAll asks whether all articles that are listed are to be marked as read.
func (m *Model) askReadAll() {
	var ids []string
	for _, r := range m.filter.found.Refs() {
		if id := m.lib.Head(r).ID; !m.options.State.Read(id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		m.note = "No unread article is listed."
		return
	}
	unread := line.Count(len(ids), "unread article")
	undo := m.further(intent.Undo, "undoes it")
	m.show(popup.NewChoice(popup.Question{
		Title: "Mark as read",
		About: []string{"Mark " + unread + " of this list as read?"},
		Options: []popup.Option{
			{Name: "yes, mark " + unread + " as read", Do: func() {
				m.keep(func(log *state.Log) (string, error) {
					_, err := log.Mark(ids, true)
					return told(log, err, undo)
				})
			}},
			{Name: "no", Do: func() {}},
		},
	}))
}

// told tells what was marked last, and how to undo it, unless that gave err.
func told(log *state.Log, err error, undo string) (string, error) {
	e, ok := log.Last()
	if err != nil || !ok {
		return "", err
	}
	did := amend.Marked(&e)
	return strings.ToUpper(did[:1]) + did[1:] + "." + undo, nil
}

// unmark returns the command that undoes what was marked last.
func (m *Model) unmark() tea.Cmd {
	log := m.options.State
	return func() tea.Msg {
		e, ok, err := log.Undo()
		switch {
		case err != nil:
			return keptMsg{err: err}
		case !ok:
			return keptMsg{told: "There is nothing to undo: it was changed elsewhere since."}
		}
		return keptMsg{told: "Undone: " + amend.Marked(&e) + "."}
	}
}

// opened is the article that one is reading, and where.
type opened struct {
	id    string // "": none
	block int
}

// attend follows which article is being read: that is so where the article has the keys, and not where it is a preview
// beside the list. It is read from then on; where one was in another one is kept.
func (m *Model) attend() {
	if len(m.popups) > 0 || m.prompt != nil {
		return // what is shown may be a preview of what is being chosen
	}
	var now opened
	if a := m.article.Article(); a != nil && m.begun && m.focus == ArticlePane && !m.quotes {
		now = opened{a.ID, m.blockInView(a)}
	}
	was := m.opened
	m.opened = now
	if was.id == now.id {
		return
	}
	if was.id != "" && m.options.State.Place(was.id) != was.block {
		m.keepQuietly(func(log *state.Log) error { return log.Leave(was.id, was.block) })
	}
	if now.id != "" && !m.options.State.Read(now.id) {
		m.keepQuietly(func(log *state.Log) error { return log.Opened(now.id) })
	}
}

// blockInView returns the block of a, which is shown, at the top of the pane. At the end of the article, to which it was
// read, it is the first one.
func (m *Model) blockInView(a *model.Article) int {
	if m.article.Percent() >= 100 {
		return 0
	}
	top := m.article.Top()
	return max(0, a.BlockAt(top.Field, top.At))
}

// resume shows article r, which is shown anew, from where one left it.
func (m *Model) resume(r library.Ref) {
	a := m.lib.Article(r)
	if i := m.options.State.Place(a.ID); i > 0 && i < len(a.Blocks) {
		m.article.Restore(reading.Place{At: a.Blocks[i].Span.Start})
	}
}

// meet says which articles there are, so that others are new another time.
func (m *Model) meet() {
	ids := make([]string, 0, m.lib.Len())
	for r := range m.lib.All() {
		ids = append(ids, m.lib.Head(r).ID)
	}
	m.keepQuietly(func(log *state.Log) error { return log.Meet(ids) })
}
