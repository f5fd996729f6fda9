package shelf

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// The caps on front matter, far beyond what is written, and within what is read again.
const (
	maxValue = 4 << 10  // bytes
	maxList  = 16 << 10 // bytes
)

// fence is the line before and behind the front matter.
const fence = "---\n"

// render returns item as it stands in its file.
func render(item Item) []byte {
	a := item.Article
	var out bytes.Buffer
	out.WriteString(fence)
	field(&out, "id", a.ID)
	field(&out, "title", a.Title)
	field(&out, "url", a.URL)
	list(&out, "authors", a.Authors)
	if !a.Published.IsZero() {
		_, _ = fmt.Fprintf(&out, "date: %s\n", a.Published)
	}
	field(&out, "publisher", a.Publisher)
	field(&out, "language", a.Language)
	list(&out, "tags", a.Tags)
	writeMark(&out, item.Mark)
	out.WriteString(fence + "\n")
	out.WriteString(strings.TrimRight(a.Markdown, "\n") + "\n")
	return out.Bytes()
}

func field(out *bytes.Buffer, name, value string) {
	if value != "" {
		_, _ = fmt.Fprintf(out, "%s: %s\n", name, quote(value))
	}
}

func list(out *bytes.Buffer, name string, values []string) {
	if len(values) == 0 {
		return
	}
	_, _ = fmt.Fprintf(out, "%s:\n", name)
	end := out.Len() + maxList
	for _, v := range values {
		if v = quote(v); out.Len()+len(v) < end {
			_, _ = fmt.Fprintf(out, "  - %s\n", v)
		}
	}
}

// quote returns s as a string of YAML in double quotes. What the reader of front matter could take for more than text is
// escaped: an alias behind a blank, and brackets, of which it takes but a few.
func quote(s string) string {
	if len(s) > maxValue {
		cut := maxValue
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	out := []byte{'"'}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\\', c == '"':
			out = append(out, '\\', c)
		case c < ' ', c == '[', c == '{', c == '<', (c == '&' || c == '*') && i > 0 && strings.IndexByte(" ,]}", s[i-1]) >= 0:
			out = fmt.Appendf(out, `\x%02x`, c)
		default:
			out = append(out, c)
		}
	}
	return string(append(out, '"'))
}

// writeMark writes m as the last of the front matter.
func writeMark(out *bytes.Buffer, m Mark) {
	_, _ = fmt.Fprintf(out, "fetched: %s\nfetched_hash: %q\n", m.Fetched.UTC().Format(time.RFC3339), m.Hash)
	if m.Full {
		out.WriteString("fetched_full: true\n")
	}
}

// readMark returns the mark in a file; what is not there, or was changed so that it can't be read, is zero.
func readMark(data []byte) Mark {
	var m Mark
	rest, _ := bytes.CutPrefix(data, []byte(fence))
	for line := range bytes.Lines(rest) {
		if string(line) == fence {
			break
		}
		name, value, _ := strings.Cut(strings.TrimSpace(string(line)), ": ")
		switch name {
		case "fetched":
			m.Fetched, _ = time.Parse(time.RFC3339, value) // zero is what it is then
		case "fetched_hash":
			m.Hash = strings.Trim(value, `"`)
		case "fetched_full":
			m.Full = value == "true"
		}
	}
	return m
}
