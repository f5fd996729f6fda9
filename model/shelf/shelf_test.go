package shelf_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/shelf"
	"reader/model/source"
)

var (
	morning = time.Date(2026, 11, 24, 8, 15, 0, 0, time.UTC)
	noon    = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
)

// articleOf reads text as a file of Markdown.
func articleOf(tb testing.TB, text string) *model.Article {
	tb.Helper()
	articles, err := source.Read("article.md", []byte(text))
	if err != nil || len(articles) != 1 {
		tb.Fatalf("%d articles, %v", len(articles), err)
	}
	return articles[0]
}

func harbour(tb testing.TB) *model.Article {
	tb.Helper()
	a := articleOf(tb, `---
id: "tag:gazette.example,2026:harbour"
title: "Harbour of Tallmar: “Shut” and [closed] for {now}"
url: https://gazette.example/harbour?a=1&b=2
authors: ["Ada Härl", "Bo Chen"]
date: 2026-11-23T22:10:00+02:00
publisher: "Tallmar Gazette"
language: en
tags: [harbour]
---

TALLMAR — The harbour stays *shut*, Ada Härl said.

- one
- two
`)
	a.Tags = append(a.Tags, "R &B", "*news*", "<<: x")
	return a
}

// keep keeps an article with its original on the shelf in folder.
func keep(tb testing.TB, folder string, a *model.Article, original string, at time.Time) shelf.Outcome {
	tb.Helper()
	s, err := shelf.Open(folder)
	if err != nil {
		tb.Fatal(err)
	}
	outcome, err := s.Keep(shelf.Item{Article: a, Original: []byte(original), Mark: shelf.Mark{Fetched: at, Hash: shelf.Hash(a)}})
	if err != nil {
		tb.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		tb.Fatal(err)
	}
	return outcome
}

