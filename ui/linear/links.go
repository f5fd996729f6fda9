package linear

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"reader/ui/line"
	"reader/ui/links"
	"reader/ui/page"
)

// links does "links": where the article that is open leads.
func (r *Reader) links(ctx context.Context, _ string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	all := links.Of(r.at.article)
	return r.show(ctx, menu{
		name: heading("link", len(all), " in this article"), n: len(all), none: "There is no link in this article.",
		row:  func(i int) string { return led(&all[i]) },
		pick: func(_ context.Context, i int) error { return r.openAddress(all[i].Address) },
	})
}

// leads returns how many links the text of the article that is open has.
func (r *Reader) leads() int {
	n := 0
	for _, l := range links.Of(r.at.article) {
		if l.Address != r.at.article.URL {
			n++
		}
	}
	return n
}

// led tells what a link is called, and where it leads.
func led(l *links.Link) string {
	s := cmp.Or(l.Label, l.To)
	switch {
	case l.Host == "":
		s += ": can’t be opened, " + l.To
	case l.Hides:
		s += ": reads like another address, but leads to " + l.Host
	default:
		s += ": leads to " + l.Host
	}
	if l.Times > 1 {
		s += ", linked " + line.Count(l.Times, "time")
	}
	return s + "."
}

// browse does "browse": it opens the address of the article.
func (r *Reader) browse(context.Context, string) error {
	address, err := r.address()
	if err != nil {
		return err
	}
	return r.openAddress(address)
}

// address returns the address of the article that is open.
func (r *Reader) address() (string, error) {
	if err := r.needArticle(); err != nil {
		return "", err
	}
	address, _, ok := page.Target(r.at.article.URL)
	if !ok {
		return "", errors.New("the article tells no address")
	}
	return address, nil
}

// openAddress opens an address in another program, once it was asked whether its host may be.
func (r *Reader) openAddress(url string) error {
	address, host, ok := page.Target(url)
	switch {
	case !ok:
		return errors.New("only http, https and mailto addresses can be opened")
	case r.o.Open == nil:
		return fmt.Errorf("there is no program here to open addresses with, set BROWSER to one; the address is %s", address)
	case r.trusted[host]:
		return r.browseTo(address)
	}
	about := fmt.Sprintf("This leads to %s: %s\nOpen it?", host, address)
	return r.confirm(about, func(context.Context) error { return r.browseTo(address) },
		option{name: "always for " + host, do: func(context.Context) error {
			r.trusted[host] = true
			return r.browseTo(address)
		}})
}

func (r *Reader) browseTo(address string) error {
	if err := r.o.Open(address); err != nil {
		return fmt.Errorf("%s was not opened: %w", address, err)
	}
	r.out.say("Opened: %s", address)
	return nil
}
