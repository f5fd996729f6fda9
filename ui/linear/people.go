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
	"reader/model/query"
	"reader/ui/amend"
	"reader/ui/line"
	"reader/ui/terms"
	"reader/ui/why"
)

// speakers does "speakers": who speaks in all that is listed, or with "here" in the article that is open.
func (r *Reader) speakers(ctx context.Context, scope string) error {
	refs, err := r.scope(ctx, scope)
	if err != nil {
		return err
	}
	heard := r.lib.Among(refs).Speakers()
	return r.show(ctx, menu{
		name: heading("speaker", len(heard), r.of(scope)), n: len(heard), none: "Nobody speaks in what is listed.",
		row: func(i int) string {
			h := heard[i]
			return r.speaker(h.ID, line.Count(h.Quotes, "quote")+" in "+line.Count(h.Articles, "article"))
		},
		pick: func(ctx context.Context, i int) error { return r.bySpeakers(ctx, heard[i].ID) },
	})
}

// speaker tells who id is, and how often they speak.
func (r *Reader) speaker(id library.ID, often string) string {
	e := r.lib.Entity(id)
	return join(e.Name, e.Role) + ": " + often + "."
}

// bySpeakers keeps the articles in which one of ids speaks, and opens none.
func (r *Reader) bySpeakers(ctx context.Context, ids ...library.ID) error {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = r.lib.Label(id)
	}
	return r.apply(ctx, terms.With(r.filter.text, query.Speaker.String(), names...))
}

// pickSpeaker does "speaker NAME [or NAME …]".
func (r *Reader) pickSpeaker(ctx context.Context, names string) error {
	if names == "" {
		return r.speakers(ctx, "")
	}
	if strings.EqualFold(names, "anybody") {
		return r.bySpeakers(ctx)
	}
	return r.eachSpeaker(ctx, strings.Split(names, " or "), nil)
}

// eachSpeaker finds out who is meant by names, asks where that may be several, and keeps the articles of all of them, and of found.
func (r *Reader) eachSpeaker(ctx context.Context, names []string, found []library.ID) error {
	if len(names) == 0 {
		return r.bySpeakers(ctx, found...)
	}
	return r.who(ctx, strings.TrimSpace(names[0]), true, func(ctx context.Context, ids ...library.ID) error {
		return r.eachSpeaker(ctx, names[1:], append(slices.Clone(found), ids...))
	})
}

// fewNear is how many are offered in place of somebody who is not there.
const fewNear = 5

// toDo is what is to be done with those who are meant.
type toDo func(context.Context, ...library.ID) error

// who finds out who is meant by name, of those who speak if speaking, and does what is to be done with them. Where several may be
// meant, or where nobody is called so, but others nearly are, these are listed to choose from; a script ends there.
func (r *Reader) who(ctx context.Context, name string, speaking bool, do toDo) error {
	if _, ok := number(name); ok {
		return Mistake{"A number is no name; alone in its line it chooses from the list that was printed last."}
	}
	called := r.lib.Find(name)
	ids := called
	if speaking {
		ids = slices.DeleteFunc(slices.Clone(ids), func(id library.ID) bool { return r.lib.Entity(id).Quotes == 0 })
	}
	if len(called) == 0 {
		ids = r.beginning(name, speaking)
	}
	switch {
	case len(ids) == 1:
		return do(ctx, ids[0])
	case len(ids) > 1:
		return r.which(ctx, fmt.Sprintf("“%s” may be any of %s", name, line.Thousands(len(ids))), ids, do)
	case len(called) > 0 && r.likely(called[0]):
		return fmt.Errorf("it is not sure that %s says anything in these articles; find %s tells what is likely to be theirs",
			r.lib.Entity(called[0]).Name, terms.Said(query.Quoted(name), true))
	case len(called) > 0:
		return fmt.Errorf("%s is mentioned, but says nothing in these articles; find mention:%s tells where", r.lib.Entity(called[0]).Name, query.Quoted(name))
	}
	near := r.lib.Nearest(name, fewNear)
	if len(near) == 0 {
		return fmt.Errorf("nobody here is called “%s”; speakers lists those who speak", name)
	}
	return r.which(ctx, fmt.Sprintf("Nobody here is called “%s”, but there are", name), near, do)
}

// likely reports whether id is likely to speak.
func (r *Reader) likely(id library.ID) bool {
	h, _ := r.lib.Everything().OfVoice(library.Voice{ID: id, Unsure: true})
	return h.Quotes+h.Unsure > 0
}

// which lists ids under a heading, to do with the one that is chosen what is to be done. To a script they are told as what went wrong.
func (r *Reader) which(ctx context.Context, about string, ids []library.ID, do toDo) error {
	if r.o.Script {
		names := make([]string, min(len(ids), fewNear))
		for i := range names {
			names[i] = r.lib.Label(ids[i])
		}
		return fmt.Errorf("%s: %s", lower(about), strings.Join(names, "; "))
	}
	all := len(ids) <= usual && len(ids) > 1
	n := len(ids)
	if all {
		n++
	}
	return r.show(ctx, menu{
		name: func(string, string, string) string { return about + ":" }, n: n,
		row: func(i int) string {
			if i == len(ids) {
				return "All of them."
			}
			h, named := r.lib.Everything().Of(ids[i])
			if h.Quotes == 0 {
				return r.speaker(ids[i], "named in "+line.Count(named, "article"))
			}
			return r.speaker(ids[i], line.Count(h.Quotes, "quote")+" in "+line.Count(h.Articles, "article"))
		},
		pick: func(ctx context.Context, i int) error {
			if i == len(ids) {
				return do(ctx, ids...)
			}
			return do(ctx, ids[i])
		},
	})
}

