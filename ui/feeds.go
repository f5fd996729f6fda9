package ui

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/feeds"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// Feeds is what the articles come from. It is asked outside of Update, by one goroutine or several.
type Feeds interface {
	// Standings returns the feeds and how they do.
	Standings() ([]feeds.Standing, error)
	// Refresh asks the feeds for what is new, keeps it as files and yields what became of each feed, until ctx ends.
	Refresh(ctx context.Context) (iter.Seq[feeds.Event], error)
}

// ErrOffline is why Feeds does not refresh where the network may not be used.
var ErrOffline = errors.New("--offline forbids to use the network")

// fetching is what is known of the feeds, and the refresh that is under way.
type fetching struct {
	feeds     Feeds // nil: there are none
	standings []feeds.Standing
	run       *run    // nil: none is under way
	problems  []error // of the last one
}

// run is a refresh of the feeds. Only one command at a time uses what it was begun with.
type run struct {
	ctx   context.Context
	stop  context.CancelFunc
	next  func() (feeds.Event, bool)
	end   func()
	tally feeds.Tally
}

// fetchedMsg is what became of the next feed of a run, or, without event, that the run is at its end.
type fetchedMsg struct {
	run   *run
	event *feeds.Event
	err   error // the run did not begin
}

// lookForNew asks the feeds for what is new, or stops to, and looks at all files again. What is found shows up as it is read.
func (m *Model) lookForNew() tea.Cmd {
	if m.fetch.run != nil {
		m.stopFetching()
		return nil
	}
	watched := m.load.loader != nil && m.load.loader.Again()
	switch {
	case m.fetch.feeds != nil:
		return m.fetch.begin()
	case watched:
		m.note = "Looking at the files again: what changed shows up."
	default:
		m.note = "Nothing can be new here: these articles stay as they are."
	}
	return nil
}

// begin returns the command that begins a run.
func (f *fetching) begin() tea.Cmd {
	ctx, stop := context.WithCancel(context.Background())
	r := &run{ctx: ctx, stop: stop}
	f.run, f.problems = r, nil
	from := f.feeds
	return func() tea.Msg {
		events, err := from.Refresh(ctx)
		if err != nil {
			return fetchedMsg{run: r, err: err}
		}
		r.next, r.end = iter.Pull(events)
		return r.wait()
	}
}

// wait waits for the next feed. Where the run was stopped it waits until nothing of it is under way any more.
func (r *run) wait() tea.Msg {
	if r.ctx.Err() == nil {
		if e, ok := r.next(); ok {
			return fetchedMsg{run: r, event: &e}
		}
	}
	r.end()
	return fetchedMsg{run: r}
}

// progress tells how far r is.
func (r *run) progress() string {
	switch {
	case r.ctx.Err() != nil:
		return "stopping"
	case r.tally.Total == 0:
		return "refreshing"
	default:
		return fmt.Sprintf("refreshing %s of %s", line.Thousands(r.tally.Done), line.Thousands(r.tally.Total))
	}
}

// stopFetching asks the run to end. What it has fetched is kept.
func (m *Model) stopFetching() {
	m.fetch.run.stop()
	m.note = "Stopping …"
}

// fetched takes in what became of a feed, and tells what became of all at the end. A message of another run is dropped.
func (m *Model) fetched(msg fetchedMsg) tea.Cmd {
	f, r := &m.fetch, msg.run
	if r != f.run {
		return nil
	}
	if msg.event != nil {
		if problem := r.tally.Add(*msg.event); problem != nil {
			f.problems = append(f.problems, problem)
		}
		return r.wait
	}
	m.note = m.closing(r, msg.err)
	if msg.err != nil && !errors.Is(msg.err, ErrOffline) {
		f.problems = append(f.problems, msg.err)
	}
	r.stop()
	f.run = nil
	return m.lookUpFeeds()
}

// closing tells what became of r, which did not begin if there is an err.
func (m *Model) closing(r *run, err error) string {
	t := &r.tally
	says := t.String()
	if t.Failed > 0 {
		says += m.aside(intent.Problems, "tells")
	}
	if t.Passed > 0 {
		says += ", " + line.Count(t.Passed, "feed") + " passed over" + m.aside(intent.Sources, "tells")
	}
	switch {
	case err != nil:
		return "Not refreshed: " + line.One(err.Error()) + "."
	case r.ctx.Err() != nil:
		return "Stopped: " + says + "."
	case t.Total == 0:
		return "You have subscribed to nothing yet: reader subscribe URL"
	default:
		return says + "."
	}
}

// standingsMsg is how the feeds do.
type standingsMsg struct {
	standings []feeds.Standing
	err       error
}

// lookUpFeeds returns the command that finds out how the feeds do, nil if there are none.
func (m *Model) lookUpFeeds() tea.Cmd {
	from := m.fetch.feeds
	if from == nil {
		return nil
	}
	return func() tea.Msg {
		standings, err := from.Standings()
		return standingsMsg{standings, err}
	}
}

// standing takes in how the feeds do. Where sources are being picked, it shows there.
func (m *Model) standing(msg standingsMsg) {
	f := &m.fetch
	if msg.err != nil {
		known := func(err error) bool { return err.Error() == msg.err.Error() }
		if !slices.ContainsFunc(f.problems, known) {
			f.problems = append(f.problems, msg.err)
		}
		return
	}
	f.standings = msg.standings
	if p, ok := m.popups.Top().(*popup.Sources); ok {
		p.Offer(m.sources())
	}
}
