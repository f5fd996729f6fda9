package correct_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/correct"
	"reader/model/nlp"
	"reader/model/source"
)

// read returns the article of the given text, analysed.
func read(tb testing.TB, text string) *model.Article {
	tb.Helper()
	articles, err := source.Read("story.md", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	nlp.Analyze(articles[0])
	return articles[0]
}

// story has two people of whom the analysis takes one for the other's namesake, and more to correct.
const story = `Ravensholt port strike enters second week

RAVENSHOLT — Dock workers in Ravensholt stayed out for an eighth day on Monday.

"We will not load another ship," said Ada Harl, the head of the dockers' union. She said that the talks had failed.

"The offer stands," Tom Brandt, a spokesman for the port, told Reuters.

Brandt said the port would lose two million crowns a day. "Nobody wins," he said.

The sign at the gate read "No entry".
`

// at returns the anchor of the only place in the body of a where words stand.
func at(tb testing.TB, a *model.Article, words string) correct.Anchor {
	tb.Helper()
	i := strings.Index(a.Text, words)
	if i < 0 || strings.Count(a.Text, words) > 1 {
		tb.Fatalf("%q stands %d times in the text", words, strings.Count(a.Text, words))
	}
	return correct.At(a, model.Body, model.Span{Start: uint32(i), End: uint32(i + len(words))})
}

func person(name string) correct.Who { return correct.Who{Type: model.Person, Name: name} }

func body(name string) correct.Who { return correct.Who{Type: model.Organization, Name: name} }

// quotes returns who says what in a; a ✓ says that a person decided it.
func quotes(a *model.Article) []string {
	out := make([]string, len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		who := "nobody"
		if e := a.Speaker(q); e != nil {
			who = e.Name
		}
		if q.Rule == model.RuleUser {
			who += " ✓"
		}
		out[i] = who + ": " + a.Quoted(q)
	}
	return out
}

// people returns the people and organizations of a, each with its other names, and what a person decided.
func people(a *model.Article) []string {
	var out []string
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Type == model.Person || e.Type == model.Organization {
			s := e.Name
			for _, other := range aliases(a, model.EntityID(i+1)) {
				s += " = " + other
			}
			if e.Ruling != model.Unruled {
				s += fmt.Sprintf(" ✓%d", e.Ruling)
			}
			out = append(out, s)
		}
	}
	return out
}

