// Package doctest makes documents for the tests of the stages.
package doctest

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// New returns a document without a title whose paragraphs are the parts of text between empty lines.
func New(text string) *doc.Document {
	return doc.New(Article("", text))
}

// Article returns an English article of the title and text.
func Article(title, text string) *model.Article {
	a := &model.Article{Title: title, Text: text, Language: "en"}
	at := 0
	for p := range strings.SplitSeq(text, "\n\n") {
		if strings.TrimSpace(p) != "" {
			a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: uint32(at), End: uint32(at + len(p))}})
		}
		at += len(p) + len("\n\n")
	}
	return a
}
