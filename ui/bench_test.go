package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/nlp"
	"reader/model/source"
	"reader/model/state"
	"reader/seeds"
	"reader/ui/amend"
)

// many returns n articles with quotes by a hundred speakers, of a day each. Every fifth is a copy of the one before.
func many(tb testing.TB, n int) []*model.Article {
	tb.Helper()
	out := make([]*model.Article, n)
	for i := range out {
		story := i - i%5/4
		name := fmt.Sprintf("Ada Harl%c%c", 'a'+story%10, 'a'+story/10%10)
		date := fmt.Sprintf("20%02d-%02d-%02d", i/336%90+10, i/28%12+1, i%28+1)
		text := name + fmt.Sprintf(" said that the lake was full to mark %d.\n\n", story) + gauges(story)
		out[i] = write(fmt.Sprintf("%d.md", i), fmt.Sprintf("Report %d on the lake and the dam above it", i), "Gazette", date, text).
			names(model.Person, name, "engineer").says(name, fmt.Sprintf("the lake was full to mark %d", story), name, "said", 0.97).done(tb)
	}
	return out
}

// gauges returns a paragraph that only one story has.
func gauges(story int) string {
	var out strings.Builder
	for k := range 12 {
		fmt.Fprintf(&out, "Gauge %d above the dam stood at %d. ", k, (story+1)*(k+7919)%100_003)
	}
	return strings.TrimSpace(out.String())
}

// shelf is a library at 200x60.
type shelf struct {
	name string
	m    *Model
}

func shelves(b *testing.B) []shelf {
	b.Helper()
	return []shelf{{"built-in", builtIn(b)}, {"10000", invented(b, 10_000)}}
}

// invented returns a library of n articles of many.
func invented(b *testing.B, n int) *Model {
	b.Helper()
	m := New(Options{State: marks(b)}).(*Model)
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	m.Update(loadedMsg{readings: results(many(b, n)...)})
	return m
}

// marks returns a log in which nothing is read yet.
func marks(tb testing.TB) *state.Log {
	tb.Helper()
	log, err := state.Open(filepath.Join(tb.TempDir(), "state.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	return log
}

// builtIn returns the built-in library as it is once all of it is read.
func builtIn(tb testing.TB) *Model {
	tb.Helper()
	o := Options{Loader: library.LoadFS(tb.Context(), seeds.Articles, library.Options{}), First: seeds.First, State: marks(tb)}
	m := New(o).(*Model)
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	for cmd := m.load.next(); cmd != nil; {
		_, cmd = m.Update(cmd())
	}
	return m
}

// A frame at 200x60.
func BenchmarkFrame(b *testing.B) {
	for _, s := range shelves(b) {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				_ = s.m.View()
			}
		})
	}
}

// A key and its frame at 200x60 with all panes: list, article and entities, or list and quotes. The articles that the list walks
// over are laid out beforehand: what that costs is measured by BenchmarkOpen.
func BenchmarkKey(b *testing.B) {
	for _, s := range append(shelves(b), shelf{"100000", invented(b, 100_000)}) {
		for _, c := range []struct{ name, from, there, back string }{
			{"list", "1", "j", "k"},
			{"quote", "2 n", "n", "N"},
			{"focus", "2", "Tab", "S-Tab"},
			{"entity", "e", "j", "k"},
			{"correct", "2 n", "c", "Esc"},
			{"evidence", "2 n", "i", "i"},
			{"export", "2", "E", "Esc"},
			{"filter", "1 /", "g", "Backspace"},
			{"picker", "2", "s", "Esc"},
			{"picking", "s", "↓", "↑"},
			{"quotes", "1 g", "v", "v"},
			{"in-quotes", "v", "j", "k"},
		} {
			keys := [2]tea.KeyPressMsg{keyOf(c.there), keyOf(c.back)}
			b.Run(c.name+"/"+s.name, func(b *testing.B) {
				s.m.popups, s.m.prompt, s.m.quotes = nil, nil, false
				if s.m.filter.text != "" {
					s.m.apply("")
				}
				for k := range strings.FieldsSeq(c.from) {
					s.m.Update(keyOf(k))
					_ = s.m.View()
				}
				for i := 0; b.Loop(); i++ {
					s.m.Update(keys[i%2])
					_ = s.m.View()
				}
			})
		}
	}
}

// All that is listed written to a file, with a frame after each stretch of it.
func BenchmarkExport(b *testing.B) {
	for _, s := range shelves(b) {
		b.Run(s.name, func(b *testing.B) {
			b.Chdir(b.TempDir())
			s.m.queue = queue{} // nobody waits for what the start has to keep
			for i := 0; b.Loop(); i++ {
				s.m.Update(keyOf("1"))
				s.m.Update(keyOf("E"))
				s.m.Update(tea.PasteMsg{Content: fmt.Sprint(i, ".md")})
				_, cmd := s.m.Update(keyOf("Enter"))
				for cmd != nil {
					_, cmd = s.m.Update(cmd())
					_ = s.m.View()
				}
			}
		})
	}
}

