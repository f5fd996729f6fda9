package main

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"reader/model/markdown"
)

// writer writes quotes in one of the formats.
type writer func(w io.Writer, quotes iter.Seq[quotation]) error

func formats() []string { return []string{"text", "jsonl", "csv", "md"} }

func newWriter(format string) (w writer, ok bool) {
	switch format {
	case "text":
		return writeText, true
	case "jsonl":
		return writeLines[quotation], true
	case "csv":
		return writeTable, true
	case "md":
		return writeMarkdown, true
	}
	return nil, false
}

// writeText writes quotes to be read, or pasted with their citation:
//
//	“They should pay more.”
//	  — Araz Azimov, Deputy Foreign Minister
//	    NATO and Russia Clash Again on Missile Defense, The Moscow Times, 2011-06-09
//	    https://…
func writeText(w io.Writer, quotes iter.Seq[quotation]) error {
	between := ""
	for q := range quotes {
		source := join("\n    ", join(", ", q.Title, q.publisher, q.day()), q.where())
		if _, err := fmt.Fprintf(w, "%s%s\n  — %s\n    %s\n", between, oneLine(q.Text), q.attribution(), source); err != nil {
			return unwritten(err)
		}
		between = "\n"
	}
	return nil
}

// writeMarkdown writes quotes as block quotations.
func writeMarkdown(w io.Writer, quotes iter.Seq[quotation]) error {
	between := ""
	for q := range quotes {
		from := join(", ", linked(cmp.Or(q.Title, q.Path), q.url), markdown.Escape(q.publisher), q.day())
		text := markdown.Escape(oneLine(q.Text))
		if _, err := fmt.Fprintf(w, "%s> %s\n>\n> — %s, in %s\n", between, text, markdown.Escape(q.attribution()), from); err != nil {
			return unwritten(err)
		}
		between = "\n"
	}
	return nil
}

// writeTable writes quotes as comma-separated values with a header.
func writeTable(w io.Writer, quotes iter.Seq[quotation]) error {
	columns := []string{
		"article", "path", "title", "published", "text", "start", "end", "in", "kind", "speaker", "role", "to", "cue", "confidence", "by",
	}
	return writeCells(w, quotes, columns, func(q quotation) []string {
		return []string{
			q.Article, q.Path, q.Title, q.Published, q.Text, strconv.Itoa(q.Start), strconv.Itoa(q.End), q.In,
			q.Kind, q.Speaker, q.Role, q.To, q.Cue, strconv.FormatFloat(float64(q.Confidence), 'g', -1, 32), q.By,
		}
	})
}

// attribution returns who said q, as far as it is known: "Araz Azimov, Deputy Foreign Minister".
func (q *quotation) attribution() string {
	who := q.Speaker
	switch {
	case who == "":
		return "unknown"
	case !q.sure():
		who += " (?)"
	}
	return join(", ", who, q.Role)
}

// day returns the day of publication, or "".
func (q *quotation) day() string { return dayOf(q.Published) }

// where returns the address of the article, or the file where it has none.
func (q *quotation) where() string {
	if q.url != "" {
		return q.url
	}
	return q.Path
}

// join joins those of parts that are not empty.
func join(sep string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

// oneLine returns s with its line ends made blanks.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }
