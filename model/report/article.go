package report

import (
	"cmp"
	"slices"
	"strconv"

	"reader/model/library"
	"reader/model/markdown"
	"reader/model/state"
)

// Head is what rows tell of the article they are of.
type Head struct {
	Article   string `json:"article"`
	Path      string `json:"path"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Source    string `json:"source"`
	URL       string `json:"url"`
}

// HeadOf returns what rows tell of the article that h is of.
func HeadOf(h *library.Head) Head {
	return Head{Article: h.ID, Path: h.Path, Title: h.Title, Published: h.Published.String(), Source: h.Source(), URL: h.URL}
}

// Day returns the day of publication, or "".
func (h *Head) Day() string { return dayOf(h.Published) }

// Name returns the title, or the file where there is none.
func (h *Head) Name() string { return cmp.Or(h.Title, h.Path) }

// Link returns the name in Markdown, with a link to the article if it is on the web.
func (h *Head) Link() string { return linked(h.Name(), h.URL) }

// Article is one article in a list.
type Article struct {
	Head
	Language string `json:"language"`
	Quotes   int    `json:"quotes"`         // that were asked for
	Note     string `json:"note,omitempty"` // on all of it
}

// ArticleOf returns the article r of lib, of which so many quotes were asked for, with the note on it.
func ArticleOf(lib *library.Library, r library.Ref, quotes int, marks *state.Log) Article {
	h := lib.Head(r)
	out := Article{Head: HeadOf(h), Language: h.Language, Quotes: quotes}
	if marks.Noted(h.ID) {
		out.Note = marks.NotesOn(lib.Article(r)).Whole()
	}
	return out
}

// Articles returns how articles are written. There is a column for notes if any of them is noted, so that tables of those who
// write none stay as they are.
func Articles(noted bool) *Table[Article] {
	t := &Table[Article]{
		Columns: []string{"article", "path", "title", "published", "source", "url", "language", "quotes"},
		Text: func(a Article) string {
			return Join("  ", a.Day(), Join(" · ", OneLine(a.Name()), a.Source, Count(a.Quotes, "quote"), noteLine(a.Note)))
		},
		Markdown: func(a Article) string {
			return "- " + Join(", ", a.Link(), markdown.Escape(a.Source), a.Day(), Count(a.Quotes, "quote"), markdown.Escape(noteLine(a.Note)))
		},
	}
	t.Cells = func(a Article) []string {
		return withNote(noted, a.Note, a.Article, a.Path, a.Title, a.Published, a.Source, a.URL, a.Language, strconv.Itoa(a.Quotes))
	}
	if noted {
		t.Columns = append(t.Columns, "note")
	}
	return t
}

// Noted reports whether there is a note on any of the articles refs of lib.
func Noted(lib *library.Library, refs []library.Ref, marks *state.Log) bool {
	return slices.ContainsFunc(refs, func(r library.Ref) bool { return marks.Noted(lib.Head(r).ID) })
}

// noteLine returns a note on one line, "" if there is none.
func noteLine(note string) string {
	if note == "" {
		return ""
	}
	return "Note: " + OneLine(note)
}

// withNote returns cells, and the note behind them if there is a column for it.
func withNote(noted bool, note string, cells ...string) []string {
	if noted {
		cells = append(cells, note)
	}
	return cells
}
