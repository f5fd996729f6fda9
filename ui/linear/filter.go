package linear

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"reader/model/library"
	"reader/model/query"
	"reader/ui/line"
	"reader/ui/terms"
)

// filter is the query, and what it found.
type filter struct {
	text  string // as it was written: it can be parsed
	query query.Query
	stale bool // articles came or changed since

	search *library.Search
	found  *library.Among
	rows   []library.Ref // of found, one of each group of copies
	others []int32       // by row: how many copies it stands for
}

// state returns what the answer to a query depends on beside the articles.
func (r *Reader) state() query.State { return query.State{Now: time.Now(), Marks: r.o.State} }

// apply filters by text and lists what is found.
func (r *Reader) apply(ctx context.Context, text string) error {
	q, err := query.Parse(text)
	if err != nil {
		return wrong(text, err)
	}
	was := r.filter
	r.filter = filter{text: text, query: q, stale: true}
	if err := r.refresh(ctx); err != nil {
		r.filter = was
		return err
	}
	r.at.aside = r.row() < 0
	if text == "" && len(r.filter.rows) > 0 {
		r.out.say("All %s are listed; list prints them.", line.Count(r.lib.Len(), "article"))
		r.menu = r.articles(r.filter.rows, r.filter.others)
		r.goOn = func(ctx context.Context) error { return r.list(ctx, "") }
		return nil
	}
	return r.list(ctx, "")
}

// refresh looks for what the query matches, if that may have changed.
func (r *Reader) refresh(ctx context.Context) error {
	f := &r.filter
	if !f.stale {
		return nil
	}
	search := r.lib.Search(f.query, r.state())
	refs, err := search.Select(ctx)
	if err != nil {
		return fmt.Errorf("the search was stopped: %w", err)
	}
	f.search = search
	f.found = r.lib.Among(refs)
	f.rows, f.others = r.lib.Fold(refs)
	f.stale = false
	return nil
}

// asksQuotes reports whether the query has conditions on quotes.
func (f *filter) asksQuotes() bool {
	for t := range query.Terms(f.query.Root) {
		if t.Field.OfQuote() {
			return true
		}
	}
	return false
}

// wanted returns which quotes of article ref the query asks for, all if it asks for none, by place.
func (r *Reader) wanted(ref library.Ref) []int {
	f := &r.filter
	if f.stale || f.search == nil {
		return r.lib.Search(f.query, r.state()).Quotes(ref)
	}
	return f.search.Quotes(ref)
}

// wrong tells in words what is wrong with the query text, and where.
func wrong(text string, err error) error {
	e := new(query.Error)
	if !errors.As(err, &e) {
		return Mistake{err.Error()}
	}
	at := min(e.At, len(text))
	where := fmt.Sprintf("at character %d", utf8.RuneCountInString(text[:at])+1)
	if word, _, _ := strings.Cut(text[at:], " "); word != "" {
		where += ", “" + word + "”"
	} else {
		where = "at its end"
	}
	return Mistake{fmt.Sprintf("There is a mistake in the query %s: %s", where, e.Message)}
}

// way is a query that finds something where another one finds nothing.
type way struct{ text, told string }

// nothing tells that nothing matches, and lists the nearest ways out.
func (r *Reader) nothing(ctx context.Context) error {
	f := &r.filter
	if f.query.Empty() {
		r.out.say("There are no articles here.")
		if len(r.problems) > 0 {
			r.out.say("The command problems tells what could not be read.")
		}
		return nil
	}
	r.out.say("No article matches %s.", f.text)
	ways := append(r.misspelt(), r.wider(ctx)...)
	ways = append(ways, way{"", "everything, " + line.Count(r.lib.Len(), "article")})
	return r.show(ctx, menu{
		name: func(string, string, string) string { return "The nearest that there is:" },
		n:    len(ways), row: func(i int) string { return ways[i].told },
		pick: func(ctx context.Context, i int) error { return r.apply(ctx, ways[i].text) },
	})
}

// misspelt returns the query with somebody who speaks in place of a speaker whom nobody is called.
func (r *Reader) misspelt() []way {
	var ways []way
	parts := query.Split(r.filter.text)
	for i, part := range parts {
		q, err := query.Parse(part)
		t, one := q.Root.(query.Term)
		if err != nil || !one || t.Field != query.Speaker || t.Value.Form == query.Regexp || len(r.lib.Chosen(q)) > 0 {
			continue
		}
		for _, id := range r.lib.Nearest(t.Value.Text, 3) {
			others := append([]string{}, parts...)
			others[i] = terms.Of("speaker", r.lib.Label(id))
			ways = append(ways, way{terms.Join(others), "speaker " + r.lib.Label(id)})
		}
	}
	return ways
}

// wider returns the query without each of its terms, as far as that finds something.
func (r *Reader) wider(ctx context.Context) []way {
	var ways []way
	parts := query.Split(r.filter.text)
	if len(parts) == 1 || len(parts) > terms.MostWays {
		return nil
	}
	for i, part := range parts {
		text := terms.Without(r.filter.text, i)
		q, err := query.Parse(text)
		if err != nil {
			continue
		}
		refs, err := r.lib.Select(ctx, q, r.state())
		if err == nil && len(refs) > 0 {
			ways = append(ways, way{text, fmt.Sprintf("without %s, %s", part, line.Count(len(refs), "article"))})
		}
	}
	return ways
}

// find does "find QUERY".
func (r *Reader) find(ctx context.Context, text string) error {
	if text == "" {
		if r.filter.text == "" {
			r.out.say("All articles are listed. find QUERY keeps some of them; help queries tells how.")
			return nil
		}
		r.out.say("The query is %s.", r.filter.text)
		return nil
	}
	return r.apply(ctx, text)
}

// also does "also QUERY": the articles must match that, too.
func (r *Reader) also(ctx context.Context, text string) error {
	if text == "" {
		return Mistake{"Say what the articles must have, too, as also org:nato, or not have, as also -org:nato."}
	}
	if _, err := query.Parse(text); err != nil {
		return wrong(text, err)
	}
	return r.apply(ctx, terms.And(r.filter.text, terms.Join(query.Split(text))))
}

// fewValues is how many values of a field are listed at most.
const fewValues = 100

// values does "values FIELD [BEGINNING]": what a field of a query can look for, and how often that occurs.
func (r *Reader) values(ctx context.Context, text string) error {
	name, begin, _ := strings.Cut(text, " ")
	field := query.Anything
	for f := query.Speaker; f < query.Sort; f++ {
		if name == f.String() {
			field = f
		}
	}
	if field == query.Anything {
		return Mistake{"Say of which field, as values org or values speaker az; help queries lists the fields."}
	}
	vocabulary := r.lib.Vocabulary(r.state())
	all := vocabulary.Values(field, begin, fewValues)
	who, likely := strings.CutPrefix(begin, "?")
	if likely = likely && field == query.Speaker; likely {
		all = vocabulary.Likely(who, fewValues)
	}
	what := "article"
	if field.OfQuote() && field != query.To {
		what = "quote"
	}
	return r.show(ctx, menu{
		name: heading("value", len(all), " of "+name), n: len(all), none: "There is no such value of " + name + ".",
		row: func(i int) string {
			says := all[i].Text + ": " + line.Count(all[i].Count, what)
			if n := all[i].Unsure; n > 0 {
				says += " and " + line.Thousands(n) + " that may be theirs"
			}
			return says + "."
		},
		pick: func(ctx context.Context, i int) error {
			term := field.String() + ":" + query.Quoted(all[i].Text)
			if likely {
				term = terms.Said(query.Quoted(all[i].Text), true)
			}
			return r.apply(ctx, terms.And(r.filter.text, term))
		},
	})
}

// clear does "clear".
func (r *Reader) clear(ctx context.Context, _ string) error { return r.apply(ctx, "") }

// sort does "sort ORDER".
func (r *Reader) sort(ctx context.Context, by string) error {
	orders := []struct{ name, by string }{
		{"newest", ""}, {"oldest", "date"}, {"title", "title"}, {"source", "source"}, {"quotes", "-quotes"},
	}
	for _, o := range orders {
		if by != "" && strings.HasPrefix(o.name, strings.ToLower(by)) {
			return r.apply(ctx, terms.Sorted(r.filter.text, o.by))
		}
	}
	if by != "" {
		return Mistake{fmt.Sprintf("“%s” is no order: newest, oldest, title, source and quotes are.", by)}
	}
	return r.show(ctx, menu{
		name: func(string, string, string) string { return "Orders:" }, n: len(orders), row: func(i int) string { return orders[i].name },
		pick: func(ctx context.Context, i int) error { return r.apply(ctx, terms.Sorted(r.filter.text, orders[i].by)) },
	})
}
