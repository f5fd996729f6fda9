package main

import (
	"bufio"
	"unicode/utf8"

	"reader/model"
	"reader/model/library"
	"reader/model/report"

	"github.com/spf13/cobra"
)

func newGold() *cobra.Command {
	return &cobra.Command{
		Use:   "export [PATH…]",
		Short: "Print corrected articles with their quotes as data",
		Long: `Prints one JSON object, one a line, for each of the articles that were corrected: all its quotes with their
speakers, as they stand now. Those that you corrected or confirmed have "by": "user". So what a team corrects
becomes data to measure by and to learn from.

Offsets are half-open ranges of Unicode code points in "text", which is the title, an empty line and the body.
"speaker" is how the text names the speaker for the quote, "canonical" the speaker's name, null where nobody can be told.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			log, err := openLog()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			lines := report.Lines(out)
			none := true
			unread := eachCorrected(cmd, paths, log, func(r library.Result) error {
				none = false
				tellUnplaced(cmd, r)
				return report.Unwritten(lines.Encode(goldOf(r.Article)))
			})
			if err := out.Flush(); err != nil {
				return report.Unwritten(err)
			}
			if none && unread == nil {
				cmd.PrintErrln("reader: nothing was corrected in these articles")
			}
			return unread
		},
	}
}

// gold is an article as corrections export prints it.
type gold struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	URL       string      `json:"url,omitempty"`
	Publisher string      `json:"publisher,omitempty"`
	Date      string      `json:"date,omitempty"`
	Text      string      `json:"text"`
	Quotes    []goldQuote `json:"quotes"`
}

type goldQuote struct {
	report.Span
	Text         string  `json:"text"`
	Type         string  `json:"type"`
	Speaker      string  `json:"speaker"` // "" if it goes on from the quote before, or nobody is named
	SpeakerStart *int    `json:"speaker_start,omitempty"`
	SpeakerEnd   *int    `json:"speaker_end,omitempty"`
	Canonical    *string `json:"canonical"`
	Cue          string  `json:"cue,omitempty"`
	CueStart     *int    `json:"cue_start,omitempty"`
	CueEnd       *int    `json:"cue_end,omitempty"`
	To           string  `json:"to,omitempty"`
	By           string  `json:"by,omitempty"` // "user" if the user corrected or confirmed it
}

// goldOf returns a as it is printed. The quotes of the title come first, as it stands in front.
func goldOf(a *model.Article) gold {
	out := gold{
		ID: a.ID, Title: a.Title, URL: a.URL, Publisher: a.Publisher, Date: a.Published.String(), Text: a.Text,
		Quotes: make([]goldQuote, 0, len(a.Quotes)),
	}
	before := 0
	if a.Title != "" {
		out.Text = a.Title + "\n\n" + a.Text
		before = utf8.RuneCountInString(a.Title) + 2
	}
	texts := report.TextsOf(a)
	for _, f := range []model.Field{model.Title, model.Body} {
		for i := range a.Quotes {
			if q := &a.Quotes[i]; q.Field == f {
				out.Quotes = append(out.Quotes, goldQuoteOf(a, q, texts, before))
			}
		}
	}
	return out
}

// goldQuoteOf returns q as it is printed; what stands in the body has so many code points before it.
func goldQuoteOf(a *model.Article, q *model.Quote, texts report.Texts, before int) goldQuote {
	text, in := texts.In(q.Field)
	if in != "" {
		before = 0
	}
	at := func(s model.Span) report.Span {
		p := text.Span(s)
		return report.Span{Start: p.Start + before, End: p.End + before}
	}
	out := goldQuote{
		Span: at(q.Span), Text: a.Quoted(q), Type: q.Kind.String(),
		Speaker: q.Mention.In(text.Text), Cue: q.Cue.In(text.Text), To: q.To.In(text.Text), By: report.ByUser(a.Corrected(q)),
	}
	if e := a.Speaker(q); e != nil {
		out.Canonical = &e.Name
	}
	if !q.Mention.Empty() {
		s := at(q.Mention)
		out.SpeakerStart, out.SpeakerEnd = &s.Start, &s.End
	}
	if !q.Cue.Empty() {
		s := at(q.Cue)
		out.CueStart, out.CueEnd = &s.Start, &s.End
	}
	return out
}
