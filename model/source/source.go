// Package source turns the bytes of a file into an article: decoded, sanitised, its furniture set apart, its
// body in canonical Markdown with the plain text. It does not analyse the text: package nlp does.
package source

import (
	"errors"
	"fmt"
	"strings"

	"reader/model"
	"reader/model/markdown"
)

// MaxSize is the size of the largest file that is read, in bytes.
const MaxSize = 16 << 20

// The reasons why a file is no article.
var (
	ErrEmpty    = errors.New("there is no text in it")
	ErrBinary   = errors.New("this is not text")
	ErrTooLarge = errors.New("larger than 16 MiB; split it into articles")
)

// Read reads the articles in data, the content of the file at path: one, or as many as the format holds. The content
// decides what format it is, and where that leaves it open, the path's ending; "-" is standard input. The articles have
// the path sanitised; where there are several in a file, and behind it "#" and their number. The error says in plain words
// what is no article and why: ErrEmpty, ErrBinary, ErrTooLarge, ErrNoFeed or ErrItems; the articles that could be read are there all the same. What could be read in part is an article with a Notice. Its time
// is linear in the size of data.
func Read(path string, data []byte) ([]*model.Article, error) {
	path = Sanitize(strings.ReplaceAll(path, "\n", "␊"))
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s: %w", path, ErrTooLarge)
	}
	articles, err := formatOf(path, data).read(path, data)
	if err != nil {
		return articles, fmt.Errorf("%s: %w", path, err)
	}
	return articles, nil
}

// readText reads the article in data, Markdown or plain text.
func readText(path string, data []byte) ([]*model.Article, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	p := page{article: &model.Article{Path: path}}
	id := ""
	if header, body, ok := splitFrontMatter(text); ok {
		var notice string
		id, notice = frontMatter(p.article, header)
		p.set(model.Notice, notice)
		text = body
	}
	text, cut := splitLines(text)
	if cut {
		p.set(model.Notice, "Lines of more than 64 KiB were split.")
	}
	blocks, numbers := repair(blocksOf(path, text))
	if len(numbers) > 0 {
		p.set(model.Notice, "Left out, the numbers of pages: "+strings.Join(numbers, ", "))
	}
	p.setApart(blocks)
	a, err := p.finish(id)
	if err != nil {
		return nil, err
	}
	return []*model.Article{a}, nil
}

// blocksOf returns the blocks of the outermost level in text, Markdown or not.
func blocksOf(path, text string) []markdown.Block {
	if isMarkdown(path, text) {
		return markdown.Canonical(tame(text), new(sanitizer).clean)
	}
	return plainBlocks(text)
}

// finish makes the article of what was gathered.
func (p *page) finish(id string) (*model.Article, error) {
	a := p.article
	doc := markdown.Join(p.body)
	a.Markdown, a.Text, a.Blocks = string(doc.Source), doc.Text, doc.Blocks
	if a.Text == a.Markdown {
		a.Markdown = a.Text // one string in memory, not two.
	}
	a.Furniture = p.furniture()
	if a.Text == "" && a.Title == "" && len(a.Furniture) == 0 {
		return nil, ErrEmpty
	}
	a.Dateline = datelineOf(a.Blocks, a.Text)
	if a.Language == "" {
		a.Language = detectLanguage(a.Title + "\n" + a.Text)
	}
	a.ID = identify(a, id)
	return a, nil
}

// furniture returns the furniture with its places in the text.
func (p *page) furniture() []model.Furniture {
	if len(p.aside) == 0 {
		return nil
	}
	out := make([]model.Furniture, 0, len(p.aside))
	at, block := 0, 0
	for _, f := range p.aside {
		for ; block < f.before; block++ {
			if size := len(p.body[block].Text); size > 0 {
				at += size + len("\n\n")
			}
		}
		f.At = uint32(min(at, len(p.article.Text)))
		out = append(out, f.Furniture)
	}
	return out
}
