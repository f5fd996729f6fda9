package linear

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
	"reader/ui/page"
)

// ordered returns quotes of the article that is open in the order in which they are read: that of the title first.
func (r *Reader) ordered(quotes []int) []int {
	out := slices.Clone(quotes)
	all := r.at.article.Quotes
	slices.SortFunc(out, func(i, j int) int {
		return cmp.Or(cmp.Compare(all[j].Field, all[i].Field), cmp.Compare(all[i].Span.Start, all[j].Span.Start))
	})
	return out
}

// step reads the next quote by dir, 1 or -1, that the query asks for, or any if it asks for none: in this article, else in the
// next one that has one.
func (r *Reader) step(ctx context.Context, dir int) error {
	if err := r.refresh(ctx); err != nil {
		return err
	}
	has := func(ref library.Ref) bool {
		return r.lib.Head(ref).Quotes > 0 && len(r.wanted(ref)) > 0
	}
	if r.at.article != nil && !r.at.aside {
		quotes := r.ordered(r.wanted(r.at.ref))
		if i := r.from(quotes, dir); i >= 0 {
			return r.quote(quotes, i, dir)
		}
	}
	ref, ok := r.beside(dir, has)
	if !ok {
		r.goOn = nil
		return r.last(dir, "quote")
	}
	if err := r.enter(ref); err != nil {
		return err
	}
	r.out.say("In %s %s.", sentence(r.lib.Head(ref).Name()), origin(r.lib.Head(ref)))
	quotes := r.ordered(r.wanted(ref))
	if dir > 0 {
		return r.quote(quotes, 0, dir)
	}
	return r.quote(quotes, len(quotes)-1, dir)
}

// last says that there is no more of what, by dir.
func (r *Reader) last(dir int, what string) error {
	if dir < 0 {
		r.out.say("That was the first %s.", what)
	} else {
		r.out.say("That was the last %s.", what)
	}
	return nil
}

// from returns the place in quotes, which are in order, of the one that is next by dir from where one is; -1 if there is none.
// From a paragraph that is the first one in it.
func (r *Reader) from(quotes []int, dir int) int {
	a := r.at.article
	here := func(q *model.Quote) int { // where q is from here
		if p := r.at.spot; p != nil {
			return cmp.Or(cmp.Compare(p.field, q.Field), cmp.Compare(q.Span.Start, p.start))
		}
		switch {
		case r.at.block < 0:
			return 1
		case q.Field == model.Title || q.Span.Start < a.Blocks[r.at.block].Span.Start:
			return -1
		default:
			return 1
		}
	}
	found := -1
	for k, i := range quotes {
		if here(&a.Quotes[i])*dir > 0 && (found < 0 || dir < 0) {
			found = k
		}
	}
	return found
}

// quote reads the one of quotes at place i, and where it stands; Enter goes on by dir.
func (r *Reader) quote(quotes []int, i, dir int) error {
	a := r.at.article
	r.at.standOn(quotes[i])
	q := &a.Quotes[quotes[i]]
	r.at.block = min(a.BlockAt(q.Field, q.Span.Start), len(a.Blocks)-1)
	named := ""
	if n := a.Naming(q); n >= 0 && a.Mentions[n].Form != model.Name {
		named = ", in the text " + lower(line.One(a.Mentioned(&a.Mentions[n])))
	}
	r.out.say("%s", strings.TrimSuffix(r.attribution(quotes[i]), ":")+named+":")
	r.out.say("%s", line.One(r.with(nil, q.Field, q.Span)))
	if note := r.noteOn(r.at.ref, quotes[i]); note != "" {
		r.out.say("%s", note)
	}
	r.out.say("Quote %d of %d, %s.", i+1, len(quotes), page.Where(a, q.Field, q.Span.Start))
	r.goOn = func(ctx context.Context) error { return r.step(ctx, dir) }
	return nil
}

