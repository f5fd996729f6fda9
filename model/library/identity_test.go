package library_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
)

// told returns the library of articles of one sentence each, as they would be read from files.
func told(t *testing.T, sentences ...string) *library.Library {
	t.Helper()
	files := fstest.MapFS{}
	for i, s := range sentences {
		files[fmt.Sprintf("%03d.md", i)] = &fstest.MapFile{Data: []byte("# A day in town\n\n" + s + "\n")}
	}
	l := library.New(nil)
	loader := library.LoadFS(t.Context(), files, library.Options{})
	for more := true; more; {
		var readings []library.Reading
		readings, more = loader.Next()
		for _, rd := range readings {
			if rd.Problem != nil {
				t.Fatal(rd.Problem)
			}
		}
		l.Take(readings...)
	}
	return l
}

// people returns everybody who is a person, with role, of the surname: one string each.
func people(l *library.Library, surname string) []string {
	var out []string
	for _, id := range l.Find(surname) {
		if e := l.Entity(id); e.Type == model.Person {
			out = append(out, fmt.Sprintf("%s, %s: %d", e.Name, e.Role, len(e.Articles)))
		}
	}
	return out
}

// Two people of one name stay two where what articles say of them contradicts, and one person stays one whatever
// becomes of them.
func TestNamesakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		sentences []string
		want      int // people
	}{
		{"a fire chief here and a mayor there", []string{
			"David Miller, a Leeds fire chief, said the blaze was out.", "David Miller, mayor of Toronto, said the budget was ready.",
		}, 2},
		{"the same in other words", []string{
			"“It is out,” said David Miller, the fire chief of Leeds.", "Toronto Mayor David Miller said the budget was ready.",
		}, 2},
		{"two of one country each", []string{
			"Emily Ward, a Canadian nurse, said she was tired.", "Emily Ward, an Australian judge, said she was tired.",
		}, 2},
		{"a striker and a minister", []string{
			"Emily Ward, the striker, said she was fit.", "Emily Ward, the energy minister, said she was ready.",
		}, 2},
		{"two genders", []string{"Chairman Kim Sorel said he was ready.", "Chairwoman Kim Sorel said she was ready."}, 2},
		{"who is told nothing of could be either", []string{
			"David Miller, a Leeds fire chief, said the blaze was out.", "David Miller, mayor of Toronto, said the budget was ready.",
			"David Miller said it was late.",
		}, 3},
		{"who is in the same town is the one there", []string{
			"David Miller, a Leeds fire chief, said the blaze was out.", "David Miller, mayor of Toronto, said the budget was ready.",
			"David Miller, a Toronto councillor, said it was late.",
		}, 2},

		{"mayor and former mayor", []string{
			"David Miller, mayor of Toronto, said the budget was ready.", "Former Toronto mayor David Miller said he would not run.",
			"David Miller said it was late.",
		}, 1},
		{"first this minister, then that", []string{
			"Defence Minister Emily Ward said it was late.", "Prime Minister Emily Ward said it was late.",
			"Emily Ward, the mayor of Leeds, said it was late.",
		}, 1},
		{"mayor of a town, then minister of a country", []string{
			"Emily Ward, mayor of Toronto, said it was late.", "Canadian Foreign Minister Emily Ward said it was late.",
		}, 1},
		{"a country and its people", []string{
			"Emily Ward, a Russian historian, said it was late.", "Emily Ward, a nurse from Russia, said it was late.",
		}, 1},
		{"a country in other letters", []string{
			"Emily Ward, a U.S. historian, said it was late.", "Emily Ward, an American nurse, said it was late.",
		}, 1},
		{"two towns, one calling", []string{
			"Emily Ward, the bishop of Durham, said it was late.", "Emily Ward, the archbishop of York, said it was late.",
		}, 1},
		{"a spokesman may be anything", []string{
			"Emily Ward, a spokeswoman in Leeds, said it was late.", "Emily Ward, a Toronto judge, said it was late.",
		}, 1},
		{"a town and the country around it", []string{
			"Emily Ward, a Leeds nurse, said it was late.", "Emily Ward, a British singer, said it was late.",
		}, 1},
		{"a former striker in office", []string{
			"Former striker Emily Ward said it was late.", "President Emily Ward said it was late.",
		}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			surname := ""
			for _, s := range []string{"Miller", "Ward", "Sorel"} {
				if strings.Contains(c.sentences[0], s) {
					surname = s
				}
			}
			for range 2 {
				if got := people(told(t, c.sentences...), surname); len(got) != c.want {
					t.Errorf("%d people, want %d: %q", len(got), c.want, got)
				}
				slices.Reverse(c.sentences)
			}
		})
	}
}

