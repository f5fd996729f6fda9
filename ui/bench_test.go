package ui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/seeds"
)

// many returns n articles with quotes by a hundred speakers, of a day each.
func many(tb testing.TB, n int) []*model.Article {
	tb.Helper()
	out := make([]*model.Article, n)
	for i := range out {
		name := fmt.Sprintf("Ada Harl%c%c", 'a'+i%10, 'a'+i/10%10)
		date := fmt.Sprintf("20%02d-%02d-%02d", i/336%90+10, i/28%12+1, i%28+1)
		text := name + " said that the lake was full.\n\nThe commission saw what there was to be seen around the lake, and wrote it down."
		out[i] = write(fmt.Sprintf("%d.md", i), fmt.Sprintf("Report %d on the lake and the dam above it", i), "Gazette", date, text).
			names(model.Person, name, "engineer").says(name, "the lake was full", name, "said", 0.97).done(tb)
	}
	return out
}

// A key and its frame at 200x60. The articles that the list walks over are laid out beforehand: what that costs
// is measured by BenchmarkOpen.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{12, 10_000} {
		m := New(Options{}).(*Model)
		m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
		m.Update(loadedMsg{results: results(many(b, n)...)})
		for _, c := range []struct{ name, there, back string }{
			{"list", "j", "k"}, {"quote", "n", "N"}, {"focus", "Tab", "S-Tab"},
		} {
			keys := [2]tea.KeyPressMsg{keyOf(c.there), keyOf(c.back)}
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					m.Update(keys[i%2])
					_ = m.View()
				}
			})
		}
	}
}

// The next article of the list, laid out and shown.
func BenchmarkOpen(b *testing.B) {
	m := New(Options{}).(*Model)
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	m.Update(loadedMsg{results: results(many(b, 10_000)...)})
	j, g := keyOf("j"), keyOf("g")
	for b.Loop() {
		if m.list.Cursor() == 9_999 {
			m.Update(g)
		}
		m.Update(j)
		_ = m.View()
	}
}

// A letter typed in the speaker picker of 10,000 articles, with the preview behind it.
func BenchmarkPicker(b *testing.B) {
	m := New(Options{}).(*Model)
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	m.Update(loadedMsg{results: results(many(b, 10_000)...)})
	m.Update(keyOf("s"))
	letter, back := keyOf("h"), keyOf("Backspace")
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			m.Update(letter)
		} else {
			m.Update(back)
		}
		_ = m.View()
	}
}

// From nothing to the first frame with articles of the built-in library.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		m := New(Options{Loader: library.LoadFS(b.Context(), seeds.Articles), First: seeds.First}).(*Model)
		m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
		for m.article.Article() == nil {
			m.Update(m.load.next()())
		}
		_ = m.View()
	}
}
