package page

import (
	"slices"
	"strings"

	"reader/model"
	"reader/ui/line"
	"reader/ui/style"
)

// setter lays out one page.
type setter struct {
	page    *Page
	article *model.Article
	theme   *style.Theme
	width   int // columns for text, without the gutter
	inks    *inks
	glosses []Gloss
}

// set fills the page, from the title down to the address, with notes under the date.
func (s *setter) set(notes []string) {
	s.wrapHere(stretch{text: s.page.title, ink: s.inks.style(s.theme.Title), from: fromTitle})
	s.wrapHere(stretch{text: s.meta(), ink: s.inks.style(s.theme.Dim)})
	if a := s.article; a.Language != "" && !a.English() {
		notes = append([]string{"language " + a.Language + ": shown and filed, not analysed"}, notes...)
	}
	for _, note := range notes {
		s.wrapHere(stretch{text: tame(note), ink: s.inks.style(s.theme.Caption)})
	}
	body, notice := s.body()
	if notice != "" {
		s.furniture(model.Furniture{Kind: model.Notice, Text: notice})
	}
	s.merge(body)
	s.page.gap()
	for _, f := range s.article.Furniture {
		if f.Kind == model.Trailer {
			s.furniture(f)
		}
	}
	s.footer()
	if n := s.page.Len(); n > 0 && len(s.page.line(n-1)) == 0 {
		s.page.ends = s.page.ends[:n-1]
	}
}

// wrapHere appends t to the page, unless there is nothing in it.
func (s *setter) wrapHere(t stretch) {
	if strings.TrimSpace(t.text) != "" {
		s.wrap(&s.page.sheet, t)
	}
}

// meta returns the line under the title: publisher, date, and the authors where no byline names them.
func (s *setter) meta() string {
	a := s.article
	parts := []string{a.Publisher}
	if !a.Published.IsZero() {
		layout := "2 January 2006"
		if a.Published.Clock {
			layout = "2 January 2006, 15:04"
		}
		parts = append(parts, a.Published.Format(layout))
	}
	if !slices.ContainsFunc(a.Furniture, func(f model.Furniture) bool { return f.Kind == model.Byline }) {
		parts = append(parts, strings.Join(a.Authors, ", "))
	}
	return tame(line.Join(" · ", parts...))
}

// merge appends body to the page, with the furniture that stood between its blocks, or around them.
func (s *setter) merge(body *sheet) {
	var rest []model.Furniture
	for _, f := range s.article.Furniture {
		if f.Kind != model.Trailer {
			rest = append(rest, f)
		}
	}
	slices.SortStableFunc(rest, func(f, g model.Furniture) int { return int(f.At) - int(g.At) })
	begun := false
	for i := range body.ends {
		line := body.line(i)
		for len(rest) > 0 && shows(line, rest[0].At) {
			if rest[0].Kind == model.Caption {
				s.page.gap()
			}
			s.furniture(rest[0])
			if rest = rest[1:]; len(rest) == 0 || rest[0].Kind == model.Caption || !shows(line, rest[0].At) {
				s.page.gap()
			}
		}
		if !begun {
			s.page.gap()
			begun = true
		}
		s.page.add(line...)
	}
	for _, f := range rest {
		s.page.gap()
		s.furniture(f)
	}
}

// shows reports whether line shows text at, or after, the place at of the body.
func shows(line []piece, at uint32) bool {
	return slices.ContainsFunc(line, func(p piece) bool { return p.from == fromBody && p.end() > at })
}

// furniture appends f in the style of its kind.
func (s *setter) furniture(f model.Furniture) {
	t := stretch{text: tame(f.Text), links: true}
	switch f.Kind {
	case model.Caption:
		t.lead, t.follow = "▸ ", "  "
		t.ink = s.inks.style(s.theme.Caption)
	case model.Notice:
		t.lead, t.follow = "! ", "  "
		t.ink = s.inks.style(s.theme.Warning)
	case model.Byline, model.DateLine, model.Trailer:
		t.ink = s.inks.style(s.theme.Byline)
	}
	t.leadInk = t.ink
	s.wrapHere(t)
}

// footer appends the address of the article, unless a trailer names it.
func (s *setter) footer() {
	address := tame(s.article.URL)
	named := func(f model.Furniture) bool { return f.Kind == model.Trailer && strings.Contains(f.Text, address) }
	if address == "" || slices.ContainsFunc(s.article.Furniture, named) {
		return
	}
	s.wrapHere(stretch{text: "Source: " + address, ink: s.inks.style(s.theme.Dim), links: true})
}
