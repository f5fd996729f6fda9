package nlp_test

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"reader/model"
	"reader/model/nlp"
	"reader/model/nlp/doc/doctest"
	"reader/seeds"
)

// FuzzAnalyze holds that any text can be analysed: what is found keeps the invariants of the model and is the
// same every time.
func FuzzAnalyze(f *testing.F) {
	f.Add("Port to open, says minister", "“We open on Monday,” Mara Voss, the minister, said. “At last.”\n\nShe told Interfax that the “old” gates were shut, but the crews want proof.")
	f.Add("", "said said said, \"said")
	f.Add("", "according to")
	f.Add("“", "”\n\n“, he said\n\n‘’ \x00 \u202e said that that that")
	f.Add("Voss: no", "Mara Voss spoke to us.\n\nQ: Why?\n\nA: I know.\nVoss: I do.\n\nQ.\n\nA) We do. TOM HALE, MODERATOR: You?")
	f.Add("", "Quoted as saying as saying by, told by who said (")
	f.Fuzz(func(t *testing.T, title, text string) {
		title, text = clean(title), clean(text)
		title = strings.ReplaceAll(title, "\n", " ")
		a, b := article(title, text), article(title, text)
		nlp.Analyze(a)
		if err := a.Check(); err != nil {
			t.Fatalf("%q\n%q\n%v", title, text, err)
		}
		if err := checkEvidence(a); err != nil {
			t.Fatalf("%q\n%q\n%v", title, text, err)
		}
		nlp.Analyze(b)
		if !reflect.DeepEqual(a.Annotations, b.Annotations) {
			t.Fatalf("%q\n%q\nannotations differ between two runs", title, text)
		}
	})
}

// clean makes of any text one that an article may have: UTF-8 whose paragraphs are not empty.
func clean(text string) string {
	return strings.Trim(strings.ToValidUTF8(text, "�"), "\n")
}

func article(title, text string) *model.Article {
	var paragraphs []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.Trim(p, "\n"); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	a := &model.Article{Title: title, Text: strings.Join(paragraphs, "\n\n"), Language: "en"}
	at := uint32(0)
	for _, p := range paragraphs {
		a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: at, End: at + uint32(len(p))}})
		at += uint32(len(p)) + 2
	}
	return a
}

// An article in another language is left alone.
func TestOtherLanguage(t *testing.T) {
	t.Parallel()
	a := doctest.Article("", "“Wir öffnen am Montag,” sagte Mara Voss.")
	a.Language = "de"
	nlp.Analyze(a)
	if !reflect.DeepEqual(a.Annotations, model.Annotations{}) {
		t.Errorf("got %+v", a.Annotations)
	}
}

// builtIn returns the built-in articles, without their front matter, not yet analysed.
func builtIn(tb testing.TB) []*model.Article {
	tb.Helper()
	names, err := fs.Glob(seeds.Articles, "*.md")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no built-in articles: %v", err)
	}
	out := make([]*model.Article, 0, len(names))
	for _, name := range names {
		data, err := fs.ReadFile(seeds.Articles, name)
		if err != nil {
			tb.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "---\n")
		out = append(out, article("", clean(body)))
	}
	return out
}

// Who opens the built-in library sees every name of its first article, with type and role, and no other.
func TestNamesOfTheFirstArticle(t *testing.T) {
	t.Parallel()
	a := builtIn(t)[0]
	nlp.Analyze(a)
	got := map[string]bool{}
	for _, e := range a.Entities {
		if e.Type <= model.Nationality {
			got[fmt.Sprintf("%v %s|%s", e.Type, e.Name, e.Role())] = true
		}
	}
	for name := range strings.SplitSeq(`person Anders Fogh Rasmussen|NATO Secretary-General
person Anatoly Serdyukov|Defense Minister
person Araz Azimov|Azeri Deputy Foreign Minister
organization NATO|
organization Interfax|
organization Itar-Tass|
organization The Moscow Times|
organization Reuters|
place BRUSSELS|
place Moscow|
place Russia|
place United States|
place Iran|
place Caspian|
place Azerbaijan|
place Qabala|
nationality Russian|
nationality Russians|
nationality Belgian|
nationality Azeri|`, "\n") {
		if !got[name] {
			t.Errorf("%s is missed", name)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is none", name)
	}
}

// What is found in an article takes little more memory than its text in the built-in articles, which are short and full of
// names and quotes, and less in longer ones: names are parts of the article, not copies, and keep nothing else in memory.
func TestMemory(t *testing.T) {
	t.Parallel()
	text, found := 0, 0
	for _, a := range builtIn(t) {
		nlp.Analyze(a)
		text += len(a.Text)
		found += size(a)
		for _, e := range a.Entities {
			if e.Type == model.Person && !within(e.Name, a.Text) && !within(e.Name, a.Title) {
				t.Errorf("%s: the name %q is not part of the article", a.Path, e.Name)
			}
		}
	}
	t.Logf("%d bytes of text, %d of annotations", text, found)
	if float64(found) > 1.2*float64(text) {
		t.Errorf("annotations take %d bytes, the text %d", found, text)
	}
}

// size returns the bytes of the annotations of a, with those of strings that are not parts of its texts.
func size(a *model.Article) int {
	n := cap(a.Sentences)*int(unsafe.Sizeof(model.Span{})) +
		cap(a.Entities)*int(unsafe.Sizeof(model.Entity{})) +
		cap(a.Mentions)*int(unsafe.Sizeof(model.Mention{})) +
		cap(a.Quotes)*int(unsafe.Sizeof(model.Quote{}))
	for _, e := range a.Entities {
		for _, s := range []string{e.Name, e.Detail} {
			if !within(s, a.Text) && !within(s, a.Title) {
				n += len(s)
			}
		}
	}
	return n
}

// within reports whether s is stored in text.
func within(s, text string) bool {
	at, from := uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(unsafe.Pointer(unsafe.StringData(text)))
	return s == "" || at >= from && at < from+uintptr(len(text))
}

// The budget is 0.5 MB of text a second on one core, all stages.
func BenchmarkAnalyze(b *testing.B) {
	articles := builtIn(b)
	bytes := 0
	for _, a := range articles {
		bytes += len(a.Text)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, a := range articles {
			a.Annotations = model.Annotations{}
			nlp.Analyze(a)
		}
	}
}

func TestEnglishOfEveryCountryIsAnalysedAndNothingElse(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]int{"en-GB": 1, "EN": 1, "de": 0} {
		a := &model.Article{Text: "“The gates are shut,” said Mara Voss.", Language: language}
		a.Blocks = []model.Block{{Span: model.Span{End: uint32(len(a.Text))}}}
		nlp.Analyze(a)
		if len(a.Quotes) != want {
			t.Errorf("%s: %d quotes, want %d", language, len(a.Quotes), want)
		}
	}
}
