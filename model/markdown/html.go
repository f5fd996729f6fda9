package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// htmlSource returns the source of a block of HTML.
func htmlSource(n *ast.HTMLBlock, source []byte) string {
	s := lines(n, source)
	if n.HasClosure() {
		s += string(n.ClosureLine.Value(source))
	}
	return s
}

// HTMLParagraphs returns the text of HTML, entities decoded, in paragraphs; "\n" stands for <br>. Comments,
// scripts and styles have none.
func HTMLParagraphs(source string) []string {
	var out []string
	var text strings.Builder
	end := func() {
		if strings.TrimSpace(text.String()) != "" {
			out = append(out, text.String())
		}
		text.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(source))
	hidden := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			// What is left is a tag that the block ends in: its words stay.
			text.WriteString(unclosed(source, z))
			end()
			return out
		case html.TextToken:
			if !hidden {
				text.WriteString(strings.ReplaceAll(string(z.Text()), "\n", " "))
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			tag := string(name)
			hidden = (tag == "script" || tag == "style") && z.Raw()[1] != '/'
			switch {
			case tag == "br":
				text.WriteByte('\n')
			case parts(tag):
				end()
			}
		default: // comments and document types.
		}
	}
}

// unclosed returns the rest of source if it is a tag that does not end.
func unclosed(source string, z *html.Tokenizer) string {
	raw := string(z.Raw())
	if raw == "" || !strings.HasSuffix(source, raw) {
		return ""
	}
	return strings.ReplaceAll(raw, "\n", " ")
}

// rawTag returns the name of a tag in the text, or "" for anything else between angle brackets.
func rawTag(n *ast.RawHTML, source []byte) string {
	if n.Segments.Len() == 0 {
		return ""
	}
	first := n.Segments.At(0)
	s := strings.TrimLeft(string(first.Value(source)), "</")
	if end := strings.IndexAny(s, " \t\n/>"); end >= 0 {
		s = s[:end]
	}
	return strings.ToLower(s)
}

// parts reports whether a tag parts the words around it, rather than marking some of them.
func parts(tag string) bool {
	switch tag {
	case "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
		"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p",
		"pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return true
	}
	return false
}
