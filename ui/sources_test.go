package ui

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/model/feeds"
	"reader/model/library"
)

// Where articles are from: sources are counted, picked, and fetched from anew.

func TestIPickASource(t *testing.T) {
	s := newHabit(t).open(140, 40).says("6 unread · 6 articles").press("w").sees("Sources ─", "The Orven Post", "3 unread · 3", "Tallmar Herald", "1 unread · 1", "Enter picks")
	s.sees("1/3").enter("herld").seesNot("3 unread").sees("1/1").press("Enter").says(`source:"Tallmar Herald"`, "1 of 6 articles")
	s.press("w").sees("▌  Tallmar Herald").enter("orv").press("Enter").says(`source:"The Orven Post"`, "3 of 6 articles").reads(answers)
	s.press("1 m w").sees("2 unread · 3").press("Esc Esc").says("5 unread · 6 articles")
}

func TestIPickSeveralSources(t *testing.T) {
	s := newHabit(t).open(140, 40).press("s").enter("harl").press("Enter 1 w").enter("orven").press("Tab").sees("Sources · 1 taken", "✓ The Orven Post")
	s.press("^u").enter("gaz").press("Tab").sees("Sources · 2 taken", "1/3").press("Enter")
	if got, want := s.m.filter.text, `(source:"The Orven Post" OR source:"Gazette") speaker:"Ada Harl"`; got != want {
		t.Errorf("the query is %s, want %s", got, want)
	}
	s.press("w").sees("Sources · 2 taken").press("^u").enter("post").press("Tab").sees("1 taken").press("Enter").says("1 of 6 articles").reads(minutes)
}

func TestLeavingTheSourcesChangesNothing(t *testing.T) {
	s := open(t, 140, 40).press("j j 2 w").sees("3 articles", "1 article ").seesNot("unread").press("↓").reads(minutes).press("Esc").reads(answers)
	s.says("6 articles").seesNot("Sources ─", "unread").press("w").enter("zzz").sees("No source is called that.").press("Enter").sees("Sources ─")
	openWith(t, Options{}, 140, 40, nil).press("w").sees("it is known where it is from").press("Enter Tab Esc")
}

// paperboy is feeds that bring what a test says, and no network.
type paperboy struct {
	standings []feeds.Standing
	events    []feeds.Event
	err       error // instead of anything
	unlisted  error // instead of the list
}

// Standings implements Feeds.
func (p *paperboy) Standings() ([]feeds.Standing, error) { return p.standings, p.unlisted }

// Refresh implements Feeds.
func (p *paperboy) Refresh(ctx context.Context) (iter.Seq[feeds.Event], error) {
	if p.err != nil {
		return nil, p.err
	}
	return func(yield func(feeds.Event) bool) {
		for i, e := range p.events {
			e.Done, e.Total = i+1, len(p.events)
			if ctx.Err() != nil || !yield(e) {
				return
			}
		}
	}, nil
}

// delivers returns feeds of which three bring something, and one fails.
func delivers() *paperboy {
	feed := func(name, title string, st feeds.State) feeds.Standing {
		return feeds.Standing{Feed: feeds.Feed{Name: name, Title: title}, State: st, Folder: filepath.Join("articles", name)}
	}
	return &paperboy{
		standings: []feeds.Standing{
			feed("herald", "Tallmar Herald", feeds.State{}),
			feed("post", "", feeds.State{Failures: 2, Problem: "post.example does not answer"}),
			feed("quay", "Quay Letters", feeds.State{}),
			feed("mast", "The Mast", feeds.State{Gone: time.Unix(1, 0), Problem: "mast.example has taken it away (410)"}),
		},
		events: []feeds.Event{
			{Feed: feeds.Feed{Name: "herald"}, New: 10, Changed: 2},
			{Feed: feeds.Feed{Name: "post"}, Err: errors.New("post.example does not\x1b[2J answer")},
			{Feed: feeds.Feed{Name: "quay"}, New: 2},
			{Feed: feeds.Feed{Name: "mast"}, Passed: true},
		},
	}
}

// inFolders returns the newsroom with the articles of the Post in the folder of their feed.
func inFolders(tb testing.TB) []library.Reading {
	tb.Helper()
	all := newsroom(tb)
	for _, a := range all {
		if a.Publisher == "The Orven Post" {
			a.Path = filepath.Join("articles", "post", a.Path)
		}
	}
	return results(all...)
}