// beside returns the next article of the list by dir that is wanted; false if there is none. Where none of them is open it is the first,
// or the last.
func (r *Reader) beside(dir int, wanted func(library.Ref) bool) (library.Ref, bool) {
	rows := r.filter.rows
	i := r.row()
	if i < 0 && dir < 0 {
		i = len(rows)
	}
	for i += dir; i >= 0 && i < len(rows); i += dir {
		if wanted(rows[i]) {
			return rows[i], true
		}
	}
	return 0, false
}

// row returns the place in the list of the article that is open, or of the copy that stands for it; -1 if there is none.
func (r *Reader) row() int {
	if r.at.article == nil {
		return -1
	}
	if i := slices.Index(r.filter.rows, r.at.ref); i >= 0 {
		return i
	}
	return slices.IndexFunc(r.filter.rows, func(ref library.Ref) bool { return r.lib.Copied(ref, r.at.ref) })
}

// next does "next" and "next WHAT", previous the same backwards.
func (r *Reader) next(ctx context.Context, what string) error { return r.goOnTo(ctx, what, 1) }

func (r *Reader) previous(ctx context.Context, what string) error { return r.goOnTo(ctx, what, -1) }

// goOnTo goes on by dir to the next quote, article, unread article or paragraph.
func (r *Reader) goOnTo(ctx context.Context, what string, dir int) error {
	kinds := []string{"quote", "article", "unread", "paragraph"}
	i := slices.IndexFunc(kinds, func(kind string) bool { return strings.HasPrefix(kind, strings.ToLower(what)) })
	if i < 0 {
		return Mistake{fmt.Sprintf("“%s” is nothing to go on to: quote, article, unread and paragraph are.", what)}
	}
	if err := r.refresh(ctx); err != nil {
		return err
	}
	switch kinds[i] {
	case "article":
		return r.goTo(ctx, dir, "article", func(library.Ref) bool { return true })
	case "unread":
		return r.goTo(ctx, dir, "unread article", func(ref library.Ref) bool { return !r.isRead(ref) })
	case "paragraph":
		if dir < 0 {
			return r.back(ctx, "")
		}
		if err := r.needArticle(); err != nil {
			return err
		}
		return r.readOn(ctx)
	default:
		return r.step(ctx, dir)
	}
}

// goTo opens the next article by dir that is wanted.
func (r *Reader) goTo(ctx context.Context, dir int, called string, wanted func(library.Ref) bool) error {
	ref, ok := r.beside(dir, wanted)
	if !ok {
		return r.last(dir, called)
	}
	return r.open(ctx, ref)
}

// entry is a quote of the transcript, and the other articles in which it stands.
type entry struct {
	ref   library.Ref
	index int
	also  []library.Ref
}

// quotes does "quotes": the quotes that the query asks for, or all, of what is listed, or with "here" of the article that is open.
func (r *Reader) quotes(ctx context.Context, scope string) error {
	refs, err := r.scope(ctx, scope)
	if err != nil {
		return err
	}
	entries := r.entries(refs)
	m := r.transcript(entries)
	m.name, m.none = heading("quote", len(entries), r.of(scope)), "Nobody is quoted in what is listed."
	return r.show(ctx, m)
}

// transcript returns the menu of entries. Those that were read are found again where a correction has moved them.
func (r *Reader) transcript(entries []entry) menu {
	const few = usual / 2
	told := map[int]passage{}
	quote := func(i int) (entry, bool) {
		e := entries[i]
		if p, ok := told[i]; ok {
			e.index = p.in(r.lib.Article(e.ref))
		}
		return e, e.index >= 0 && e.index < len(r.lib.Article(e.ref).Quotes)
	}
	return menu{
		n: len(entries), page: few, quote: quote,
		row: func(i int) string {
			if e, ok := quote(i); ok {
				told[i] = r.passageOf(e)
			}
			if r.o.Script || i%few == 0 { // each is told as a whole
				return r.entry(entries[i], nil)
			}
			return r.entry(entries[i], &entries[i-1])
		},
		pick: func(ctx context.Context, i int) error {
			e, ok := quote(i)
			if !ok {
				return errGone
			}
			return r.openQuote(ctx, e)
		},
	}
}