// beginning returns those who have a word in their names that begins with begin, of those who speak if speaking.
func (r *Reader) beginning(begin string, speaking bool) []library.ID {
	begin = " " + library.Fold(begin)
	begins := func(id library.ID) bool { return strings.Contains(" "+library.Fold(r.lib.Entity(id).Name), begin) }
	if speaking {
		return slices.DeleteFunc(slices.Clone(r.lib.Speakers()), func(id library.ID) bool { return !begins(id) })
	}
	var out []library.ID
	for id := range r.lib.Entities() {
		if begins(id) {
			out = append(out, id)
		}
	}
	return out
}

// about does "about NAME": what the library knows of somebody or something.
func (r *Reader) about(ctx context.Context, name string) error {
	if name == "" {
		return Mistake{"Say about whom or what, as about azimov."}
	}
	return r.who(ctx, name, false, func(ctx context.Context, ids ...library.ID) error {
		for _, id := range ids {
			r.card(id)
		}
		return r.keepBy(ctx, ids[len(ids)-1])
	})
}

// names does "names [KIND or NAME]": who and what the article that is open names.
func (r *Reader) names(ctx context.Context, only string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	a, ref := r.at.article, r.at.ref
	kinds := map[model.EntityType]string{model.Person: "people", model.Organization: "organizations", model.Place: "places"}
	all := amend.Candidates(a, func(t model.EntityType) bool {
		return t == model.Person || t == model.Organization || t == model.Place
	}, 0)
	all = slices.DeleteFunc(all, func(n amend.Candidate) bool {
		e := a.Entity(n.ID)
		return only != "" && !hasWord(e.Name, library.Fold(only)) && !hasWord(kinds[e.Type], library.Fold(only))
	})
	slices.SortStableFunc(all, func(x, y amend.Candidate) int {
		return cmp.Compare(a.Entity(x.ID).Type, a.Entity(y.ID).Type)
	})
	return r.show(ctx, menu{
		name: heading("name", len(all), " in this article"), n: len(all), none: line.Join(" ", "The article names nobody and nothing", only) + ".",
		row: func(i int) string {
			e := a.Entity(all[i].ID)
			says := ""
			if all[i].Quotes > 0 {
				says = line.Count(all[i].Quotes, "quote")
			}
			return join(e.Name, e.Role()) + ": " + join(e.Type.String(), "named "+line.Count(all[i].Mentions, "time"), says) + "."
		},
		pick: func(ctx context.Context, i int) error {
			id := r.lib.IDOf(ref, all[i].ID)
			if id == 0 {
				return errGone
			}
			r.card(id)
			return r.keepBy(ctx, id)
		},
	})
}

// keepBy lists which articles can be kept by id.
func (r *Reader) keepBy(ctx context.Context, id library.ID) error {
	label := r.lib.Label(id)
	type kept struct{ told, term string }
	var ways []kept
	if r.lib.Entity(id).Quotes > 0 {
		ways = append(ways, kept{"the articles in which they speak", terms.Of(query.Speaker.String(), label)})
	}
	ways = append(ways, kept{"the articles that mention them", terms.Of(query.Mention.String(), label)})
	return r.show(ctx, menu{
		n: len(ways), row: func(i int) string { return "Keep " + ways[i].told + "." },
		pick: func(ctx context.Context, i int) error { return r.apply(ctx, ways[i].term) },
	})
}

// why does "why": the evidence for the quote where one is, or for whom a name means.
func (r *Reader) why(ctx context.Context, name string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	if name == "" {
		return r.atQuote(ctx, func(_ context.Context, i int) error {
			a := r.lib.Article(r.at.ref)
			r.evidence(why.Quote(r.lib, r.at.ref, i, "", r.o.State.NotesOn(a).On(i)))
			return nil
		})
	}
	return r.who(ctx, name, false, func(_ context.Context, ids ...library.ID) error {
		for _, id := range ids {
			e := r.here(id)
			if e == 0 {
				return errors.New(r.lib.Entity(id).Name + " is not in the article that is open")
			}
			r.evidence(why.Entity(r.lib, r.at.ref, e))
		}
		return nil
	})
}

// here returns the entity of the article that is open that id is there, 0 if none is.
func (r *Reader) here(id library.ID) model.EntityID {
	for e := range r.at.article.Entities {
		if e := model.EntityID(e + 1); r.lib.IDOf(r.at.ref, e) == id {
			return e
		}
	}
	return 0
}

// evidence reads s.
func (r *Reader) evidence(s why.Sheet) {
	plain := strings.NewReplacer(" · ", ", ", "→ ", "that is ")
	for _, row := range s {
		text := plain.Replace(row.Text)
		switch {
		case row.Kind == why.Section:
			text += ":"
		case row.Label != "":
			text = row.Label + ": " + text
		}
		r.out.say("%s", text)
	}
}

// atQuote does something with the quote where one is: the one that was read last, or those of the paragraph that was.
func (r *Reader) atQuote(ctx context.Context, do func(context.Context, int) error) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	a := r.at.article
	if r.at.quote >= 0 {
		return do(ctx, r.at.quote)
	}
	var here []int
	for i := range a.Quotes {
		if a.BlockAt(a.Quotes[i].Field, a.Quotes[i].Span.Start) == r.at.block {
			here = append(here, i)
		}
	}
	switch len(here) {
	case 0:
		return errors.New("there is no quote in this paragraph; next goes to the next one")
	case 1:
		return do(ctx, here[0])
	}
	q := question{about: "Which quote?"}
	for _, i := range here {
		q.options = append(q.options, option{name: short(line.Bare(a.Quoted(&a.Quotes[i]))), do: func(ctx context.Context) error {
			r.at.standOn(i)
			return do(ctx, i)
		}})
	}
	return r.query(q)
}
