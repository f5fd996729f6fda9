package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"net/url"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/model/markdown"

	"github.com/spf13/cobra"
)

// table is how rows of a kind are printed, one a line.
type table[T any] struct {
	columns  []string // of csv
	cells    func(T) []string
	text     func(T) string // without a line end, as is markdown's
	head     string         // of Markdown
	markdown func(T) string
}

// write writes rows to w in one of the formats.
func (t *table[T]) write(w io.Writer, format string, rows iter.Seq[T]) error {
	out := bufio.NewWriter(w) // remembers the first error
	var err error
	switch format {
	case "md":
		_, _ = out.WriteString(t.head)
		err = writeEach(out, rows, t.markdown)
	case "jsonl":
		err = writeLines(out, rows)
	case "csv":
		err = writeCells(out, rows, t.columns, t.cells)
	default:
		err = writeEach(out, rows, t.text)
	}
	if err != nil {
		return err
	}
	return unwritten(out.Flush())
}

// writeEach writes each of rows as line says.
func writeEach[T any](w io.Writer, rows iter.Seq[T], line func(T) string) error {
	for row := range rows {
		if _, err := fmt.Fprintln(w, line(row)); err != nil {
			return unwritten(err)
		}
	}
	return nil
}

// writeLines writes rows as JSON Lines.
func writeLines[T any](w io.Writer, rows iter.Seq[T]) error {
	lines := newLines(w)
	for row := range rows {
		if err := lines.Encode(row); err != nil {
			return unwritten(err)
		}
	}
	return nil
}

// writeCells writes rows as comma-separated values with a header. No cell is a formula.
func writeCells[T any](w io.Writer, rows iter.Seq[T], columns []string, cells func(T) []string) error {
	table := csv.NewWriter(w)
	if err := table.Write(columns); err != nil {
		return unwritten(err)
	}
	for row := range rows {
		record := cells(row)
		for i := range record {
			record[i] = cell(record[i])
		}
		if err := table.Write(record); err != nil {
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

// head is what rows tell of the article they are of.
type head struct {
	Article   string `json:"article"`
	Path      string `json:"path"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Source    string `json:"source"`
	URL       string `json:"url"`
}

func headOf(a *model.Article) head {
	out := head{Article: a.ID, Path: a.Path, Title: a.Title, Published: a.Published.String(), URL: a.URL}
	if sources := library.Sources(a.Publisher, a.URL); len(sources) > 0 {
		out.Source = sources[0]
	}
	return out
}

// day returns the day of publication, or "".
func (h *head) day() string { return dayOf(h.Published) }

// name returns the title, or the file where there is none.
func (h *head) name() string {
	return cmp.Or(h.Title, h.Path)
}

// link returns the name in Markdown, with a link to the article if it is on the web.
func (h *head) link() string { return linked(h.name(), h.URL) }

// linked returns text in Markdown, as a link if address is one of the web.
func linked(text, address string) string {
	text = markdown.Escape(oneLine(text))
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return text
	}
	return fmt.Sprintf("[%s](<%s>)", text, strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(address))
}

// dayOf returns the day of a date, or "".
func dayOf(published string) string {
	day, _, _ := strings.Cut(published, "T")
	return day
}

// printRows asks q of what is at paths, and prints the rows that it finds.
func printRows[T any](cmd *cobra.Command, paths []string, q *question, t *table[T], rows func(answer) iter.Seq[T]) error {
	if !slices.Contains(formats(), q.format) {
		return unknownFormat(q.format, formats())
	}
	return q.answerWith(cmd, paths, func(found answer) error {
		return t.write(cmd.OutOrStdout(), q.format, rows(found))
	})
}