// entries returns the quotes in refs that the query asks for, or all, each once.
func (r *Reader) entries(refs []library.Ref) []entry {
	var entries []entry
	quoted := r.lib.Quoted(len(refs))
	for _, ref := range refs {
		for _, i := range r.wanted(ref) {
			n := quoted.Add(ref, i, len(entries))
			if n == len(entries) {
				entries = append(entries, entry{ref: ref, index: i})
			} else if e := &entries[n]; e.ref != ref && (len(e.also) == 0 || e.also[len(e.also)-1] != ref) {
				e.also = append(e.also, ref) // the quotes of an article come one after the other
			}
		}
	}
	return entries
}

// scope returns the articles that are listed, or with "here" the one that is open.
func (r *Reader) scope(ctx context.Context, scope string) ([]library.Ref, error) {
	const here = "here"
	switch {
	case scope != "" && strings.HasPrefix(here, strings.ToLower(scope)):
		return []library.Ref{r.at.ref}, r.needArticle()
	case scope != "":
		return nil, Mistake{fmt.Sprintf("“%s” is no place to look at: here is the article that is open.", scope)}
	default:
		err := r.refresh(ctx)
		if err != nil {
			return nil, err
		}
		return r.filter.found.Refs(), nil
	}
}

// of tells what scope means, behind a heading.
func (r *Reader) of(scope string) string {
	switch {
	case scope != "":
		return " in this article"
	case r.filter.text != "":
		return ", for " + r.filter.text
	default:
		return ""
	}
}

// entry tells a quote: who says it, its words, and where and when. What the entry before it, if there is one, has told is not
// said again.
func (r *Reader) entry(e entry, before *entry) string {
	a := r.lib.Article(e.ref)
	if e.index >= len(a.Quotes) {
		return sentence(capital(errGone.Error()))
	}
	q := &a.Quotes[e.index]
	who := ""
	if s := a.Speaker(q); s != nil {
		who = s.Name
		id := r.lib.IDOf(e.ref, q.Speaker)
		if id != 0 {
			who = r.lib.Entity(id).Name
		}
		if before == nil || !slices.Contains(r.lib.QuotesBy(before.ref, id), before.index) {
			who = join(who, s.Role())
		}
	}
	told := "Quote" + attributed(a, q, who) + ":\n" + line.One(a.Quoted(q))
	if before == nil || before.ref != e.ref {
		h := r.lib.Head(e.ref)
		told += "\n" + join(origin(h), sentence(h.Name()))
	}
	if note := r.noteOn(e.ref, e.index); note != "" {
		told += "\n" + note
	}
	if len(e.also) > 0 {
		told += fmt.Sprintf("\nAlso in %s.", line.Count(len(e.also), "other article"))
	}
	return told
}

// openQuote opens the article of e and reads the paragraph in which it stands.
func (r *Reader) openQuote(ctx context.Context, e entry) error {
	if err := r.enter(e.ref); err != nil {
		return err
	}
	if e.index >= len(r.at.article.Quotes) {
		return errGone
	}
	r.out.say("In %s", sentence(r.lib.Head(e.ref).Name()))
	return r.readAt(ctx, r.at.article.Quotes[e.index].Field, r.at.article.Quotes[e.index].Span, e.index)
}

// readAt reads the paragraph in which s stands, and stands on quote, if that is one.
func (r *Reader) readAt(ctx context.Context, f model.Field, s model.Span, quote int) error {
	a := r.at.article
	r.at.block = min(a.BlockAt(f, s.Start), len(a.Blocks)-1)
	if r.at.block < 0 {
		r.head(nil)
		r.goOn = r.readOn
	} else {
		r.out.say("%s:", capital(page.Where(a, f, s.Start)))
		r.at.block--
		if err := r.readOn(ctx); err != nil {
			return err
		}
	}
	r.at.standOn(quote)
	return nil
}
