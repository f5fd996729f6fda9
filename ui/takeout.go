package ui

import (
	"errors"
	"fmt"
	"io"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/disk"
	"reader/model/library"
	"reader/model/report"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/settings"
	"reader/ui/transcript"
)

// takeout is the taking of what is shown to files and programs.
type takeout struct {
	gathered []passage // quotes that were taken together; none: what is taken out is what is shown
	command  string    // the program that was named last
	exporter settings.Exporter
	now      *transfer // is on its way; nil: nothing is
}

// contents is what is shown, as it was when somebody asked to take it out.
type contents struct {
	count int
	thing string // what one of it is
	open  func(w io.Writer, format string) stream
}

// String tells how much it is: "13 quotes".
func (c *contents) String() string { return line.Count(c.count, c.thing) }

// stream is rows on their way to a writer.
type stream struct {
	take  func(from, to int) (write func() error) // takes some in, in Update; write, outside of it, writes them
	flush func() error                            // is called once all are written
}

// rowsOf returns what opens a stream of the rows of a table, which get returns some of.
func rowsOf[T any](table func() *report.Table[T], get func(from, to int) []T) func(io.Writer, string) stream {
	return func(w io.Writer, format string) stream {
		out := table().Writer(w, format)
		return stream{
			take: func(from, to int) func() error {
				some := get(from, to)
				return func() error { return out.Write(some...) }
			},
			flush: out.Flush,
		}
	}
}

// contents returns the quotes that were taken, else what is shown: in the list the articles listed, in the quotes alone these, in an article its quotes,
// those that are asked for. It returns false, and a note, if there is nothing, or something is on its way already.
func (m *Model) contents() (contents, bool) {
	var c contents
	r, ok := m.list.Selected()
	nothing := "No article is listed."
	switch {
	case m.takeout.now != nil:
		m.note = "The last is on its way still." + m.further(intent.Back, "stops it")
		return contents{}, false
	case len(m.takeout.gathered) > 0:
		c, nothing = m.sayings(m.gathered()), "The quotes that were taken are gone."
	case m.focus == ListPane && m.filter.going, m.quotes && m.focus != ListPane && m.transcript.Going():
		m.note = "Not all are found yet: once more in a moment."
		return contents{}, false
	case m.focus == ListPane:
		c = m.articles(m.filter.found.Refs())
	case m.quotes:
		c, nothing = m.sayings(m.transcript.Entries()), "Nobody is quoted in the articles listed."
	case ok:
		var quotes []transcript.Quote
		for _, i := range m.asked(r) {
			quotes = append(quotes, transcript.Quote{Ref: r, Index: i})
		}
		c, nothing = m.sayings(quotes), "Nobody is quoted in this article."
		if m.filter.search.Asks() {
			nothing = "No quote of this article is asked for."
		}
	}
	if c.count == 0 {
		m.note = nothing
	}
	return c, c.count > 0
}

// articles returns the articles refs, each with how many of its quotes the query asks for.
func (m *Model) articles(refs []library.Ref) contents {
	lib, marks, search := m.lib, m.options.State, m.filter.search
	get := func(from, to int) []report.Article {
		out := make([]report.Article, 0, to-from)
		for _, r := range refs[from:to] {
			out = append(out, report.ArticleOf(lib, r, len(search.Quotes(r)), marks))
		}
		return out
	}
	table := func() *report.Table[report.Article] { return report.Articles(report.Noted(lib, refs, marks)) }
	return contents{len(refs), "article", rowsOf(table, get)}
}

// sayings returns quotes, with the notes on them.
func (m *Model) sayings(quotes []transcript.Quote) contents {
	lib, marks := m.lib, m.options.State
	get := func(from, to int) []report.Quote {
		var out []report.Quote
		for from < to {
			r, which := quotes[from].Ref, []int(nil)
			for ; from < to && quotes[from].Ref == r; from++ {
				which = append(which, quotes[from].Index)
			}
			for _, q := range report.QuotesIn(lib, r, which, marks) {
				out = append(out, q)
			}
		}
		return out
	}
	table := func() *report.Table[report.Quote] {
		refs := make([]library.Ref, len(quotes))
		for i, q := range quotes {
			refs[i] = q.Ref
		}
		return report.Quotes(report.Noted(lib, slices.Compact(refs), marks))
	}
	return contents{len(quotes), "quote", rowsOf(table, get)}
}

// transfer is contents on their way.
type transfer struct {
	contents
	stream
	done    int
	stopped bool
	arrive  func() tea.Msg // is called once all rows are written: a transferredMsg, in the end
	drop    func()         // leaves no trace of what was written
	failed  string         // what to say if it does not arrive: "Not written"
}

// transferredMsg is what came of taking out a part of a transfer.
type transferredMsg struct {
	transfer *transfer
	done     int
	told     string // what to say of it, where all has arrived
	err      error
}

// stretch is how many rows are taken in before the screen is drawn again. For each an article may have to be read.
const stretch = 64

// send takes out what is left of t, a stretch at a time, and does not wait for it.
func (m *Model) send(t *transfer) {
	m.takeout.now = t
	m.queue.add(func() tea.Cmd {
		if t.done == t.count {
			return t.arrive
		}
		to := min(t.done+stretch, t.count)
		write := t.take(t.done, to)
		return func() tea.Msg { return transferredMsg{transfer: t, done: to, err: write()} }
	})
}

// transferred goes on with a transfer, or tells that it arrived, or did not.
func (m *Model) transferred(msg transferredMsg) {
	m.queue.busy = false
	t := msg.transfer
	t.done = msg.done
	switch {
	case msg.told != "" && msg.err == nil:
		m.takeout.now, m.takeout.gathered, m.note = nil, nil, msg.told
		return
	case msg.err == nil && !t.stopped:
		m.send(t)
		return
	}
	m.takeout.now, m.queue.leaving = nil, false
	t.drop()
	if msg.err == nil {
		m.note = t.failed + ": it was stopped."
		return
	}
	err := plainly(msg.err)
	m.failed(t.failed, err, fmt.Errorf("%s: %w", t.failed, err))
}

// plainly returns what of err tells enough: where a file could not be written, that.
func plainly(err error) error {
	if of := (*disk.Error)(nil); errors.As(err, &of) {
		return of
	}
	return err
}

// progress tells how far what is on its way is, and what key stops it; "" if nothing is.
func (t *takeout) progress(key string) string {
	if t.now == nil {
		return ""
	}
	return fmt.Sprintf("taking out %s of %s%s", line.Thousands(t.now.done), t.now, key)
}

// giveUp stops what is on its way, and leaves no trace of it, as the program ends.
func (t *takeout) giveUp() {
	if t.now != nil {
		t.now.drop()
	}
}
