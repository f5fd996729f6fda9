package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/report"

	"github.com/adrg/xdg"
)

// TestMain keeps the tests from what the user of this machine corrected and fetched, and from the network: what is asked for
// beyond this machine goes to a proxy that is not there.
func TestMain(m *testing.M) {
	home, err := os.MkdirTemp("", "reader")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY"} {
		if err := os.Setenv(name, "http://127.0.0.1:1"); err != nil {
			panic(err)
		}
	}
	moveIn(home)
	code := m.Run()
	_ = os.RemoveAll(home) // nothing depends on it
	os.Exit(code)
}

// moveIn makes home the folder for what programs remember and keep.
func moveIn(home string) {
	for _, kind := range []string{"XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"} {
		if err := os.Setenv(kind, home); err != nil {
			panic(err)
		}
	}
	xdg.Reload()
}

// freshState gives the test a folder of its own for what programs remember, and returns where the corrections are.
func freshState(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	t.Setenv("XDG_STATE_HOME", home)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	return filepath.Join(home, "reader", "corrections.jsonl")
}

// corrected adds what make returns for the article at path to the user's corrections, as the screen does.
func corrected(t *testing.T, path string, build func(a *model.Article) []correct.Correction) {
	t.Helper()
	log, err := openLog()
	if err != nil {
		t.Fatal(err)
	}
	readings, _ := library.Load(t.Context(), []string{path}, nil, library.Options{Log: log}).Next()
	a := readings[0].Results[0].Article
	cs := build(a)
	for i := range cs {
		cs[i].Article = a.ID
	}
	if err := log.Add(cs...); err != nil {
		t.Fatal(err)
	}
}

// words returns the anchor of words in the body of a.
func words(t *testing.T, a *model.Article, words string) correct.Anchor {
	t.Helper()
	if strings.Count(a.Text, words) != 1 {
		t.Fatalf("%q stands %d times in the text", words, strings.Count(a.Text, words))
	}
	return correct.At(a, model.Body, spanOf(a.Text, words))
}

func who(name string) correct.Who { return correct.Who{Type: model.Person, Name: name} }

// old is what Ben Osk says in radar.
const old = "“The station is old,”"

// What is corrected stays so: export, quotes, and the filter by speaker tell it, and say whose word it is.
func TestCorrectionsStay(t *testing.T) {
	newsstand(t)
	freshState(t)
	before := runWith(t, "", "export", "radar.md")
	if strings.Contains(before.stdout, `"by"`) {
		t.Errorf("something is corrected before it was: %s", before.stdout)
	}
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{
			{Op: correct.Speaker, Anchor: words(t, a, "“It costs too much.”"), Is: who("Ida Quist")},
			{Op: correct.Same, Entity: who("Ben Osk"), Is: who("Benjamin Oskarsson")},
		}
	})
	var got exported
	if err := json.Unmarshal([]byte(runWith(t, "", "export", "radar.md").stdout), &got); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Benjamin Oskarsson user", "Ida Quist user"} {
		q := got.Quotes[i]
		if e := got.Entities[*q.Speaker-1]; e.Name+" "+q.By != want || e.By != "user" {
			t.Errorf("quote %d is by %s, %q; the entity %q; want %s", i, e.Name, q.By, e.By, want)
		}
	}
	if m := got.Entities[0].Mentions[0]; m.By != "user" {
		t.Errorf("the mention of Oskarsson is %+v", m)
	}
	for _, c := range []struct{ speaker, want string }{
		{"quist", "Ida Quist user 1"}, {"oskarsson", "Benjamin Oskarsson user 0.9"}, {"härl", "Ada Härl rule 0.9"},
	} {
		out := runWith(t, "", "quotes", ".", "--speaker", c.speaker, "--format", "jsonl")
		first, _, _ := strings.Cut(out.stdout, "\n")
		var q report.Quote
		if err := json.Unmarshal([]byte(first), &q); err != nil {
			t.Fatalf("%v: %+v", err, out)
		}
		if s := fmt.Sprint(q.Speaker, " ", q.By, " ", q.Confidence); !strings.HasPrefix(s, c.want) {
			t.Errorf("--speaker %s gives %s, want %s", c.speaker, s, c.want)
		}
	}
	if out := runWith(t, "", "quotes", "radar.md", "--format", "csv"); !strings.Contains(out.stdout, ",1,user\n") {
		t.Errorf("the table does not say who said so:\n%s", out.stdout)
	}
	if out := runWith(t, "", "quotes", "radar.md", "--speaker", "osk"); out.code != 0 || !strings.Contains(out.stdout, "— Benjamin Oskarsson") {
		t.Errorf("under the name that the article has Oskarsson is not found: %+v", out)
	}
}

