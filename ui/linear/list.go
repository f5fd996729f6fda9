package linear

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
)

// list does "list [PAGE]".
func (r *Reader) list(ctx context.Context, page string) error {
	n, ok := number(cmp.Or(page, "1"))
	if !ok || n < 1 {
		return Mistake{fmt.Sprintf("“%s” is no page; list 2 prints the second.", page)}
	}
	if err := r.refresh(ctx); err != nil {
		return err
	}
	if p := r.load.progress(); p != "" {
		r.out.say("%s.", p)
	}
	f := &r.filter
	if len(f.rows) == 0 {
		return r.nothing(ctx)
	}
	m := r.articles(f.rows, f.others)
	from := (n - 1) * m.size(r.o.Script)
	if from >= m.n {
		return Mistake{fmt.Sprintf("There is no page %d; the last one is %d.", n, (m.n-1)/m.size(r.o.Script)+1)}
	}
	return r.showFrom(ctx, m, from)
}

// articles returns the menu of the articles refs, which stand for others copies each.
func (r *Reader) articles(refs []library.Ref, others []int32) menu {
	f := &r.filter
	more := ""
	if all := f.found.Len(); all > len(refs) {
		more = fmt.Sprintf(", %s with copies", line.Thousands(all))
	}
	if f.text != "" {
		if more != "" {
			more += ","
		}
		more += fmt.Sprintf(" of %s, for %s", line.Thousands(r.lib.Len()), f.text)
	}
	return menu{
		name: heading("article", len(refs), more), n: len(refs), refs: refs,
		row: func(i int) string {
			s := r.described(refs[i])
			if others[i] > 0 {
				s += fmt.Sprintf(" Carried by %s.", line.Count(int(others[i]), "other"))
			}
			return s
		},
		pick: func(ctx context.Context, i int) error { return r.open(ctx, refs[i]) },
	}
}

// described tells what there is to know of article ref before one opens it.
func (r *Reader) described(ref library.Ref) string {
	h := r.lib.Head(ref)
	parts := []string{sentence(h.Name())}
	if from := origin(h); from != "" {
		parts = append(parts, from+".")
	}
	if r.filter.asksQuotes() {
		parts = append(parts, fmt.Sprintf("%d of %s.", len(r.wanted(ref)), line.Count(h.Quotes, "quote")))
	} else if h.Quotes > 0 {
		parts = append(parts, line.Count(h.Quotes, "quote")+".")
	}
	return strings.Join(append(parts, r.marks(ref)...), " ")
}

// marks tells how article ref is marked, each in a sentence.
func (r *Reader) marks(ref library.Ref) []string {
	if r.o.State == nil {
		return nil
	}
	var out []string
	id := r.lib.Head(ref).ID
	for _, m := range []struct {
		name string
		is   bool
	}{
		{"New.", r.o.State.New(id)}, {"Unread.", !r.o.State.Read(id)}, {"Starred.", r.o.State.Starred(id)}, {"Noted.", r.o.State.Noted(id)},
	} {
		if m.is {
			out = append(out, m.name)
		}
	}
	return out
}

// sentence returns s with a full stop at its end, unless there is a mark already.
func sentence(s string) string {
	if strings.HasSuffix(strings.TrimRight(s, "”’\"'"), ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

// origin tells where and when the article of h appeared.
func origin(h *library.Head) string { return join(h.Source(), day(h.Published)) }

func day(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Format("2 January 2006")
}

// join returns parts, but for empty ones, with commas between them.
func join(parts ...string) string { return line.Join(", ", parts...) }

// where does "where": it tells where one is.
func (r *Reader) where(ctx context.Context, _ string) error {
	if err := r.refresh(ctx); err != nil {
		return err
	}
	f := &r.filter
	r.out.say("%s", r.stock())
	if f.text != "" {
		r.out.say("Listed are %s, for %s.", line.Count(f.found.Len(), "article"), f.text)
	}
	if r.at.article != nil {
		r.out.say("Open is %s %s.", sentence(r.lib.Head(r.at.ref).Name()), capital(r.whereabouts()))
	}
	return nil
}