// aliases returns the other names under which a mentions id, in the order of the text.
func aliases(a *model.Article, id model.EntityID) []string {
	e := a.Entity(id)
	var out []string
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Entity != id || !m.Calls(e.Type) {
			continue
		}
		if s := a.Mentioned(m); s != e.Name && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// A person corrects one thing or a few, and everything else stays as it was.
func TestWhatIsCorrected(t *testing.T) {
	t.Parallel()
	a := read(t, story)
	ship, failed, offer := at(t, a, `"We will not load another ship,"`), at(t, a, "the talks had failed"), at(t, a, `"The offer stands,"`)
	wins, entry := at(t, a, `"Nobody wins,"`), at(t, a, "No entry")
	speaker := func(q correct.Anchor, who correct.Who) correct.Correction {
		return correct.Correction{Op: correct.Speaker, Anchor: q, Is: who}
	}
	same := func(one, other correct.Who) correct.Correction {
		return correct.Correction{Op: correct.Same, Entity: one, Is: other}
	}
	apart := func(one correct.Who, alias string) correct.Correction {
		return correct.Correction{Op: correct.Apart, Entity: one, Alias: alias}
	}
	dismiss := func(one correct.Who) correct.Correction {
		return correct.Correction{Op: correct.Dismiss, Entity: one}
	}
	said := func(words, was, is string) string { return "+ " + is + ": " + words + "\n- " + was + ": " + words }
	const brandtsOwn = "+ Brandt: the port would lose two million crowns a day\n+ Brandt: \"Nobody wins,\"\n" +
		"- Tom Brandt: the port would lose two million crowns a day\n- Tom Brandt: \"Nobody wins,\""
	type cs = []correct.Correction
	for _, c := range []struct {
		name   string
		cs     cs
		quotes string // what changes of them
		people string // and of the people and organizations
	}{
		{"it was Brandt who said so", cs{speaker(failed, person("Tom Brandt"))}, said("the talks had failed", "Ada Harl", "Tom Brandt ✓"), ""},
		{"the surname will do", cs{speaker(failed, person("Brandt"))}, said("the talks had failed", "Ada Harl", "Tom Brandt ✓"), ""},
		{"it was Harl, as the analysis has it", cs{speaker(failed, person("Ada Harl"))}, said("the talks had failed", "Ada Harl", "Ada Harl ✓"), ""},
		{"nobody can tell who said so", cs{speaker(wins, correct.Who{})}, said(`"Nobody wins,"`, "Tom Brandt", "nobody ✓"), ""},
		{"the place speaks", cs{speaker(wins, correct.Who{Type: model.Place, Name: "Ravensholt"})}, said(`"Nobody wins,"`, "Tom Brandt", "Ravensholt ✓"), ""},
		{"a name that the analysis missed", cs{speaker(wins, body("Dock"))}, said(`"Nobody wins,"`, "Tom Brandt", "Dock ✓"), "+ Dock ✓2"},
		{
			"somebody said it whom the article does not name",
			cs{speaker(wins, person("Ida Quist"))},
			said(`"Nobody wins,"`, "Tom Brandt", "Ida Quist ✓"), "+ Ida Quist ✓2",
		},
		{
			"the last word counts, and nobody is left over",
			cs{speaker(wins, person("Ida Quist")), speaker(wins, person("Ada Harl"))},
			said(`"Nobody wins,"`, "Tom Brandt", "Ada Harl ✓"), "",
		},
		{
			"that is no quote",
			cs{{Op: correct.NotQuote, Anchor: failed}},
			"- Ada Harl: the talks had failed", "",
		},
		{
			"this is one, and its marks belong to it",
			cs{{Op: correct.Quote, Anchor: entry, Is: body("the gate")}},
			"+ the gate ✓: \"No entry\"", "+ the gate ✓2",
		},
		{
			"nobody can tell who wrote the sign",
			cs{{Op: correct.Quote, Anchor: entry}},
			"+ nobody ✓: \"No entry\"", "",
		},
		{"the quote is longer than the analysis has it", cs{
			{Op: correct.Quote, Anchor: at(t, a, "the port would lose two million crowns a day. \"Nobody wins,\""), Is: person("Tom Brandt")},
		}, "+ Tom Brandt ✓: the port would lose two million crowns a day. \"Nobody wins,\"\n- Tom Brandt: the port would lose two million crowns a day\n- Tom Brandt: \"Nobody wins,\"", ""},
		{
			"the quote is shorter than the analysis has it, and somebody else's",
			cs{{Op: correct.Quote, Anchor: at(t, a, "two million crowns"), Is: body("Reuters")}},
			"+ Reuters ✓: two million crowns\n- Tom Brandt: the port would lose two million crowns a day", "",
		},
		{
			"Reuters is Tom Brandt",
			cs{same(body("Reuters"), person("Tom Brandt"))},
			"", "+ Tom Brandt = Reuters = Brandt ✓1\n- Tom Brandt = Brandt\n- Reuters",
		},
		{
			"Tom Brandt is somebody known from other articles",
			cs{same(person("Tom Brandt"), person("Thomas A. Brandt"))},
			"+ Thomas A. Brandt: \"The offer stands,\"\n+ Thomas A. Brandt: the port would lose two million crowns a day\n+ Thomas A. Brandt: \"Nobody wins,\"\n" +
				"- Tom Brandt: \"The offer stands,\"\n- Tom Brandt: the port would lose two million crowns a day\n- Tom Brandt: \"Nobody wins,\"",
			"+ Thomas A. Brandt = Tom Brandt = Brandt ✓2\n- Tom Brandt = Brandt",
		},
		{
			"Harl is a body, not a person",
			cs{same(person("Ada Harl"), body("Ada Harl"))},
			"", "+ Ada Harl ✓2\n- Ada Harl",
		},
		{"a minister who never was and the nameless speaker are one", cs{
			speaker(wins, correct.Who{Type: model.Unnamed, Name: "a clerk"}),
			same(person("Ada Harl"), correct.Who{Type: model.Unnamed, Name: "a clerk"}),
		}, said(`"Nobody wins,"`, "Tom Brandt", "Ada Harl ✓"), "+ Ada Harl ✓1\n- Ada Harl"},
		{
			"Ada Harl is an event, which can't speak",
			cs{same(person("Ada Harl"), correct.Who{Type: model.Event, Name: "Ada Harl"})},
			"+ nobody: \"We will not load another ship,\"\n+ nobody: the talks had failed\n" +
				"- Ada Harl: \"We will not load another ship,\"\n- Ada Harl: the talks had failed",
			"- Ada Harl",
		},
		{
			"Ada Harl is a day, which can't speak",
			cs{same(person("Ada Harl"), correct.Who{Type: model.DateTime, Name: "Monday"})},
			"+ nobody: \"We will not load another ship,\"\n+ nobody: the talks had failed\n" +
				"- Ada Harl: \"We will not load another ship,\"\n- Ada Harl: the talks had failed",
			"- Ada Harl",
		},
		{
			"Brandt is not Tom Brandt, and said what he is named for",
			cs{apart(person("Tom Brandt"), "Brandt")},
			brandtsOwn,
			"+ Tom Brandt ✓1\n+ Brandt ✓3\n- Tom Brandt = Brandt",
		},
		{
			"the other way round",
			cs{apart(person("Tom Brandt"), "Tom Brandt")},
			brandtsOwn,
			"+ Brandt ✓1\n+ Tom Brandt ✓3\n- Tom Brandt = Brandt",
		},
		{
			"Ada Harl is not the one of other articles",
			cs{apart(person("Ada Harl"), "Ada Harl")},
			"", "+ Ada Harl ✓3\n- Ada Harl",
		},
		{
			"though other articles call her otherwise",
			cs{apart(person("Ada Maria Harl"), "Ada Harl")},
			"", "+ Ada Harl ✓3\n- Ada Harl",
		},
		{
			"split and joined again",
			cs{apart(person("Tom Brandt"), "Brandt"), same(person("Brandt"), person("Tom Brandt"))},
			"", "+ Tom Brandt = Brandt ✓1\n- Tom Brandt = Brandt",
		},
		{
			"the other way round: who is one with somebody keeps the longer name",
			cs{apart(person("Tom Brandt"), "Brandt"), same(person("Tom Brandt"), person("Brandt"))},
			"", "+ Tom Brandt = Brandt ✓3\n- Tom Brandt = Brandt",
		},
		{"Reuters is nothing", cs{dismiss(body("Reuters"))}, "", "- Reuters"},
		{
			"Tom Brandt is nothing, and so nobody can be told",
			cs{dismiss(person("Tom Brandt"))},
			"+ nobody: \"The offer stands,\"\n+ nobody: the port would lose two million crowns a day\n+ nobody: \"Nobody wins,\"\n" +
				"- Tom Brandt: \"The offer stands,\"\n- Tom Brandt: the port would lose two million crowns a day\n- Tom Brandt: \"Nobody wins,\"",
			"- Tom Brandt = Brandt",
		},
		{
			"many things in a row",
			cs{
				{Op: correct.NotQuote, Anchor: ship}, dismiss(body("Reuters")), speaker(offer, person("Ada Harl")), apart(person("Tom Brandt"), "Brandt"), speaker(wins, person("Tom Brandt")),
			},
			"+ Ada Harl ✓: \"The offer stands,\"\n+ Brandt: the port would lose two million crowns a day\n+ Tom Brandt ✓: \"Nobody wins,\"\n" +
				"- Ada Harl: \"We will not load another ship,\"\n- Tom Brandt: \"The offer stands,\"\n- Tom Brandt: the port would lose two million crowns a day\n- Tom Brandt: \"Nobody wins,\"",
			"+ Tom Brandt ✓1\n+ Brandt ✓3\n- Tom Brandt = Brandt\n- Reuters",
		},
	} {
		b := read(t, story)
		if unplaced := correct.Apply(b, c.cs); len(unplaced) > 0 {
			t.Errorf("%s: not placed: %v", c.name, unplaced)
		}
		if err := b.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := changes(quotes(a), quotes(b)); got != c.quotes {
			t.Errorf("%s: quotes change:\n%s\nwant:\n%s", c.name, got, c.quotes)
		}
		if got := changes(people(a), people(b)); got != c.people {
			t.Errorf("%s: people change:\n%s\nwant:\n%s", c.name, got, c.people)
		}
	}
}

// Whoever is one with somebody has the role and the gender that are told of either.
func TestWhatIsToldOfOneIsToldOfBoth(t *testing.T) {
	t.Parallel()
	a := read(t, story)
	i := slices.IndexFunc(a.Entities, func(e model.Entity) bool { return e.Name == "Tom Brandt" })
	if a.Entities[i].Role() == "" || a.Entities[i].Gender != model.Male {
		t.Fatalf("the analysis tells %+v", a.Entities[i])
	}
	want := a.Entities[i]
	correct.Apply(a, []correct.Correction{
		{Op: correct.Apart, Entity: person("Tom Brandt"), Alias: "Brandt"},
		{Op: correct.Same, Entity: person("Tom Brandt"), Is: person("Brandt")},
	})
	i = slices.IndexFunc(a.Entities, func(e model.Entity) bool { return e.Name == "Tom Brandt" })
	if got := a.Entities[i]; got.Role() != want.Role() || got.Gender != want.Gender {
		t.Errorf("told is %+v, want what was told of %+v", got, want)
	}
}

// changes returns what is new in after, and what is gone that was in before.
func changes(before, after []string) string {
	var out []string
	for _, s := range after {
		if !slices.Contains(before, s) {
			out = append(out, "+ "+s)
		}
	}
	for _, s := range before {
		if !slices.Contains(after, s) {
			out = append(out, "- "+s)
		}
	}
	return strings.Join(out, "\n")
}

// Somebody whom the analysis did not know is mentioned wherever the name stands as a word, and nowhere else.
func TestWhoIsNewIsMentioned(t *testing.T) {
	t.Parallel()
	a := read(t, story)
	correct.Apply(a, []correct.Correction{{Op: correct.Speaker, Anchor: at(t, a, `"Nobody wins,"`), Is: person("No")}})
	var got []string
	for i := range a.Mentions {
		if m := &a.Mentions[i]; a.Entity(m.Entity).Name == "No" {
			got = append(got, a.Text[m.Span.Start:m.Span.End+6])
		}
	}
	if !slices.Equal(got, []string{"No entry"}) {
		t.Errorf("mentioned at %q", got)
	}
}

// Where the speaker that a person decided on is named outside the quote, that is where the speaker is named for it; where it was
// named by more than the name, that stays.
func TestWhereCorrectedSpeakersAreNamed(t *testing.T) {
	t.Parallel()
	const text = "Strike\n\n\"Brandt wins,\" Ada Harl said, and Tom Brandt, a docker, nodded.\n"
	for _, c := range []struct{ was, want string }{
		{"Ada Harl", "Tom Brandt"},
		{"Tom Brandt, a docker", "Tom Brandt, a docker"},
	} {
		a := read(t, text)
		a.Quotes = a.Quotes[:1]
		a.Quotes[0].Mention = at(t, a, c.was).Span
		correct.Apply(a, []correct.Correction{{Op: correct.Speaker, Anchor: at(t, a, `"Brandt wins,"`), Is: person("Tom Brandt")}})
		if q := &a.Quotes[0]; a.Speaker(q).Name != "Tom Brandt" || q.Mention.In(a.Text) != c.want {
			t.Errorf("%s is named %q, want %q", a.Speaker(q).Name, q.Mention.In(a.Text), c.want)
		}
	}
}

// A pronoun points back to a mention of whom it stands for, or, when that has become somebody else's, to none.
func TestPronounsOfWhoIsTakenApart(t *testing.T) {
	t.Parallel()
	const text = "Brandt came. Tom Brandt spoke. He left."
	span := func(words string) model.Span {
		i := strings.LastIndex(text, words)
		return model.Span{Start: uint32(i), End: uint32(i + len(words))}
	}
	a := &model.Article{Text: text, Blocks: []model.Block{{Span: span(text)}}, Annotations: model.Annotations{
		Entities: []model.Entity{{Name: "Tom Brandt"}},
		Mentions: []model.Mention{
			{Span: model.Span{End: uint32(len("Brandt"))}, Entity: 1},
			{Span: span("Tom Brandt"), Entity: 1},
			{Span: span("He"), Entity: 1, Form: model.Pronoun, Link: model.LinkPronoun, Back: 2},
		},
	}}
	correct.Apply(a, []correct.Correction{{Op: correct.Apart, Entity: person("Tom Brandt"), Alias: "Brandt"}})
	if err := a.Check(); err != nil {
		t.Fatal(err)
	}
	if he := a.Mentions[2]; a.Entity(he.Entity).Name != "Tom Brandt" || he.Back != 0 {
		t.Errorf("he is %+v", he)
	}
}

// A quote whose speaker a person decided says so, is sure, and names the speaker where the text does; what
// else is known of it stays.
func TestCorrectedQuotesSayWhy(t *testing.T) {
	t.Parallel()
	a := read(t, story)
	offer := at(t, a, `"The offer stands,"`)
	find := func(a *model.Article) *model.Quote {
		i := slices.IndexFunc(a.Quotes, func(q model.Quote) bool { return q.Span == offer.Span })
		return &a.Quotes[i]
	}
	was := *find(a)
	for _, c := range []struct {
		is   correct.Who
		want string // the words that name the speaker
	}{
		{person("Tom Brandt"), "Tom Brandt"},
		{body("Reuters"), "Reuters"},
		{person("Ada Harl"), ""}, // in another paragraph
		{correct.Who{}, ""},
	} {
		b := read(t, story)
		correct.Apply(b, []correct.Correction{{Op: correct.Speaker, Anchor: offer, Is: c.is}})
		q := find(b)
		if got := q.Mention.In(b.Text); got != c.want {
			t.Errorf("%s is named %q for the quote, want %q", c.is.Name, got, c.want)
		}
		if q.Rule.String() != "you said so" || q.Confidence != 1 {
			t.Errorf("%s: %s, at %v", c.is.Name, q.Rule, q.Confidence)
		}
		if q.Cue != was.Cue || q.To != was.To || q.Kind != was.Kind {
			t.Errorf("%s: the quote was %+v and is %+v", c.is.Name, was, *q)
		}
	}
	// Marking anew what is a quote already keeps what is known of it.
	b := read(t, story)
	correct.Apply(b, []correct.Correction{{Op: correct.Quote, Anchor: offer, Is: person("Tom Brandt")}})
	if q := find(b); q.Cue != was.Cue || q.To != was.To || q.Mention != was.Mention || q.Rule != model.RuleUser {
		t.Errorf("marked anew the quote was %+v and is %+v", was, *q)
	}
	// A merge tells of the entity, not of the quote.
	correct.Apply(a, []correct.Correction{{Op: correct.Same, Entity: person("Tom Brandt"), Is: body("Reuters")}})
	q := find(a)
	if a.Speaker(q).Name != "Reuters" || q.Rule != was.Rule || q.Confidence != was.Confidence || q.Mention != was.Mention {
		t.Errorf("after a merge the quote was %+v and is %+v", was, *q)
	}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; a.Mentioned(m) == "Brandt" && m.Link.String() != "you said so" {
			t.Errorf("Brandt is Reuters: %s", m.Link)
		}
	}
}

