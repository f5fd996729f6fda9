// Package naive answers queries the slow and obvious way: one article at a time, one term at a time, reading everything.
// It is what the answers of package library are tested against.
package naive

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
)

// Names tells who the entities of articles are. A *library.Library does.
type Names interface {
	IDOf(r library.Ref, e model.EntityID) library.ID
	Entity(id library.ID) *library.Entity
	Entities() iter.Seq2[library.ID, *library.Entity]
	Identity(id library.ID) library.Identity
}

// Reader answers queries about articles.
type Reader struct {
	Articles []*model.Article
	Names    Names
	State    query.State
}

// Matches reports whether q matches article r.
func (n Reader) Matches(q query.Query, r library.Ref) bool {
	return q.Root == nil || n.matches(q.Bound(), r)
}

// Quotes returns which quotes of article r q asks for: those that meet a condition on quotes that is not negated, or all
// if there is none.
func (n Reader) Quotes(q query.Query, r library.Ref) []int {
	var asked []query.Quote
	if q.Root != nil {
		asked = slices.Collect(query.Quotes(q.Bound()))
	}
	out := []int{}
	for i := range n.Articles[r].Quotes {
		meets := func(c query.Quote) bool { return n.meets(c.Cond, r, &n.Articles[r].Quotes[i]) }
		if len(asked) == 0 || slices.ContainsFunc(asked, meets) {
			out = append(out, i)
		}
	}
	return out
}

func (n Reader) matches(node query.Node, r library.Ref) bool {
	a := n.Articles[r]
	switch node := node.(type) {
	case query.And:
		return !slices.ContainsFunc(node, func(part query.Node) bool { return !n.matches(part, r) })
	case query.Or:
		return slices.ContainsFunc(node, func(part query.Node) bool { return n.matches(part, r) })
	case query.Not:
		return !n.matches(node.X, r)
	case query.Quote:
		return slices.ContainsFunc(a.Quotes, func(q model.Quote) bool { return n.meets(node.Cond, r, &q) })
	case query.Term:
		return n.term(node, r, a)
	}
	panic("there is no such node")
}

// meets reports whether the quote q of article r meets cond.
func (n Reader) meets(cond query.Node, r library.Ref, q *model.Quote) bool {
	switch cond := cond.(type) {
	case query.And:
		return !slices.ContainsFunc(cond, func(part query.Node) bool { return !n.meets(part, r, q) })
	case query.Or:
		return slices.ContainsFunc(cond, func(part query.Node) bool { return n.meets(part, r, q) })
	case query.Not:
		return !n.meets(cond.X, r, q)
	case query.Term:
		return n.quoteTerm(cond, r, q)
	}
	panic("there is no such condition on quotes")
}

// quoteTerm reports whether q meets a single condition.
func (n Reader) quoteTerm(t query.Term, r library.Ref, q *model.Quote) bool {
	a := n.Articles[r]
	sure := q.Speaker != 0 && q.Confidence >= library.Least
	switch t.Field {
	case query.Speaker:
		if t.Unknown() {
			return q.Speaker == 0
		}
		return (sure || t.Unsure && q.Speaker != 0) && n.names(t, n.Names.IDOf(r, q.Speaker))
	case query.Said:
		return in(t.Value, a.Quoted(q))
	case query.Kind:
		return strings.EqualFold(t.Value.Text, q.Kind.String())
	case query.Role:
		return sure && (in(t.Value, a.Speaker(q).Role()) || in(t.Value, n.Names.Entity(n.Names.IDOf(r, q.Speaker)).Role))
	case query.To:
		return in(t.Value, q.To.In(a.TextOf(q.Field))) || slices.ContainsFunc(a.Mentions, func(m model.Mention) bool {
			return m.Field == q.Field && q.To.Start <= m.Span.Start && m.Span.Start < q.To.End && n.names(t, n.Names.IDOf(r, m.Entity))
		})
	default:
		panic("this is not about a quote: " + t.String())
	}
}

