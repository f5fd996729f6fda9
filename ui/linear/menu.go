package linear

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"reader/model/library"
	"reader/ui/line"
)

// menu is a list whose rows have numbers. What a number means stays the same until another list is printed.
type menu struct {
	name  func(from, to, all string) string // the heading over rows from to to; nil: none
	n     int
	row   func(i int) string
	pick  func(ctx context.Context, i int) error
	page  int                       // how many rows are printed at once; 0: the usual number
	refs  []library.Ref             // the articles that the rows are; nil: they are something else
	over  func(i int) string        // a heading over row i; "", or nil: none
	quote func(i int) (entry, bool) // the quote that row i is, false if that is gone; nil: rows are something else
	none  string                    // what to say where there are no rows

	after action // what Enter does after the last page; of articles it opens the first
}

// usual is how many rows are printed at once.
const usual = 20

// show prints the first page of m, and from now on numbers mean its rows.
func (r *Reader) show(ctx context.Context, m menu) error { return r.showFrom(ctx, m, 0) }

func (r *Reader) showFrom(ctx context.Context, m menu, from int) error {
	m.after = r.goOn
	if m.refs != nil {
		m.after = func(ctx context.Context) error { return m.pick(ctx, 0) }
	}
	if m.n == 0 {
		r.out.say("%s", m.none) // what was listed before stays
		return nil
	}
	r.menu = m
	return r.page(ctx, from)
}

// page prints the rows of the menu from the one at place from on.
func (r *Reader) page(ctx context.Context, from int) error {
	m := &r.menu
	size := m.size(r.o.Script)
	to := min(from+size, m.n)
	if m.name != nil {
		r.out.say("%s", m.name(line.Thousands(from+1), line.Thousands(to), line.Thousands(m.n)))
	}
	for i := from; i < to && ctx.Err() == nil && r.out.err == nil; i++ {
		if m.over != nil && m.over(i) != "" {
			r.out.say("%s", m.over(i))
		}
		r.out.say("%d. %s", i+1, m.row(i))
	}
	r.goOn = m.after
	if to < m.n {
		r.goOn = func(ctx context.Context) error { return r.page(ctx, to) }
		r.remark("Enter for more.")
	} else if m.refs != nil {
		r.remark("Enter opens number 1.")
	}
	return nil
}

// remark says what somebody who types commands may do now.
func (r *Reader) remark(s string) {
	if !r.o.Script {
		r.out.say("%s", s)
	}
}

// size returns how many rows a page has. A script gets all of them.
func (m *menu) size(script bool) int {
	switch {
	case script:
		return m.n
	case m.page > 0:
		return m.page
	default:
		return usual
	}
}

// number returns the number that s is; false if it is none.
func number(s string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.TrimSuffix(s, "."))
	return n, err == nil
}

// choose opens what has number n in the list that was printed last.
func (r *Reader) choose(ctx context.Context, n int) error {
	if err := r.need(ctx); err != nil {
		return err
	}
	m := r.menu
	switch {
	case m.n == 0:
		return Mistake{"There is no article that the number could mean."}
	case n < 1 || n > m.n:
		return Mistake{fmt.Sprintf("There is no number %d: the list that was printed last goes from 1 to %s.", n, line.Thousands(m.n))}
	}
	return m.pick(ctx, n-1)
}

// need makes the menu that of the articles that are listed, where none was printed yet.
func (r *Reader) need(ctx context.Context) error {
	if r.menu.pick != nil {
		return nil
	}
	err := r.refresh(ctx)
	if err == nil {
		r.menu = r.articles(r.filter.rows, r.filter.others)
	}
	return err
}

// heading returns what stands over the rows of a menu of n things called what, of which more is told: "1,203 articles:", or of a
// page of them "Articles 21 to 40 of 1,203:".
func heading(what string, n int, more string) func(from, to, all string) string {
	return func(from, to, all string) string {
		if from == "1" && to == all {
			return line.Count(n, what) + more + ":"
		}
		return capital(what) + "s " + from + " to " + to + " of " + all + more + ":"
	}
}
