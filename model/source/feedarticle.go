package source

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"reader/model"
	"reader/model/markdown"
)

const (
	minFull   = 1500    // bytes of the shortest summary that may be the whole text
	maxMarkup = 300_000 // in the HTML of a feed
)

// article makes the article of e. shared tells that its identifier names other items, too.
func (f *feed) article(e *entry, shared bool) (m made, err error) {
	defer caught(&err)
	a := &model.Article{
		URL:       f.address(e.link),
		Title:     inlineText(e.title),
		Published: e.published,
		Publisher: inlineText(cmp.Or(e.publisher, f.title)),
		Language:  languageOf(e.language, f.language),
		Tags:      inlineTexts(e.tags),
	}
	authors := e.authors
	if len(authors) == 0 {
		authors = f.authors
	}
	for _, name := range inlineTexts(authors) {
		a.Authors = append(a.Authors, authorsOf(name)...)
	}
	p := page{article: a}
	text, fromContent := f.body(e, resolve(cmp.Or(f.base, resolve(nil, f.link)), a.URL), a.Title)
	for _, c := range inlineTexts(e.captions) {
		if !p.says(c) {
			p.set(model.Caption, c)
		}
	}
	p.marked = text.marked
	full := isFull(text.blocks, fromContent)
	blocks := p.takeAppeared(text.blocks)
	if a.Title != "" {
		blocks = p.takeTitle(blocks)
	}
	p.sort(blocks)
	if a.English() {
		a.Language = "" // what programs that make feeds say of themselves; the text knows better.
	}
	finished, err := p.finish(f.identifier(e, shared))
	return made{finished, full}, err
}

// body returns the text of e, of its content and its summary the one that is longer, and whether it is the content.
func (f *feed) body(e *entry, base *url.URL, title string) (text converted, fromContent bool) {
	if e.content.text != "" {
		text = f.convert(e.content, base, title)
	}
	if e.summary.text == "" || len(e.summary.text) <= len(e.content.text)/2 {
		return text, true
	}
	if other := f.convert(e.summary, base, title); textLen(other.blocks) > textLen(text.blocks) {
		return other, false
	}
	return text, true
}

// textLen returns how much text is in blocks, in bytes.
func textLen(blocks []markdown.Block) int {
	n := 0
	for _, b := range blocks {
		if !isMark(b) {
			n += len(b.Text)
		}
	}
	return n
}

// convert returns words as blocks. Once a feed has had more tags than feeds have, of HTML the words alone count.
func (f *feed) convert(w words, base *url.URL, title string) converted {
	text := w.text
	if !w.plain {
		if isEscapedHTML(text) {
			text = html.UnescapeString(text)
		}
		if hasTag(text) {
			if f.tags += strings.Count(text, "<"); f.tags > maxMarkup {
				return converted{blocks: bareBlocks(text)}
			}
			return fragment(text, base, title)
		}
		text = html.UnescapeString(text)
	}
	text, _ = splitLines(text)
	return converted{blocks: plainBlocks(text)}
}

// isEscapedHTML reports whether HTML was escaped once more than need be: there is no tag in it, but there is once it is
// decoded.
func isEscapedHTML(s string) bool {
	if strings.Contains(s, "</") || !strings.Contains(s, "&lt;") {
		return false
	}
	return strings.Contains(s, "&lt;/p&gt;") || strings.Contains(s, "&lt;/a&gt;") || strings.Contains(s, "&lt;/div&gt;") ||
		strings.Contains(s, "&lt;br")
}

// hasTag reports whether there is a tag of HTML in s.
func hasTag(s string) bool {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			return false
		}
		at += i + 1
		if isMarkup(s[at-1:]) {
			return true
		}
	}
}

// isMarkup reports whether s, which begins with "<", begins with a tag of HTML or a comment.
func isMarkup(s string) bool {
	if strings.HasPrefix(s, "<!--") {
		return true
	}
	return isHTMLName(strings.ToLower(tagName(s)))
}

