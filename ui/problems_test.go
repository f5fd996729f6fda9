package ui

import (
	"errors"
	"strings"
	"testing"

	"reader/model"
	"reader/model/library"
)

// What could not be read, or not as a whole.

// cut is an article of which not all could be read.
func cut(tb testing.TB) *model.Article {
	tb.Helper()
	a := write("long/cut.md", "A list of all wells", "Gazette", "2026-03-19", "The wells are listed here.").done(tb)
	a.Furniture = []model.Furniture{{Kind: model.Notice, Text: "Lines of more than 64 KiB were split."}}
	return a
}

func failed(path, why string) library.Reading {
	return library.Reading{Path: path, Problem: &library.Problem{Path: path, Err: errors.New(why)}}
}

// marked asserts which articles the list tells to have trouble, by the names of their publishers.
func (s *screen) marked(want ...string) *screen {
	s.t.Helper()
	var got []string
	for l := range strings.SplitSeq(s.text(), "\n") {
		row, _, _ := strings.Cut(strings.TrimPrefix(l, "│"), "│")
		if rest, ok := strings.CutSuffix(row, " ! "); ok {
			_, publisher, _ := strings.Cut(rest, "· ")
			got = append(got, strings.TrimSpace(publisher))
		}
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		s.t.Errorf("marked are %q, want %q:\n%s", got, want, s.text())
	}
	return s
}

func TestAnArticleThatWasNotReadAsAWholeHasABadgeAndIsListed(t *testing.T) {
	s := openWith(t, Options{}, 140, 40, append(results(newsroom(t)...), results(cut(t))...)).marked("Gazette").reads(minutes).says("1 read in part (!)")
	s.press("!").sees("─ Problems · 1 article not read as a whole ─", "▌! cut.md", "! long/cut.md: Lines of more than 64 KiB were split.", "The rest of it is there.", "Enter opens A list of all wells")
	s.press("Enter").reads("A list of all wells").sees("! Lines of more than 64 KiB").seesNot("─ Problems")
	if s.m.focus != ArticlePane {
		t.Error("it is not open")
	}
	s.press("^o").reads(minutes).press("1 s ↓ Enter").marked().press(":").enter("errors").press("Enter Enter").reads("A list of all wells").says("The filter, which left this one out, is cleared.")
	s.marked("Gazette").press("^o").says("speaker:osk")
}

func TestAFileThatCannotBeReadAnyMoreMarksItsArticleUntilItCan(t *testing.T) {
	s := openWith(t, Options{}, 140, 40, results(newsroom(t)...)).marked()
	s.send(loadedMsg{readings: []library.Reading{failed("osk-warns.md", "you may not read it; see its permissions"), failed("gone.md", "the file is empty")}, more: true})
	s.says("2 problems (!)").marked("Tallmar Herald").press("!").sees("▌! osk-warns.md", "osk-warns.md: you may not read it; see its permissions", "Once it is mended, R reads it again.", "Enter opens "+warns)
	s.press("↓").sees("gone.md: the file is empty").seesNot("Enter opens").press("Enter").reads(minutes).press("! Enter").reads(warns)
	s.send(loadedMsg{readings: []library.Reading{failed("osk-warns.md", "the file is empty")}, more: true}).says("2 problems (!)")
	s.press("! ↓").sees("osk-warns.md: the file is empty").seesNot("permissions").press("Esc")
	s.send(loadedMsg{readings: results(newsroom(t)[2]), more: true}).says("1 problem (!)").marked()
}

func TestAFeedWithABrokenItemLeadsToItsFirstArticle(t *testing.T) {
	feed := failed("feed.xml", "not all of its items could be read: item 2: it has no text")
	for _, path := range []string{"feed.xml#1", "feed.xml#3"} {
		a := write(path, "Item "+path, "Quay Letters", "2026-03-19", "It is short.").done(t)
		feed.Results = append(feed.Results, library.Result{Article: a})
	}
	openWith(t, Options{}, 140, 40, []library.Reading{feed}).marked().press("!").sees("! feed.xml: not all of its items", "Enter opens Item feed.xml#1").press("Enter").reads("Item feed.xml#1")
}

func TestProblemsAtAllSizes(t *testing.T) {
	for _, size := range sizes() {
		s := openWith(t, Options{}, size[0], size[1], append(results(cut(t)), failed("gone.md", "the file is empty; write something into it")))
		if size[0] >= 80 {
			s.says("1 problem, 1 read in part (!)")
		}
		s.press("!").sees("! gone.md", "cut.md", "something into it").press("↓").sees("64 KiB").press("Enter").reads("A list of all wells")
	}
}