func TestKindsOfMarkedQuotes(t *testing.T) {
	t.Parallel()
	const text = "Notice\n\nA board said “keep out” and ‘stay’ and «go», and that “all of it” was “shut”, or 'nearly' so.\n"
	for words, want := range map[string]string{
		"keep out":               `direct “keep out”`,
		"“keep out”":             `direct “keep out”`,
		"stay":                   "direct ‘stay’",
		"go":                     "direct «go»",
		"nearly":                 "direct 'nearly'",
		"“all of it” was “shut”": "mixed “all of it” was “shut”",
		"that “all of it” was":   "mixed that “all of it” was",
		"A board":                "indirect A board",
	} {
		a := read(t, text)
		correct.Apply(a, []correct.Correction{{Op: correct.Quote, Anchor: at(t, a, words)}})
		got := ""
		for i := range a.Quotes {
			if q := &a.Quotes[i]; q.Rule == model.RuleUser {
				got += q.Kind.String() + " " + a.Quoted(q)
			}
		}
		if got != want {
			t.Errorf("%s is marked as %q, want %q", words, got, want)
		}
	}
}

// A later version of the reader may see an article with other eyes. What was corrected stays so.
func TestCorrectionsOutliveTheAnalysis(t *testing.T) {
	t.Parallel()
	a := read(t, story)
	failed, lose := at(t, a, "the talks had failed"), at(t, a, "the port would lose two million crowns a day")
	for _, c := range []struct {
		name  string
		later func(a *model.Article) // what the analysis has changed by then
		c     correct.Correction
		want  string // a quote, or what is one of the people
		not   string
	}{
		{
			"a quote is not found any more", func(a *model.Article) { a.Quotes = nil },
			correct.Correction{Op: correct.Speaker, Anchor: failed, Is: person("Tom Brandt")},
			"Tom Brandt ✓: the talks had failed", "",
		},
		{
			"it is cut shorter", func(a *model.Article) { a.Quotes[3].Span.End -= uint32(len(" a day")) },
			correct.Correction{Op: correct.Speaker, Anchor: lose, Is: person("Ada Harl")},
			"Ada Harl ✓: the port would lose two million crowns", "",
		},
		{"it is cut in two", func(a *model.Article) {
			half := a.Quotes[3]
			half.Span.Start += uint32(len("the port would "))
			a.Quotes[3].Span.End = half.Span.Start - 1
			a.Quotes = slices.Insert(a.Quotes, 4, half)
		}, correct.Correction{Op: correct.Speaker, Anchor: lose, Is: person("Ada Harl")}, "Ada Harl ✓: lose two million crowns a day", "Tom Brandt: the port would"},
		{
			"one in it is found", func(a *model.Article) { a.Quotes[3].Span.Start += uint32(len("the port would ")) },
			correct.Correction{Op: correct.NotQuote, Anchor: lose},
			"", "Tom Brandt: lose two million crowns a day",
		},
		{
			"another one reaches into it", func(a *model.Article) {
				a.Quotes[0].Span.End = a.Quotes[1].Span.Start + uint32(len("the talks"))
				a.Quotes = slices.Delete(a.Quotes, 1, 2)
			},
			correct.Correction{Op: correct.NotQuote, Anchor: failed},
			"Ada Harl: \"We will not load another ship,\" said Ada Harl, the head of the dockers' union. She said that the talks", "",
		},
		{
			"what is no quote is found no more", func(a *model.Article) { a.Quotes = slices.Delete(a.Quotes, 3, 4) },
			correct.Correction{Op: correct.NotQuote, Anchor: lose},
			"", "Tom Brandt: the port would lose two million crowns a day",
		},
		{
			"a missed quote is found, with another's name", func(a *model.Article) { a.Quotes[1].Speaker = 4 },
			correct.Correction{Op: correct.Quote, Anchor: failed, Is: person("Ada Harl")},
			"Ada Harl ✓: the talks had failed", "Tom Brandt: the talks had failed",
		},
		{
			"the speaker is taken for a body", func(a *model.Article) { a.Entities[2].Type = model.Organization },
			correct.Correction{Op: correct.Speaker, Anchor: lose, Is: person("Ada Harl")},
			"Ada Harl ✓: the port would lose two million crowns a day", "",
		},
		{"for a thing that can't speak", func(a *model.Article) {
			a.Entities[2].Type = model.Event
			a.Quotes = slices.DeleteFunc(a.Quotes, func(q model.Quote) bool { return q.Speaker == 3 })
		}, correct.Correction{Op: correct.Speaker, Anchor: lose, Is: person("Ada Harl")}, "Ada Harl ✓: the port would lose two million crowns a day", ""},
		{
			"two are one by now", func(*model.Article) {},
			correct.Correction{Op: correct.Same, Entity: person("Brandt"), Is: person("Tom Brandt")},
			"Tom Brandt = Brandt", "",
		},
		{"a name that was joined is not found", func(a *model.Article) {
			a.Mentions = slices.DeleteFunc(a.Mentions, func(m model.Mention) bool { return m.Entity == 5 })
			a.Entities[4].Name = "Rain"
		}, correct.Correction{Op: correct.Same, Entity: body("Reuters"), Is: person("Ada Harl")}, "Ada Harl = Reuters ✓1", ""},
		{"two are two by now", func(a *model.Article) {
			a.Entities = append(a.Entities, model.Entity{Name: "Brandt"})
			i := slices.IndexFunc(a.Mentions, func(m model.Mention) bool { return a.Mentioned(&m) == "Brandt" })
			a.Mentions[i].Entity = model.EntityID(len(a.Entities))
			for i := range a.Mentions {
				a.Mentions[i].Back = 0
			}
		}, correct.Correction{Op: correct.Apart, Entity: person("Tom Brandt"), Alias: "Brandt"}, "Brandt ✓3", ""},
		{"no entity is found there", func(a *model.Article) {
			a.Mentions = slices.DeleteFunc(a.Mentions, func(m model.Mention) bool { return m.Entity == 5 })
			a.Entities = slices.Delete(a.Entities, 4, 5)
			for i := range a.Mentions {
				a.Mentions[i].Entity = min(a.Mentions[i].Entity, 5)
			}
		}, correct.Correction{Op: correct.Dismiss, Entity: body("Reuters")}, "", "Reuters"},
	} {
		b := read(t, story)
		c.later(b)
		if err := b.Check(); err != nil {
			t.Fatalf("%s: before it is corrected: %v", c.name, err)
		}
		if unplaced := correct.Apply(b, []correct.Correction{c.c}); len(unplaced) > 0 {
			t.Errorf("%s: not placed", c.name)
		}
		if err := b.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := append(quotes(b), people(b)...)
		if c.want != "" && !slices.Contains(got, c.want) || slices.Contains(got, c.not) {
			t.Errorf("%s: has %q, want %q, and not %q", c.name, got, c.want, c.not)
		}
	}
}