// term reports whether article r, which is a, is what a term that is not about a quote says.
func (n Reader) term(t query.Term, r library.Ref, a *model.Article) bool {
	switch t.Field {
	case query.Anything:
		return in(t.Value, a.Title) || in(t.Value, a.Text) || slices.ContainsFunc(a.Quotes, func(q model.Quote) bool {
			return q.Speaker != 0 && q.Confidence >= library.Least && n.names(t, n.Names.IDOf(r, q.Speaker))
		})
	case query.Text:
		return in(t.Value, a.Title) || in(t.Value, a.Text)
	case query.Title:
		return in(t.Value, a.Title)
	case query.Author:
		return slices.ContainsFunc(a.Authors, func(s string) bool { return in(t.Value, s) })
	case query.Source:
		return slices.ContainsFunc(library.Sources(a.Publisher, a.URL), func(s string) bool { return in(t.Value, s) })
	case query.Person, query.Org, query.Place, query.Mention:
		return slices.ContainsFunc(a.Mentions, func(m model.Mention) bool { return n.names(t, n.Names.IDOf(r, m.Entity)) })
	case query.Lang:
		return strings.HasPrefix(strings.ToLower(a.Language)+"-", strings.ToLower(t.Value.Text)+"-")
	case query.Date:
		first, last := t.Days(n.State.Now)
		day := query.Day(a.Published.Time)
		return !a.Published.IsZero() && first <= day && day <= last
	case query.Is, query.Has:
		return n.is(strings.ToLower(t.Value.Text), a)
	default:
		panic("this is not about an article: " + t.String())
	}
}

// is reports whether a is, or has, what value says.
func (n Reader) is(value string, a *model.Article) bool {
	quote := func(test func(q model.Quote) bool) bool { return slices.ContainsFunc(a.Quotes, test) }
	sure := func(q model.Quote) bool { return q.Speaker != 0 && q.Confidence >= library.Least }
	switch value {
	case "quotes":
		return len(a.Quotes) > 0
	case "speaker":
		return quote(sure)
	case "unattributed":
		return quote(func(q model.Quote) bool { return !sure(q) })
	case "corrected", "correction":
		return quote(func(q model.Quote) bool { return a.Corrected(&q) }) ||
			slices.ContainsFunc(a.Entities, func(e model.Entity) bool { return e.Ruling != model.Unruled }) ||
			slices.ContainsFunc(a.Mentions, func(m model.Mention) bool { return m.Link == model.LinkUser })
	case "link":
		return regexp.MustCompile(`(^|[^!])\[[^\]]*\]\(|(^|[^(])<[a-z]|[^\]]\(<[a-z]`).MatchString(a.Markdown)
	case "picture":
		return strings.Contains(a.Markdown, "![")
	case "table":
		return slices.ContainsFunc(a.Blocks, func(b model.Block) bool { return b.Kind == model.Row })
	}
	return n.State.Is(value, a.ID)
}

// names reports whether t names the entity id.
func (n Reader) names(t query.Term, id library.ID) bool {
	if id == 0 || !fits(t, n.Names.Entity(id)) {
		return false
	}
	if t.Value.Form != query.Phrase {
		return n.called(id, t.Value)
	}
	// A label, else a whole name, else a part of one: what is meant by the first that means anybody.
	for _, means := range []func(library.ID) bool{
		func(id library.ID) bool { return n.labelled(id, t.Value.Text) },
		func(id library.ID) bool { return slices.Contains(n.forms(id), library.Words(t.Value.Text)) },
		func(id library.ID) bool { return n.called(id, t.Value) },
	} {
		for other, e := range n.Names.Entities() {
			if fits(t, e) && means(other) {
				return means(id)
			}
		}
	}
	return false
}

// fits reports whether e is of the type that t names.
func fits(t query.Term, e *library.Entity) bool {
	switch t.Field {
	case query.Speaker, query.Anything:
		return e.Quotes > 0 || t.Unsure && e.Type.Speaks()
	case query.Person:
		return e.Type == model.Person
	case query.Org:
		return e.Type == model.Organization
	case query.Place:
		return e.Type == model.Place
	default:
		return true
	}
}