// Two of one name stay two though no mention is left to count for either.
func TestNamesakesWithoutMentions(t *testing.T) {
	t.Parallel()
	man, woman := written(""), written("")
	man.Entities = []model.Entity{{Name: "Kim Sorel", Gender: model.Male}}
	woman.Entities = []model.Entity{{Name: "Kim Sorel", Gender: model.Female}}
	l := libraryOf(t, man, woman)
	if l.IDOf(0, 1) == l.IDOf(1, 1) {
		t.Error("a man and a woman are one")
	}
}

// It does not matter in which order articles come, nor in how many batches.
func TestNamesakesInAnyOrder(t *testing.T) {
	t.Parallel()
	roles := []string{
		"", "", "mayor of Toronto", "Toronto councillor", "Leeds fire chief", "chief", "prime minister", "a Leeds nurse", "striker", "Canadian minister",
	}
	names := []string{"David Miller", "David J. Miller", "David John Miller", "Emma Miller"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		articles := make([]article, 2+r.IntN(12))
		for i := range articles {
			e := person(names[r.IntN(len(names))], roles[r.IntN(len(roles))])
			e.Gender = []model.Gender{0, 0, 0, model.Male, model.Female}[r.IntN(5)]
			articles[i] = written("").with(e, 1).
				with(model.Entity{Name: "Toronto", Type: model.Place}, 0).with(model.Entity{Name: "Leeds", Type: model.Place}, 0).
				with(model.Entity{Name: "Canadian", Type: model.Nationality}, 0)
		}
		want, told := "", ""
		for i := range articles {
			told += fmt.Sprintf("%v ", articles[i].Entities[0])
		}
		for range 4 {
			at := r.Perm(len(articles))
			l := library.New(nil)
			for _, i := range at {
				l.Add(articles[i].Article)
			}
			got := partition(l, at)
			if want == "" {
				want = got
			}
			if got != want {
				t.Fatalf("%s\nare\n%s\nor\n%s", told, want, got)
			}
			if one := impossible(l); one != "" {
				t.Fatalf("%s\nare\n%s\nwhere %s", told, got, one)
			}
		}
	}
}