// What can't be placed is told and kept, and changes nothing.
func TestCorrectionsThatCanNotBePlaced(t *testing.T) {
	t.Parallel()
	a := read(t, story)
	gone := at(t, a, "the talks had failed")
	gone.Words = "the talks had succeeded"
	wins := at(t, a, `"Nobody wins,"`)
	twice := strings.Replace(story, "The sign", "\"Go,\" a docker said. \"Stay,\" a docker said.\n\nThe sign", 1)
	for _, c := range []struct {
		name string
		text string
		c    correct.Correction
	}{
		{"other words", story, correct.Correction{Op: correct.Speaker, Anchor: gone, Is: person("Ada Harl")}},
		{"other words that are no quote", story, correct.Correction{Op: correct.NotQuote, Anchor: gone}},
		{"other words that are one", story, correct.Correction{Op: correct.Quote, Anchor: gone, Is: person("Ada Harl")}},
		{"a day can't speak", story, correct.Correction{Op: correct.Speaker, Anchor: wins, Is: correct.Who{Type: model.DateTime, Name: "Monday"}}},
		{"nor mark", story, correct.Correction{Op: correct.Quote, Anchor: wins, Is: correct.Who{Type: model.DateTime, Name: "Monday"}}},
		{"somebody else's name", story, correct.Correction{Op: correct.Same, Entity: person("Ida Quist"), Is: person("Ada Harl")}},
		{"split from somebody else", story, correct.Correction{Op: correct.Apart, Entity: person("Ida Quist"), Alias: "Quist"}},
		{"split by a name that is not there", story, correct.Correction{Op: correct.Apart, Entity: person("Ada Harl"), Alias: "Quist"}},
		{"nobody to dismiss", story, correct.Correction{Op: correct.Dismiss, Entity: person("Ida Quist")}},
		{"either of two of one name", twice, correct.Correction{Op: correct.Dismiss, Entity: correct.Who{Type: model.Unnamed, Name: "a docker"}}},
		{"of no kind", story, correct.Correction{Anchor: wins}},
	} {
		b, want := read(t, c.text), read(t, c.text)
		if unplaced := correct.Apply(b, []correct.Correction{c.c}); !slices.Equal(unplaced, []correct.Correction{c.c}) {
			t.Errorf("%s: %v are not placed", c.name, unplaced)
		}
		want.Corrections = correct.Digest([]correct.Correction{c.c}) // what was to be applied is known
		if !reflect.DeepEqual(b, want) {
			t.Errorf("%s: something changed", c.name)
		}
	}
	// With the place of one of the two it can be told which is meant.
	b := read(t, twice)
	anchor := at(t, b, "a docker said.\n")
	anchor.Span.End, anchor.Words = anchor.Span.Start+uint32(len("a docker")), "a docker"
	cs := []correct.Correction{{Op: correct.Same, Anchor: anchor, Entity: correct.Who{Type: model.Unnamed, Name: "a docker"}, Is: person("Ada Harl")}}
	if unplaced := correct.Apply(b, cs); len(unplaced) > 0 || !slices.Contains(quotes(b), `Ada Harl: "Stay,"`) || !slices.Contains(quotes(b), `a docker: "Go,"`) {
		t.Errorf("the second docker is Ada Harl: %d are not placed, %q", len(unplaced), quotes(b))
	}
}

// Articles in a language that is not analysed can be corrected, too.
func TestQuotesInOtherLanguages(t *testing.T) {
	t.Parallel()
	a := read(t, "---\ntitle: Streik\nlanguage: de\n---\n\nDie Arbeiter bleiben dem Hafen fern. „Wir verladen kein Schiff mehr“, sagte Ada Harl am Montag vor dem Tor.\n")
	if a.Language == "en" || len(a.Quotes) > 0 {
		t.Fatalf("the article is in %q and has %d quotes", a.Language, len(a.Quotes))
	}
	correct.Apply(a, []correct.Correction{{Op: correct.Quote, Anchor: at(t, a, "Wir verladen kein Schiff mehr"), Is: person("Ada Harl")}})
	if got := quotes(a); !slices.Equal(got, []string{"Ada Harl ✓: „Wir verladen kein Schiff mehr“"}) {
		t.Errorf("quotes: %q", got)
	}
	if err := a.Check(); err != nil {
		t.Error(err)
	}
}
