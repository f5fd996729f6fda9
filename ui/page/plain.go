package page

import (
	"strings"

	"reader/model"
)

// plain returns the lines of the body without glamour: paragraphs, with what marks the kind of a block. It
// costs a few nanoseconds a byte.
func (s *setter) plain() *sheet {
	to := &sheet{}
	blocks := s.article.Blocks
	if len(blocks) == 0 && s.page.body != "" {
		blocks = []model.Block{{Span: model.Span{End: uint32(len(s.page.body))}}}
	}
	ornament := s.inks.style(s.theme.QuoteBar)
	for i, b := range blocks {
		t := stretch{text: b.Span.In(s.page.body), at: b.Span.Start, from: fromBody, leadInk: ornament}
		switch b.Kind {
		case model.Heading:
			t.ink = s.inks.style(s.theme.Heading)
		case model.Code:
			t.ink = s.inks.style(s.theme.Code)
		case model.Quotation:
			t.lead = strings.Repeat("│ ", int(max(b.Level, 1)))
			t.follow = t.lead
		case model.Item:
			t.follow = strings.Repeat("  ", int(max(b.Level, 1)))
			t.lead = strings.TrimSuffix(t.follow, "  ") + "• "
		case model.Paragraph, model.Row:
		}
		if b.Kind == model.Paragraph || b.Kind == model.Heading || i > 0 && b.Kind != blocks[i-1].Kind {
			to.gap()
		}
		s.wrap(to, t)
	}
	return to
}
