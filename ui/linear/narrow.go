package linear

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/model/near"
	"reader/model/query"
	"reader/model/state"
	"reader/ui/line"
	"reader/ui/page"
	"reader/ui/terms"
	"reader/ui/why"
)

// outlet is where articles are from, and how many of them there are.
type outlet struct {
	name        string
	all, unread int
}

// sources does "sources": where the articles are from.
func (r *Reader) sources(ctx context.Context, _ string) error {
	byName := map[string]*outlet{}
	for ref := range r.lib.All() {
		name := r.lib.Head(ref).Source()
		if name == "" {
			continue
		}
		s := byName[name]
		if s == nil {
			s = &outlet{name: name}
			byName[name] = s
		}
		s.all++
		if !r.isRead(ref) {
			s.unread++
		}
	}
	all := make([]outlet, 0, len(byName))
	for _, s := range byName {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b outlet) int {
		return cmp.Or(cmp.Compare(b.unread, a.unread), cmp.Compare(b.all, a.all), strings.Compare(a.name, b.name))
	})
	return r.show(ctx, menu{
		name: heading("source", len(all), ""), n: len(all), none: "Of no article here it is known where it is from.",
		row: func(i int) string {
			return fmt.Sprintf("%s: %s, %s unread.", all[i].name, line.Count(all[i].all, "article"), line.Thousands(all[i].unread))
		},
		pick: func(ctx context.Context, i int) error { return r.bySource(ctx, all[i].name) },
	})
}

// bySource does "source NAME [or NAME …]": it keeps the articles from there.
func (r *Reader) bySource(ctx context.Context, name string) error {
	if name == "" {
		return r.sources(ctx, "")
	}
	if strings.EqualFold(name, "any") {
		return r.apply(ctx, terms.With(r.filter.text, query.Source.String()))
	}
	return r.apply(ctx, terms.With(r.filter.text, query.Source.String(), strings.Split(name, " or ")...))
}

// sinceLast does "new": who speaks in what is new since the last time.
func (r *Reader) sinceLast(ctx context.Context, _ string) error {
	if r.o.State == nil || r.o.State.Since().IsZero() {
		r.out.say("From the next time on this tells what is new since you left with quit.")
		return nil
	}
	when := line.Moment(r.o.State.Since())
	refs := r.lib.Fresh(r.o.State)
	if len(refs) == 0 {
		r.out.say("Nothing is new since %s.", when)
		return nil
	}
	heard := r.lib.Among(refs).Speakers()
	return r.show(ctx, menu{
		name: func(string, string, string) string { return "New since " + when + ":" }, n: len(heard) + 1,
		row: func(i int) string {
			if i == 0 {
				return "All that is new: " + line.Count(len(refs), "article") + "."
			}
			return r.speaker(heard[i-1].ID, line.Count(heard[i-1].Quotes, "new quote"))
		},
		pick: func(ctx context.Context, i int) error {
			if i == 0 {
				return r.apply(ctx, terms.IsNew)
			}
			return r.apply(ctx, terms.And(terms.Of(query.Speaker.String(), r.lib.Label(heard[i-1].ID)), terms.IsNew))
		},
	})
}

// saved does "saved": the saved searches.
func (r *Reader) saved(ctx context.Context, _ string) error {
	all := r.o.State.Searches()
	return r.show(ctx, menu{
		name: func(string, string, string) string { return "Saved searches:" }, n: len(all), none: "No search is saved; save NAME keeps the query under a name.",
		row:  func(i int) string { return all[i].Name + ": " + all[i].Query },
		pick: func(ctx context.Context, i int) error { return r.apply(ctx, all[i].Query) },
	})
}

// save does "save NAME": it keeps the query under that name.
func (r *Reader) save(_ context.Context, name string) error {
	switch {
	case name == "":
		return Mistake{"Say under which name to keep the query, as save ferry."}
	case r.filter.text == "":
		return errors.New("there is no query to save; find QUERY makes one")
	}
	return r.saveAs(name, r.filter.text)
}