// When an article is edited, what fits goes on to hold, and what does not is told.
func TestCorrectionsOfAnEditedArticle(t *testing.T) {
	newsstand(t)
	freshState(t)
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte("---\nurl: https://post.example/"+name+"\n---\n\n"+text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("radar.md", radar)
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{
			{Op: correct.Speaker, Anchor: words(t, a, old), Is: who("Ida Quist")},
			{Op: correct.Speaker, Anchor: words(t, a, "“It costs too much.”"), Is: who("Ida Quist")},
		}
	})
	write("radar.md", strings.Replace(strings.Replace(radar, "old", "new", 1), "“The", "It rained in Tallmar.\n\n“The", 1))
	out := runWith(t, "", "quotes", "radar.md")
	if !strings.Contains(out.stdout, "“It costs too much.”\n  — Ida Quist") || !strings.Contains(out.stdout, "“The station is new,”\n  — Ben Osk") {
		t.Errorf("the quotes are\n%s", out.stdout)
	}
	if want := "reader: radar.md: 1 correction can't be placed in the article any more; reader corrections list shows what\n"; out.stderr != want || out.code != 0 {
		t.Errorf("exit %d, told %q, want %q", out.code, out.stderr, want)
	}
	got := runWith(t, "", "corrections", "list", "radar.md").stdout
	got = regexp.MustCompile(`\d{4}-\d\d-\d\d \d\d:\d\d`).ReplaceAllString(got, "TIME")
	want := `Radar station to close (radar.md)
  TIME  Ida Quist said “The station is old”. (This fits no place in the article any more.)
  TIME  Ida Quist said “It costs too much.”.
`
	if got != want {
		t.Errorf("listed is\n%s\nwant\n%s", got, want)
	}
}

// The list tells everything in sentences.
func TestListOfCorrections(t *testing.T) {
	newsstand(t)
	freshState(t)
	if out := runWith(t, "", "corrections", "list", "radar.md"); out.code != 0 || out.stdout != "" || out.stderr != "reader: nothing was corrected yet\n" {
		t.Errorf("with nothing corrected: %+v", out)
	}
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{{Op: correct.Speaker, Anchor: words(t, a, old), Is: who("Ida Quist")}}
	})
	corrected(t, "harbour.md", func(a *model.Article) []correct.Correction {
		long := words(t, a, "“We looked at the gates and they will not hold,” Ada Härl said. “Nobody wants another flood.”")
		return []correct.Correction{
			{Op: correct.Speaker, Anchor: long},
			{Op: correct.NotQuote, Anchor: words(t, a, "“Nobody wants another flood.”")},
			{Op: correct.Quote, Anchor: words(t, a, "on Monday"), Is: who("Ada Härl")},
			{Op: correct.Same, Entity: who("Ada Härl"), Is: who("Ada Maria Härl")},
			{Op: correct.Same, Entity: who("Ada Maria Härl"), Is: correct.Who{Type: model.Organization, Name: "Ada Maria Härl"}},
			{Op: correct.Apart, Entity: who("Ada Maria Härl"), Alias: "Ada Härl"},
			{Op: correct.Apart, Entity: who("Ada Härl"), Alias: "Ada Härl"},
			{Op: correct.Dismiss, Entity: correct.Who{Type: model.Place, Name: "Tallmar"}},
		}
	})
	got := runWith(t, "", "corrections", "list", "harbour.md").stdout
	got = regexp.MustCompile(`\d{4}-\d\d-\d\d \d\d:\d\d|[0-9a-f]{24}`).ReplaceAllString(got, "~")
	want := `Harbour of Tallmar stays shut (harbour.md)
  ~  It can’t be told who said “We looked at the gates and they will not hold,” Ada Härl said. “Nobody …”.
  ~  “Nobody wants another flood.” is not a quote.
  ~  Ada Härl said “on Monday”.
  ~  Ada Härl is the same as Ada Maria Härl.
  ~  Ada Maria Härl is an organization.
  ~  “Ada Härl” is somebody else than Ada Maria Härl.
  ~  “Ada Härl” is somebody else than Ada Härl in other articles.
  ~  Tallmar is no longer an entity.

~ (not among these articles)
  ~  Ida Quist said “The station is old”.
`
	if got != want {
		t.Errorf("listed is\n%s\nwant\n%s", got, want)
	}
}

