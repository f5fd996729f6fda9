package linear

import (
	"strings"

	"reader/model/library"
	"reader/ui/line"
	"reader/ui/profile"
)

// How many names, roles and others are told of somebody, and of how many days or months.
const (
	fewTold    = 5
	mostPeriod = 60
)

// card tells what the articles tell of id.
func (r *Reader) card(id library.ID) {
	e := r.lib.Entity(id)
	r.out.say("%s: %s.", join(e.Name, e.Role), e.Type)
	if len(e.Aliases) > 0 {
		r.out.say("Also called: %s.", strings.Join(e.Aliases, "; "))
	}
	h, named := r.lib.Everything().Of(id)
	says := "Says nothing"
	if h.Quotes > 0 {
		says = line.Count(h.Quotes, "quote") + " in " + line.Count(h.Articles, "article")
	}
	r.out.say("%s, named in %s.", says, line.Count(named, "article"))
	p := r.lib.Profile(id, r.o.Log)
	p.Step(len(p.Articles()))
	if kinds := profile.Kinds(p); kinds != "" {
		r.out.say("Quotes: %s.", commas(kinds))
	}
	r.told("Described as", "article", p.Roles())
	r.told("Spoke to, or through", "quote", p.Channels())
	if unit, periods := p.Timeline(mostPeriod); len(periods) > 1 {
		r.out.say("Mentions by %s: %s.", unit, commas(profile.Numbers(p, unit, periods)))
	}
	with := p.Companions(fewTold)
	for i := range with {
		r.out.say("Mentioned with %s.", commas(profile.With(r.lib, &with[i])))
	}
	if r.at.article != nil {
		r.inThis(id)
	}
}

// told tells words of an entity, the latest or most frequent ones.
func (r *Reader) told(about, unit string, all []library.Told) {
	for i := range all[:min(len(all), fewTold)] {
		r.out.say("%s %s.", about, commas(profile.Told(r.lib, &all[i], unit)))
	}
	if n := len(all) - fewTold; n > 0 {
		r.out.say("%s %s more.", about, line.Thousands(n))
	}
}

// inThis tells how often id speaks and is named in the article that is open.
func (r *Reader) inThis(id library.ID) {
	a, named := r.at.article, 0
	for i := range a.Mentions {
		if r.lib.IDOf(r.at.ref, a.Mentions[i].Entity) == id {
			named++
		}
	}
	r.out.say("In this article: %s, named %s.", line.Count(len(r.lib.QuotesBy(r.at.ref, id)), "quote"), line.Count(named, "time"))
}