// partition returns which articles, numbered as at tells, have the same first entity.
func partition(l *library.Library, at []int) string {
	groups := map[library.ID][]int{}
	for r, i := range at {
		id := l.IDOf(library.Ref(r), 1)
		groups[id] = append(groups[id], i)
	}
	out := make([]string, 0, len(groups))
	for _, g := range groups {
		slices.Sort(g)
		out = append(out, fmt.Sprint(g))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// impossible returns who is both a fire chief in Leeds and a mayor in Toronto, or a man and a woman.
func impossible(l *library.Library) string {
	type person struct {
		gender       model.Gender
		chief, mayor bool
	}
	seen := map[library.ID]person{}
	for r := range library.Ref(l.Len()) {
		e, id := &l.Article(r).Entities[0], l.IDOf(r, 1)
		p := seen[id]
		if e.Gender != 0 && p.gender != 0 && p.gender != e.Gender {
			return e.Name + " is a man and a woman"
		}
		p = person{max(e.Gender, p.gender), p.chief || e.Role() == "Leeds fire chief", p.mayor || e.Role() == "mayor of Toronto"}
		if p.chief && p.mayor {
			return e.Name + " is a fire chief in Leeds and a mayor in Toronto"
		}
		seen[id] = p
	}
	return ""
}

// Whoever wants to know why names are one, or why two people are not, is told.
func TestIdentity(t *testing.T) {
	t.Parallel()
	harl := func(name, role string, g model.Gender) article {
		return written("").with(model.Entity{Name: name, Detail: role, Gender: g}, 1)
	}
	org := func(name string, others ...string) article {
		return written("").with(model.Entity{Name: name, Type: model.Organization}, 1, others...)
	}
	toronto := func(role string) article {
		return harl("Ada Harl", role, 0).with(model.Entity{Name: "Toronto", Type: model.Place}, 0).with(model.Entity{Name: "Leeds", Type: model.Place}, 0)
	}
	for _, c := range []struct {
		name     string
		articles []article
		want     string // of the first entity of the first article: the names that are one, and those kept apart
	}{
		{"one name", []article{harl("Ada Harl", "", 0), harl("ADA HARL", "", 0)}, "Ada Harl 2: the same name"},
		{"a longer name", []article{harl("Ada Maria Harl", "", 0), harl("Ada Harl", "", 0)}, "Ada Maria Harl 1: the same name; Ada Harl 1: a shorter form"},
		{"the surname and a like role", []article{harl("Ada Harl", "mayor", 0), harl("Harl", "mayor", 0)}, "Ada Harl 1: the same name; Harl 1: the surname alone, with a like role"},
		{"a double surname and a like role", []article{harl("Ada Osk-Harl", "mayor", 0), harl("Osk-Harl", "mayor", 0)}, "Ada Osk-Harl 1: the same name; Osk-Harl 1: the surname alone, with a like role"},
		{"the surname and a role in other words", []article{harl("Ada Harl", "judge", 0), harl("Harl", "Justice", 0)}, "Ada Harl 1: the same name; Harl 1: the surname alone, with a like role"},
		{"an acronym", []article{org("Orven Radio Union", "ORVU"), org("ORVU")}, "Orven Radio Union 1: the same name; ORVU 1: the acronym"},
		{"genders", []article{harl("Ada Harl", "", model.Female), harl("Ada Harl", "", model.Male)}, "Ada Harl 1: the same name | Ada Harl 1: of another gender"},
		{"initials", []article{harl("Ada B. Harl", "", 0), harl("Ada C. Harl", "", 0)}, "Ada B. Harl 1: the same name | Ada C. Harl 1: with another middle initial"},
		{"places", []article{toronto("mayor of Toronto"), toronto("Leeds fire chief")}, "Ada Harl 1: the same name | Ada Harl 1: does other work in another place"},
		{"places that go by “the”", []article{
			harl("Ada Harl", "judge on the Vesk", 0).with(model.Entity{Name: "the Vesk", Type: model.Place}, 0),
			harl("Ada Harl", "nurse on the Orda", 0).with(model.Entity{Name: "The Orda", Type: model.Place}, 0),
		}, "Ada Harl 1: the same name | Ada Harl 1: does other work in another place"},
		{"work", []article{harl("Ada Harl", "striker", 0), harl("Ada Harl", "senator", 0)}, "Ada Harl 1: the same name | Ada Harl 1: one plays a sport, the other holds an office"},
		{"the surname alone", []article{harl("Ada Harl", "", 0), harl("Harl", "", 0)}, "Ada Harl 1: the same name | Harl 1: the surname alone, and no role in common"},
		{
			"a surname that two bear",
			[]article{harl("Harl", "mayor", 0), harl("Ada Harl", "mayor", 0), harl("Bo Harl", "", 0)},
			"Harl 1: the same name | Ada Harl 1: several of that name are known; Bo Harl 1: the surname alone, and no role in common",
		},
		{
			"an acronym of two",
			[]article{org("ORVU"), org("Orven Radio Union", "ORVU"), org("Orven River Union", "ORVU")},
			"ORVU 1: the same name | Orven Radio Union 1: several of that name are known; Orven River Union 1: several of that name are known",
		},
		{"others of that surname do not matter", []article{harl("Ada Harl", "", 0), harl("Bo Harl", "", 0)}, "Ada Harl 1: the same name"},
		{
			"somebody famous", append(slices.Repeat([]article{harl("Ada Harl", "mayor", 0)}, 12), harl("Harl", "", 0), harl("Ada Harl", "", model.Male), harl("Ada Harl", "", model.Female)),
			"Ada Harl 12: the same name; Harl 1: the surname alone, where articles | Ada Harl 1: several of that name; Ada Harl 1: several of that name",
		},
		{
			"which of two is the famous one", append(slices.Repeat([]article{harl("Ada Harl", "", 0)}, 12), toronto("mayor of Toronto"), toronto("Leeds fire chief")),
			"Ada Harl 12: the same name | Ada Harl 1: several of that name; Ada Harl 1: several of that name",
		},
		{
			"an article that errs about the gender of somebody famous", append(slices.Repeat([]article{harl("Ada Harl", "", model.Female)}, 12), harl("Ada Harl", "", model.Male)),
			"Ada Harl 13: the same name",
		},
		{
			"a longer name of somebody famous, in spite of that", append([]article{harl("Ada Maria Harl", "", model.Female)}, append(slices.Repeat([]article{harl("Ada Harl", "", model.Female)}, 12), harl("Ada Harl", "", model.Male))...),
			"Ada Maria Harl 1: the same name; Ada Harl 13: a shorter form",
		},
		{"an unnamed speaker", []article{written("").with(model.Entity{Name: "a spokesman", Type: model.Unnamed}, 1)}, "a spokesman 1: the same name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l := libraryOf(t, c.articles...)
			id := l.Identity(l.IDOf(0, 1))
			list := func(names []library.Named) string {
				out := make([]string, len(names))
				for i, n := range names {
					out[i] = fmt.Sprintf("%s %d: %s", n.Name, n.Articles, n.Reason)
				}
				return strings.Join(out, "; ")
			}
			got := list(id.Names)
			if len(id.Apart) > 0 {
				got += " | " + list(id.Apart)
			}
			parts, wanted := strings.FieldsFunc(got, separates), strings.FieldsFunc(c.want, separates)
			if len(parts) != len(wanted) || !slices.EqualFunc(parts, wanted, func(a, b string) bool { return strings.HasPrefix(a, strings.TrimSpace(b)) || strings.HasPrefix(a, b) }) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func separates(r rune) bool { return r == ';' || r == '|' }

// Of somebody whom no article mentions any more, as after a correction, nothing is told, and nothing breaks.
func TestIdentityOfNobody(t *testing.T) {
	t.Parallel()
	l := libraryOf(t, written("").with(person("Ada Harl", ""), 1))
	id := l.IDOf(0, 1)
	l.Replace(0, written("").with(person("Bo Sorel", ""), 1).Article)
	if got := l.Identity(id); len(got.Names) != 1 || got.Names[0].Articles != 0 || len(got.Apart) > 0 {
		t.Errorf("told is %+v", got)
	}
	if l.Label(id) != "Ada Harl" || l.Entity(id).Quotes > 0 {
		t.Errorf("%s says %d quotes", l.Label(id), l.Entity(id).Quotes)
	}
}

// Two people of one name are told apart by their roles, in a query and by whoever names one.
func TestLabels(t *testing.T) {
	t.Parallel()
	l := told(t,
		"David Miller, a Leeds fire chief, said the blaze was out.", "David Miller, mayor of Toronto, said the budget was ready.",
		"Emily Ward, the energy minister, said it was late.",
	)
	chief, mayor, ward := l.IDOf(0, 1), l.IDOf(1, 1), l.Find("ward")[0]
	for id, want := range map[library.ID]string{
		chief: "David Miller, Leeds fire chief", mayor: "David Miller, mayor of Toronto", ward: "Emily Ward",
	} {
		if got := l.Label(id); got != want {
			t.Errorf("labelled %q, want %q", got, want)
		}
		if got := l.Find(want); !slices.Equal(got, []library.ID{id}) {
			t.Errorf("%q means %v, want %d", want, got, id)
		}
		q := query.BySpeakers(want)
		if got := l.Chosen(q); !slices.Equal(got, []library.Voice{{ID: id}}) {
			t.Errorf("a query for %q chooses %v, want %d", want, got, id)
		}
	}
	if got := l.Find("David Miller"); len(got) != 2 {
		t.Errorf("the name alone means %v", got)
	}
	if got := l.Find("David Miller, goalkeeper"); len(got) != 0 {
		t.Errorf("somebody else means %v", got)
	}
}

// Whoever is named in many articles is also meant where a few give a longer name, even if one of these errs.
func TestAWellKnownPersonIsKnownByALongerName(t *testing.T) {
	t.Parallel()
	short, longer := "Mayor Kim Sorel said she was ready.", []string{
		"“It is late,” Kim Ellen Sorel said.", "Chairwoman Kim Ellen Sorel said she was late.", "Chairman Kim Ellen Sorel said he was late.",
	}
	for articles, want := range map[int][]string{
		20: {"Kim Sorel, Mayor: 22", "Kim Ellen Sorel, Chairman: 1"},
		8:  {"Kim Sorel, Mayor: 8", "Kim Ellen Sorel, Chairwoman: 1", "Kim Ellen Sorel, Chairman: 1", "Kim Ellen Sorel, : 1"},
	} {
		got := people(told(t, append(slices.Repeat([]string{short}, articles), longer...)...), "sorel")
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAPlaceIsOneInFullAndInShort(t *testing.T) {
	t.Parallel()
	l := told(t, "“We are ready,” said Mara Sorel of the United States (U.S.) on Friday.", "It rained in the U.S. on Friday.", "WASHINGTON — It rained in the United States.", "It rained in Washington.")
	for name, want := range map[string]int{"United States": 3, "Washington": 2} {
		ids := slices.DeleteFunc(l.Find(name), func(id library.ID) bool { return l.Entity(id).Type != model.Place })
		if len(ids) != 1 || l.Entity(ids[0]).Name != name || slices.Contains(l.Entity(ids[0]).Aliases, name) || len(l.Entity(ids[0]).Articles) != want {
			t.Errorf("%s: %d, want one in %d articles", name, len(ids), want)
			for _, id := range ids {
				t.Logf("%+v", l.Entity(id))
			}
		}
	}
}

// Whoever goes by a first name, too, stays one with the bearer of the surname when others of that first name come.
func TestADoubleSurnameStaysWithItsBearer(t *testing.T) {
	t.Parallel()
	l := libraryOf(t,
		written("").with(person("Ada Osk-Harl", "mayor"), 1), written("").with(person("Osk-Harl", "mayor"), 1, "Ada"),
		written("").with(person("Tom Ada", ""), 1),
	)
	if got, want := people(l, "harl"), []string{"Ada Osk-Harl, mayor: 2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
