package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"reader/model"
	"reader/model/nlp"
	"reader/model/source"
	"reader/model/wire"
)

const story = `---
title: Strike in Ravensholt
authors: [Ann Lee, Bo Osk]
date: 2026-03-04T10:00:00+01:00
publisher: The Ledger
url: https://ledger.example/strike
tags: [port, strike]
---
RAVENSHOLT, March 4 — Dock workers in Ravensholt stayed out on Wednesday.

![The *harbour*](x.png)

> “We will not go back,” said Ida Holm, head of the union. She said the offer of $5 million was too small.

| ship | days |
| --- | --- |
| *Anna* | 3 |

“It is late,” the minister told Harbour Radio.
`

// read returns the articles of text, analysed.
func read(tb testing.TB, path, text string) []*model.Article {
	tb.Helper()
	articles, err := source.Read(path, []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range articles {
		nlp.Analyze(a)
	}
	return articles
}

// opened returns a cache in dir.
func opened(tb testing.TB, dir string) *Store {
	tb.Helper()
	s, aside, err := Open(dir, "1")
	if err != nil || aside != nil {
		tb.Fatal(err, aside)
	}
	tb.Cleanup(func() { _ = s.Close() }) // some tests closed it already
	return s
}

func TestAnArticleComesBackAsItWas(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	want := read(t, "a/strike.md", story)
	c := ContentOf("a/strike.md", []byte(story))
	keys := s.Put(c, want)
	check := func(when string) {
		t.Helper()
		if got := s.Find(c); !reflect.DeepEqual(got, keys) {
			t.Fatalf("%s found %v, want %v", when, got, keys)
		}
		got, err := s.Fetch(keys[0])
		if err != nil {
			t.Fatal(when, err)
		}
		if !got.Published.Equal(want[0].Published.Time) {
			t.Errorf("%s published %v, want %v", when, got.Published, want[0].Published)
		}
		got.Published = want[0].Published
		if !reflect.DeepEqual(got, want[0]) {
			t.Errorf("%s got\n%+v\nwant\n%+v", when, got, want[0])
		}
		if text, err := s.Text(keys[0]); err != nil || text != want[0].Text {
			t.Errorf("%s text %q, %v", when, text, err)
		}
	}
	check("at once")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = opened(t, dir)
	check("after a restart")
	if info, err := os.Stat(s.path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

func TestOtherContentIsNotFound(t *testing.T) {
	s := opened(t, t.TempDir())
	s.Put(ContentOf("a.md", []byte(story)), read(t, "a.md", story))
	for _, c := range []Content{ContentOf("a.md", []byte(story+" ")), ContentOf("a.txt", []byte(story))} {
		if keys := s.Find(c); len(keys) > 0 {
			t.Errorf("found %v", keys)
		}
	}
	if _, err := s.Fetch(7); !errors.Is(err, ErrMissing) {
		t.Errorf("fetching what is not there: %v", err)
	}
}

func TestADamagedOrForeignFileIsPutAside(t *testing.T) {
	for name, damage := range map[string]func(path string) error{
		"a text": func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("no database ", 100)), 0o600) },
		"holes": func(path string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for i := range data[:min(len(data), 4096)] {
				data[i] ^= 0x55
			}
			return os.WriteFile(path, data, 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := opened(t, dir)
			s.Put(ContentOf("a.md", []byte(story)), read(t, "a.md", story))
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if err := damage(s.path); err != nil {
				t.Fatal(err)
			}
			s, aside, err := Open(dir, "1")
			if err != nil {
				t.Fatal(err)
			}
			if aside == nil || !strings.Contains(aside.Error(), s.path+".damaged") {
				t.Errorf("says %v", aside)
			}
			if _, err := os.Stat(s.path + ".damaged"); err != nil {
				t.Error(err)
			}
			c := ContentOf("a.md", []byte(story))
			keys := s.Put(c, read(t, "a.md", story))
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if got := opened(t, dir).Find(c); !reflect.DeepEqual(got, keys) {
				t.Errorf("rebuilt, it has %v, want %v", got, keys)
			}
		})
	}
}

func TestDamageThatIsMetLaterIsPutAsideInTheEnd(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	key := s.Put(ContentOf("a.md", []byte(story)), read(t, "a.md", story))[0]
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = opened(t, dir)
	if _, err := s.db.ExecContext(t.Context(), "UPDATE articles SET rest = 'nothing'"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Fetch(key); !errors.Is(err, wire.ErrDamaged) {
		t.Errorf("fetching says %v", err)
	}
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), s.path+".damaged") {
		t.Errorf("closing says %v", err)
	}
	if keys := opened(t, dir).Find(ContentOf("a.md", []byte(story))); len(keys) > 0 {
		t.Errorf("the new one has %v", keys)
	}
}

