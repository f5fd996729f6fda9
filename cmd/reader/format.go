package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"net/url"
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
		return writeLines, true
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
		source := markdown.Escape(q.Title)
		if source == "" {
			source = markdown.Escape(q.Path)
		}
		if web(q.url) {
			source = fmt.Sprintf("[%s](<%s>)", source, strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(q.url))
		}
		from := join(", ", source, markdown.Escape(q.publisher), q.day())
		text := markdown.Escape(oneLine(q.Text))
		if _, err := fmt.Fprintf(w, "%s> %s\n>\n> — %s, in %s\n", between, text, markdown.Escape(q.attribution()), from); err != nil {
			return unwritten(err)
		}
		between = "\n"
	}
	return nil
}

// writeLines writes quotes as JSON Lines.
func writeLines(w io.Writer, quotes iter.Seq[quotation]) error {
	lines := newLines(w)
	for q := range quotes {
		if err := lines.Encode(q); err != nil {
			return unwritten(err)
		}
	}
	return nil
}

// writeTable writes quotes as comma-separated values with a header.
func writeTable(w io.Writer, quotes iter.Seq[quotation]) error {
	table := csv.NewWriter(w)
	if err := table.Write([]string{
		"article", "path", "title", "published", "text", "start", "end", "in", "kind", "speaker", "role", "to", "cue", "confidence", "by",
	}); err != nil {
		return unwritten(err)
	}
	for q := range quotes {
		if err := table.Write([]string{
			cell(q.Article), cell(q.Path), cell(q.Title), q.Published, cell(q.Text), strconv.Itoa(q.Start), strconv.Itoa(q.End), q.In,
			q.Kind, cell(q.Speaker), cell(q.Role), cell(q.To), cell(q.Cue), strconv.FormatFloat(float64(q.Confidence), 'g', -1, 32), q.By,
		}); err != nil {
			return unwritten(err)
		}
	}
	table.Flush()
	return unwritten(table.Error())
}

// cell returns s so that no spreadsheet takes it for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
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
func (q *quotation) day() string {
	day, _, _ := strings.Cut(q.Published, "T")
	return day
}

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

// web reports whether address is one of the web.
func web(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}
