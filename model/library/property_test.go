package library_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
	"reader/model/query/naive"
)

// dice makes articles and queries at random, of few words, so that much fits.
type dice struct{ *rand.Rand }

func pick[T any](d dice, from ...T) T { return from[d.IntN(len(from))] }

// phrase returns some words of an article or quote.
func (d dice) phrase() string {
	parts := make([]string, 1+d.IntN(3))
	for i := range parts {
		parts[i] = pick(d, "the price", "The Café", "of radar", "radars", "will not hold", "sanctions\nwere", "U.S. steel", "O’Brien’s gate", "北京的价格", "ÉTAT", "a")
	}
	return strings.Join(parts, " ")
}

// entity returns somebody or something that articles mention.
func (d dice) entity() model.Entity {
	switch d.IntN(6) {
	case 0:
		return model.Entity{Name: pick(d, "Northwind Oil", "NATO", "Radar Union"), Type: model.Organization}
	case 1:
		return model.Entity{Name: pick(d, "Kyiv", "Tallmar", "Härl"), Type: model.Place}
	case 2:
		return model.Entity{Name: pick(d, "a spokesman for Ada Härl", "the ministry official", "a spokesman"), Type: model.Unnamed}
	case 3:
		return model.Entity{Name: pick(d, "Orven", "Kyiv Forum"), Type: pick(d, model.Nationality, model.Event, model.DateTime)}
	default:
		return model.Entity{
			Name:   pick(d, "Ada Härl", "Ada Maria Härl", "Härl", "Ben Osk-Lindt", "Osk-Lindt", "OSK-LINDT", "Tom Härl Jr.", "David Miller"),
			Detail: pick(d, "", "", "energy minister", "mayor of Toronto", "Leeds fire chief"),
			Gender: model.Gender(d.IntN(3)), Ruling: pick(d, model.Unruled, model.Unruled, model.Unruled, model.Named, model.Apart),
		}
	}
}

func (d dice) article(i int) *model.Article {
	a := written(pick(d, "", "2026-01-31", "2026-02-01", "2026-03-04", "2025-12-31"))
	a.ID, a.Title, a.Language = fmt.Sprint(i), d.phrase(), pick(d, "en", "en-GB", "fr", "")
	a.Publisher, a.URL = pick(d, "", "The Orven Post", "Radar Daily"), pick(d, "", "https://www.post.example/x", "%")
	a.Authors = pick(d, nil, []string{"Cem Roth"}, []string{"Ada Radar", "Ben Osk"})
	a.Markdown = pick(d, "a &lt;b", "[x](http://x.example)", "![x](http://x.example)", "![x](<http://x.example/()>)", "see (<http://x.example>)", "Hey![x] [y](z)")
	for range d.IntN(4) {
		a.append(d.phrase())
		if d.IntN(5) == 0 {
			a.Blocks[len(a.Blocks)-1].Kind = model.Row
		}
	}
	for range d.IntN(5) {
		e := d.entity()
		a = a.with(e, 0, pick(d, e.Name, "Minister "+e.Name, "Rook"))
	}
	for range d.IntN(5) {
		d.quote(a)
	}
	if len(a.Mentions) > 0 && d.IntN(5) == 0 {
		a.Mentions[0].Link = model.LinkUser
	}
	return a.Article
}

// quote adds a quote to a, by one of its entities or nobody, told to one of them or nobody.
func (d dice) quote(a article) {
	q := model.Quote{
		Span: a.append("“" + d.phrase() + "”"), Kind: pick(d, model.Direct, model.Mixed, model.Indirect),
		Confidence: pick[float32](d, 0.5, 0.8, 1), Rule: pick(d, model.RuleTurn, model.RuleTurn, model.RuleTurn, model.RuleUser),
	}
	if n := len(a.Entities); n > 0 {
		if id := model.EntityID(1 + d.IntN(n)); a.Entity(id).Type.Speaks() && d.IntN(4) > 0 {
			q.Speaker = id
		}
		if d.IntN(3) == 0 {
			id := model.EntityID(1 + d.IntN(n))
			s := a.append(pick(d, "the agency", a.Entity(id).Name))
			a.Mentions = append(a.Mentions, model.Mention{Span: s, Entity: id})
			q.To = s
		}
	}
	a.Quotes = append(a.Quotes, q)
}

