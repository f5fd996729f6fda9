package library_test

import (
	"slices"
	"testing"
	"time"

	"reader/model"
	"reader/model/library"
)

// article builds an analysed article by hand: every entity is mentioned once, in the body, by its name.
type article struct {
	*model.Article
}

func written(day string) article {
	a := article{&model.Article{Language: "en", Title: "Untitled"}}
	if day != "" {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			panic(err)
		}
		a.Published.Time = t
	}
	return a
}

// with adds the entity e, under its name and the other names, and lets it say as many quotes.
func (a article) with(e model.Entity, quotes int, others ...string) article {
	a.Entities = append(a.Entities, e)
	id := model.EntityID(len(a.Entities))
	for _, s := range append([]string{e.Name}, others...) {
		span := a.append(s)
		a.Mentions = append(a.Mentions, model.Mention{Span: span, Entity: id})
	}
	for range quotes {
		a.Quotes = append(a.Quotes, model.Quote{Span: a.append("“Quoted.”"), Speaker: id, Confidence: 1})
	}
	return a
}

// append adds a paragraph of its own.
func (a article) append(text string) model.Span {
	if a.Text != "" {
		a.Text += "\n\n"
	}
	span := model.Span{Start: uint32(len(a.Text)), End: uint32(len(a.Text) + len(text))}
	a.Text += text
	a.Blocks = append(a.Blocks, model.Block{Span: span})
	return span
}

func person(name, role string) model.Entity { return model.Entity{Name: name, Detail: role} }

func libraryOf(t *testing.T, articles ...article) *library.Library {
	t.Helper()
	l := library.New(nil)
	for i, a := range articles {
		if err := a.Check(); err != nil {
			t.Fatalf("article %d: %v", i, err)
		}
		l.Add(a.Article)
	}
	return l
}

// speakers returns the names of those who speak in l, those with most quotes first.
func speakers(l *library.Library) []string {
	out := make([]string, 0, len(l.Speakers()))
	for _, id := range l.Speakers() {
		out = append(out, l.Entity(id).Name)
	}
	return out
}

