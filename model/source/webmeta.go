package source

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"reader/model"
)

// maxTags is how many tags of a page are kept; more are for search engines.
const maxTags = 30

// readMeta gathers the contents of the meta elements.
func (w *webPage) readMeta() {
	w.meta = map[string][]string{}
	for _, n := range elements(w.root, named("meta")) {
		value := SanitizeLine(attribute(n, "content"))
		for _, key := range []string{attribute(n, "property"), attribute(n, "name")} {
			if key = strings.ToLower(strings.TrimSpace(key)); key != "" && value != "" {
				w.meta[key] = append(w.meta[key], value)
			}
		}
	}
}

// metaOf returns the contents of the first of these meta elements that the page has.
func (w *webPage) metaOf(names ...string) []string {
	for _, name := range names {
		if values := w.meta[name]; len(values) > 0 {
			return values
		}
	}
	return nil
}

// describe fills in what the page tells of its article; what it does not tell stays empty.
func (w *webPage) describe(a *model.Article) {
	a.URL = w.address()
	a.Publisher = w.publisher()
	a.Title = w.title(a.Publisher)
	a.Authors = w.authors()
	a.Published = w.published()
	a.Language = w.language()
	a.Tags = w.tags()
}

// baseAddress returns what the links of the page are relative to, or nil.
func (w *webPage) baseAddress() *url.URL {
	base, _ := url.Parse(w.location) // an empty address on error
	if base == nil {
		base = new(url.URL)
	}
	for _, n := range elements(w.root, named("base")) {
		if to, err := base.Parse(attribute(n, "href")); err == nil && attribute(n, "href") != "" {
			base = to
			break
		}
	}
	if base.Host == "" {
		for _, n := range elements(w.root, named("link")) {
			if to, err := url.Parse(attribute(n, "href")); err == nil && attribute(n, "rel") == "canonical" {
				base = to
				break
			}
		}
	}
	if base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil
	}
	return base
}

// address returns the address of the article, or "". One that leads to the front page is no article's if there is another.
func (w *webPage) address() string {
	var candidates []string
	for _, n := range elements(w.root, named("link")) {
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			candidates = append(candidates, attribute(n, "href"))
		}
	}
	candidates = append(candidates, w.metaOf("og:url")...)
	a := w.article()
	candidates = append(append(candidates, a.texts("url")...), a.texts("mainEntityOfPage")...)
	if page, ok := a["mainEntityOfPage"].(map[string]any); ok {
		candidates = append(candidates, thing(page).texts("@id")...)
	}
	candidates = append(append(candidates, w.itemTexts("mainEntityOfPage")...), w.metaOf("citation_public_url", "citation_abstract_html_url")...)
	front := ""
	for _, candidate := range append(candidates, w.location) {
		address, ok := linkTarget(w.base, SanitizeLine(candidate))
		if !ok {
			continue
		}
		if to, err := url.Parse(address); err == nil && strings.Trim(to.Path, "/") == "" && to.RawQuery == "" {
			front = firstOf(front, address)
			continue
		}
		return address
	}
	return front
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// firstLineOf returns the first of the values that is not empty, clean and on one line, or "".
func firstLineOf(values ...[]string) string {
	for _, v := range slices.Concat(values...) {
		if v = SanitizeLine(v); v != "" {
			return v
		}
	}
	return ""
}

func (w *webPage) publisher() string {
	return firstLineOf(w.names(w.article(), "publisher"), w.metaOf("og:site_name"), w.metaOf("dc.publisher", "dcterms.publisher"),
		w.metaOf("citation_journal_title"), w.itemTexts("publisher"), w.metaOf("application-name"))
}

// title returns the title of the article, without the name of the publisher behind or before it.
func (w *webPage) title(publisher string) string {
	said := firstLineOf(w.article().texts("headline"), w.article().texts("name"), w.itemTexts("headline"), w.metaOf("og:title"),
		w.metaOf("parsely-title", "citation_title", "dc.title", "dcterms.title", "sailthru.title", "twitter:title"))
	if said == "" {
		for _, n := range elements(w.root, named("title")) {
			said = firstOf(said, SanitizeLine(textOf(n)))
		}
	}
	if said == "" {
		for _, n := range elements(w.root, named("h1", "h2")) {
			said = firstOf(said, SanitizeLine(textOf(n)))
		}
		return said
	}
	best := ""
	for _, n := range elements(w.root, isHeadline) {
		heading := SanitizeLine(textOf(n))
		if len(heading) > len(best) && heading != publisher && containsWords(said, heading) {
			best = heading
		}
	}
	if 2*len(best) >= len(said) {
		return best
	}
	return withoutSite(said, publisher)
}

// isHeadline reports whether n can be the headline of an article.
func isHeadline(n *html.Node) bool {
	switch n.Data {
	case "h1", "h2", "h3":
		return !hasAncestor(n, named("aside", "nav", "footer"))
	case "b", "strong", "big":
		return true
	case "div", "p", "span", "td":
		return strings.Contains(attribute(n, "class"), "headline") || attribute(n, "itemprop") == "headline"
	}
	return false
}

// containsWords reports whether part stands in s, and ends where words do.
func containsWords(s, part string) bool {
	at := strings.Index(s, part)
	if at < 0 || part == "" {
		return false
	}
	before, after := s[:at], s[at+len(part):]
	return (before == "" || strings.HasSuffix(before, " ")) && (after == "" || strings.HasPrefix(after, " "))
}