// The next article of the list, 5 KB of Markdown, laid out and shown at 200x60 with the quotes of a speaker painted.
func BenchmarkOpen(b *testing.B) {
	const laid = 64 // more than are kept laid out
	articles := make([]*model.Article, laid)
	for i := range articles {
		var text strings.Builder
		for k := i * 1000; text.Len() < 5000; k++ { // other numbers in each, or they were copies of one another
			fmt.Fprintf(&text, "Ada Harl said gate %d was shut. The [commission](https://example.org/%d) saw *gauge* %d at %d, and %d at %d.\n\n", k, k, k+7, 3*k, k+8, 5*k)
		}
		read, err := source.Read(fmt.Sprintf("%d.md", i), []byte(text.String()))
		if err != nil {
			b.Fatal(err)
		}
		nlp.Analyze(read[0])
		articles[i] = read[0]
	}
	m := New(Options{}).(*Model)
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	m.Update(loadedMsg{readings: results(articles...)})
	if m.apply("speaker:harl"); len(m.list.Refs()) != laid {
		b.Fatalf("Harl speaks in %d articles", len(m.list.Refs()))
	}
	down, top := keyOf("j"), keyOf("g")
	for b.Loop() {
		if m.list.Cursor() == laid-1 {
			m.Update(top)
		} else {
			m.Update(down)
		}
		_ = m.View()
	}
}

// A letter typed in the speaker picker, with the preview behind it.
func BenchmarkPicker(b *testing.B) {
	for _, s := range shelves(b) {
		s.m.Update(keyOf("s"))
		letter, back := keyOf("h"), keyOf("Backspace")
		b.Run(s.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					s.m.Update(letter)
				} else {
					s.m.Update(back)
				}
				s.m.stand()
				_ = s.m.View()
			}
		})
	}
}

// From nothing to the first frame with articles of the built-in library.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		m := New(Options{Loader: library.LoadFS(b.Context(), seeds.Articles, library.Options{}), First: seeds.First}).(*Model)
		m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
		for m.article.Article() == nil {
			m.Update(m.load.next()())
		}
		_ = m.View()
		b.StopTimer()
		for cmd := m.load.next(); cmd != nil; { // the rest of the library is no part of the first frame
			_, cmd = m.Update(cmd())
		}
		b.StartTimer()
	}
}

// What Update does with a correction once it is written and its article analysed anew.
func BenchmarkCorrect(b *testing.B) {
	for _, s := range shelves(b) {
		s.m.apply("speaker:harl")
		r, _ := s.m.list.Selected()
		before := s.m.lib.Article(r)
		after := *before
		after.Quotes = append([]model.Quote(nil), before.Quotes...)
		after.Quotes[0].Speaker = 0
		articles := []*model.Article{&after, before}
		b.Run(s.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				s.m.Update(fixedMsg{Change: amend.Change{Refs: []library.Ref{r}, Articles: articles[i%2 : i%2+1]}})
				_ = s.m.View()
			}
		})
	}
}

// Opening the list of sources, with a frame, and what a mark costs: counting anew what is not read.
func BenchmarkSources(b *testing.B) {
	for _, s := range shelves(b) {
		b.Run("pick/"+s.name, func(b *testing.B) {
			for b.Loop() {
				s.m.Update(keyOf("w"))
				_ = s.m.View()
				s.m.Update(keyOf("Esc"))
			}
		})
		b.Run("count/"+s.name, func(b *testing.B) {
			for b.Loop() {
				s.m.count()
			}
		})
	}
}

// What goes through all articles that are listed, with 100,000 of them: the picker of speakers, which counts who speaks in them,
// a filter, the quotes alone, and a copy that takes the row of another.
func BenchmarkMany(b *testing.B) {
	m := invented(b, 100_000)
	press := func(keys ...string) {
		for _, k := range keys {
			m.Update(keyOf(k))
			_ = m.View()
		}
	}
	for _, c := range []struct {
		name string
		keys []string
	}{
		{"picker", []string{"s", "Esc"}},
		{"filter", []string{"/", "g", "Backspace", "Esc"}},
		{"transcript", []string{"1", "v", "v"}},
		{"list", []string{"1", "j", "k"}},
		{"entities", []string{"e", "j", "k"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				press(c.keys...)
			}
		})
	}
	b.Run("all quotes", func(b *testing.B) { // the quotes alone, anew
		for b.Loop() {
			m.look()
			press("v", "v")
		}
	})
	b.Run("quotes", func(b *testing.B) { // a step in the quotes alone, and back
		press("1", "v")
		for b.Loop() {
			press("j", "k")
		}
		press("v")
	})
	copies := m.lib.Copies(50_004)
	if len(copies) != 2 {
		b.Fatalf("%d are copies of one", len(copies))
	}
	b.Run("copy", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			m.list.Select(copies[i%2])
			m.sync()
			_ = m.View()
		}
	})
	b.Run("among", func(b *testing.B) {
		for b.Loop() {
			if n := len(m.filter.found.Speakers()); n != 80 {
				b.Fatal(n)
			}
		}
	})
}
