package library_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
)

// Whatever the articles are, and however many are read at a time, a profile tells what going through all of them tells.
func TestProfilesOfRandomLibraries(t *testing.T) {
	t.Parallel()
	met := 0
	for seed := range uint64(40) {
		d := dice{rand.New(rand.NewPCG(seed, 5))}
		l := library.New(nil)
		for i := range 4 + d.IntN(20) {
			l.Add(d.glued(d.article(i)))
		}
		for id, e := range l.Entities() {
			p := l.Profile(id, nil)
			for !p.Step(1 + d.IntN(5)) {
				if p.Done() || p.Read() >= len(p.Articles()) {
					t.Fatalf("%d of %d articles are read, and it is not at its end", p.Read(), len(p.Articles()))
				}
			}
			if got, want := tellProfile(l, p), profileOf(l, id); got != want {
				t.Fatalf("library %d, %s\ngot  %s\nwant %s", seed, e.Name, got, want)
			}
			met++
		}
	}
	if met < 300 {
		t.Errorf("only %d were compared", met)
	}
}

// glued returns a, some of whose blocks are one now.
func (d dice) glued(a *model.Article) *model.Article {
	for i := len(a.Blocks) - 1; i > 0; i-- {
		if d.IntN(2) == 0 {
			a.Blocks[i-1].Span.End = a.Blocks[i].Span.End
			a.Blocks = slices.Delete(a.Blocks, i, i+1)
		}
	}
	return a
}

// tellProfile returns all that p tells, in words.
func tellProfile(l *library.Library, p *library.Profile) string {
	var b strings.Builder
	for _, r := range p.Articles() {
		fmt.Fprintln(&b, "in", p.In(r))
	}
	for _, told := range []struct {
		of   string
		list []library.Told
	}{{"names", p.Names()}, {"roles", p.Roles()}, {"channels", p.Channels()}} {
		lines := make([]string, len(told.list))
		for i, w := range told.list {
			key := library.Fold(w.Words)
			if told.of == "names" {
				key = w.Words
			}
			lines[i] = fmt.Sprint(key, w.Times, w.Articles, w.Earliest, w.Latest)
		}
		slices.Sort(lines)
		fmt.Fprintln(&b, told.of, lines)
	}
	h, _ := l.Everything().Of(p.ID())
	kinds := p.Quotes()
	fmt.Fprintln(&b, kinds[0]+kinds[1]+kinds[2] == h.Quotes)
	companions := p.Companions(1000)
	lines := make([]string, 0, len(companions))
	for i, c := range companions {
		lines = append(lines, fmt.Sprint(c.ID, c.Articles, c.Paragraphs))
		if most := p.Companions(i + 1); most[i] != c {
			fmt.Fprintln(&b, "of the first", i+1, "the last is", most[i])
		}
	}
	slices.Sort(lines)
	_, months := p.Timeline(1000)
	mentions := 0
	for _, s := range months {
		mentions += s.Mentions
	}
	fmt.Fprintln(&b, lines, mentions)
	return b.String()
}

// profileOf returns the same for id, found by going through all articles for each question anew.
func profileOf(l *library.Library, id library.ID) string {
	type tally struct {
		times            int
		articles         map[library.Ref]bool
		earliest, latest library.Ref
	}
	names, roles, channels := map[string]tally{}, map[string]tally{}, map[string]tally{}
	add := func(to map[string]tally, k string, r library.Ref) {
		w, known := to[k]
		if !known {
			w = tally{articles: map[library.Ref]bool{}, latest: r}
		}
		w.times++
		w.articles[r] = true
		w.earliest = r
		to[k] = w
	}
	var b strings.Builder
	articles, paragraphs := map[library.ID]map[library.Ref]bool{}, map[library.ID]map[string]bool{}
	sayings := map[library.Saying]bool{}
	dated := 0
	for _, r := range l.Newest() {
		a := l.Article(r)
		is := func(e model.EntityID) bool { return l.IDOf(r, e) == id }
		c := library.Counts{Ref: r}
		for i := range a.Entities {
			if is(model.EntityID(i+1)) && a.Entities[i].Role() != "" {
				add(roles, library.Fold(a.Entities[i].Role()), r)
			}
		}
		blocks := map[int]bool{}
		for i := range a.Mentions {
			if m := &a.Mentions[i]; is(m.Entity) {
				c.Mentions++
				blocks[a.BlockAt(m.Field, m.Span.Start)] = true
				if m.Form == model.Name || m.Form == model.Nominal && a.Entity(m.Entity).Type == model.Unnamed {
					add(names, a.Mentioned(m), r)
				}
			}
		}
		for i := range a.Quotes {
			q := &a.Quotes[i]
			if q.Speaker == 0 || q.Confidence < library.Least || !is(q.Speaker) {
				continue
			}
			c.Quotes++
			s := l.Saying(r, i)
			if sayings[s] {
				continue
			}
			if sayings[s] = true; q.To.Empty() {
				continue
			}
			channel := strings.TrimPrefix(q.To.In(a.TextOf(q.Field)), "the ")
			for _, m := range a.Mentions {
				if m.Field == q.Field && m.Span.Start >= q.To.Start && m.Span.Start < q.To.End && l.IDOf(r, m.Entity) != 0 {
					channel = l.Entity(l.IDOf(r, m.Entity)).Name
					break
				}
			}
			add(channels, library.Fold(channel), r)
		}
		if c.Mentions == 0 && !slices.ContainsFunc(l.Entity(id).Articles, func(c library.Counts) bool { return c.Ref == r }) {
			continue
		}
		if !a.Published.IsZero() {
			dated += int(c.Mentions)
		}
		fmt.Fprintln(&b, "in", c)
		for i := range a.Entities {
			if other := l.IDOf(r, model.EntityID(i+1)); other != 0 && other != id && a.Entities[i].Type <= model.Place {
				if articles[other] == nil {
					articles[other], paragraphs[other] = map[library.Ref]bool{}, map[string]bool{}
				}
				articles[other][r] = true
				for k := range a.Mentions {
					at := a.BlockAt(a.Mentions[k].Field, a.Mentions[k].Span.Start)
					if int(a.Mentions[k].Entity) == i+1 && blocks[at] {
						paragraphs[other][fmt.Sprint(r, at)] = true
					}
				}
			}
		}
	}
	for _, told := range []struct {
		of   string
		list map[string]tally
	}{{"names", names}, {"roles", roles}, {"channels", channels}} {
		lines := []string{}
		for k, w := range told.list {
			lines = append(lines, fmt.Sprint(k, w.times, len(w.articles), w.earliest, w.latest))
		}
		slices.Sort(lines)
		fmt.Fprintln(&b, told.of, lines)
	}
	fmt.Fprintln(&b, true)
	var lines []string
	for other := range maps.Keys(articles) {
		lines = append(lines, fmt.Sprint(other, len(articles[other]), len(paragraphs[other])))
	}
	slices.Sort(lines)
	fmt.Fprintln(&b, lines, dated)
	return b.String()
}