// files returns the content of all files in folder, but for locks.
func files(tb testing.TB, folder string) map[string]string {
	tb.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		out[name] = string(data)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// An article that is kept is read again as it was.
func TestReadBack(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	want := harbour(t)
	if keep(t, folder, want, "<item/>", morning) != shelf.New {
		t.Error("it is not new")
	}
	const name = "2026-11-23-harbour-of-tallmar-shut-and-closed-for-now-3fb428e50cca"
	got := files(t, folder)
	if len(got) != 2 || got[name+".original"] != "<item/>" {
		t.Fatalf("got %v", got)
	}
	back := articleOf(t, got[name+".md"])
	want.Path = back.Path
	if !reflect.DeepEqual(back, want) {
		t.Errorf("from\n%s\ngot  %+v\nwant %+v", got[name+".md"], back, want)
	}
}

// Every version stays, with its time and its original, also if the program was killed on the way.
func TestVersions(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	a := harbour(t)
	keep(t, folder, a, "one", morning)
	b := *a
	b.Markdown, b.Title = "The harbour is open.", "Harbour is open"
	if keep(t, folder, &b, "two", noon) != shelf.Changed {
		t.Error("it is not changed")
	}
	c := b
	c.Markdown = "The harbour is shut again."
	keep(t, folder, &c, "three", noon) // in the same second
	keep(t, folder, &b, "four", noon)
	got := files(t, folder)
	const name = "2026-11-23-harbour-of-tallmar-shut-and-closed-for-now-3fb428e50cca"
	for path, want := range map[string]string{
		name + ".original": "four",
		name + ".md":       "harbour is open.",
		".versions/" + name + "/20261124T081500Z.original":   "one",
		".versions/" + name + "/20261124T081500Z.md":         "stays *shut*",
		".versions/" + name + "/20261124T120000Z.original":   "two",
		".versions/" + name + "/20261124T120000Z.md":         "harbour is open.",
		".versions/" + name + "/20261124T120000Z-2.original": "three",
		".versions/" + name + "/20261124T120000Z-2.md":       "shut again",
	} {
		if !strings.Contains(got[path], want) {
			t.Errorf("%s: got %q, want %q", path, got[path], want)
		}
		delete(got, path)
	}
	if len(got) > 0 {
		t.Errorf("there is more: %v", got)
	}
}

// What was killed between two of its files is finished by the next try, and the original of the old version is not
// taken for that of the new one.
func TestVersionsAfterAKill(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	a := harbour(t)
	keep(t, folder, a, "one", morning)
	b := *a
	b.Markdown = "The harbour is open."
	halfway := t.TempDir()
	keep(t, halfway, a, "one", morning)
	keep(t, halfway, &b, "two", noon)
	done := files(t, halfway)
	// The order in which they are written: the old original, the old article, the new original, the new article.
	paths := slices.SortedFunc(maps.Keys(done), func(a, b string) int { return rank(a) - rank(b) })
	for killed := range len(paths) {
		again := t.TempDir()
		keep(t, again, a, "one", morning)
		for _, path := range paths[:killed] {
			at := filepath.Join(again, path)
			if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, []byte(done[path]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		keep(t, again, &b, "two", noon)
		if got := files(t, again); !reflect.DeepEqual(got, done) {
			t.Errorf("killed after %d files: got %v, want %v", killed, got, done)
		}
	}
}

func rank(path string) int {
	n := 0
	if !strings.HasPrefix(path, ".versions") {
		n = 2
	}
	if strings.HasSuffix(path, ".md") {
		n++
	}
	return n
}

func TestSlug(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Harbour’s “gates” won't hold": "harbours-gates-wont-hold", "Ärger über Öl": "arger-uber-ol", "  ": "", "../../etc/passwd": "etc-passwd",
		"Мост открыт": "мост-открыт", strings.Repeat("ab ", 100): strings.TrimSuffix(strings.Repeat("ab-", 20), "-") + "-a", ".hidden": "hidden",
	} {
		if got := shelf.Slug(title); got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}

// Whatever an article is called, its front matter is read as what it was.
func FuzzFrontMatter(f *testing.F) {
	f.Add("tag:1", "Harbour: “Shut” and [closed] for {now}", "Ada Härl", "R &B")
	f.Add("1", "---", "*a &b", "<<: x")
	f.Add(`\x41`, `"\`, "- x", "#no: comment")
	f.Fuzz(func(t *testing.T, id, title, publisher, tag string) {
		a := &model.Article{
			ID: source.SanitizeLine(id), Title: source.SanitizeLine(title), Publisher: source.SanitizeLine(publisher), Language: "en",
			Markdown: "Nobody said a word.", Text: "Nobody said a word.",
		}
		if tag = source.SanitizeLine(tag); tag != "" {
			a.Tags = []string{tag}
		}
		if a.ID == "" || len(id)+len(title)+len(publisher)+len(tag) > 1000 {
			return
		}
		folder := t.TempDir()
		keep(t, folder, a, "", morning)
		s, err := shelf.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		mark, ok := s.Kept(a.ID)
		if want := (shelf.Mark{Fetched: morning, Hash: shelf.Hash(a)}); !ok || mark != want {
			t.Fatalf("got %+v, %v, want %+v", mark, ok, want)
		}
		data, err := os.ReadFile(s.Path(a.ID))
		if err != nil {
			t.Fatal(err)
		}
		got := articleOf(t, string(data))
		if got.ID != a.ID || got.Title != a.Title || got.Publisher != a.Publisher || !slices.Equal(got.Tags, a.Tags) || len(got.Furniture) > 0 {
			t.Errorf("from\n%s\ngot %+v", data, got)
		}
	})
}

// The articles of the built-in library are read again as they were, but for what was set apart from their text, which is
// in their originals.
func TestReadBackTheBuiltInLibrary(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("../../seeds/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d articles, %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := *articleOf(t, string(data))
		folder := t.TempDir()
		keep(t, folder, &want, string(data), morning)
		s, err := shelf.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		if data, err = os.ReadFile(s.Path(want.ID)); err != nil {
			t.Fatal(err)
		}
		got := *articleOf(t, string(data))
		got.Furniture, want.Furniture = nil, nil
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got\n%+v\nwant\n%+v", path, got, want)
		}
	}
}
