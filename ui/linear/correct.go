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
		q.options, q.hidden = q.matching(who), nil
		q.options = append(q.options, r.newcomers(r.aboutSpeaker(i), who)...)
		q.about = fmt.Sprintf("%s\nWho is “%s”?", q.about, who)
		return r.query(q)
	})
}

// matching returns those of the options of which the name has the word typed.
func (q *question) matching(typed string) []option {
	var out []option
	for _, o := range slices.Concat(q.options, q.hidden) {
		if strings.Contains(library.Fold(o.name), library.Fold(typed)) {
			out = append(out, o)
		}
	}
	return out
}

// aboutSpeaker returns the correction that nobody can be told who says quote i of the article that is open.
func (r *Reader) aboutSpeaker(i int) correct.Correction {
	q := &r.at.article.Quotes[i]
	return correct.Correction{Op: correct.Speaker, Anchor: correct.At(r.at.article, q.Field, q.Span)}
}

// whoSaid returns the question who said quote i of the article that is open.
func (r *Reader) whoSaid(i int) question {
	r.at.standOn(i)
	a := r.at.article
	q := &a.Quotes[i]
	c := r.aboutSpeaker(i)
	none := c
	none.Op = correct.NotQuote
	about := fmt.Sprintf("Who said it? %s\nNow: quote%s.", short(line.One(a.Quoted(q))), attributed(a, q, amend.SpeakerOf(a, q)))
	return r.whose(c, q.Speaker, about,
		option{name: "not a quote", do: func(ctx context.Context) error { return r.fix(ctx, none) }}, r.otherWords(c))
}

// whose returns the question who said the words of c. It offers first before all others, then those who speak, nobody, what else there is,
// and those who are only named.
func (r *Reader) whose(c correct.Correction, first model.EntityID, about string, others ...option) question {
	a := r.at.article
	ask := question{about: about}
	speaks := func(t model.EntityType) bool { return t.Speaks() }
	for _, n := range amend.Candidates(a, speaks, first) {
		e := a.Entity(n.ID)
		o := r.saidBy(c, correct.Who{Type: e.Type, Name: e.Name}, commas(n.About(e)))
		if n.Quotes > 0 || n.ID == first {
			ask.options = append(ask.options, o)
		} else {
			ask.hidden = append(ask.hidden, o)
		}
	}
	nobody := r.saidBy(c, correct.Who{}, "")
	nobody.name = "nobody, it can’t be told"
	ask.options = append(append(ask.options, nobody), others...)
	if named := ask.hidden; len(named) > 0 {
		ask.options = append(ask.options, option{
			name: "somebody else who is named", about: line.Thousands(len(named)) + " in all",
			do: func(context.Context) error {
				return r.query(question{about: "Who said it?", options: named, other: ask.other})
			},
		})
	}
	ask.other = func(_ context.Context, typed string) error {
		return r.query(question{about: fmt.Sprintf("“%s” is not in the list:", typed), options: r.newcomers(c, typed)})
	}
	return ask
}

// commas returns s, of which the parts have commas between them as they are heard.
func commas(s string) string { return strings.ReplaceAll(s, " · ", ", ") }

// saidBy returns the option that c is so: its words are by who, or its entity is who.
func (r *Reader) saidBy(c correct.Correction, who correct.Who, about string) option {
	c.Is = who
	return option{name: who.Name, about: about, do: func(ctx context.Context) error { return r.fix(ctx, c) }}
}

// newcomers returns the options that the words of c are by somebody whom the article does not name.
func (r *Reader) newcomers(c correct.Correction, name string) []option {
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
