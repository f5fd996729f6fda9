package linear

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
	"reader/ui/page"
)

// errGone says that something was listed that is there no more.
var errGone = errors.New("that is not there any more, or was changed since it was listed; list prints what there is now")

// errNoArticle says that there is nothing to do it with.
var errNoArticle = errors.New("no article is open; list prints the articles, and a number opens one")

// enter makes ref the article that is open, and keeps where one was in the one before.
func (r *Reader) enter(ref library.Ref) error {
	if r.lib.Head(ref).ID == "" {
		return errGone
	}
	err := r.keepPlace()
	a := r.lib.Article(ref)
	r.at = place{ref: ref, article: a, block: -1, quote: -1, told: map[model.EntityID]bool{}}
	if r.o.State != nil && !r.o.State.Read(a.ID) {
		err = errors.Join(err, r.o.State.Opened(a.ID))
	}
	return err
}

// keepPlace keeps where one is in the article that is open. At its end that is the beginning.
func (r *Reader) keepPlace() error {
	a := r.at.article
	if a == nil || r.o.State == nil {
		return nil
	}
	block := max(r.at.block, 0)
	if block == len(a.Blocks)-1 {
		block = 0
	}
	if r.o.State.Place(a.ID) == block {
		return nil
	}
	return r.o.State.Leave(a.ID, block)
}

// follow gives the article that is open up if it is not there any more, or takes it as it is now.
func (r *Reader) follow() {
	if r.at.article == nil {
		return
	}
	if a := r.lib.Article(r.at.ref); a.ID != r.at.article.ID {
		r.at = place{block: -1, quote: -1}
	} else {
		r.at.renew(a)
	}
}

// open opens article ref and reads its head, and the first quote that the query asks for, or else the first paragraph, or
// the one at which it was left.
func (r *Reader) open(ctx context.Context, ref library.Ref) error {
	fresh := r.marks(ref)
	if err := r.enter(ref); err != nil {
		return err
	}
	a := r.at.article
	r.head(fresh)
	if !a.English() {
		r.out.say("It is not analysed: its language is %s.", a.Language)
	}
	if quotes := r.ordered(r.wanted(ref)); r.filter.asksQuotes() && len(quotes) > 0 {
		return r.quote(quotes, 0, 1)
	}
	if left := r.leftAt(); left > 0 {
		r.at.block = left - 1
		r.out.say("You were at paragraph %d; paragraph 1 is the beginning.", r.paragraphs(left))
	}
	return r.readOn(ctx)
}

// leftAt returns the block at which the article was left, 0 for the beginning.
func (r *Reader) leftAt() int {
	if r.o.State == nil {
		return 0
	}
	left := r.o.State.Place(r.at.article.ID)
	if left >= len(r.at.article.Blocks) {
		return 0
	}
	return left
}

// head reads what stands over the text. Marks are those that it had before it was opened.
func (r *Reader) head(marks []string) {
	a, h := r.at.article, r.lib.Head(r.at.ref)
	position := ""
	if i := slices.Index(r.filter.rows, r.at.ref); i >= 0 {
		position = fmt.Sprintf(" %s of %s", line.Thousands(i+1), line.Thousands(len(r.filter.rows)))
	}
	r.out.say("Article%s: %s", position, sentence(h.Name()))
	authors := ""
	if len(h.Authors) > 0 {
		authors = "by " + strings.Join(h.Authors, " and ")
	}
	if from := join(origin(h), authors); from != "" {
		r.out.say("%s.", capital(from))
	}
	leads := ""
	if n := r.leads(); n > 0 {
		leads = line.Count(n, "link")
	}
	parts := []string{
		join(line.Count(r.paragraphs(len(a.Blocks)-1), "paragraph"), line.Count(len(a.Quotes), "quote"), leads) + ".",
	}
	if others := len(r.lib.Copies(r.at.ref)) - 1; others > 0 {
		parts = append(parts, fmt.Sprintf("Carried by %s.", line.Count(others, "other")))
	}
	r.out.say("%s", strings.Join(append(parts, marks...), " "))
	if h, err := r.history(); err == nil && h != nil && len(h.Old) > 0 {
		r.out.say("It was changed %s since it was fetched first; changes tells.", line.Count(h.Times, "time"))
	}
	for i := range a.Quotes {
		if a.Quotes[i].Field == model.Title {
			r.out.say("The title has %s", lower(r.attribution(i)))
			r.out.say("%s", line.One(a.Quoted(&a.Quotes[i])))
		}
	}
}

// paragraphs returns the number of block i as a person would count: headings are none.
func (r *Reader) paragraphs(i int) int {
	n := 0
	for _, b := range r.at.article.Blocks[:i+1] {
		if b.Kind != model.Heading {
			n++
		}
	}
	return n
}

