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

// Read reads one article from data, the content of the file at path (the path's ending decides between
// Markdown and plain text; "-" is standard input). The error says in plain words why data is no article; what
// could be read in part is an article with a Notice.
func Read(path string, data []byte) (*model.Article, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s: %w", SanitizeLine(path), ErrTooLarge)
	}
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", SanitizeLine(path), err)
	}
	a := &model.Article{Path: path, Language: "en"}
	if title, rest, ok := strings.Cut(strings.TrimSpace(text), "\n"); ok && strings.HasPrefix(title, "# ") {
		a.Title, text = SanitizeLine(title[2:]), rest
	}
	doc := markdown.Parse(strings.TrimSpace(Sanitize(text)))
	a.ID, a.Markdown, a.Text, a.Blocks = a.Title, string(doc.Source), doc.Text, doc.Blocks
	if a.Text == "" {
		return nil, fmt.Errorf("%s: %w", SanitizeLine(path), ErrEmpty)
	}
	return a, nil
}
