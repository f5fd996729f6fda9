package linear

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/line"
)

// short returns s cut to what is heard as one thing.
func short(s string) string { return ansi.Truncate(s, 80, "…") }

// correct does "correct [WHO]": it asks who said the quote where one is, or takes what was said of it.
func (r *Reader) correct(ctx context.Context, who string) error {
	return r.atQuote(ctx, func(ctx context.Context, i int) error {
		q := r.whoSaid(i)
		if who == "" {
			return r.query(q)
		}
		if o := q.named(who); o != nil {
			return o.do(ctx)
		}
		q.options, q.hidden = r.matching(slices.Concat(q.options, q.hidden), who), nil
		q.about = fmt.Sprintf("%s\nWho is “%s”?", q.about, who)
		return r.query(q)
	})
}

// matching returns those of options of which the name has the word typed, and somebody new of that name.
func (r *Reader) matching(options []option, typed string) []option {
	var out []option
	for _, o := range options {
		if strings.Contains(library.Fold(o.name), library.Fold(typed)) {
			out = append(out, o)
		}
	}
	return append(out, r.newcomers(r.at.quote, typed)...)
}

// whoSaid returns the question who said quote i of the article that is open.
func (r *Reader) whoSaid(i int) question {
	r.at.standOn(i)
	a := r.at.article
	q := &a.Quotes[i]
	c := r.correction(i)
	ask := question{about: fmt.Sprintf("Who said it? %s\nNow: quote%s.", short(line.One(a.Quoted(q))), attributed(a, q, amend.SpeakerOf(a, q)))}
	speaks := func(t model.EntityType) bool { return t.Speaks() }
	for _, n := range amend.Candidates(a, speaks, q.Speaker) {
		e := a.Entity(n.ID)
		o := r.saidBy(c, correct.Who{Type: e.Type, Name: e.Name}, strings.ReplaceAll(n.About(e), " · ", ", "))
		if n.Quotes > 0 || n.ID == q.Speaker {
			ask.options = append(ask.options, o)
		} else {
			ask.hidden = append(ask.hidden, o)
		}
	}
	nobody := r.saidBy(c, correct.Who{}, "")
	nobody.name = "nobody, it can’t be told"
	none := c
	none.Op = correct.NotQuote
	ask.options = append(ask.options, nobody,
		option{name: "not a quote", do: func(ctx context.Context) error { return r.fix(ctx, none) }})
	if named := ask.hidden; len(named) > 0 {
		ask.options = append(ask.options, option{
			name: "somebody else who is named", about: line.Thousands(len(named)) + " in all",
			do: func(context.Context) error {
				return r.query(question{about: "Who said it?", options: named, other: ask.other})
			},
		})
	}
	ask.other = func(_ context.Context, typed string) error {
		return r.query(question{about: fmt.Sprintf("“%s” is not in the list:", typed), options: r.newcomers(i, typed)})
	}
	return ask
}

// correction returns a correction of the speaker of quote i, which says nobody yet.
func (r *Reader) correction(i int) correct.Correction {
	a := r.at.article
	q := &a.Quotes[i]
	return correct.Correction{Op: correct.Speaker, Anchor: correct.At(a, q.Field, q.Span)}
}

// saidBy returns the option that c is so: its words are by who, or its entity is who.
func (r *Reader) saidBy(c correct.Correction, who correct.Who, about string) option {
	c.Is = who
	return option{name: who.Name, about: about, do: func(ctx context.Context) error { return r.fix(ctx, c) }}
}

// same does "same NAME": who says the quote where one is, is somebody who goes by that name in this article or another.
func (r *Reader) same(ctx context.Context, name string) error {
	if name == "" {
		return Mistake{"Type who it is, too, as same azimov."}
	}
	return r.atQuote(ctx, func(ctx context.Context, i int) error {
		r.at.standOn(i)
		id := r.at.article.Quotes[i].Speaker
		if id == 0 {
			return errors.New("the article does not say who says this; correct takes a name")
		}
		ask := r.sameAs(id, name)
		switch len(ask.options) {
		case 0:
			return Mistake{fmt.Sprintf("Nobody else is called “%s” here.", name)}
		case 1:
			return ask.options[0].do(ctx)
		}
		return r.query(ask)
	})
}

// sameAs returns the question which of those who have the word typed in their name entity id of the article that is open is.
func (r *Reader) sameAs(id model.EntityID, typed string) question {
	a := r.at.article
	e := a.Entity(id)
	c := correct.Correction{Op: correct.Same, Entity: correct.Who{Type: e.Type, Name: e.Name}}
	if i := slices.IndexFunc(a.Mentions, func(n model.Mention) bool { return n.Entity == id }); i >= 0 {
		c.Anchor = correct.At(a, a.Mentions[i].Field, a.Mentions[i].Span)
	}
	ask := question{about: fmt.Sprintf("Who is %s?", e.Name)}
	offer := func(t model.EntityType, name, about string) {
		fits := t == e.Type || e.Type == model.Unnamed && t.Speaks()
		known := slices.ContainsFunc(ask.options, func(o option) bool { return o.name == name })
		if fits && name != e.Name && !known && strings.Contains(library.Fold(name), library.Fold(typed)) {
			ask.options = append(ask.options, r.saidBy(c, correct.Who{Type: t, Name: name}, about))
		}
	}
	for i := range a.Entities {
		offer(a.Entities[i].Type, a.Entities[i].Name, "in this article")
	}
	for _, known := range r.lib.Entities() {
		offer(known.Type, known.Name, "in "+line.Count(len(known.Articles), "article"))
	}
	return ask
}

// newcomers returns the options that quote i is by somebody whom the article does not name.
func (r *Reader) newcomers(i int, name string) []option {
	c := r.correction(i)
	person := r.saidBy(c, correct.Who{Type: model.Person, Name: name}, "")
	person.name = "new person: " + name
	body := r.saidBy(c, correct.Who{Type: model.Organization, Name: name}, "")
	body.name = "new organization: " + name
	return []option{person, body}
}

// fix corrects the article that is open as c says.
func (r *Reader) fix(_ context.Context, c correct.Correction) error {
	c.Article, c.Time = r.at.article.ID, time.Now().Round(0).UTC()
	ch := amend.Of(r.lib, c)
	ch.Make(r.o.Log)
	return r.fixed(&ch)
}

// fixed takes in what came of a correction, and tells it.
func (r *Reader) fixed(ch *amend.Change) error {
	if ch.Err != nil {
		return fmt.Errorf("it is not kept: %w", ch.Err)
	}
	for i, ref := range ch.Refs {
		r.lib.Replace(ref, ch.Articles[i])
	}
	r.filter.stale = true
	r.follow()
	told := ch.Told()
	if !ch.Undone {
		told += " undo takes it back."
	}
	r.out.say("%s", told)
	return nil
}

// undo does "undo": what was corrected or marked last.
func (r *Reader) undo(_ context.Context, _ string) error {
	ch, marked, ok := amend.Latest(r.lib, r.o.Log, r.o.State)
	switch {
	case marked:
		return r.unmark()
	case !ok:
		return errors.New("there is nothing to undo")
	case len(ch.Refs) == 0:
		return fmt.Errorf("the last correction is of an article that is not here, and stays: %s", amend.Sentence(&ch.Correction))
	}
	ch.Undo(r.o.Log)
	return r.fixed(&ch)
}
