package linear

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"reader/model/disk"
	"reader/model/library"
	"reader/model/report"
	"reader/ui/line"
	"reader/ui/links"
	"reader/ui/pipe"
)

// passage is a quote, wherever it stands after another analysis of its article.
type passage struct {
	ref library.Ref
	spot
}

// passageOf returns what e is.
func (r *Reader) passageOf(e entry) passage {
	q := &r.lib.Article(e.ref).Quotes[e.index]
	return passage{e.ref, spot{q.Field, q.Span.Start}}
}

// takenNow returns the quotes that were taken and are still there, in that order.
func (r *Reader) takenNow() []entry {
	var out []entry
	for _, p := range r.taken {
		if i := p.in(r.lib.Article(p.ref)); i >= 0 {
			out = append(out, entry{ref: p.ref, index: i})
		}
	}
	return out
}

// take does "take [NUMBERS]": the quote where one is, or those of the list of quotes printed last, to be copied, written or piped together.
func (r *Reader) take(ctx context.Context, numbers string) error {
	return r.quotesMeant(ctx, numbers, func(all []entry) error {
		for _, e := range all {
			if p := r.passageOf(e); !r.isTaken(p) {
				r.taken = append(r.taken, p)
			}
		}
		return r.tellTaken()
	})
}

// drop does "drop [NUMBERS]", and "drop all": it puts quotes back that were taken.
func (r *Reader) drop(ctx context.Context, numbers string) error {
	if numbers == "all" {
		r.taken = nil
		return r.tellTaken()
	}
	return r.quotesMeant(ctx, numbers, func(all []entry) error {
		for _, e := range all {
			p := r.passageOf(e)
			if !r.isTaken(p) {
				return errors.New("this quote is not taken; taken lists those that are")
			}
			r.taken = without(r.taken, p)
		}
		return r.tellTaken()
	})
}

// without returns a copy of all, but for p.
func without(all []passage, p passage) []passage {
	var out []passage
	for _, other := range all {
		if other != p {
			out = append(out, other)
		}
	}
	return out
}

func (r *Reader) isTaken(p passage) bool { return len(without(r.taken, p)) < len(r.taken) }

func (r *Reader) tellTaken() error {
	if n := len(r.takenNow()); n > 0 {
		r.out.say("%s taken; copy, write and pipe take them out.", line.Count(n, "quote"))
	} else {
		r.out.say("No quote is taken.")
	}
	return nil
}

// listTaken does "taken": the quotes that were taken.
func (r *Reader) listTaken(ctx context.Context, _ string) error {
	all := r.takenNow()
	m := r.transcript(all)
	m.name, m.none = heading("quote", len(all), " taken"), "No quote is taken; take takes one."
	return r.show(ctx, m)
}

// quotesMeant does something with the quotes that have the numbers in the list of quotes printed last, or with the one where one is.
func (r *Reader) quotesMeant(ctx context.Context, numbers string, do func([]entry) error) error {
	if numbers == "" {
		return r.atQuote(ctx, func(_ context.Context, i int) error { return do([]entry{{ref: r.at.ref, index: i}}) })
	}
	var out []entry
	for s := range strings.FieldsSeq(strings.ReplaceAll(numbers, ",", " ")) {
		n, ok := number(s)
		switch {
		case !ok:
			return Mistake{fmt.Sprintf("“%s” is no number of a quote.", s)}
		case r.menu.quote == nil:
			return Mistake{"The list that was printed last is not one of quotes; quotes prints them."}
		case n < 1 || n > r.menu.n:
			return Mistake{fmt.Sprintf("There is no number %d: the list goes from 1 to %s.", n, line.Thousands(r.menu.n))}
		}
		e, ok := r.menu.quote(n - 1)
		if !ok {
			return errGone
		}
		out = append(out, e)
	}
	return do(out)
}

// copy does "copy": the quotes that were taken, else the one where one is, with who said it and where it stands; "copy address" and "copy
// link NUMBER" copy addresses.
func (r *Reader) copy(ctx context.Context, what string) error {
	word, rest, _ := strings.Cut(strings.ToLower(what), " ")
	switch word {
	case "":
		if taken := r.takenNow(); len(taken) > 0 {
			copied, err := r.clip(r.citations(taken), line.Count(len(taken), "quote"))
			if copied {
				r.taken = nil
			}
			return err
		}
		return r.atQuote(ctx, func(_ context.Context, i int) error {
			_, err := r.clip(r.citations([]entry{{ref: r.at.ref, index: i}}), "")
			return err
		})
	case "address":
		address, err := r.address()
		if err != nil {
			return err
		}
		_, err = r.clip(address, "")
		return err
	case "link":
		if err := r.needArticle(); err != nil {
			return err
		}
		all := links.Of(r.at.article)
		n, ok := number(rest)
		if !ok || n < 1 || n > len(all) {
			return Mistake{fmt.Sprintf("There is no link “%s”: links lists %d.", rest, len(all))}
		}
		_, err := r.clip(all[n-1].To, "")
		return err
	}
	return Mistake{fmt.Sprintf("“%s” is nothing to copy: copy alone takes the quote, copy address the article’s address, copy link 2 that of a link.", what)}
}

// citations returns quotes with where they are from, parted by blank lines.
func (r *Reader) citations(quotes []entry) string {
	var out []string
	for _, e := range quotes {
		for _, q := range report.QuotesIn(r.lib, e.ref, []int{e.index}, nil) {
			out = append(out, q.Cite())
		}
	}
	return strings.Join(out, "\n\n")
}