func TestPeopleAcrossArticles(t *testing.T) {
	t.Parallel()
	woman, man := person("Kim Sorel", ""), person("Kim Sorel", "")
	woman.Gender, man.Gender = model.Female, model.Male
	for _, c := range []struct {
		name     string
		articles []article
		want     []string
	}{
		{"same name, other accents and case", []article{
			written("").with(person("Zoë Ångmark", ""), 1), written("").with(person("Zoe ANGMARK", ""), 1),
		}, []string{"Zoë Ångmark"}},
		{"middle initial", []article{
			written("").with(person("Tom B. Harl", ""), 1), written("").with(person("Tom Harl", ""), 1),
		}, []string{"Tom B. Harl"}},
		{"middle name left out", []article{
			written("").with(person("Ada Harl", ""), 1), written("").with(person("Ada Maria Harl", ""), 1),
		}, []string{"Ada Maria Harl"}},
		{"middle name left out, two could be meant", []article{
			written("").with(person("Ada Harl", ""), 1), written("").with(person("Ada Maria Harl", ""), 1),
			written("").with(person("Ada Louise Harl", ""), 1),
		}, []string{"Ada Harl", "Ada Maria Harl", "Ada Louise Harl"}},
		{"another gender", []article{written("").with(woman, 1), written("").with(man, 1)}, []string{"Kim Sorel", "Kim Sorel"}},
		{"father and son", []article{
			written("").with(person("Tom Harl", ""), 1), written("").with(person("Tom Harl Jr.", ""), 1),
		}, []string{"Tom Harl", "Tom Harl Jr."}},
		{"surname and the same role", []article{
			written("").with(person("Harl", "energy minister"), 1), written("").with(person("Ada Harl", "Minister for Energy"), 1),
		}, []string{"Ada Harl"}},
		{"surname and another role", []article{
			written("").with(person("Harl", "goalkeeper"), 1), written("").with(person("Ada Harl", "energy minister"), 1),
		}, []string{"Harl", "Ada Harl"}},
		{"surname without any evidence", []article{
			written("").with(person("Harl", ""), 1), written("").with(person("Ada Harl", "energy minister"), 1),
		}, []string{"Harl", "Ada Harl"}},
		{"surname that two bear", []article{
			written("").with(person("Harl", "energy minister"), 1), written("").with(person("Ada Harl", "energy minister"), 1),
			written("").with(person("Ben Harl", "pilot"), 1),
		}, []string{"Harl", "Ada Harl", "Ben Harl"}},
		{"surname of somebody famous", append(slices.Repeat([]article{written("").with(person("Ada Harl", "energy minister"), 1)}, 16),
			written("").with(person("Ben Harl", "pilot"), 1), written("").with(person("Harl", ""), 1),
			written("").with(person("Harl", "goalkeeper"), 1),
		), []string{"Ada Harl", "Ben Harl", "Harl"}},
		{"two surnames with other roles", []article{
			written("").with(person("Harl", "goalkeeper"), 1), written("").with(person("Harl", "senator"), 1),
		}, []string{"Harl", "Harl"}},
		{"unnamed speakers are of one article", []article{
			written("").with(model.Entity{Name: "a spokesman", Type: model.Unnamed}, 1),
			written("").with(model.Entity{Name: "a spokesman", Type: model.Unnamed}, 1),
		}, []string{"a spokesman", "a spokesman"}},
		{"acronym", []article{
			written("").with(model.Entity{Name: "ORVU", Type: model.Organization}, 1),
			written("").with(model.Entity{Name: "Orven Radio Union", Type: model.Organization}, 1, "ORVU"),
		}, []string{"Orven Radio Union"}},
		{"place and person of one name", []article{
			written("").with(person("Victoria", ""), 1), written("").with(model.Entity{Name: "Victoria", Type: model.Place}, 1),
		}, []string{"Victoria", "Victoria"}},
		{"article in front", []article{
			written("").with(model.Entity{Name: "The Orven Post", Type: model.Organization}, 1),
			written("").with(model.Entity{Name: "Orven Post", Type: model.Organization}, 1),
		}, []string{"The Orven Post"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := speakers(libraryOf(t, c.articles...)); !slices.Equal(got, c.want) {
				t.Errorf("speakers %q, want %q", got, c.want)
			}
			slices.Reverse(c.articles)
			if got := speakers(libraryOf(t, c.articles...)); len(got) != len(c.want) {
				t.Errorf("in the other order: speakers %q, want %d", got, len(c.want))
			}
		})
	}
}

func TestEntityGathersWhatArticlesTell(t *testing.T) {
	t.Parallel()
	l := libraryOf(t,
		written("2026-03-01").with(person("Ada Harl", "energy minister"), 2, "Harl"),
		written("2026-02-01").with(person("Ada Harl", "mayor"), 0),
		written("2026-04-01").with(person("Ben Osk", ""), 1),
		written("2026-05-01").with(person("Harl", "prime minister"), 3, "Harl-Osk"),
	)
	ids := l.Find("harl")
	if len(ids) != 1 {
		t.Fatalf("Find(harl) = %d people, want 1", len(ids))
	}
	e := l.Entity(ids[0])
	if e.Name != "Ada Harl" || e.Role != "prime minister" || e.Quotes != 5 || !slices.Equal(e.Aliases, []string{"Harl", "Harl-Osk"}) {
		t.Errorf("got %+v", *e)
	}
	want := []library.Counts{{Ref: 0, Quotes: 2, Mentions: 2}, {Ref: 1, Mentions: 1}, {Ref: 3, Quotes: 3, Mentions: 2}}
	if !slices.Equal(e.Articles, want) {
		t.Errorf("articles %v, want %v", e.Articles, want)
	}
	if got := l.QuotesBy(3, ids[0]); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("quotes of the article that gives the surname alone: %v", got)
	}
	if got := l.QuotesBy(2, ids[0]); len(got) != 0 {
		t.Errorf("quotes of somebody else: %v", got)
	}
	if got := l.QuotesBy(2); !slices.Equal(got, []int{0}) {
		t.Errorf("quotes of anybody: %v", got)
	}
	if got := l.Newest(); !slices.Equal(got, []library.Ref{3, 2, 0, 1}) {
		t.Errorf("newest %v", got)
	}
}

