package source

import (
	"strings"
	"unicode/utf8"

	"reader/model"
	"reader/model/markdown"
)

// header is how many blocks at the beginning may be byline and date; longer ones than lead characters end it.
const (
	header = 8
	lead   = 160
)

// page takes a body apart into text and furniture. What is furniture is not analysed, so it takes out only what
// is plainly that: a quote swallowed here is lost.
type page struct {
	article *model.Article
	body    []markdown.Block // the text
	aside   []placed         // the furniture
}

// placed is furniture that stands before block number before of the text.
type placed struct {
	model.Furniture
	before int
}

func (p *page) set(kind model.FurnitureKind, text string) {
	if text = strings.ReplaceAll(text, "\n\n", "\n"); text != "" {
		p.aside = append(p.aside, placed{model.Furniture{Kind: kind, Text: text}, len(p.body)})
	}
}

// setApart sorts blocks into text and furniture and fills in what the furniture tells.
func (p *page) setApart(blocks []markdown.Block) {
	p.sort(p.takeTitle(blocks))
}

// sort is setApart without a look for the title.
func (p *page) sort(blocks []markdown.Block) {
	inHeader := true
	for i := 0; i < len(blocks); {
		b := blocks[i]
		inHeader = inHeader && i < header
		switch n := p.trailer(blocks[i:]); {
		case n > 0:
			i += n
			continue
		case inHeader && p.headLines(b):
		case b.Kind == model.Paragraph && isCaption(b):
			p.set(model.Caption, b.Text)
		case i >= len(blocks)-2 && p.dateLine(b.Text):
		default:
			p.body = append(p.body, b)
			inHeader = inHeader && utf8.RuneCountInString(b.Text) < lead
		}
		i++
	}
}

// headLines takes a block of the header that is nothing but byline and date, a line each.
func (p *page) headLines(b markdown.Block) bool {
	if b.Kind == model.Code || b.Kind == model.Row || utf8.RuneCountInString(b.Text) > lead {
		return false
	}
	lines := strings.Split(b.Text, "\n")
	for _, line := range lines {
		if _, ok := parseDate(line); !ok && parseByline(line) == nil && !isContact(line) {
			return false
		}
	}
	for _, line := range lines {
		if isContact(line) {
			p.set(model.Byline, line)
		} else if !p.dateLine(line) {
			p.byline(line)
		}
	}
	return true
}

// dateLine takes a line that is a date.
func (p *page) dateLine(line string) bool {
	d, ok := parseDate(line)
	if !ok || utf8.RuneCountInString(line) > lead {
		return false
	}
	if p.article.Published.IsZero() {
		p.article.Published = d
	}
	p.set(model.DateLine, line)
	return true
}

// byline takes a line that names the authors, and perhaps the date.
func (p *page) byline(line string) {
	b := parseByline(line)
	if len(p.article.Authors) == 0 {
		p.article.Authors = b.authors
	}
	if p.article.Published.IsZero() {
		p.article.Published = b.date
	}
	p.set(model.Byline, line)
}