// clip copies text, which is of so much, and reads it. Where nothing copies, reading it is all that can be done; a script asks for no more.
func (r *Reader) clip(text, of string) (copied bool, err error) {
	switch {
	case r.o.Script && len(r.o.Clipboard) == 0:
		copied = true
	case len(r.o.Clipboard) == 0:
		r.out.say("No program here copies:")
	default:
		if err := r.o.Clipboard.Copy(text); err != nil {
			return false, fmt.Errorf("nothing is copied: %w", err)
		}
		copied = true
		r.out.say("%s:", line.Join(" ", "Copied", of))
	}
	for l := range strings.SplitSeq(text, "\n\n") {
		r.out.say("%s", l)
	}
	return copied, nil
}

// contents is what is taken out: quotes or articles.
type contents struct {
	count int
	thing string
	write func(w io.Writer, format string) error
}

func (c *contents) String() string { return line.Count(c.count, c.thing) }

// contents returns the quotes that were taken, else those that the query asks for, or all, of what is listed, or with "here" of the article
// that is open; with "articles" the articles that are listed.
func (r *Reader) contents(ctx context.Context, scope string) (*contents, error) {
	if err := r.refresh(ctx); err != nil {
		return nil, err
	}
	if scope == "articles" {
		refs := r.filter.found.Refs()
		if len(refs) == 0 {
			return nil, errors.New("no article is listed, so nothing is taken out")
		}
		return &contents{len(refs), "article", func(w io.Writer, format string) error { return r.writeArticles(w, format, refs) }}, nil
	}
	entries := r.takenNow()
	if len(entries) == 0 || scope != "" {
		refs, err := r.scope(ctx, scope)
		if err != nil {
			return nil, err
		}
		if entries = r.entries(refs); len(entries) == 0 {
			return nil, errors.New("nobody is quoted there, so nothing is taken out")
		}
	}
	return &contents{len(entries), "quote", func(w io.Writer, format string) error { return r.writeQuotes(w, format, entries) }}, nil
}

// parted returns what is to be taken out, as a word before the rest tells: "articles quotes.csv"; "" is what is usual.
func parted(text string) (scope, rest string) {
	word, rest, more := strings.Cut(text, " ")
	if more && (word == "articles" || word == "here") {
		return word, strings.TrimSpace(rest)
	}
	return "", text
}

// write does "write [articles|here] FILE". What is there is replaced only once that was asked.
func (r *Reader) write(ctx context.Context, text string) error {
	scope, name := parted(text)
	if _, ok := report.FormatOf(name); !ok {
		return Mistake{"The end of the name tells the format, .md, .csv, .jsonl or .txt, as write quotes.csv."}
	}
	c, err := r.contents(ctx, scope)
	if err != nil {
		return err
	}
	return r.writeFile(c, name, false)
}

// writeFile writes c to the file called name, in the place of what is there if replace.
func (r *Reader) writeFile(c *contents, name string, replace bool) error {
	format, _ := report.FormatOf(name)
	file, err := disk.Create(disk.Expand(name))
	if err != nil {
		return fmt.Errorf("nothing is written: %w", err)
	}
	if err := c.write(file, format); err != nil {
		file.Abort()
		return fmt.Errorf("nothing is written: %w", err)
	}
	switch err := file.Commit(replace); {
	case errors.Is(err, fs.ErrExist) && !r.o.Script:
		return r.confirm(fmt.Sprintf("There is a file %s already. Replace it?", name), func(context.Context) error { return r.writeFile(c, name, true) })
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("there is a file %s already; take another name", name)
	case err != nil:
		return fmt.Errorf("nothing is written: %w", err)
	}
	r.takenOut(c)
	r.out.say("Wrote %s to %s.", c, name)
	return nil
}

// takenOut puts quotes back that were taken, now that they are where they were to go.
func (r *Reader) takenOut(c *contents) {
	if c.thing == "quote" {
		r.taken = nil
	}
}

// writeQuotes writes entries, with the notes on them.
func (r *Reader) writeQuotes(w io.Writer, format string, entries []entry) error {
	refs := make([]library.Ref, len(entries))
	for i, e := range entries {
		refs[i] = e.ref
	}
	out := report.Quotes(report.Noted(r.lib, refs, r.o.State)).Writer(w, format)
	for _, e := range entries {
		for _, q := range report.QuotesIn(r.lib, e.ref, []int{e.index}, r.o.State) {
			if err := out.Write(q); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// writeArticles writes articles, each with how many of its quotes the query asks for.
func (r *Reader) writeArticles(w io.Writer, format string, refs []library.Ref) error {
	out := report.Articles(report.Noted(r.lib, refs, r.o.State)).Writer(w, format)
	for _, ref := range refs {
		if err := out.Write(report.ArticleOf(r.lib, ref, len(r.wanted(ref)), r.o.State)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// pipe does "pipe [articles|here] PROGRAM": it hands the same as Markdown to a program, which has the terminal until it ends.
func (r *Reader) pipe(ctx context.Context, text string) error {
	scope, command := parted(text)
	argv, err := pipe.Split(command)
	if err != nil {
		return Mistake{capital(err.Error()) + "."}
	}
	c, err := r.contents(ctx, scope)
	if err != nil {
		return err
	}
	var markdown strings.Builder
	if err := c.write(&markdown, report.Markdown); err != nil {
		return err
	}
	program := pipe.New(argv, []byte(markdown.String()))
	if err := program.Find(); err != nil {
		return err
	}
	if err := r.out.lend(program.Give); err != nil {
		return err
	}
	r.takenOut(c)
	if !r.o.Script {
		r.out.say("Handed %s to %s, which has ended.", c, program.Name())
	}
	return nil
}