// value returns what to look for, in any form.
func (d dice) value() string {
	return pick(d,
		"radar", "RADARS", "rada", "cafe", "hold", "price", "osk", "harl", "HÄRL", "ada", "miller", "orven", "post", "kyiv", "spokes", "union", "minister",
		"us", "o'brien", "gate", "北京", "价", "etat", "a", "…", "toronto", "agency", "nato", "post.example", "rook",
		`"radar"`, `"the cafe"`, `"will not"`, `"of radar"`, `"sanctions were"`, `"Ada Härl"`, `"ada"`, `"Härl"`, `"energy minister"`, `"the price of"`,
		`"David Miller, mayor of Toronto"`, `"David Miller, Leeds fire chief"`, `"a spokesman for Ada Härl"`, `"a spokesman"`, `"the orven post"`,
		`"O’Brien"`, `"北京"`,
		"/rada(r|x)s?/", "/^the caf/", "/cafe/", "/É/", "/(?-i)É/", "/osk.lindt/", "/sanctions$/", "/spokesman/", "/(the )?prices? of/", "/o.?brien/", "/S[u ]/", "/m[iu]ller/", "/x*/",
		"~raddar", "~sanktions", "~oks", "~herl", "~spokseman", `~"wil not"`, `~"Ada Harl"`, "~a", `~"orven pots"`, "~agancy",
	)
}

func (d dice) term() string {
	switch d.IntN(8) {
	case 0:
		return pick(d,
			"kind:direct", "kind:mixed", "kind:indirect", "date:2026", "date:2026-01", "date:2026-02-01..2026-03", "date:..2025", "date:3w", "date:today",
			"lang:en", "lang:EN-gb", "lang:fr", "is:read", "is:unread", "is:starred", "is:noted", "is:corrected", "is:unattributed",
			"speaker:?", "has:quotes", "has:speaker", "has:note", "has:link", "has:picture", "has:table", "has:correction")
	case 1, 2, 3:
		return pick(d, "speaker:", "speaker:?", "said:", "to:", "role:") + d.value()
	default:
		return pick(d, "", "person:", "org:", "place:", "mention:", "text:", "title:", "author:", "source:") + d.value()
	}
}

func (d dice) query(depth int) string {
	if depth == 0 || d.IntN(4) == 0 {
		return d.term()
	}
	a, b := d.query(depth-1), d.query(depth-1)
	return fmt.Sprintf(pick(d, "%s %s", "%s %s", "%s OR %s", "(%s OR %s)", "(%s %s)", "-(%s %s)", "-%s %s", "%s (%s)", "-(%s OR %s)"), a, b)
}

// marks says of articles what a person did with them, by the last digit of their identity.
type marks struct{}

func (marks) Read(id string) bool    { return strings.ContainsAny(id[len(id)-1:], "02468") }
func (marks) Starred(id string) bool { return strings.HasSuffix(id, "1") }
func (marks) Noted(id string) bool   { return strings.HasSuffix(id, "3") }
func (marks) New(id string) bool     { return strings.ContainsAny(id[len(id)-1:], "135") }

// Whatever is asked of whatever articles, the library answers as reading each of them does.
func TestRandomQueriesOfRandomLibraries(t *testing.T) {
	t.Parallel()
	state := query.State{Now: time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC), Marks: marks{}}
	some := 0
	for seed := range uint64(100) {
		d := dice{rand.New(rand.NewPCG(seed, 1))}
		l := library.New(nil)
		n := naive.Reader{Names: l, State: state}
		for i := range 4 + d.IntN(12) {
			a := d.article(i)
			if err := a.Check(); err != nil {
				t.Fatal(err)
			}
			n.Articles = append(n.Articles, a)
		}
		l.Add(n.Articles...)
		for range 60 {
			text := d.query(d.IntN(4))
			q := parsed(t, text)
			s := l.Search(q, state)
			got, err := s.Select(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			want := slices.DeleteFunc(slices.Clone(l.Newest()), func(r library.Ref) bool { return !n.Matches(q, r) })
			if !slices.Equal(got, want) {
				t.Fatalf("library %d, %s: articles %v, want %v", seed, text, got, want)
			}
			for _, r := range got {
				if quotes := n.Quotes(q, r); !slices.Equal(s.Quotes(r), quotes) {
					t.Fatalf("library %d, %s: quotes %v of article %d, want %v", seed, text, s.Quotes(r), r, quotes)
				}
			}
			if len(got) > 0 && len(got) < l.Len() {
				some++
			}
		}
	}
	if some < 1500 {
		t.Errorf("only %d queries tell articles apart", some)
	}
}