// What a team corrects is data: all quotes of the corrected articles with their speakers, in code points, and
// which of them a person vouches for.
func TestExportOfCorrections(t *testing.T) {
	newsstand(t)
	freshState(t)
	titled := "# “No more floods,” says Härl\n" + strings.SplitN(harbour, "\n", 2)[1]
	if err := os.WriteFile("harbour.md", []byte(titled), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := runWith(t, "", "corrections", "export", "."); out.code != 0 || out.stdout != "" || out.stderr != "reader: nothing was corrected in these articles\n" {
		t.Errorf("with nothing corrected: %+v", out)
	}
	corrected(t, "harbour.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{
			{Op: correct.Quote, Anchor: correct.At(a, model.Title, spanOf(a.Title, "“No more floods,”")), Is: who("Ada Härl")},
			{Op: correct.Speaker, Anchor: words(t, a, "“Nobody wants another flood.”")},
		}
	})
	out := runWith(t, "", "corrections", "export", "radar.md", "harbour.md", "./harbour.md")
	var got gold
	if err := json.Unmarshal([]byte(out.stdout), &got); err != nil {
		t.Fatalf("not one article: %v: %+v", err, out)
	}
	if got.Title != "“No more floods,” says Härl" || !strings.HasPrefix(got.Text, got.Title+"\n\nTALLMAR — ") {
		t.Errorf("title %q, text %q", got.Title, got.Text)
	}
	said, runes := make([]string, 0, len(got.Quotes)), []rune(got.Text)
	for _, q := range got.Quotes {
		if cut := string(runes[q.Start:q.End]); cut != q.Text {
			t.Errorf("at %d-%d stands %q, not %q", q.Start, q.End, cut, q.Text)
		}
		if (q.Speaker == "") != (q.SpeakerStart == nil) || q.Speaker != "" && string(runes[*q.SpeakerStart:*q.SpeakerEnd]) != q.Speaker {
			t.Errorf("the speaker of %q is not at %v", q.Text, q.SpeakerStart)
		}
		if (q.Cue == "") != (q.CueStart == nil) || q.Cue != "" && string(runes[*q.CueStart:*q.CueEnd]) != q.Cue {
			t.Errorf("the cue of %q is not at %v", q.Text, q.CueStart)
		}
		name := "nobody"
		if q.Canonical != nil {
			name = *q.Canonical
		}
		said = append(said, q.Type+" "+name+" "+q.By+": "+q.Text)
	}
	want := []string{
		"direct Ada Härl user: “No more floods,”",
		"indirect Ada Härl : The harbour will stay shut for a week",
		"direct Ada Härl : “We looked at the gates and they will not hold,”",
		"direct nobody user: “Nobody wants another flood.”",
	}
	if !slices.Equal(said, want) {
		t.Errorf("the quotes are %q, want %q", said, want)
	}
	if !strings.Contains(out.stdout, `"canonical":null`) || !utf8.ValidString(out.stdout) {
		t.Errorf("nobody is not null: %s", out.stdout)
	}
}

