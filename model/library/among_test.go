package library_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"reader/model"
	"reader/model/library"
)

// says adds a quote of the entity number id of a, or of nobody that is sure for 0.
func (a article) says(id model.EntityID, words string) article {
	a.Quotes = append(a.Quotes, model.Quote{Span: a.append(words), Speaker: id, Confidence: 1})
	return a
}

// agency returns an article with a body that is long enough to be known again, and somebody who says the same in each.
func agency(publisher, own string) article {
	a := written("2026-03-01").with(person("Ada Härl", ""), 0)
	a.Publisher = publisher
	for i := range 12 {
		a.append(fmt.Sprintf("In paragraph %d of what the agency sent around stood what number %d had seen of it.", i, i*i))
	}
	a = a.says(1, "“It will hold for a century.”").says(1, "“No.”").says(0, "“Who says so?”")
	a.append(own)
	return a
}

func TestAQuoteThatSeveralCarryCountsOnce(t *testing.T) {
	t.Parallel()
	elsewhere := written("2026-03-02").with(person("Ada Härl", ""), 0).
		says(1, "“It will hold for a century,”").says(1, "“No.”").says(1, "“No!”")
	l := libraryOf(t, agency("Gazette", "A word of ours."), agency("Herald", "Another word of ours."), elsewhere,
		written("2026-03-03").with(person("Ben Osk", ""), 0).says(1, "“It will hold for a century.”"))
	if !l.Copied(0, 1) || l.Copied(0, 2) {
		t.Fatal("the first two are to be copies, and the others none")
	}
	harl := l.Find("Harl")[0]
	for _, c := range []struct {
		refs       []library.Ref
		quotes     int
		articles   int
		mentioning int
	}{
		{[]library.Ref{0}, 2, 1, 1},
		{[]library.Ref{0, 1}, 2, 2, 2},
		{[]library.Ref{0, 1, 2}, 3, 3, 3}, // “No.” was said there another time
		{[]library.Ref{2}, 2, 1, 1},
		{[]library.Ref{3}, 0, 0, 0},
		{nil, 0, 0, 0},
	} {
		h, mentioning := l.Among(c.refs).Of(harl)
		if h != (library.Heard{ID: harl, Quotes: c.quotes, Articles: c.articles}) || mentioning != c.mentioning {
			t.Errorf("in %v: %+v, mentioned in %d", c.refs, h, mentioning)
		}
	}
	if l.Saying(0, 2) != l.Saying(1, 2) || l.Saying(0, 0) == l.Saying(3, 0) {
		t.Error("a quote of nobody is not one in copies, or one of somebody else’s words is theirs")
	}
}

// However many articles, whoever speaks is counted as by going through all quotes one after the other.
func TestWhoSpeaksAmongArticles(t *testing.T) {
	t.Parallel()
	d := dice{rand.New(rand.NewPCG(3, 9))}
	l := library.New(nil)
	for i := range 400 {
		l.Add(d.article(i))
	}
	for _, share := range []int{1, 2, 10, 300} {
		refs := slices.DeleteFunc(slices.Clone(l.Newest()), func(library.Ref) bool { return d.IntN(share) > 0 })
		among := l.Among(refs)
		if share == 1 {
			among = l.Everything()
		}
		if among.All() != (share == 1) {
			t.Errorf("one of %d articles: all of them is %t", share, among.All())
		}
		for _, unsure := range []bool{false, true} {
			want, got := naively(l, refs, unsure), among.Speakers()
			if unsure {
				got = among.Likely()
			}
			if unknown := among.Unknown(); unsure && unknown != want[0] {
				t.Errorf("in one of %d articles of nobody: %+v, want %+v", share, unknown, want[0])
			}
			if delete(want, 0); len(got) != len(want) {
				t.Errorf("%d speak in one of %d articles, want %d", len(got), share, len(want))
			}
			for i, h := range got {
				one, mentioning := among.OfVoice(library.Voice{ID: h.ID, Unsure: unsure})
				if h != want[h.ID] || one != h || among.Mentioning(h.ID) != mentioning {
					t.Errorf("in one of %d articles: %+v and %+v, want %+v", share, h, one, want[h.ID])
				}
				if i > 0 && got[i-1].Quotes < h.Quotes {
					t.Errorf("%+v comes before %+v", got[i-1], h)
				}
			}
		}
	}
}

// naively returns how often each speaks, and if unsure is set what is not sure, too; under 0 whom nobody can tell.
func naively(l *library.Library, refs []library.Ref, unsure bool) map[library.ID]library.Heard {
	out, sayings := map[library.ID]library.Heard{}, map[library.Saying]bool{}
	for _, r := range refs {
		met := map[library.ID]bool{}
		for i, q := range l.Article(r).Quotes {
			id, sure := l.IDOf(r, q.Speaker), q.Speaker != 0 && q.Confidence >= library.Least
			if !sure && !unsure || id == 0 && q.Speaker != 0 {
				continue
			}
			h := out[id]
			h.ID = id
			if !met[id] {
				h.Articles++
			}
			if s := l.Saying(r, i); !sayings[s] {
				if sure {
					h.Quotes++
				} else {
					h.Unsure++
				}
				sayings[s] = true
			}
			met[id], out[id] = true, h
		}
	}
	return out
}
