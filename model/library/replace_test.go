package library_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/library/librarytest"
	"reader/seeds"
)

// sameAsAnew fails if l tells something else than a library that is built of its articles.
func sameAsAnew(t *testing.T, l *library.Library, after string) {
	t.Helper()
	anew := library.New(nil)
	anew.Add(articlesOf(l)...)
	librarytest.Same(t, "after "+after, l, anew)
}

func articlesOf(l *library.Library) []*model.Article {
	out := make([]*model.Article, l.Len())
	for r := range out {
		out[r] = l.Article(library.Ref(r))
	}
	return out
}

// invented returns an article of people and organizations whose names are few, so that they meet.
func invented(rng *rand.Rand) *model.Article {
	a := written([]string{"", "2026-01-02", "2026-01-03"}[rng.IntN(3)])
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	for range 1 + rng.IntN(5) {
		e := model.Entity{Detail: pick("", "", "energy minister", "goalkeeper"), Gender: model.Gender(rng.IntN(3))}
		var others []string
		switch rng.IntN(6) {
		case 0, 1:
			e.Name = pick("Harl", "Ada Harl", "Ada Maria Harl", "Tom Harl", "Tom B. Harl")
		case 2:
			e.Name = pick("Sorel", "Kim Sorel", "Kim L. Sorel")
			others = []string{"Sorel"}[:rng.IntN(2)]
		case 3:
			e = model.Entity{Type: model.Organization, Name: pick("World Egg Council", "the World Egg Council", "Wide Earth Club")}
			others = []string{"WEC"}[:rng.IntN(2)]
		case 4:
			e = model.Entity{Type: model.Organization, Name: "WEC"}
		default:
			e = model.Entity{Type: model.Unnamed, Name: pick("a spokesman", "officials")}
		}
		if rng.IntN(3) == 0 {
			e.Ruling = model.Ruling(rng.IntN(4))
		}
		a = a.with(e, rng.IntN(3), others...)
	}
	return a.Article
}

// Whatever articles come in the place of others, everything counts, speaks and is found as if the library had
// been built with them.
func TestReplaceIsBuildingAnew(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		l := library.New(nil)
		for range 2 + rng.IntN(12) {
			l.Add(invented(rng))
		}
		for i := range 12 {
			r := library.Ref(rng.IntN(l.Len()))
			a := invented(rng)
			if rng.IntN(2) == 0 {
				a.Published = l.Article(r).Published
			}
			if rng.IntN(3) == 0 {
				a = l.Article(library.Ref(rng.IntN(l.Len())))
			}
			l.Replace(r, a)
			sameAsAnew(t, l, fmt.Sprintf("replacing %d for the %d. time (seed %d)", r, i+1, seed))
		}
	}
}

// seedLibrary returns the built-in library.
func seedLibrary(tb testing.TB, log *correct.Log) *library.Library {
	tb.Helper()
	l := library.New(nil)
	loader := library.LoadFS(tb.Context(), seeds.Articles, library.Options{Log: log})
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		for _, rd := range readings {
			if rd.Problem != nil {
				tb.Fatal(rd.Problem)
			}
		}
		l.Take(readings...)
	}
	return l
}

// correction returns something that a person might correct in a, sensible or not.
func correction(rng *rand.Rand, a *model.Article, l *library.Library) correct.Correction {
	c := correct.Correction{Article: a.ID, Op: correct.Op(1 + rng.IntN(6))}
	who := func() correct.Who {
		if s := l.Speakers(); rng.IntN(4) == 0 {
			e := l.Entity(s[rng.IntN(len(s))])
			return correct.Who{Type: e.Type, Name: e.Name}
		}
		e := a.Entities[rng.IntN(len(a.Entities))]
		return correct.Who{Type: e.Type, Name: e.Name}
	}
	q := a.Quotes[rng.IntN(len(a.Quotes))]
	c.Anchor = correct.At(a, q.Field, q.Span)
	c.Entity, c.Is = who(), who()
	switch c.Op {
	case correct.Speaker, correct.Quote:
		if rng.IntN(5) == 0 || !c.Is.Type.Speaks() {
			c.Is = correct.Who{}
		}
		if c.Op == correct.Quote {
			s := a.Sentences[rng.IntN(len(a.Sentences))]
			c.Anchor = correct.At(a, model.Body, s)
		}
	case correct.Apart:
		m := a.Mentions[rng.IntN(len(a.Mentions))]
		e := a.Entity(m.Entity)
		c.Anchor, c.Entity, c.Alias = correct.At(a, m.Field, m.Span), correct.Who{Type: e.Type, Name: e.Name}, a.Mentioned(&m)
	default:
	}
	return c
}

