package linear

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"reader/model"
	"reader/model/feeds"
	"reader/model/library"
	"reader/model/revision"
)

func TestWhatWasReadInPartIsToldAndOpened(t *testing.T) {
	files := fstest.MapFS{
		"long.md": {Data: []byte("# A list of all wells\n\n" + strings.Repeat("well ", 20_000) + "\n")},
		"dam.md":  {Data: []byte("# A dam\n\nIt is full of water.\n")},
	}
	var out bytes.Buffer
	r := New(Options{Loader: library.LoadFS(t.Context(), files, library.Options{})}, &out)
	r.await(t.Context(), time.After(time.Minute))
	r.takeStock()
	for _, command := range []string{"problems", "1"} {
		if err := r.Do(t.Context(), command); err != nil {
			t.Fatal(err)
		}
	}
	for _, says := range []string{
		"There is trouble: 1 article read in part; the command problems tells.", "1. long.md, read in part: Lines of more than 64 KiB were split.",
		"A list of all wells.",
	} {
		if !strings.Contains(out.String(), says) {
			t.Errorf("it does not say %q:\n%.2000s", says, &out)
		}
	}
}

// paperboy brings a paper into a folder, or says why not.
type paperboy struct {
	folder string
	err    error
}

// Refresh implements Feeds.
func (p paperboy) Refresh(context.Context) (iter.Seq[feeds.Event], error) {
	if p.err != nil {
		return nil, p.err
	}
	return func(yield func(feeds.Event) bool) {
		text := "# A boat for the lake\n\n“The boat is here,” Ben Osk said.\n"
		err := os.WriteFile(filepath.Join(p.folder, "boat.md"), []byte(text), 0o600)
		_ = yield(feeds.Event{Feed: feeds.Feed{Name: "gazette"}, New: 1, Done: 1, Total: 2, Err: err}) &&
			yield(feeds.Event{Feed: feeds.Feed{Name: "herald"}, Done: 2, Total: 2, Err: errors.New("nobody answers")})
	}, nil
}

func TestARefreshBringsWhatIsNew(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "dam.md"), []byte("# A dam\n\nIt is full of water.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	l := library.Load(t.Context(), []string{folder}, strings.NewReader(""), library.Options{Watch: true})
	r := New(Options{Loader: l, Feeds: paperboy{folder: folder}}, &out)
	r.await(t.Context(), time.After(time.Minute))
	if err := r.Do(t.Context(), "refresh"); err != nil {
		t.Fatal(err)
	}
	for r.lib.Len() < 2 { // on a slow machine it may take longer than the refresh waits
		r.arrive(t.Context())
	}
	if err := r.Do(t.Context(), "find speaker:osk"); err != nil {
		t.Fatal(err)
	}
	for _, says := range []string{"herald: nobody answers", "1 new, 0 changed, 1 feed failed.", "1 article of 2, for speaker:osk"} {
		if !strings.Contains(out.String(), says) {
			t.Errorf("it does not say %q:\n%s", says, &out)
		}
	}
}

func TestWhyNothingIsRefreshed(t *testing.T) {
	r := New(Options{Feeds: paperboy{err: errors.New("there is no network")}}, &bytes.Buffer{})
	if err := r.Do(t.Context(), "refresh"); err == nil || !strings.Contains(err.Error(), "nothing was refreshed: there is no network") {
		t.Errorf("got %v", err)
	}
}

func TestIWriteTheQuotesThatIAskForToAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	d := &desk{t: t, home: t.TempDir(), files: fstest.MapFS{}}
	run := func(typed string) string {
		t.Helper()
		r, out := d.session(false)
		if err := r.Run(t.Context(), strings.NewReader(typed)); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if got := run("find speaker:azimov said:pay\nwrite azimov.csv\nwrite azimov.csv\nno\nwrite azimov.csv\nyes\nwrite azimov.doc\nfind speaker:azimov said:nothing\nwrite none.md\n"); !strings.Contains(got, "Wrote 1 quote to azimov.csv.") ||
		!strings.Contains(got, "There is a file azimov.csv already. Replace it?") || !strings.Contains(got, "The end of the name tells the format") ||
		!strings.Contains(got, "so nothing is taken out.") {
		t.Error(got)
	}
	if text, err := os.ReadFile("azimov.csv"); err != nil || strings.Count(string(text), "\n") != 2 || !strings.Contains(string(text), "They should pay more") {
		t.Errorf("the file has\n%s\n(%v)", text, err)
	}
	if names, err := filepath.Glob("*"); err != nil || len(names) != 1 {
		t.Errorf("there are %q (%v)", names, err)
	}
}

func TestIHearWhatWasChanged(t *testing.T) {
	of := func(title, text string, end int) *model.Article {
		a := &model.Article{ID: title, Title: title, Text: text, Language: "en"}
		a.Blocks = []model.Block{{Span: model.Span{End: uint32(len(text))}}}
		a.Entities = []model.Entity{{Name: "Ada Harl", Type: model.Person}}
		a.Quotes = []model.Quote{{Span: model.Span{End: uint32(end)}, Speaker: 1, Confidence: 1}}
		return a
	}
	old, now := of("The dam is safe", "“Safest in the world,” said Ada Harl.", 26), of("The dam", "“Safest in the land,” said Ada Harl.", 25)
	lib := library.New(nil)
	lib.Add(now)
	at := time.Date(2026, 5, 3, 14, 2, 0, 0, time.Local)
	history := func(a *model.Article) (*library.History, error) {
		change := revision.Between(old, a)
		return &library.History{Now: a, Times: 1, Last: at, Old: []library.Old{{Article: old, Changed: at, Next: change, Now: change}}}, nil
	}
	var out strings.Builder
	if err := New(Options{Library: lib, History: history}, &out).Run(t.Context(), strings.NewReader("open 1\nchanges\n")); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Changed 1 time, last on 3 May 2026 14:02.", "The title was: The dam is safe\nNow: The dam\n",
		"A quote by Ada Harl was: “Safest in the world,”\nNow: “Safest in the land,”\n", "A paragraph was: ",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not told:\n%s", want, out.String())
		}
	}
}
