package linear

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"reader/model/address"
	"reader/ui/line"
	"reader/ui/links"
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
	url, err := r.address()
	if err != nil {
		return err
	}
	return r.openAddress(url)
}

// address returns the address of the article that is open.
func (r *Reader) address() (string, error) {
	if err := r.needArticle(); err != nil {
		return "", err
	}
	to, ok := address.Parse(r.at.article.URL)
	if !ok {
		return "", errors.New("the article tells no address")
	}
	return to.URL, nil
}

// openAddress opens an address in another program, once it was asked whether its host may be.
func (r *Reader) openAddress(url string) error {
	to, ok := address.Parse(url)
	switch {
	case !ok:
		return errors.New("only http, https and mailto addresses can be opened")
	case r.o.Open == nil:
		return fmt.Errorf("there is no program here to open addresses with, set BROWSER to one; the address is %s", to.URL)
	case r.trusted[to.Host]:
		return r.browseTo(to.URL)
	}
	about := fmt.Sprintf("This leads to %s: %s\nOpen it?", to.Host, to.URL)
	return r.confirm(about, func(context.Context) error { return r.browseTo(to.URL) },
		option{name: "always for " + to.Host, do: func(context.Context) error {
			r.trusted[to.Host] = true
			return r.browseTo(to.URL)
		}})
}

func (r *Reader) browseTo(address string) error {
	if err := r.o.Open(address); err != nil {
		return fmt.Errorf("%s was not opened: %w", address, err)
	}
	r.out.say("Opened: %s", address)
	return nil
}
