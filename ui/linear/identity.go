package linear

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/line"
)

// same does "same NAME", who says the quote where one is goes by that name, in this article or another, and "same NAME as NAME".
func (r *Reader) same(ctx context.Context, names string) error {
	if names == "" {
		return Mistake{"Type who it is, too, as same azimov; or who is whom, as same azimov as araz azimov."}
	}
	if one, other, both := strings.Cut(names, " as "); both {
		return r.entity(ctx, one, func(ctx context.Context, id model.EntityID) error {
			return r.makeSame(ctx, id, strings.TrimSpace(other))
		})
	}
	return r.atQuote(ctx, func(ctx context.Context, i int) error {
		r.at.standOn(i)
		id := r.at.article.Quotes[i].Speaker
		if id == 0 {
			return errors.New("the article does not say who says this; correct takes a name")
		}
		return r.makeSame(ctx, id, names)
	})
}

// makeSame makes entity id of the article that is open one with whoever has the word typed in their name; of several it asks.
func (r *Reader) makeSame(ctx context.Context, id model.EntityID, typed string) error {
	ask := r.sameAs(id, typed)
	switch len(ask.options) {
	case 0:
		return Mistake{fmt.Sprintf("Nobody else is called “%s” here.", typed)}
	case 1:
		return ask.options[0].do(ctx)
	}
	return r.query(ask)
}

// sameAs returns the question which of those who have the word typed in their name entity id of the article that is open is.
func (r *Reader) sameAs(id model.EntityID, typed string) question {
	a := r.at.article
	c := amend.AboutEntity(a, id)
	c.Op = correct.Same
	ask := question{about: fmt.Sprintf("Who is %s?", c.Entity.Name)}
	offer := func(t model.EntityType, name, about string) {
		known := slices.ContainsFunc(ask.options, func(o option) bool { return o.name == name })
		if amend.Fits(&c, t) && name != c.Entity.Name && !known && strings.Contains(library.Fold(name), library.Fold(typed)) {
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

// apart does "apart NAME": it asks which of the names of somebody or something is somebody else's.
func (r *Reader) apart(ctx context.Context, name string) error {
	if name == "" {
		return Mistake{"Say whose names to take apart, as apart brandt."}
	}
	return r.entity(ctx, name, func(_ context.Context, id model.EntityID) error {
		c := amend.AboutEntity(r.at.article, id)
		c.Op = correct.Apart
		ask := question{about: fmt.Sprintf("Which name is somebody else’s than %s?", c.Entity.Name)}
		for _, p := range amend.Partings(r.lib, r.at.ref, id) {
			c := c
			c.Alias = p.Alias
			ask.options = append(ask.options, option{name: line.One(p.Alias), about: p.About, do: func(ctx context.Context) error { return r.fix(ctx, c) }})
		}
		if len(ask.options) == 0 {
			return fmt.Errorf("%s has one name, in this article alone: there is nothing to take apart", c.Entity.Name)
		}
		return r.query(ask)
	})
}

// dismiss does "dismiss NAME": what the article is taken to name is nobody and nothing.
func (r *Reader) dismiss(ctx context.Context, name string) error {
	if name == "" {
		return Mistake{"Say what is no name, as dismiss ostrel."}
	}
	return r.entity(ctx, name, func(ctx context.Context, id model.EntityID) error {
		return r.fix(ctx, amend.AboutEntity(r.at.article, id))
	})
}

// entity does something with whom or what the article that is open names so: by its name, or a word of it. Of several it asks.
func (r *Reader) entity(ctx context.Context, name string, do func(context.Context, model.EntityID) error) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	ask := question{about: fmt.Sprintf("Who or what is meant by “%s”?", name)}
	for _, n := range amend.Candidates(r.at.article, func(model.EntityType) bool { return true }, 0) {
		e := r.at.article.Entity(n.ID)
		o := option{name: e.Name, about: join(e.Type.String(), commas(n.About(e))), do: func(ctx context.Context) error { return do(ctx, n.ID) }}
		switch whole := library.Fold(name); {
		case library.Fold(e.Name) == whole:
			return o.do(ctx)
		case hasWord(e.Name, whole):
			ask.options = append(ask.options, o)
		}
	}
	switch len(ask.options) {
	case 0:
		return fmt.Errorf("this article names nobody and nothing “%s”; names lists what it does", name)
	case 1:
		return ask.options[0].do(ctx)
	}
	return r.query(ask)
}

// hasWord reports whether a word of name, or several, begin so.
func hasWord(name, begin string) bool { return strings.Contains(" "+library.Fold(name), " "+begin) }
