package state

import (
	"strings"

	"reader/model"
)

// Notes is the notes on one article, by what they are on.
type Notes struct {
	quotes map[int][]Note // on words of quotes, by their places in the article's Quotes
	whole  []Note         // on all of it, and on words that are no quote of it any more
}

// NotesOn returns the notes on a, which was analysed. They find their quotes by the words, so that they stay with an article that was moved or
// edited. Without notes it costs a look-up, else time in proportion to the text and the number of its notes.
func (l *Log) NotesOn(a *model.Article) Notes {
	var out Notes
	for _, n := range l.Notes(a.ID) {
		i := quoteOf(a, &n)
		if i < 0 {
			out.whole = append(out.whole, n)
			continue
		}
		if out.quotes == nil {
			out.quotes = map[int][]Note{}
		}
		out.quotes[i] = append(out.quotes[i], n)
	}
	return out
}

// quoteOf returns the place of the quote of a that has most of the words n is on, -1 if there is none.
func quoteOf(a *model.Article, n *Note) int {
	span, ok := n.Anchor.In(a)
	best, most := -1, 0
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if !ok || q.Field != n.Anchor.Field {
			continue
		}
		if shared := int(min(q.Span.End, span.End)) - int(max(q.Span.Start, span.Start)); shared > most {
			best, most = i, shared
		}
	}
	return best
}

// On returns the note on quote i, "" if there is none. Where two machines wrote one each, they stand one below the other.
func (n Notes) On(i int) string {
	texts := make([]string, len(n.quotes[i]))
	for k := range texts {
		texts[k] = n.quotes[i][k].Text
	}
	return strings.Join(texts, "\n")
}

// Whole returns the note on all of the article, and with it those on words that are no quote of it any more, which it names. It
// is "" if there are none.
func (n Notes) Whole() string {
	texts := make([]string, len(n.whole))
	for i := range texts {
		texts[i] = n.whole[i].Text
		if words := n.whole[i].Anchor.Words; words != "" {
			texts[i] = words + ": " + texts[i]
		}
	}
	return strings.Join(texts, "\n")
}

// Latest returns the note that was written last on quote i, or for -1 on all of the article: the one to edit. It returns false if there
// is none.
func (n Notes) Latest(i int) (Note, bool) {
	notes := n.quotes[i]
	if i < 0 {
		notes = n.whole
	}
	var out Note
	for _, k := range notes {
		if (i >= 0 || k.Anchor.Words == "") && k.Time.After(out.Time) {
			out = k
		}
	}
	return out, out.ID != ""
}