func TestIDStaysValidWhenMoreBecomesKnown(t *testing.T) {
	t.Parallel()
	l := libraryOf(t, written("").with(person("Harl", "energy minister"), 1))
	id := l.IDOf(0, 1)
	l.Add(written("").with(person("Ada Harl", "energy minister"), 1).Article)
	if e := l.Entity(id); e.Name != "Ada Harl" || e.Quotes != 2 {
		t.Errorf("after the full name: %+v", *e)
	}
	if len(l.QuotesBy(1, id)) != 1 {
		t.Error("the first ID does not name the quotes of the full name")
	}
	l.Add(written("").with(person("Ben Harl", ""), 1).Article)
	if e := l.Entity(id); e.Name != "Harl" || e.Quotes != 1 {
		t.Errorf("after a second bearer: %+v", *e)
	}
}

func TestWeakAttributionDoesNotCount(t *testing.T) {
	t.Parallel()
	a := written("").with(person("Ada Harl", ""), 2)
	a.Quotes[1].Confidence = library.Least - 0.1
	l := libraryOf(t, a)
	id := l.IDOf(0, 1)
	if n := l.Entity(id).Quotes; n != 1 {
		t.Errorf("%d quotes count, want the sure one", n)
	}
	if got := l.QuotesBy(0, id); !slices.Equal(got, []int{0}) {
		t.Errorf("quotes %v are theirs, want the sure one", got)
	}
	if got := l.QuotesBy(0); len(got) != 2 {
		t.Errorf("%d of all quotes, want 2", len(got))
	}
	a.Quotes[0].Confidence = 0
	if l := libraryOf(t, a); len(l.Speakers()) > 0 || len(selected(t, l, `speaker:"Ada Harl"`)) > 0 {
		t.Error("somebody speaks who may not")
	}
}

func TestValuesAreNotLinked(t *testing.T) {
	t.Parallel()
	l := libraryOf(t, written("").with(model.Entity{Name: "Wednesday", Type: model.DateTime}, 0))
	if id := l.IDOf(0, 1); id != 0 {
		t.Errorf("a date is entity %d of the library", id)
	}
	if id := l.IDOf(0, 0); id != 0 {
		t.Errorf("nobody is entity %d of the library", id)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	l := libraryOf(t,
		written("").with(person("José María Aznárez", ""), 1, "Pepe"),
		written("").with(person("Anna Aznárez", ""), 1),
		written("").with(model.Entity{Name: "U.N.", Type: model.Organization}, 1),
		written("").with(model.Entity{Name: "a spokesman for José Aznárez", Type: model.Unnamed}, 1),
		written("").with(model.Entity{Name: "Society of Friends of Anna Aznárez", Type: model.Organization}, 1),
	)
	for _, c := range []struct {
		name string
		want []string
	}{
		{"jose aznarez", []string{"José María Aznárez"}},
		{"Mr. Aznarez", []string{"José María Aznárez", "Anna Aznárez"}},
		{"PEPE", []string{"José María Aznárez"}},
		{"José", nil},
		{"Maria Anna Aznarez", nil},
		{"UN", []string{"U.N."}},
		{"a spokesman for jose aznarez", []string{"a spokesman for José Aznárez"}},
		{"anna aznarez", []string{"Anna Aznárez"}},
		{"", nil},
		{"…", nil},
	} {
		got := make([]string, 0, len(c.want))
		for _, id := range l.Find(c.name) {
			got = append(got, l.Entity(id).Name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Find(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}
