package linear

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
)

// question is something that has to be answered before anything else is done.
type question struct {
	about   string
	options []option
	hidden  []option                                      // are not listed, but found when they are typed
	other   func(ctx context.Context, typed string) error // does what was typed that is no option; nil: only options will do
	hint    string                                        // what may be typed; "": what options and other tell

	byNumber bool           // no option is chosen by its words, and whatever else is typed is for other
	article  *model.Article // that was open when it was asked
}

// option is a possible answer. Do does what follows from it.
type option struct {
	name, about string
	do          action
}

// query asks q: its answer is the next line.
func (r *Reader) query(q question) error {
	q.article = r.at.article
	r.asked = &q
	r.out.say("%s", q.about)
	for i, o := range q.options {
		about := o.about
		if about != "" {
			about = ", " + about
		}
		r.out.say("%d. %s%s", i+1, o.name, about)
	}
	switch {
	case q.hint != "":
		r.out.say("%s", q.hint)
	case q.other != nil:
		r.out.say("Type a number or a name; Enter alone changes nothing.")
	default:
		r.out.say("Type a number; Enter alone changes nothing.")
	}
	return nil
}

// answer takes line as the answer to the question that was asked: a number, the beginning of an option, or what else the
// question takes. With anything else nothing is done.
func (r *Reader) answer(ctx context.Context, line string) error {
	q := r.asked
	r.asked = nil
	switch {
	case line == "":
		r.out.say("Nothing was changed.")
		return nil
	case q.article != r.at.article:
		return errGone
	}
	if n, ok := number(line); ok {
		if n < 1 || n > len(q.options) {
			r.asked = q
			return Mistake{fmt.Sprintf("The answers go from 1 to %d; which one? Enter alone changes nothing.", len(q.options))}
		}
		return q.options[n-1].do(ctx)
	}
	if q.byNumber {
		return q.other(ctx, line)
	}
	if o := q.named(line); o != nil {
		return o.do(ctx)
	}
	if c, rest := typed(line); !r.o.Script && c != nil {
		r.out.say("Nothing was changed.")
		return c.do(r, ctx, rest)
	}
	if q.other != nil {
		return q.other(ctx, line)
	}
	r.asked = q
	return Mistake{fmt.Sprintf("“%s” is none of the answers; type a number from 1 to %d, or Enter alone to change nothing.", line, len(q.options))}
}

// named returns the one option that begins with typed, or has a word that does, nil if there is none or several.
func (q *question) named(typed string) *option {
	typed = library.Fold(typed)
	var found []*option
	for _, o := range slices.Concat(q.options, q.hidden) {
		name := library.Fold(o.name)
		if name == typed {
			return &o
		}
		begins := func(word string) bool { return strings.HasPrefix(word, typed) }
		if begins(name) || slices.ContainsFunc(strings.Fields(name), begins) {
			found = append(found, &o)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// confirm asks whether to do what follows from a yes.
func (r *Reader) confirm(about string, yes action, more ...option) error {
	options := append([]option{{name: "yes", do: yes}}, more...)
	return r.query(question{about: about, options: append(options, option{name: "no", do: func(context.Context) error {
		r.out.say("Nothing was changed.")
		return nil
	}})})
}
