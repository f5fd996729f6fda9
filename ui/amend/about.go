package amend

import (
	"slices"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/line"
)

// AboutEntity returns a correction about entity id of a, which says nothing yet but that it is no entity.
func AboutEntity(a *model.Article, id model.EntityID) correct.Correction {
	e := a.Entity(id)
	c := correct.Correction{Op: correct.Dismiss, Entity: correct.Who{Type: e.Type, Name: e.Name}}
	if i := slices.IndexFunc(a.Mentions, func(n model.Mention) bool { return n.Entity == id }); i >= 0 {
		c.Anchor = correct.At(a, a.Mentions[i].Field, a.Mentions[i].Span)
	}
	return c
}

// AboutWords returns the correction that the words in the stretch s of a field of a are a quote, of nobody yet, and who says the quote that
// some of them are of, 0 for nobody; false if they are not in one paragraph.
func AboutWords(a *model.Article, f model.Field, s model.Span) (c correct.Correction, first model.EntityID, ok bool) {
	inside := func(b model.Block) bool { return b.Span.Contains(s) }
	if f == model.Body && !slices.ContainsFunc(a.Blocks, inside) {
		return c, 0, false
	}
	if i := slices.IndexFunc(a.Quotes, func(q model.Quote) bool { return q.Field == f && q.Span.Overlaps(s) }); i >= 0 {
		first = a.Quotes[i].Speaker
	}
	return correct.Correction{Op: correct.Quote, Anchor: correct.At(a, f, s)}, first, true
}

// Fits reports whether what is of type t can be the same as the entity of c: it is of its type, or may be who speaks without a name.
func Fits(c *correct.Correction, t model.EntityType) bool {
	return t == c.Entity.Type || c.Entity.Type == model.Unnamed && t.Speaks()
}

// Parting is a name that may be taken apart from an entity, and what there is to tell of it.
type Parting struct{ Alias, About string }

// Partings returns which names of entity id of article r may be somebody else's. The only one can be taken apart from the same
// name in other articles.
func Partings(lib *library.Library, r library.Ref, id model.EntityID) []Parting {
	a := lib.Article(r)
	others := 0
	if known := lib.IDOf(r, id); known != 0 {
		others = len(lib.Entity(known).Articles) - 1
	}
	all := callings(a, id)
	named := 0
	for _, n := range all {
		named += n.named
	}
	out := make([]Parting, 0, len(all))
	for _, n := range all {
		about := line.Count(n.times, "time")
		switch {
		case named > n.named && n.words == a.Entity(id).Name:
			continue // one of the other names is not theirs
		case named > n.named:
		case others > 0:
			about = "not who is called so in " + line.Count(others, "other article")
		default:
			continue
		}
		out = append(out, Parting{n.words, about})
	}
	return out
}

// calling is words for an entity, how often they stand for it, and how often as its name.
type calling struct {
	words        string
	times, named int
}

// callings returns what entity id of a is called, pronouns aside, in the order of the text.
func callings(a *model.Article, id model.EntityID) []calling {
	var out []calling
	at := map[string]int{}
	for i := range a.Mentions {
		n := &a.Mentions[i]
		if n.Entity != id || n.Form == model.Pronoun {
			continue
		}
		words := a.Mentioned(n)
		k, ok := at[words]
		if !ok {
			k = len(out)
			at[words] = k
			out = append(out, calling{words: words})
		}
		out[k].times++
		if n.Form == model.Name || a.Entity(id).Type == model.Unnamed {
			out[k].named++
		}
	}
	return out
}