// forms returns the words of every name of id.
func (n Reader) forms(id library.ID) []string {
	e := n.Names.Entity(id)
	out := append([]string{e.Name}, e.Aliases...)
	for i := range out {
		out[i] = library.Words(out[i])
	}
	return out
}

// labelled reports whether label is a name of id and, behind a comma, a role that some article tells of it.
func (n Reader) labelled(id library.ID, label string) bool {
	name, role, ok := strings.Cut(label, ", ")
	name, role = library.Words(name), library.Words(role)
	if !ok || name == "" || role == "" || !slices.Contains(n.forms(id), name) {
		return false
	}
	return slices.ContainsFunc(n.Names.Identity(id).Names, func(named library.Named) bool {
		return slices.ContainsFunc(named.Roles, func(s string) bool { return library.Words(s) == role })
	})
}

// called reports whether one of the names of id is what v means.
func (n Reader) called(id library.ID, v query.Value) bool {
	e := n.Names.Entity(id)
	unnamed := e.Type == model.Unnamed
	return slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), func(name string) bool {
		if v.Form == query.Word || v.Form == query.Phrase {
			return hasWords(v, library.Words(name), unnamed)
		}
		if unnamed {
			name = library.Noun(name)
		}
		return in(v, name)
	})
}

// hasWords reports whether the words of v stand in name side by side; of a mere word the last may be the beginning of one.
// In what an unnamed speaker is called they must be all of it, or end its noun.
func hasWords(v query.Value, name string, unnamed bool) bool {
	wanted, words := library.Words(v.Text), strings.Fields(name)
	n := len(strings.Fields(wanted))
	for i := range len(words) - n + 1 {
		found := strings.Join(words[i:i+n], " ")
		if wanted == "" || found != wanted && (v.Form == query.Phrase || !strings.HasPrefix(found, wanted)) {
			continue
		}
		if !unnamed || found == name || strings.HasSuffix(" "+library.Noun(name), " "+found) {
			return true
		}
	}
	return false
}

// in reports whether text has what v means.
func in(v query.Value, text string) bool {
	switch v.Form {
	case query.Regexp:
		return v.Compile().MatchString(text) || v.Compile().MatchString(unaccented(text))
	case query.Fuzzy:
		return fuzzy(v.Text, text)
	default:
		return hasText(v, text)
	}
}

// hasText reports whether text has the letters of v where a word begins, and of a phrase where one ends.
func hasText(v query.Value, text string) bool {
	wanted := []rune(strings.Join(strings.Fields(library.Fold(v.Text)), " "))
	folded := []rune(library.Fold(strings.ReplaceAll(text, "\n", " ")))
	for i := range len(folded) - len(wanted) + 1 {
		end := i + len(wanted)
		if len(wanted) > 0 && slices.Equal(folded[i:end], wanted) && parts(folded, i) && (v.Form == query.Word || parts(folded, end)) {
			return true
		}
	}
	return false
}

// parts reports whether a word begins or ends at text[i].
func parts(text []rune, i int) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	unspaced := func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	}
	return i == 0 || i == len(text) || !word(text[i-1]) || !word(text[i]) || unspaced(text[i-1]) || unspaced(text[i])
}

// fuzzy reports whether words that are spelt much like those of wanted stand in text side by side.
func fuzzy(wanted, text string) bool {
	w, words := strings.Fields(library.Words(wanted)), strings.Fields(library.Words(text))
	for i := range len(words) - len(w) + 1 {
		if len(w) > 0 && slices.EqualFunc(w, words[i:i+len(w)], query.Slips) {
			return true
		}
	}
	return false
}

// unaccented returns text without accents, in the case it has.
func unaccented(text string) string {
	var out strings.Builder
	for _, r := range text {
		folded := library.Fold(string(r))
		if unicode.IsUpper(r) {
			folded = strings.ToUpper(folded)
		}
		out.WriteString(folded)
	}
	return out.String()
}
