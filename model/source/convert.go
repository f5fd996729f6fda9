package source

import (
	"fmt"
	"iter"
	"net/url"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"

	"reader/model"
	"reader/model/markdown"
)

// Characters that only the reader puts into a tree of HTML.
const (
	mark        = "\U0010FFFD" // on both sides of the number of a piece of furniture, to tell where it stood
	firstHidden = '\uFDD0'     // stands for the first of marks; the others follow
	replacement = '\uFFFD'
)

// marks are characters that mean something in Markdown, and that the converter does not escape wherever they do.
const marks = "\\&~*_`[]<|"

// converted is what HTML says. Where furniture stood, a block refers to it by a mark: see page.takeMarked.
type converted struct {
	blocks []markdown.Block
	marked []model.Furniture
}

// convert returns the text in content, a tree of HTML that it changes, in canonical blocks, without the title where
// it stands there once more. Links are relative to from, which may be nil. The error is errPage.
func convert(content *html.Node, from *url.URL, title string) (converted, error) {
	c := conversion{content: content, from: from, title: title}
	for n := range texts(content) {
		n.Data = strings.Map(visible, n.Data)
	}
	c.tidy()
	c.takeFurniture()
	for n := range texts(content) {
		if !hasAncestor(n, isCode) { // where marks mean nothing
			n.Data = strings.Map(hide, n.Data)
		}
	}
	text, err := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithListEndComment(false)),
		table.NewTablePlugin(table.WithNewlineBehavior(table.NewlineBehaviorPreserve), table.WithHeaderPromotion(true)),
		strikethrough.NewStrikethroughPlugin(),
	)).ConvertNode(content)
	if err != nil {
		return converted{}, fmt.Errorf("%w (%w)", errPage, err)
	}
	short, _ := splitLines(unixLines(string(text)))
	return converted{markdown.Canonical(tame(shown().Replace(short)), new(sanitizer).clean), c.marked}, nil
}

// conversion is a tree of HTML on its way to blocks.
type conversion struct {
	content *html.Node
	from    *url.URL
	title   string
	marked  []model.Furniture // what was taken out
}

// texts yields the texts in n.
func texts(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type == html.TextNode && !yield(d) {
				return
			}
		}
	}
}

func isCode(n *html.Node) bool {
	switch n.Data {
	case "code", "pre", "kbd", "samp", "tt":
		return true
	}
	return false
}

// visible replaces what means something to the reader or the converter, and which no text has.
func visible(r rune) rune {
	switch {
	case firstHidden <= r && r < firstHidden+rune(len(marks)), r == '\uF002', string(r) == mark:
		return replacement
	case r == '\a':
		return '␇'
	}
	return r
}

// hide hides marks from the converter and from Markdown.
func hide(r rune) rune {
	if i := strings.IndexRune(marks, r); i >= 0 {
		return firstHidden + rune(i)
	}
	return r
}

// shown makes entities of hidden marks.
func shown() *strings.Replacer {
	pairs := make([]string, 0, 2*len(marks))
	for i := range len(marks) {
		pairs = append(pairs, string(firstHidden+rune(i)), fmt.Sprintf("&#%d;", marks[i]))
	}
	return strings.NewReplacer(pairs...)
}