// However much a person corrects, takes back and corrects again, the library is as one that is loaded anew.
func TestCorrectedLibraryIsLoadingAnew(t *testing.T) {
	t.Parallel()
	log, err := correct.Open(t.TempDir() + "/corrections.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	l := seedLibrary(t, log)
	rng := rand.New(rand.NewPCG(7, 7))
	changed := 0
	for i := range 60 {
		r := library.Ref(rng.IntN(l.Len()))
		if rng.IntN(5) > 0 {
			if err := log.Add(correction(rng, l.Article(r), l)); err != nil {
				t.Fatal(err)
			}
		} else if c, ok, err := log.Undo(); err != nil {
			t.Fatal(err)
		} else if ok {
			r = library.Ref(slices.IndexFunc(articlesOf(l), func(a *model.Article) bool { return a.ID == c.Article }))
		}
		a, _ := library.Reread(l.Article(r), log)
		if err := a.Check(); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(a.Annotations, l.Article(r).Annotations) {
			changed++
		}
		l.Replace(r, a)
		if i%10 == 0 {
			sameAsAnew(t, l, fmt.Sprintf("correcting %s", a.Path))
		}
	}
	if changed < 30 {
		t.Errorf("only %d of 60 corrections changed anything", changed)
	}
	if got, want := librarytest.Telling(t, seedLibrary(t, log)), librarytest.Telling(t, l); !slices.Equal(got, want) {
		t.Error("loading the articles anew does not give what was corrected")
	}
}

// What a person said of one article holds in the library: whoever got a name is who bears it, and who is
// apart is counted with nobody, whatever the names tell.
func TestRulingsHoldInTheLibrary(t *testing.T) {
	t.Parallel()
	given := func(name, role string, g model.Gender) model.Entity {
		return model.Entity{Name: name, Detail: role, Gender: g, Ruling: model.Named}
	}
	apart := model.Entity{Name: "Harl", Ruling: model.Apart}
	woman := person("Ada Harl", "")
	woman.Gender = model.Female
	union := model.Entity{Type: model.Organization, Name: "Dockers’ Union"}
	for _, c := range []struct {
		name     string
		articles []article
		want     []string
	}{
		{"the minister is Ada Harl", []article{
			written("").with(given("Ada Harl", "minister", 0), 1), written("").with(person("Ada Harl", "poet"), 2),
		}, []string{"Ada Harl 3"}},
		{"though “he” was read as hers", []article{
			written("").with(given("Ada Harl", "", model.Male), 1), written("").with(woman, 1),
		}, []string{"Ada Harl 2"}},
		{"read after her", []article{
			written("").with(woman, 1), written("").with(given("Ada Harl", "", model.Male), 1),
		}, []string{"Ada Harl 2"}},
		{"who is known by one word, in another role", []article{
			written("").with(given("Pelu", "minister", 0), 1), written("").with(person("Pelu", "striker"), 1),
		}, []string{"Pelu 2"}},
		{"and goes on being Ada Maria Harl", []article{
			written("").with(given("Ada Harl", "", 0), 1), written("").with(person("Ada Harl", ""), 1),
			written("").with(person("Ada Maria Harl", ""), 1),
		}, []string{"Ada Maria Harl 3"}},
		{"of two, who contradicts least", []article{
			written("").with(person("Pelu", "striker"), 4), written("").with(person("Pelu", "energy minister"), 1),
			written("").with(given("Pelu", "minister for energy", 0), 1),
		}, []string{"Pelu 4", "Pelu 2"}},
		{"named in two articles, known from none", []article{
			written("").with(given("Ida Quist", "", model.Male), 1), written("").with(given("Ida Quist", "", model.Female), 1),
		}, []string{"Ida Quist 2"}},
		{"an organization", []article{
			written("").with(union, 2),
			written("").with(model.Entity{Type: model.Organization, Name: "Dockers’ Union", Ruling: model.Named}, 1),
		}, []string{"Dockers’ Union 3"}},
		{"Harl is not Ada Harl, the one of that surname", []article{
			written("").with(person("Ada Harl", ""), 2), written("").with(apart, 1),
		}, []string{"Ada Harl 2", "Harl 1"}},
		{"nor any other Harl", []article{
			written("").with(person("Harl", ""), 2), written("").with(apart, 1),
		}, []string{"Harl 2", "Harl 1"}},
		{"and leaves the others as they are", []article{
			written("").with(person("Harl", "poet"), 2), written("").with(apart, 1), written("").with(person("Ada Harl", "poet"), 3),
		}, []string{"Ada Harl 5", "Harl 1"}},
	} {
		l := libraryOf(t, c.articles...)
		got := make([]string, 0, len(c.want))
		for _, id := range l.Speakers() {
			got = append(got, fmt.Sprintf("%s %d", l.Entity(id).Name, l.Entity(id).Quotes))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q speak, want %q", c.name, got, c.want)
		}
	}
}