// whereabouts tells where in the article one is.
func (r *Reader) whereabouts() string {
	a := r.at.article
	switch {
	case r.at.quote >= 0:
		q := &a.Quotes[r.at.quote]
		return page.Where(a, q.Field, q.Span.Start)
	case r.at.block < 0:
		return "at the title"
	case a.Blocks[r.at.block].Kind == model.Heading:
		return "in a heading"
	default:
		return fmt.Sprintf("paragraph %d of %d", r.paragraphs(r.at.block), r.paragraphs(len(a.Blocks)-1))
	}
}

// readOn reads the next paragraph, with the headings before it; at the end Enter goes on to the next article.
func (r *Reader) readOn(ctx context.Context) error {
	a := r.at.article
	r.at.standOn(-1)
	for heading := true; heading; {
		if r.at.block+1 >= len(a.Blocks) {
			return r.end(ctx)
		}
		r.at.block++
		r.readBlock(r.at.block)
		heading = a.Blocks[r.at.block].Kind == model.Heading
	}
	r.goOn = r.readOn
	return nil
}

// end says that the article is at its end.
func (r *Reader) end(ctx context.Context) error {
	if err := r.refresh(ctx); err != nil {
		return err
	}
	next, ok := r.beside(1, func(library.Ref) bool { return true })
	if !ok {
		r.out.say("End of the article, which is the last one.")
		r.goOn = nil
		return nil
	}
	r.out.say("End of the article. Enter opens the next: %s", sentence(r.lib.Head(next).Name()))
	r.goOn = func(ctx context.Context) error { return r.open(ctx, next) }
	return nil
}

// readBlock reads block i, with its quotes announced.
func (r *Reader) readBlock(i int) {
	a := r.at.article
	b := a.Blocks[i]
	lead := ""
	switch b.Kind {
	case model.Heading:
		lead = "Heading: "
	case model.Item:
		lead = "Item: "
	case model.Quotation:
		lead = "Set off: "
	case model.Code:
		lead = "Code: "
	case model.Row:
		lead = "Row: "
	case model.Paragraph:
	}
	lines := r.announced(model.Body, b.Span)
	switch b.Kind {
	case model.Code:
		lines = strings.Split(b.Span.In(a.Text), "\n")
	case model.Row:
		lines = []string{strings.Join(strings.Split(b.Span.In(a.Text), "\n"), "; ")}
	default:
	}
	for k, l := range lines {
		if k == 0 {
			l = lead + l
		}
		r.out.say("%s", l)
	}
}

// needArticle returns an error if no article is open.
func (r *Reader) needArticle() error {
	if r.at.article == nil {
		return errNoArticle
	}
	return nil
}

// openNumber does "open NUMBER", which is the same as the number alone; "open" tells which article is open.
func (r *Reader) openNumber(ctx context.Context, arg string) error {
	if arg == "" {
		if err := r.needArticle(); err != nil {
			return err
		}
		r.head(r.marks(r.at.ref))
		r.goOn = r.readOn
		return nil
	}
	n, ok := number(arg)
	if !ok {
		return Mistake{fmt.Sprintf("“%s” is no number; find %s looks for the words.", arg, arg)}
	}
	return r.choose(ctx, n)
}

// whole does "whole": it reads the article from its beginning to its end.
func (r *Reader) whole(ctx context.Context, _ string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	r.at.told = map[model.EntityID]bool{}
	r.head(r.marks(r.at.ref))
	return r.readFrom(ctx, 0)
}

// rest does "rest": it reads the article on to its end.
func (r *Reader) rest(ctx context.Context, _ string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	return r.readFrom(ctx, r.at.block+1)
}

func (r *Reader) readFrom(ctx context.Context, block int) error {
	r.at.standOn(-1)
	for i := block; i < len(r.at.article.Blocks) && ctx.Err() == nil && r.out.err == nil; i++ {
		r.at.block = i
		r.readBlock(i)
	}
	return r.end(ctx)
}

// paragraph does "paragraph [NUMBER]": it reads that paragraph, or once more the one where one is.
func (r *Reader) paragraph(ctx context.Context, arg string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	a := r.at.article
	block := r.at.block
	if arg != "" {
		n, ok := number(arg)
		last := r.paragraphs(len(a.Blocks) - 1)
		if arg == "last" {
			n, ok = last, true
		}
		if !ok || n < 1 || n > last {
			return Mistake{fmt.Sprintf("There is no paragraph “%s”: they go from 1 to %d.", arg, last)}
		}
		for block = 0; a.Blocks[block].Kind == model.Heading || r.paragraphs(block) < n; {
			block++
		}
	}
	r.at.block = max(block, 0) - 1
	return r.readOn(ctx)
}

// back does "back": it reads the paragraph before.
func (r *Reader) back(ctx context.Context, _ string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	a := r.at.article
	block := r.at.block - 1
	for block > 0 && a.Blocks[block].Kind == model.Heading {
		block--
	}
	if block < 0 {
		r.out.say("That was the first paragraph.")
		return nil
	}
	r.at.block = block - 1
	return r.readOn(ctx)
}
