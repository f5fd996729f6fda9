package report

import (
	"cmp"
	"iter"
	"strconv"
	"strings"

	"reader/model"
	"reader/model/address"
	"reader/model/library"
	"reader/model/markdown"
	"reader/model/state"
)

// Quote is one quote. Offsets are code points in the article's text, or in its title where In is "title".
type Quote struct {
	Article   string `json:"article"`
	Path      string `json:"path"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Text      string `json:"text"`
	Span
	In         string  `json:"in,omitempty"`
	Kind       string  `json:"kind"`
	Speaker    string  `json:"speaker"` // "": nobody can be told
	Role       string  `json:"role"`
	To         string  `json:"to"`
	Cue        string  `json:"cue"`
	Confidence float32 `json:"confidence"`
	By         string  `json:"by"` // "rule" or "user"
	Note       string  `json:"note,omitempty"`

	publisher, url, source string
	published              model.Date
}

// user says in what is written that something was corrected.
const user = "user"

// ByUser returns "user" if the user corrected something, else what says nothing of it.
func ByUser(corrected bool) string {
	if corrected {
		return user
	}
	return ""
}

// QuotesIn yields those quotes of article r of lib that which names by their places in its Quotes, with these places, and
// with the notes on them. A speaker has the name that the library calls them by, and the role that the article gives.
func QuotesIn(lib *library.Library, r library.Ref, which []int, marks *state.Log) iter.Seq2[int, Quote] {
	return func(yield func(int, Quote) bool) {
		if len(which) == 0 {
			return
		}
		a := lib.Article(r)
		texts, notes, source := TextsOf(a), marks.NotesOn(a), lib.Head(r).Source()
		for _, i := range which {
			if i >= len(a.Quotes) {
				return // the article may not be to be had any more
			}
			q := quoteOf(a, &a.Quotes[i], texts)
			if id := lib.IDOf(r, a.Quotes[i].Speaker); id != 0 {
				q.Speaker = lib.Entity(id).Name
			}
			q.Note, q.source = notes.On(i), source
			if !yield(i, q) {
				return
			}
		}
	}
}

// quoteOf returns q of a, without speaker, note and source.
func quoteOf(a *model.Article, q *model.Quote, texts Texts) Quote {
	text, in := texts.In(q.Field)
	out := Quote{
		Article: a.ID, Path: a.Path, Title: a.Title, Published: a.Published.String(),
		Text: a.Quoted(q), Span: text.Span(q.Span), In: in, Kind: q.Kind.String(),
		To: q.To.In(text.Text), Cue: q.Cue.In(text.Text), Confidence: q.Confidence,
		By:        cmp.Or(ByUser(a.Corrected(q)), "rule"),
		publisher: a.Publisher, url: a.URL, published: a.Published,
	}
	if e := a.Speaker(q); e != nil {
		out.Role = e.Role()
	}
	return out
}

// Quotes returns how quotes are written, with a column for notes if there are any: see Articles.
func Quotes(noted bool) *Table[Quote] {
	t := &Table[Quote]{
		Columns: []string{
			"article", "path", "title", "published", "text", "start", "end", "in", "kind", "speaker", "role", "to", "cue", "confidence", "by",
		},
		Cells: func(q Quote) []string {
			return withNote(noted, q.Note, q.Article, q.Path, q.Title, q.Published, q.Text, strconv.Itoa(q.Start), strconv.Itoa(q.End), q.In,
				q.Kind, q.Speaker, q.Role, q.To, q.Cue, strconv.FormatFloat(float64(q.Confidence), 'g', -1, 32), q.By)
		},
		Text:     func(q Quote) string { return q.plain() },
		Markdown: func(q Quote) string { return q.marked() },
		Apart:    true,
	}
	if noted {
		t.Columns = append(t.Columns, "note")
	}
	return t
}

// plain returns q to be read, or pasted with its source:
//
//	“Concrete breathes,”
//	  — Ada Harl, Energy Minister
//	    Minister asks for patience, The Orven Post, 2026-03-11
//	    https://…
//	    Note: …
func (q *Quote) plain() string {
	source := Join("\n    ", Join(", ", q.Title, q.publisher, dayOf(q.Published)), cmp.Or(pasted(q.url), q.Path))
	return Join("\n    ", OneLine(q.Text)+"\n  — "+q.Attribution()+"\n    "+source, noteLine(q.Note))
}

// marked returns q as a block quotation, with its source in it, and the note behind it.
func (q *Quote) marked() string {
	from := Join(", ", linked(cmp.Or(q.Title, q.Path), q.url), markdown.Escape(q.publisher), dayOf(q.Published))
	quotation := "> " + markdown.Escape(OneLine(q.Text)) + "\n>\n> — " + markdown.Escape(q.Attribution()) + ", in " + from
	return Join("\n\n", quotation, markdown.Escape(noteLine(q.Note)))
}

// Attribution returns who said q, as far as it is known: "Ada Harl, Energy Minister".
func (q *Quote) Attribution() string {
	who := q.Speaker
	switch {
	case who == "":
		return "unknown"
	case !q.sure():
		who += " (?)"
	}
	return Join(", ", who, q.Role)
}

// sure reports whether the speaker may be given as a fact.
func (q *Quote) sure() bool { return q.Confidence >= model.Fact }

// Cite returns q with its citation, on one line:
//
//	“Concrete breathes,” — Ada Harl, Energy Minister, to reporters. Minister asks for patience, The Orven Post, 11 March 2026. https://…
//
// The words are as they stand in the article, so that those without quotation marks have none here: they are not the speaker's own. A
// speaker who is not sure is "probably" the one, and where nobody can be told it says "unattributed". What the article does not tell is left out.
func (q *Quote) Cite() string {
	who := "unattributed"
	switch {
	case q.Speaker != "" && q.sure():
		who = Join(", ", q.Speaker, q.Role)
	case q.Speaker != "":
		who = "probably " + Join(", ", q.Speaker, q.Role)
	}
	to, day := "", ""
	if q.To != "" {
		to = "to " + q.To
	}
	if !q.published.IsZero() {
		day = q.published.Format("2 January 2006")
	}
	from := Join(". ", OneLine(q.Text)+" — "+Join(", ", who, to), Join(", ", q.Title, q.source, day))
	link, _ := address.Web(q.url)
	return strings.Join(strings.Fields(Join(" ", strings.TrimSuffix(from, ".")+".", link)), " ")
}
