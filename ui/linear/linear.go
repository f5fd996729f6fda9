// Package linear is the reader without a screen, for screen readers, simple terminals and pipes: a command is one line in, and
// the answer lines of text out, without colours, without moving the cursor, and without anything that has to be seen.
//
// The way of a line: session.go reads it, Do lets it answer a question that was asked, or takes it apart, and commands.go, which
// is also what help prints, says who does it. What is listed is a menu: numbers refer to the one printed last.
package linear

import (
	"context"
	"io"
	"iter"
	"slices"

	"reader/model"
	"reader/model/correct"
	"reader/model/feeds"
	"reader/model/library"
	"reader/model/source"
	"reader/model/state"
	"reader/ui/clip"
	"reader/ui/links"
)

// Options is what a reader is started with.
type Options struct {
	Library  *library.Library // what is listed at first; nil: an empty one
	Loader   *library.Loader  // hands over the articles, or what has changed of them; nil: there are none
	Log      *correct.Log     // keeps what is corrected, and the loader applies it; nil: nothing can be corrected
	State    *state.Log       // keeps what is read and starred, and where one was; nil: nothing is kept
	Feeds    Feeds            // what the articles come from; nil: they are files and no more
	Problems []error          // met before the start
	Hint     string           // one line of help for the first run

	// History returns how an article came to be what it is, nil where no older version is kept. nil: there are none.
	History func(*model.Article) (*library.History, error)

	Open func(address string) error // opens an address in another program; nil: there is none

	Clipboard clip.Tool // puts text on the system's clipboard; none: nothing does

	// Script says that the lines come from a file or a pipe: all is read before the first of them, lists are printed as a whole,
	// and there is no greeting and no prompt.
	Script bool
	Width  func() int // how many columns lines may have; nil, or 0: as many as they like
}

// Feeds is what the articles come from.
type Feeds interface {
	// Refresh asks the feeds for what is new, keeps it as files and yields what became of each feed, until ctx ends.
	Refresh(ctx context.Context) (iter.Seq[feeds.Event], error)
}

// Reader is what a person with a linear reader has before them.
type Reader struct {
	o      Options
	lib    *library.Library
	out    *printer
	load   loading
	filter filter

	menu  menu      // the list that was printed last
	asked *question // waits for its answer; nil: none does
	goOn  action    // what Enter does; nil: there is nothing to go on with
	at    place
	stops []stop // the ways back
	quit  bool

	taken    []passage // quotes to be taken out together
	problems []error
	trusted  map[string]bool // hosts whose addresses are opened without asking
	silent   bool            // quotes are not announced
}

// action is something that can be done.
type action func(ctx context.Context) error

// New returns a reader that writes to out.
func New(o Options, out io.Writer) *Reader {
	r := &Reader{
		o: o, lib: o.Library, out: newPrinter(out, o.Width), trusted: map[string]bool{},
		problems: slices.Concat(o.Log.Problems(), o.State.Problems(), o.Problems),
	}
	if r.lib == nil {
		r.lib = library.New(nil)
	}
	r.filter.stale = true
	r.at.block, r.at.quote = -1, -1
	return r
}

// Mistake is a command that can't be understood, a query with a mistake, or an answer to no question.
type Mistake struct{ says string }

func (m Mistake) Error() string { return m.says }

// Do does what line says. It writes the answer, or returns why there is none: a Mistake, or what can't be done.
func (r *Reader) Do(ctx context.Context, line string) error {
	line = source.SanitizeLine(line)
	r.takeIn()
	was, ways := r.stopHere(), len(r.stops)
	var err error
	if r.asked != nil {
		err = r.answer(ctx, line)
	} else {
		err = r.obey(ctx, line)
	}
	if len(r.stops) >= ways {
		r.remember(was)
	}
	if failed := r.out.flush(); failed != nil {
		return failed
	}
	return err
}

// place is where one is: in an article, if article is not nil.
type place struct {
	ref     library.Ref
	article *model.Article
	block   int                     // the paragraph that was read last: its place in Blocks; -1: the title
	quote   int                     // the quote that was read last, if that was read and not a paragraph: its place in Quotes; else -1
	spot    *spot                   // of that quote
	told    map[model.EntityID]bool // those who were told of in full
	aside   bool                    // another query leaves the article out

	looked *model.Article   // of which the links were looked through
	hidden []links.Disguise // those that read like another address
}

// disguised returns the links of the article that read like another address.
func (p *place) disguised() []links.Disguise {
	if p.looked != p.article {
		p.looked, p.hidden = p.article, links.Disguised(p.article)
	}
	return p.hidden
}

// spot is where a quote begins. It outlives another analysis of the article.
type spot struct {
	field model.Field
	start uint32
}

// in returns the place in Quotes of a of the quote that begins there, -1 if none does.
func (s *spot) in(a *model.Article) int {
	return slices.IndexFunc(a.Quotes, func(q model.Quote) bool { return q.Field == s.field && q.Span.Start == s.start })
}

// standOn makes quote i of the article the one where one is; -1 is none.
func (p *place) standOn(i int) {
	p.quote, p.spot = i, nil
	if i >= 0 {
		q := &p.article.Quotes[i]
		p.spot = &spot{q.Field, q.Span.Start}
	}
}

// renew makes a, another analysis of the article, the one that is open. One stays where one is.
func (p *place) renew(a *model.Article) {
	p.article, p.quote = a, -1
	p.block = min(p.block, len(a.Blocks)-1)
	if p.spot != nil {
		p.quote = p.spot.in(a)
	}
}