// withoutSite takes the publisher, or what stands where its name does, off a title.
func withoutSite(title, publisher string) string {
	for _, mark := range []string{" | ", " :: ", " · ", " » ", "｜", " — ", " – ", " - "} {
		at := strings.LastIndex(title, mark)
		if at <= 0 {
			continue
		}
		site := title[at+len(mark):]
		named := publisher != "" && strings.EqualFold(site, publisher)
		if named || publisher == "" && len(strings.Fields(site)) <= 4 && len(strings.Fields(title[:at])) > len(strings.Fields(site)) {
			return strings.TrimSpace(title[:at])
		}
	}
	return title
}

// authors returns who wrote the article, as the page tells it first.
func (w *webPage) authors() []string {
	a := w.article()
	for _, names := range [][]string{
		w.names(a, "author"), w.names(a, "creator"),
		w.metaOf("citation_author"), w.metaOf("parsely-author"), w.metaOf("sailthru.author"), w.metaOf("author"), w.metaOf("article:author"),
		w.metaOf("dc.creator", "dcterms.creator", "byl"),
		w.itemTexts("author"), w.signed(),
	} {
		var out []string
		for _, name := range names {
			name = SanitizeLine(name)
			isPath := strings.Contains(name, "/") && !strings.Contains(name, " ") // "facebook.com/post"
			if name == "" || isPath || utf8.RuneCountInString(name) > maxByline {
				continue
			}
			for _, author := range authorsOf(name) {
				if !slices.Contains(out, author) {
					out = append(out, author)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// signed returns the names in what is marked as a byline and is nothing but names.
func (w *webPage) signed() []string {
	for _, n := range elements(w.root, isByline) {
		line := SanitizeLine(textOf(n))
		if by := parseByline("By " + withoutBy(line)); by != nil && !hasAncestor(n, isClutter) {
			return by.authors
		}
	}
	return nil
}

// withoutBy takes the word that says "by", in some languages, off a byline. Names may begin with it, too.
func withoutBy(line string) string {
	word, names, ok := strings.Cut(line, " ")
	if !ok {
		return line
	}
	switch strings.ToLower(strings.TrimSuffix(word, ":")) {
	case "by":
		return names
	case "von", "par", "por", "di", "door", "av", "af":
		if strings.Contains(names, " ") {
			return names
		}
	}
	return line
}

// isByline reports whether n is marked as a byline.
func isByline(n *html.Node) bool {
	return attribute(n, "rel") == "author" || hasToken(n, func(token string) bool {
		return token == "byline" || token == "author" || token == "authors" || token == "fn" || token == "username"
	}) || hasToken(n, func(token string) bool { return token == "uid" }) && n.Data == "span"
}

// published returns when the article was published.
func (w *webPage) published() model.Date {
	a := w.article()
	values := slices.Concat(a.texts("datePublished"), a.texts("dateCreated"),
		w.metaOf("article:published_time", "og:article:published_time", "og:published_time"), w.itemTexts("datePublished"),
		w.metaOf("parsely-pub-date"), w.metaOf("sailthru.date"), w.metaOf("citation_publication_date", "citation_date"),
		w.metaOf("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dcterms.date", "dc.date.created"),
		w.metaOf("date", "pubdate", "publishdate", "publish-date", "publication_date", "last-modified"))
	for _, n := range elements(w.root, isDated) {
		if !hasAncestor(n, isBeside) {
			_, behind, _ := strings.Cut(textOf(n), " on ")
			values = append(values, attribute(n, "datetime"), textOf(n), behind)
		}
	}
	for _, value := range values {
		if d, ok := parseDate(SanitizeLine(value)); ok {
			return d
		}
	}
	return model.Date{}
}

// isDated reports whether n is marked as what says when something was published.
func isDated(n *html.Node) bool {
	return n.Data == "time" || isMarkedFurniture(n) && len(textOf(n)) <= lead
}

// isBeside reports whether n stands beside the article.
func isBeside(n *html.Node) bool { return n.Data == "aside" || isClutter(n) }

func (w *webPage) language() string {
	page := []string{attribute(firstElement(w.root, "html"), "lang")}
	for _, value := range slices.Concat(page, w.article().texts("inLanguage"), w.metaOf("og:locale"), w.metaOf("content-language", "dc.language", "dcterms.language", "language")) {
		if value = strings.ReplaceAll(SanitizeLine(value), "_", "-"); isLanguageTag(value) {
			return value
		}
	}
	return ""
}

// tags returns what the page files the article under.
func (w *webPage) tags() []string {
	for _, values := range [][]string{
		w.article().texts("keywords"), w.metaOf("article:tag"), w.metaOf("parsely-tags"), w.metaOf("sailthru.tags"),
		w.metaOf("news_keywords", "citation_keywords", "keywords", "dc.subject"),
	} {
		var out []string
		for _, value := range values {
			for tag := range strings.FieldsFuncSeq(SanitizeLine(value), func(r rune) bool { return r == ',' || r == ';' }) {
				if tag = strings.TrimSpace(tag); tag != "" && !slices.Contains(out, tag) && len(out) < maxTags {
					out = append(out, tag)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// itemTexts returns what microdata says under a property: of an attribute, of the name in it, else of the text.
func (w *webPage) itemTexts(property string) []string {
	var out []string
	for _, n := range elements(w.root, func(n *html.Node) bool { return attribute(n, "itemprop") == property }) {
		value := firstOf(attribute(n, "content"), attribute(n, "datetime"), attribute(n, "itemid"))
		if value == "" && n.Data == "abbr" {
			value = attribute(n, "title")
		}
		for _, inner := range elements(n, func(n *html.Node) bool { return attribute(n, "itemprop") == "name" }) {
			value = firstOf(value, attribute(inner, "content"), textOf(inner))
		}
		if value = firstOf(value, textOf(n)); value != "" {
			out = append(out, value)
		}
	}
	return out
}
