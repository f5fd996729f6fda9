package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/transcript"
)

// fixes is what is on its way to be written outside of Update, one after the other: marks, and corrections, after each of
// which its article is analysed anew and knows what was corrected before.
type fixes struct {
	waiting []func() tea.Cmd // each makes the command that does one, or nil
	busy    bool
	leaving bool // quit when all is written

	problems []error // with what could not be read, placed or kept
}

// add takes in what is to be done.
func (f *fixes) add(job func() tea.Cmd) { f.waiting = append(f.waiting, job) }

// next returns the command that does what comes next, nil if there is nothing or something is under way.
func (f *fixes) next() tea.Cmd {
	for !f.busy && len(f.waiting) > 0 {
		job := f.waiting[0]
		f.waiting = f.waiting[1:]
		if cmd := job(); cmd != nil {
			f.busy = true
			return cmd
		}
	}
	if f.leaving && !f.busy {
		f.leaving = false
		return tea.Quit
	}
	return nil
}

// fixedMsg is what came of a correction, or of undoing one.
type fixedMsg struct {
	change     correct.Correction
	undone     bool
	generation int // of the loader whose articles these are
	refs       []library.Ref
	articles   []*model.Article // by refs: as they are now
	follow     int              // how many quotes have another speaker as they go on from the one corrected
	err        error            // nothing was changed
}

// concerning returns a message about c with the articles that c is of: one that was read from two places is two.
func (m *Model) concerning(c correct.Correction) fixedMsg {
	msg := fixedMsg{change: c, generation: m.load.generation}
	for r := range m.lib.All() {
		if m.lib.Head(r).ID == c.Article {
			msg.refs, msg.articles = append(msg.refs, r), append(msg.articles, m.lib.Hold(r))
		}
	}
	return msg
}

// reread analyses the articles anew, and reports whether the correction, if it is in log, could be applied to one.
func (msg *fixedMsg) reread(log *correct.Log) bool {
	same := func(c correct.Correction) bool { return c.Op == msg.change.Op && c.Time.Equal(msg.change.Time) }
	placed := false
	for i, a := range msg.articles {
		fresh, unplaced := library.Reread(a, log)
		if msg.articles[i] = fresh; msg.change.Op <= correct.Quote {
			msg.follow = following(a, fresh)
		}
		placed = placed || !slices.ContainsFunc(unplaced, same)
	}
	return placed
}

// following returns how many quotes have another speaker in b than in a, two analyses of one article, though no person
// said so of them.
func following(a, b *model.Article) int {
	was := make(map[passage]string, len(a.Quotes))
	for i := range a.Quotes {
		was[passageOf(0, &a.Quotes[i])] = speakerOf(a, &a.Quotes[i])
	}
	n := 0
	for i := range b.Quotes {
		q := &b.Quotes[i]
		if name, there := was[passageOf(0, q)]; there && q.Rule != model.RuleUser && name != speakerOf(b, q) {
			n++
		}
	}
	return n
}

// speakerOf returns the name of who says q, "" for nobody that can be told.
func speakerOf(a *model.Article, q *model.Quote) string {
	if e := a.Speaker(q); e != nil {
		return e.Name
	}
	return ""
}

// errUnplaced says that a correction could not be applied.
var errUnplaced = errors.New("what it is about is not to be found in the article; nothing was changed")

// fix corrects article r as c says.
func (m *Model) fix(r library.Ref, c correct.Correction) {
	c.Article, c.Time = m.lib.Article(r).ID, time.Now().Round(0).UTC()
	log := m.options.Log
	m.fixes.add(func() tea.Cmd {
		msg := m.concerning(c)
		return func() tea.Msg {
			if msg.err = log.Add(c); msg.err == nil && !msg.reread(log) {
				msg.err = errors.Join(errUnplaced, takeBack(log, &c))
			}
			return msg
		}
	})
}

// takeBack undoes c, which was added to log just now.
func takeBack(log *correct.Log, c *correct.Correction) error {
	if all := log.All(); len(all) == 0 || !all[len(all)-1].Time.Equal(c.Time) {
		return nil // another program has added to it in the meantime
	}
	if _, _, err := log.Undo(); err != nil {
		return fmt.Errorf("it stays in the file of corrections: %w", err)
	}
	return nil
}