// isHTMLName reports whether elements of HTML that stand in articles are called name.
func isHTMLName(name string) bool {
	switch name {
	case "a", "abbr", "address", "article", "aside", "audio", "b", "big", "blockquote", "body", "br", "button", "caption", "center", "cite", "code",
		"dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4",
		"h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "noscript",
		"object", "ol", "p", "picture", "pre", "q", "s", "samp", "script", "section", "small", "source", "span", "strike", "strong", "style", "sub",
		"summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr":
		return true
	}
	return false
}

// inlineText returns what a title or a name reads: entities decoded, also those that were escaped twice, without the
// tags of HTML, on one line. A tag that is closed nowhere may be what the title is about, and stays.
func inlineText(s string) string {
	for range 2 {
		if !strings.Contains(s, "&") {
			break
		}
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = withoutTags(s)
	}
	return SanitizeLine(s)
}

// withoutTags returns s without the tags of HTML that are closed in it or need not be.
func withoutTags(s string) string {
	ended := map[string]bool{}
	for sc := (scanner{text: s}); ; {
		t := sc.next()
		if t.kind == atEnd {
			break
		}
		if t.kind == endTag {
			ended[strings.ToLower(t.name)] = true
		}
	}
	var out strings.Builder
	for sc := (scanner{text: s}); ; {
		t := sc.next()
		name := strings.ToLower(t.name)
		switch {
		case t.kind == atEnd:
			return out.String()
		case isUnclosed(name):
			out.WriteByte(' ')
		case (t.kind == startTag || t.kind == endTag) && isHTMLName(name) && ended[name]:
		case t.kind == ignored && strings.HasSuffix(t.raw, "-->"):
		default:
			out.WriteString(t.raw)
		}
	}
}

func inlineTexts(all []string) []string {
	var out []string
	for _, s := range all {
		if s = inlineText(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// languageOf returns the first of tags that is one of a language, or "".
func languageOf(tags ...string) string {
	for _, tag := range tags {
		if tag = strings.TrimSpace(tag); isLanguageTag(tag) {
			return strings.ReplaceAll(tag, "_", "-")
		}
	}
	return ""
}

// identifier returns what the item is known by: its own identifier if it is one everywhere, or else together with what
// the feed is known by; "" where it has none of its own.
func (f *feed) identifier(e *entry, shared bool) string {
	id := SanitizeLine(e.id)
	feedID := SanitizeLine(f.id)
	lower := strings.ToLower(id)
	switch {
	case id == "" || shared:
		return ""
	case strings.HasPrefix(lower, "urn:"), strings.HasPrefix(lower, "tag:"), isAddress(lower):
		return id
	case feedID == "":
		return ""
	}
	return feedID + "#" + id
}

// isFull reports whether blocks seem to be the whole text of an article.
func isFull(blocks []markdown.Block, fromContent bool) bool {
	size := textLen(blocks)
	if size == 0 || !fromContent && size < minFull {
		return false
	}
	for isMark(blocks[len(blocks)-1]) {
		blocks = blocks[:len(blocks)-1]
	}
	last := blocks[len(blocks)-1].Text
	for _, end := range []string{"…", "...", "[…]", "[...]", "…]", "more", "More", "more »", "→"} {
		if strings.HasSuffix(last, end) {
			return false
		}
	}
	return true
}

// takeAppeared takes the line off the end of blocks with which a blog says where the article was.
func (p *page) takeAppeared(blocks []markdown.Block) []markdown.Block {
	last := len(blocks) - 1
	if last < 0 || utf8.RuneCountInString(blocks[last].Text) > maxTrailer {
		return blocks
	}
	if text := blocks[last].Text; strings.HasPrefix(text, "The post ") && strings.Contains(text, " appeared first on ") {
		p.aside = append(p.aside, placed{model.Furniture{Kind: model.Trailer, Text: text}, last})
		return blocks[:last]
	}
	return blocks
}