func TestHowOftenByDayMonthOrYear(t *testing.T) {
	t.Parallel()
	ada := person("Ada Härl", "")
	l := libraryOf(t, written("2026-01-31").with(ada, 0, "Härl"), written("2026-02-02").with(ada, 0), written("").with(ada, 0))
	p := l.Profile(l.Find("Harl")[0], nil)
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		most int
		unit library.Unit
		want []library.Period
	}{
		{3, library.ByDay, []library.Period{{day(2026, 1, 31), 2, 1}, {day(2026, 2, 1), 0, 0}, {day(2026, 2, 2), 1, 1}}},
		{2, library.ByMonth, []library.Period{{day(2026, 1, 1), 2, 1}, {day(2026, 2, 1), 1, 1}}},
		{1, library.ByYear, []library.Period{{day(2026, 1, 1), 3, 2}}},
		{0, library.ByDay, nil},
	} {
		if unit, got := p.Timeline(c.most); unit != c.unit || !slices.Equal(got, c.want) {
			t.Errorf("at most %d: by %s %v, want by %s %v", c.most, unit, got, c.unit, c.want)
		}
	}
	l.Add(written("2019-12-31").with(ada, 0).Article)
	p = l.Profile(l.Find("Harl")[0], nil)
	if unit, got := p.Timeline(2); unit != library.ByYear || !slices.Equal(got, []library.Period{{day(2025, 1, 1), 0, 0}, {day(2026, 1, 1), 3, 2}}) {
		t.Errorf("the last two years are %v, by %s", got, unit)
	}
	if got := p.By(library.ByYear); !slices.Equal(got, []library.Period{{day(2019, 1, 1), 1, 1}, {day(2026, 1, 1), 3, 2}}) {
		t.Errorf("by year %v", got)
	}
}

func TestWhatAPersonCorrectedIsInTheProfile(t *testing.T) {
	t.Parallel()
	log, err := correct.Open(filepath.Join(t.TempDir(), "corrections"))
	if err != nil {
		t.Fatal(err)
	}
	a := written("2026-01-31").with(person("Ada Härl", ""), 0).with(person("Ben Osk", ""), 0)
	a.ID = "a"
	same := correct.Correction{
		Article: "a", Time: time.Unix(1, 0).UTC(), Op: correct.Same,
		Entity: correct.Who{Name: "Hurl"}, Is: correct.Who{Name: "Ada Härl"},
	}
	if err := log.Add(same); err != nil {
		t.Fatal(err)
	}
	l := libraryOf(t, a)
	for name, want := range map[string]int{"Harl": 1, "Osk": 0} {
		p := l.Profile(l.Find(name)[0], log)
		p.Step(1)
		if got := p.Corrections(); len(got) != want {
			t.Errorf("%s: %v, want %d", name, got, want)
		}
	}
}

// What is under way goes on, whatever happens to the articles in the meantime.
func TestAProfileGoesOnWhileArticlesChange(t *testing.T) {
	t.Parallel()
	d := dice{rand.New(rand.NewPCG(11, 5))}
	l := library.New(nil)
	for i := range 60 {
		l.Take(library.Reading{Path: fmt.Sprint(i), Results: []library.Result{{Article: d.article(i)}}})
	}
	profiles := make([]*library.Profile, 0, 60)
	for id := range l.Entities() {
		profiles = append(profiles, l.Profile(id, nil))
	}
	for i := range 60 {
		r := library.Ref(d.IntN(60))
		switch {
		case l.Head(r).ID == "": // it is gone
		case i%3 == 0:
			l.Take(library.Reading{Path: fmt.Sprint(r), Gone: true})
		default:
			l.Replace(r, d.article(i))
		}
		for _, p := range profiles {
			p.Step(1)
		}
	}
	for _, p := range profiles {
		if !p.Step(60) {
			t.Errorf("%d of %d articles are read", p.Read(), len(p.Articles()))
		}
	}
}
