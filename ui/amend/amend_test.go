package amend_test

import (
	"path/filepath"
	"testing"
	"time"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/amend"
)

// What was done last is undone first: a correction, or a mark; but a correction of articles that are not here gives way to a mark.
func TestLatest(t *testing.T) {
	t.Parallel()
	lib := library.New(nil)
	lib.Add(&model.Article{ID: "here", Path: "here.md", Title: "Here"})
	before, after := time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	for _, c := range []struct {
		name       string
		marked     bool   // now
		of         string // whose article was corrected; "": none
		at         time.Time
		wantMarked bool
		wantRefs   int
		wantOK     bool
	}{
		{name: "nothing"},
		{name: "a mark", marked: true, wantMarked: true, wantOK: true},
		{name: "a correction", of: "here", at: before, wantRefs: 1, wantOK: true},
		{name: "a correction elsewhere", of: "there", at: before, wantOK: true},
		{name: "a correction, then a mark", marked: true, of: "here", at: before, wantMarked: true, wantOK: true},
		{name: "a mark, then a correction", marked: true, of: "here", at: after, wantRefs: 1, wantOK: true},
		{name: "a mark, then a correction elsewhere", marked: true, of: "there", at: after, wantMarked: true, wantOK: true},
	} {
		dir := t.TempDir()
		log, err := correct.Open(filepath.Join(dir, "corrections.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		marks, err := state.Open(filepath.Join(dir, "state.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		if c.marked {
			if _, err := marks.Star([]string{"here"}, true); err != nil {
				t.Fatal(err)
			}
		}
		if c.of != "" {
			if err := log.Add(correct.Correction{Op: correct.NotQuote, Article: c.of, Time: c.at, Anchor: correct.Anchor{Words: "words"}}); err != nil {
				t.Fatal(err)
			}
		}
		ch, marked, ok := amend.Latest(lib, log, marks)
		if marked != c.wantMarked || ok != c.wantOK || len(ch.Refs) != c.wantRefs || ch.Correction.Article != "" && ch.Correction.Article != c.of {
			t.Errorf("%s: got a mark %v, ok %v, the correction of %q in %d articles", c.name, marked, ok, ch.Correction.Article, len(ch.Refs))
		}
	}
}
