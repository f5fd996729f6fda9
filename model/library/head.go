package library

import (
	"cmp"
	"path/filepath"
	"strings"
	"unique"

	"reader/model"
	"reader/model/near"
	"reader/model/query"
)

// Head is what is known of an article without its text: all that a list shows of it.
type Head struct {
	ID        string
	Path      string
	URL       string
	Title     string
	Publisher string
	Language  string
	Authors   []string
	Published model.Date
	Quotes    int
	Notice    string // what was cut, split or repaired when it was read; "": nothing
}

// Source returns the publisher, where that is not known the host of the address, and "" where that isn't known either.
func (h *Head) Source() string {
	if h.Publisher != "" {
		return h.Publisher
	}
	return strings.Join(Sources("", h.URL), "")
}

// Name returns the title, and where there is none the name of the file.
func (h *Head) Name() string { return cmp.Or(h.Title, filepath.Base(h.Path)) }

// headOf returns the head of a. Its strings are its own: those of a may be parts of all that its file has.
func headOf(a *model.Article) Head {
	h := Head{
		ID: strings.Clone(a.ID), Path: strings.Clone(a.Path), URL: strings.Clone(a.URL), Title: strings.Clone(a.Title),
		Publisher: shared(a.Publisher), Language: shared(a.Language), Published: a.Published, Quotes: len(a.Quotes),
	}
	for _, author := range a.Authors {
		h.Authors = append(h.Authors, shared(author))
	}
	var notices []string
	for _, f := range a.Furniture {
		if f.Kind == model.Notice {
			notices = append(notices, f.Text)
		}
	}
	h.Notice = shared(strings.Join(notices, " "))
	return h
}

// shared returns s as one string for all articles.
func shared(s string) string { return unique.Make(strings.Clone(s)).Value() }

// row is what a library keeps of one article.
type row struct {
	Head
	day    int32  // when it was published, as yyyymmdd
	first  uint32 // its entity e is filed under ids[first+e-1]
	number uint32 // how many entities it has
	quotes uint32 // its quote i is told in said[quotes+i]
	key    Key    // by which the shelf has the whole article; 0: it is held
}

// rowOf returns the row of a, whose entities are filed from first on, and whose quotes are told from quotes on.
func rowOf(a *model.Article, first, quotes uint32, key Key) row {
	return row{
		Head: headOf(a), day: query.Day(a.Published.Time), first: first, number: uint32(len(a.Entities)), quotes: quotes, key: key,
	}
}

// said is what is known of a quote without its words.
type said struct {
	speaker model.EntityID // whoever is the likeliest; 0: nobody can be told
	words   near.Print
	kind    model.QuoteKind
	sure    bool // enough, that the quote counts as theirs
}

// surely returns the speaker; 0 if it is not sure enough who that is.
func (s *said) surely() model.EntityID {
	if !s.sure {
		return 0
	}
	return s.speaker
}

// saidIn returns what is known of the quotes of a.
func saidIn(a *model.Article) []said {
	list := make([]said, 0, len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		list = append(list, said{q.Speaker, near.PrintOf(a.Quoted(q)), q.Kind, counts(q)})
	}
	return list
}

// saidOf returns what is known of the quotes of article r.
func (l *Library) saidOf(r Ref) []said {
	w := &l.rows[r]
	return l.said[w.quotes:][:w.Quotes]
}

// idsOf returns under which names the entities of article r are filed.
func (l *Library) idsOf(r Ref) []ID {
	w := &l.rows[r]
	return l.ids[w.first:][:w.number]
}