// undo returns the command that undoes what was corrected, marked, noted or saved last, whichever of the two logs it is in; nil, and
// a note, if there is nothing, or only a correction of no article here.
func (m *Model) undo() tea.Cmd {
	log := m.options.Log
	all := log.All()
	last, marked := m.options.State.Last()
	if marked && (len(all) == 0 || all[len(all)-1].Time.Before(last.Time)) {
		return m.unmark()
	}
	if len(all) == 0 {
		m.note = "There is nothing to undo."
		return nil
	}
	msg := m.concerning(all[len(all)-1])
	switch {
	case len(msg.refs) > 0:
	case marked: // the correction was made elsewhere
		return m.unmark()
	default:
		m.note = "The last correction is of an article that is not open here, and stays: " + sentence(&msg.change)
		return nil
	}
	msg.undone = true
	return func() tea.Msg {
		c, ok, err := log.Undo()
		if msg.err = err; ok {
			msg.change = c // another one, if another program corrected or undid something just now
		}
		if err == nil {
			msg.reread(log)
		}
		return msg
	}
}

// undoneToo returns the command that analyses the articles of c anew, which is undone; nil if there are none.
func (m *Model) undoneToo(c correct.Correction) tea.Cmd {
	msg, log := m.concerning(c), m.options.Log
	if len(msg.refs) == 0 {
		return nil
	}
	msg.undone = true
	return func() tea.Msg {
		msg.reread(log)
		return msg
	}
}

// fixed shows what came of a correction.
func (m *Model) fixed(msg fixedMsg) {
	m.fixes.busy = false
	if msg.err != nil {
		m.fixes.leaving = false
		failed := "corrected"
		if msg.undone {
			failed = "undone"
		}
		m.note = "Not " + failed + m.aside(intent.Problems, "tells all") + ": " + line.One(msg.err.Error())
		m.fixes.problems = append(m.fixes.problems, fmt.Errorf("not %s: %s %w", failed, sentence(&msg.change), msg.err))
		return
	}
	if msg.generation != m.load.generation {
		return
	}
	m.replace(msg.refs, msg.articles)
	m.standOnChange(&msg.change, msg.undone)
	m.note = msg.told(m.further(intent.Undo, "undoes it"))
	if msg.undone && msg.change.Article != msg.articles[0].ID {
		m.fixes.add(func() tea.Cmd { return m.undoneToo(msg.change) })
	}
}

// told tells what was done, and how to undo it.
func (msg *fixedMsg) told(undo string) string {
	s := sentence(&msg.change)
	switch {
	case msg.undone:
		return "Undone: " + s
	case msg.follow > 0:
		s = strings.TrimSuffix(s, ".") + ", and " + line.Thousands(msg.follow) + " more."
	}
	return s + undo
}

// replace puts articles in place of refs. One stays at the same place everywhere.
func (m *Model) replace(refs []library.Ref, articles []*model.Article) {
	was, row := m.here(), m.list.Cursor()
	cursor, top := m.transcript.Cursor(), m.transcript.Top()
	shown := m.article.Article()
	for i, r := range refs {
		m.lib.Replace(r, articles[i])
	}
	m.refresh()
	if r, ok := m.list.Selected(); ok && r != was.ref {
		m.list.Step(min(row, len(m.list.Refs())-1) - m.list.Cursor()) // it is not listed any more
	}
	if m.quotes {
		if i, ok := m.transcript.Find(transcript.Quote{Ref: was.cursor.ref, Index: m.quoteAt(was.cursor)}); ok {
			cursor, top = i, top+i-cursor
		}
		m.transcript.Put(cursor, top)
	}
	if shown != nil && shown != m.lib.Article(was.ref) {
		m.article.Replace(m.lib.Article(was.ref), m.quoteAt(was.quote))
		m.side.Replace(was.ref)
	}
}

// standOnChange stands on the quote or the entity that c, made or undone, is about, if that is in the article shown.
func (m *Model) standOnChange(c *correct.Correction, undone bool) {
	a := m.article.Article()
	if a == nil || a.ID != c.Article {
		return
	}
	switch {
	case c.Op == correct.Same && !undone:
		m.side.Select(c.Is.Name)
	case c.Op > correct.Quote:
		m.side.Select(c.Entity.Name)
	}
	is := func(q model.Quote) bool { return q.Field == c.Anchor.Field && q.Span.Contains(c.Anchor.Span) }
	if i := slices.IndexFunc(a.Quotes, is); i >= 0 && c.Op <= correct.Quote {
		m.article.StandOn(i)
	}
}

// sentence tells what c says, in one line.
func sentence(c *correct.Correction) string {
	const width = 24
	words := strings.TrimRight(strings.Trim(line.One(c.Anchor.Words), `"“”„«»`), ",")
	return c.Sentence("“" + ansi.Truncate(words, width, "…") + "”")
}
