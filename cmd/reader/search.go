package main

import (
	"errors"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"reader/model"
	"reader/model/library"
	"reader/model/markdown"
	"reader/model/report"

	"github.com/spf13/cobra"
)

// hit is one place as search prints it. Offsets are code points in the article's text, or in its title where In is "title".
type hit struct {
	report.Head
	report.Span
	In        string `json:"in,omitempty"`
	Paragraph int    `json:"paragraph"` // from 1; 0: the title
	Text      string `json:"text"`      // what was found
	Context   string `json:"context"`   // the line it stands in, cut

	before, after string // what stands around it in its line, cut
}

func newSearch() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "search [PATH…] --query QUERY",
		Short: "Print where something is said or mentioned",
		Long: `Prints where in the articles that a query finds stands what it asks for: words of title and text, names, and the quotes
it asks for. Each place is one line: the file, the number of the paragraph ("title" for the title), and what stands around it.`,
		Example: `
# Where the missile shield is written of:
reader search ~/news --query '"missile shield" date:2011'

# Where somebody says it:
reader search ~/news --query 'speaker:azimov said:/missiles?/'
`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if strings.TrimSpace(q.query) == "" {
			return usageError{errors.New("say what to search for: reader search --query QUERY")}
		}
		return q.answerWith(cmd, paths, func(found answer) error {
			return printRows(cmd, q.format, hitTable(), hitsIn(found))
		})
	}
	q.addTo(cmd, report.Formats())
	return cmd
}

func hitTable() *report.Table[hit] {
	return &report.Table[hit]{
		Columns: []string{"article", "path", "title", "published", "source", "url", "start", "end", "in", "paragraph", "text", "context"},
		Cells: func(h hit) []string {
			return []string{
				h.Article, h.Path, h.Title, h.Published, h.Source, h.URL, strconv.Itoa(h.Start), strconv.Itoa(h.End), h.In,
				strconv.Itoa(h.Paragraph), h.Text, h.Context,
			}
		},
		Text: func(h hit) string { return h.Path + ":" + h.place() + ": " + h.Context },
		Markdown: func(h hit) string {
			return "- " + report.Join(", ", h.Link(), markdown.Escape(h.Source), h.Day()) + ": " +
				markdown.Escape(h.before) + "**" + markdown.Escape(strings.TrimSpace(report.OneLine(h.Text))) + "**" + markdown.Escape(h.after)
		},
	}
}

// place returns the number of the paragraph, or "title".
func (h *hit) place() string {
	if h.Paragraph == 0 {
		return "title"
	}
	return strconv.Itoa(h.Paragraph)
}

// hitsIn yields the hits in the articles found.
func hitsIn(found answer) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		for _, r := range found.refs {
			hits := found.Hits(r)
			if len(hits) == 0 {
				continue
			}
			a := found.lib.Article(r)
			texts, of := report.TextsOf(a), report.HeadOf(found.lib.Head(r))
			for _, h := range hits {
				if !yield(hitOf(a, h, of, texts)) {
					return
				}
			}
		}
	}
}

// hitOf returns h in the article a, whose head is of.
func hitOf(a *model.Article, h library.Hit, of report.Head, texts report.Texts) hit {
	text, in := texts.In(h.Field)
	block := a.BlockAt(h.Field, h.Span.Start)
	line := model.Span{End: uint32(len(a.Title))}
	if block >= 0 && block < len(a.Blocks) {
		line = a.Blocks[block].Span
	}
	out := hit{Head: of, Span: text.Span(h.Span), In: in, Paragraph: block + 1, Text: h.Span.In(text.Text)}
	out.before = report.OneLine(tail(text.Text[line.Start:h.Span.Start]))
	out.after = report.OneLine(start(text.Text[h.Span.End:max(line.End, h.Span.End)]))
	out.Context = out.before + report.OneLine(out.Text) + out.after
	return out
}

// around is how many bytes of a line are shown at most on each side of a hit.
const around = 60

// tail returns the end of s, from a word on.
func tail(s string) string {
	if len(s) <= around {
		return s
	}
	s = s[len(s)-around:]
	for s != "" && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	if _, words, ok := strings.Cut(s, " "); ok {
		s = words
	}
	return "…" + s
}

// start returns the beginning of s, up to a word.
func start(s string) string {
	if len(s) <= around {
		return s
	}
	n := around
	for !utf8.RuneStart(s[n]) {
		n--
	}
	if end := strings.LastIndexByte(s[:n], ' '); end >= 0 {
		n = end + 1
	}
	return s[:n] + "…"
}
