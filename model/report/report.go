// Package report writes articles and quotes to be taken out of the reader: as text, JSON Lines, comma-separated values and
// Markdown, in the same bytes for the command line and the screen. A row of a kind is a type with a Table, which says how it is written.
package report

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// The formats.
const (
	Text     = "text"
	JSONL    = "jsonl"
	CSV      = "csv"
	Markdown = "md"
)

// Formats returns all formats, the one for people first.
func Formats() []string { return []string{Text, JSONL, CSV, Markdown} }

// Suffixes returns how the names of files of all formats end, without the dot, that to paste first.
func Suffixes() []string { return []string{"md", "csv", "jsonl", "txt"} }

// FormatOf returns the format of a file, which the end of its name tells, one of Suffixes; false for any other.
func FormatOf(name string) (format string, ok bool) {
	format, ok = map[string]string{".md": Markdown, ".csv": CSV, ".jsonl": JSONL, ".txt": Text}[strings.ToLower(filepath.Ext(name))]
	return format, ok
}

// Table is how rows of a kind are written.
type Table[T any] struct {
	Columns  []string // of CSV
	Cells    func(T) []string
	Text     func(T) string // without the last line end, as is Markdown's
	Head     string         // of Markdown
	Markdown func(T) string
	Apart    bool // whether an empty line stands between two rows of text and Markdown
}

// Writer writes rows in one format, as they come.
type Writer[T any] struct {
	out   *bufio.Writer // remembers the first error
	cells *csv.Writer   // nil in other formats
	row   func(T) error
}

// Writer returns a writer to w in a format, which is one of Formats. A head is written even if no row follows.
func (t *Table[T]) Writer(w io.Writer, format string) *Writer[T] {
	out := &Writer[T]{out: bufio.NewWriter(w)}
	switch format {
	case JSONL:
		lines := Lines(out.out)
		out.row = func(row T) error { return lines.Encode(row) }
	case CSV:
		out.cells = csv.NewWriter(out.out)
		_ = out.cells.Write(t.Columns) // if it can't, nor can the next
		out.row = func(row T) error { return out.cells.Write(defused(t.Cells(row))) }
	case Markdown:
		_, _ = out.out.WriteString(t.Head)
		out.row = t.entries(out.out, t.Markdown)
	default:
		out.row = t.entries(out.out, t.Text)
	}
	return out
}

// entries returns what writes each row as entry says.
func (t *Table[T]) entries(out *bufio.Writer, entry func(T) string) func(T) error {
	between := ""
	return func(row T) error {
		_, _ = out.WriteString(between + entry(row) + "\n") // out remembers what goes wrong
		if t.Apart {
			between = "\n"
		}
		return nil
	}
}

// Write writes rows.
func (w *Writer[T]) Write(rows ...T) error {
	for _, row := range rows {
		if err := w.row(row); err != nil {
			return Unwritten(err)
		}
	}
	return nil
}

// Flush writes what is held back. It is called behind the last row.
func (w *Writer[T]) Flush() error {
	if w.cells != nil {
		w.cells.Flush()
	}
	return Unwritten(w.out.Flush())
}

// Unwritten says what it means that writing gave err, if it did.
func Unwritten(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("the output could not be written: %w", err)
}

// Lines returns an encoder of JSON Lines for w.
func Lines(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// defused returns cells so that no spreadsheet takes one for a formula: an apostrophe stands before what begins like one, by
// which spreadsheets know text.
func defused(cells []string) []string {
	for i, s := range cells {
		if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
			cells[i] = "'" + s
		}
	}
	return cells
}