func TestAnotherVersionOfTheAnalysisStartsAnew(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	s.Put(ContentOf("a.md", []byte(story)), read(t, "a.md", story))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, aside, err := Open(dir, "2")
	if err != nil || aside != nil {
		t.Fatal(err, aside)
	}
	if keys := s.Find(ContentOf("a.md", []byte(story))); len(keys) > 0 {
		t.Errorf("found %v of the other version", keys)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 1 {
		t.Errorf("the folder has %v", left)
	}
}

func TestWhatCannotBeWrittenStaysAtHand(t *testing.T) {
	s := opened(t, t.TempDir())
	if _, err := s.db.ExecContext(t.Context(), "PRAGMA max_page_count = 1"); err != nil { // as if the disk were full
		t.Fatal(err)
	}
	var text strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&text, "Ann Lee said gate %d was shut.\n\n", i)
	}
	articles := read(t, "a.md", text.String())
	keys := s.Put(ContentOf("a.md", []byte(text.String())), articles)
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("closing says %v", err)
	}
	if a, err := s.Fetch(keys[0]); err != nil || a.Text != articles[0].Text {
		t.Errorf("fetched %v", err)
	}
}

func TestTwoProgramsUseOneCache(t *testing.T) {
	dir := t.TempDir()
	stores := []*Store{opened(t, dir), opened(t, dir)}
	const each = 300
	var wg sync.WaitGroup
	for k, s := range stores {
		wg.Go(func() {
			for i := range each {
				text := fmt.Sprintf("Ann Lee said gate %d was shut.", i+each/2*k) // half of it is the same
				s.Put(ContentOf("a.md", []byte(text)), read(t, "a.md", text))
			}
		})
	}
	wg.Wait()
	for _, s := range stores {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := opened(t, dir)
	for i := range each + each/2 {
		text := fmt.Sprintf("Ann Lee said gate %d was shut.", i)
		keys := s.Find(ContentOf("a.md", []byte(text)))
		if len(keys) != 1 {
			t.Fatalf("gate %d: %v", i, keys)
		}
		if a, err := s.Fetch(keys[0]); err != nil || a.Text != text {
			t.Fatalf("gate %d: %v, %v", i, a, err)
		}
	}
}

func TestNoCacheIsOneThatHasNothing(t *testing.T) {
	var s *Store
	if keys := s.Put(Content{}, []*model.Article{{}}); keys != nil || s.Find(Content{}) != nil || s.Problem() != nil || s.Close() != nil {
		t.Error("it has something")
	}
	if _, err := s.Fetch(1); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
	if _, err := s.Text(1); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
}

func FuzzDecode(f *testing.F) {
	a := read(f, "a.md", story)[0]
	text, rest := Encode(a)
	f.Add(text, rest)
	f.Add("", "")
	f.Fuzz(func(t *testing.T, text, rest string) {
		a, err := Decode(text, rest)
		if err != nil {
			if !errors.Is(err, wire.ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		_, written := Encode(a)
		b, err := Decode(text, written)
		if err != nil {
			t.Fatal(err)
		}
		if _, again := Encode(b); again != written {
			t.Fatal("what was read is written otherwise")
		}
	})
}

func BenchmarkPut(b *testing.B) {
	s := opened(b, b.TempDir())
	articles := read(b, "a.md", strings.Repeat(story[strings.LastIndex(story, "---\n")+4:], 5))
	for i := 0; b.Loop(); i++ {
		s.Put(ContentOf("a.md", []byte{byte(i), byte(i >> 8), byte(i >> 16)}), articles)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkFetch(b *testing.B) {
	dir := b.TempDir()
	s := opened(b, dir)
	articles := read(b, "a.md", strings.Repeat(story[strings.LastIndex(story, "---\n")+4:], 5))
	keys := make([]Key, 0, 2000)
	for i := range cap(keys) {
		keys = append(keys, s.Put(ContentOf("a.md", []byte{byte(i), byte(i >> 8)}), articles)...)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	s = opened(b, dir)
	for i := 0; b.Loop(); i++ {
		if _, err := s.Fetch(keys[i*7919%len(keys)]); err != nil {
			b.Fatal(err)
		}
	}
}

// Many readers may be started at once where there is no cache yet.
func TestManyMakeTheCacheAtOnce(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			s, aside, err := Open(dir, "1")
			if err = errors.Join(err, aside); err != nil {
				t.Error(err)
				return
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