func TestFeedsAreSourcesWithWhatWentWrong(t *testing.T) {
	s := openWith(t, Options{Feeds: delivers(), State: marks(t)}, 140, 40, inFolders(t)).press("w").sees(
		"! The Orven Post", "failed · 3 unread · 3 ", "post.example does not answer", "Tallmar Herald", "1 unread · 1", "Quay Letters", "nothing yet",
		"! The Mast", "failed · nothing yet").seesNot("410").press("End").sees("not asked any more: mast.example has taken it away (410)").press("Home")
	s.enter("quay").press("Enter").sees("Nothing matches").says("0 of 6 articles")
}

func TestWhatIsFoundOutOfFeedsMeanwhileShowsWhereOneIs(t *testing.T) {
	p := delivers()
	s := openWith(t, Options{Feeds: p, State: marks(t)}, 140, 40, inFolders(t)).press("w ↓ Tab").enter("l")
	was := s.m.popups.Top().Lines()
	p.standings = append(p.standings[2:], feeds.Standing{Feed: feeds.Feed{Name: "a", Title: "All of Ostrel"}})
	s.send(s.m.lookUpFeeds()()).sees("All of Ostrel", "Sources · 1 taken").seesNot("does not answer")
	if now := s.m.popups.Top().Lines(); now[2] != was[2] {
		t.Errorf("one stands on %q, and stood on %q", now[2], was[2])
	}
}

func TestIRefreshMyFeeds(t *testing.T) {
	s := openWith(t, Options{Feeds: delivers()}, 140, 40, inFolders(t)).press("R").says("12 new, 2 changed, 1 feed failed (! tells), 1 feed passed over (w tells).")
	s.press("!").sees("! post: post.example does not␛[2J answer").press("Esc").says("1 problem (!)").press("R").says("12 new").press("j").says("1 problem (!)")
}

// step runs the command that is under way, and takes what it brings, without what follows.
func (s *screen) step(cmd tea.Cmd) tea.Cmd {
	s.t.Helper()
	_, next := s.m.Update(cmd())
	s.check()
	return next
}

func TestIStopARefresh(t *testing.T) {
	for _, key := range []string{"R", "Esc"} {
		s := openWith(t, Options{Feeds: delivers()}, 140, 40, inFolders(t)).press("/").enter("dam").press("Enter")
		_, cmd := s.m.Update(keyOf("R"))
		s.says("refreshing")
		cmd = s.step(cmd)
		s.says("refreshing 1 of 4").press("j").says("refreshing 1 of 4", "dam")
		cmd = s.step(cmd)
		s.says("refreshing 2 of 4").press(key).says("Stopping …", "dam")
		for cmd != nil {
			cmd = s.step(cmd)
		}
		s.says("Stopped: 10 new, 2 changed, 1 feed failed (! tells).", "dam").seesNot("refreshing")
		s.press("Esc").says("6 articles").press("R").says("12 new")
	}
}

func TestAMessageOfAnotherRefreshIsDropped(t *testing.T) {
	s := openWith(t, Options{Feeds: delivers()}, 140, 40, inFolders(t))
	_, cmd := s.m.Update(keyOf("R"))
	s.send(fetchedMsg{run: &run{}}).says("refreshing")
	for cmd != nil {
		cmd = s.step(cmd)
	}
	s.says("12 new")
}

func TestWhyNothingIsRefreshed(t *testing.T) {
	p := delivers()
	p.err = ErrOffline
	s := openWith(t, Options{Feeds: p}, 140, 40, inFolders(t)).press("R").says("Not refreshed: --offline forbids to use the network.").press("j").seesNot("problem")
	p.err = errors.New("the list is broken")
	s.press("R").says("Not refreshed: the list is broken.", "1 problem (!)")
	p.unlisted = p.err
	s.press("R w Esc").says("1 problem (!)")
	openWith(t, Options{Feeds: &paperboy{}}, 140, 40, nil).sees("There are no articles here yet.", "R fetches those of your feeds.").press("R").says("subscribed to nothing yet")
	open(t, 140, 40).press("R").says("Nothing can be new here")
	loader := library.Load(t.Context(), []string{t.TempDir()}, nil, library.Options{Watch: true})
	openWith(t, Options{Loader: loader}, 140, 40, inFolders(t)).press("R").says("Looking at the files again")
}