// The text of what is exported, read as an article, has its quotes at just the places that are exported, by the
// same speakers: the data measures the reader by what a person confirmed.
func TestExportedCorrectionsMeasureTheReader(t *testing.T) {
	newsstand(t)
	freshState(t)
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{{Op: correct.Speaker, Anchor: words(t, a, old), Is: who("Ben Osk")}}
	})
	var want gold
	if err := json.Unmarshal([]byte(runWith(t, "", "corrections", "export", "radar.md").stdout), &want); err != nil {
		t.Fatal(err)
	}
	freshState(t)
	if err := os.WriteFile("gold.txt", []byte(want.Text), 0o600); err != nil {
		t.Fatal(err)
	}
	var got exported
	if err := json.Unmarshal([]byte(runWith(t, "", "export", "gold.txt").stdout), &got); err != nil {
		t.Fatal(err)
	}
	before := utf8.RuneCountInString(got.Title) + 2
	if got.Title+"\n\n"+got.Text != want.Text || len(got.Quotes) != 2 || len(want.Quotes) != 2 {
		t.Fatalf("%d quotes in %q, %d in %q", len(want.Quotes), want.Text, len(got.Quotes), got.Text)
	}
	for i, q := range got.Quotes {
		g := want.Quotes[i]
		name := got.Entities[*q.Speaker-1].Name
		named := q.Mention == nil && g.SpeakerStart == nil || q.Mention != nil && q.Mention.Start+before == *g.SpeakerStart
		if q.Start+before != g.Start || q.End+before != g.End || q.Kind != g.Type || name != *g.Canonical || !named {
			t.Errorf("exported is %+v of %s, found %+v of %s", g, *g.Canonical, q, name)
		}
	}
}

// A colleague's corrections are taken in, once.
func TestImportOfCorrections(t *testing.T) {
	newsstand(t)
	theirs := freshState(t)
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{
			{Op: correct.Speaker, Anchor: words(t, a, old), Is: who("Ida Quist")},
			{Op: correct.NotQuote, Anchor: words(t, a, "“It costs too much.”")},
		}
	})
	mine := freshState(t)
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{{Op: correct.Speaker, Anchor: words(t, a, old), Is: who("Cem Roth")}}
	})
	quotes := func() string {
		return runWith(t, "", "quotes", "radar.md", "--format", "csv").stdout
	}
	out := runWith(t, "", "corrections", "import", theirs)
	if want := theirs + ": 2 new corrections, 0 known\n"; out.code != 0 || out.stdout != want || out.stderr != "" {
		t.Errorf("%+v, want %q", out, want)
	}
	if got := quotes(); !strings.Contains(got, "Cem Roth") || strings.Contains(got, "too much") {
		t.Errorf("what was corrected last does not count, or not all was taken in:\n%s", got)
	}
	data, err := os.ReadFile(mine)
	if err != nil {
		t.Fatal(err)
	}
	their, err := os.ReadFile(theirs)
	if err != nil {
		t.Fatal(err)
	}
	if out = runWith(t, string(their), "corrections", "import", "-"); out.stdout != "-: 0 new corrections, 2 known\n" {
		t.Errorf("a second time: %+v", out)
	}
	if again, e := os.ReadFile(mine); e != nil || string(again) != string(data) {
		t.Errorf("taking in what is known changed the file (%v):\n%s", e, again)
	}
	// They change their mind on one of them.
	theirLog, err := correct.Open(theirs)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := theirLog.Undo(); err != nil {
		t.Fatal(err)
	}
	runWith(t, "", "corrections", "import", theirs)
	if got := quotes(); !strings.Contains(got, "too much") {
		t.Errorf("what they undid is not undone:\n%s", got)
	}
}

// Mistakes are told with what to do.
func TestMistakesWithCorrections(t *testing.T) {
	newsstand(t)
	path := freshState(t)
	if err := os.WriteFile("gold.jsonl", []byte(`{"id": "seed", "text": "x", "quotes": []}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	told(t, "corrections", 2, "reader corrections list, export or import")
	told(t, "corrections lsit", 2, "corrections lsit", "list, export and import")
	told(t, "corrections import", 2, "reader corrections import FILE")
	told(t, "corrections import nothing.jsonl", 1, "nothing.jsonl", "no such file")
	told(t, "corrections import .", 1, ".: ", "is a directory")
	told(t, "corrections import a\x1b]0;b\a", 1, "could not be taken in: open a␛]0;b␇: no such file")
	told(t, "corrections import gold.jsonl", 1, "gold.jsonl: line 1 was passed over", "give the file corrections.jsonl")
	told(t, "corrections list nothing.md", 1, "nothing.md: there is no such file")
	// A file of corrections that can't be read hides no article.
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	told(t, "quotes radar.md", 0, path, "as they were before you corrected them")
	told(t, "corrections list radar.md", 1, path, "could not be read")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("# notes\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	told(t, "quotes radar.md", 0, "corrections.jsonl: line 1 was passed over and left as it is")
}