// forget does "forget NAME": it takes a saved search away.
func (r *Reader) forget(_ context.Context, name string) error {
	if !slices.ContainsFunc(r.o.State.Searches(), func(s state.Search) bool { return s.Name == name }) {
		return fmt.Errorf("no search is saved under the name “%s”; saved lists them", name)
	}
	return r.saveAs(name, "")
}

func (r *Reader) saveAs(name, text string) error {
	if err := r.o.State.Save(name, text); err != nil {
		return err
	}
	return r.tellMark()
}

// search does "search QUERY": where in the article that is open something stands.
func (r *Reader) search(ctx context.Context, text string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	if text == "" {
		return Mistake{"Say what to search the article for, as search lease."}
	}
	q, err := query.Parse(text)
	if err != nil {
		return wrong(text, err)
	}
	return r.places(ctx, r.lib.Search(q, r.state()).Hits(r.at.ref), "It is not in this article: "+text+". find "+text+" looks in all.")
}

// mentions does "mentions NAME": where the article that is open mentions somebody or something.
func (r *Reader) mentions(ctx context.Context, name string) error {
	if name == "" {
		return Mistake{"Say of whom or what, as mentions azimov."}
	}
	return r.entity(ctx, name, func(ctx context.Context, id model.EntityID) error {
		a := r.at.article
		var hits []library.Hit
		for i := range a.Mentions {
			if n := &a.Mentions[i]; n.Entity == id {
				hits = append(hits, library.Hit{Field: n.Field, Span: n.Span})
			}
		}
		return r.places(ctx, hits, a.Entity(id).Name+" is not mentioned any more.")
	})
}

// places lists places in the article that is open; none says that there are none.
func (r *Reader) places(ctx context.Context, hits []library.Hit, none string) error {
	ref, a := r.at.ref, r.at.article
	return r.show(ctx, menu{
		name: heading("place", len(hits), ""), n: len(hits), none: none,
		row: func(i int) string { return around(a, hits[i]) },
		pick: func(ctx context.Context, i int) error {
			if ref != r.at.ref || r.at.article == nil {
				if err := r.enter(ref); err != nil {
					return err
				}
			}
			if r.at.article.Text != a.Text || r.at.article.Title != a.Title {
				return errGone
			}
			return r.readAt(ctx, hits[i].Field, hits[i].Span, -1)
		},
	})
}

// around tells where in a a hit is, and the sentence it stands in.
func around(a *model.Article, h library.Hit) string {
	return capital(page.Where(a, h.Field, h.Span.Start)) + ": " + line.One(why.Sentence(a, h.Field, h.Span))
}

// copies does "copies": who else carries the article that is open.
func (r *Reader) copies(ctx context.Context, _ string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	refs := slices.DeleteFunc(slices.Clone(r.lib.Copies(r.at.ref)), func(ref library.Ref) bool { return ref == r.at.ref })
	return r.show(ctx, menu{
		name: func(string, string, string) string { return "Others that carry it:" }, n: len(refs), refs: refs, none: "Nobody else carries this article.",
		row:  func(i int) string { return r.described(refs[i]) + " " + r.differing(refs[i]) },
		pick: func(ctx context.Context, i int) error { return r.open(ctx, refs[i]) },
	})
}

// differing tells in which paragraphs article ref differs from the one that is open.
func (r *Reader) differing(ref library.Ref) string {
	a, b := r.lib.Article(ref), r.at.article
	onlyA, onlyB := near.Differing(a, b)
	if len(onlyA)+len(onlyB) == 0 {
		return "Word for word the same, but for the title."
	}
	var out []string
	for _, part := range []struct {
		told string
		of   *model.Article
		only []int
	}{{"Only there: ", a, onlyA}, {"Not there, but here: ", b, onlyB}} {
		for _, i := range part.only {
			out = append(out, part.told+sentence(line.One(part.of.Blocks[i].Span.In(part.of.Text))))
		}
	}
	return strings.Join(out, "\n")
}
