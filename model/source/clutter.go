package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxTokens is the length of the longest class that is taken apart, in bytes.
const maxTokens = 640

// declutter takes out of the page what says of itself that it is no part of an article: navigation, dialogs, boxes that
// sell or point elsewhere, comments. What holds the headline, or half of the text, is none of these, whatever it says.
func declutter(body *html.Node) {
	total := sizeOf(body)
	var look func(n *html.Node)
	look = func(n *html.Node) {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = next {
			next = c.NextSibling
			switch {
			case c.Type != html.ElementNode:
			case (isClutter(c) || isPointers(c)) && (isSure(c) || sizeOf(c)*2 < total) && !holds(c, named("h1")):
				n.RemoveChild(c)
			default:
				look(c)
			}
		}
	}
	look(body)
}

// isPointers reports whether n is a list of pointers to elsewhere: a third of its blocks, and three at least, are nothing
// but a link, or nearly all of its text is that of links.
func isPointers(n *html.Node) bool {
	switch n.Data {
	case "div", "section", "aside", "ul", "ol", "table", "td":
	default:
		return false
	}
	const most = 5 // links, and parts of the text, of which one may be none
	if links := elements(n, named("a")); len(links) >= most {
		linked := 0
		for _, link := range links {
			linked += sizeOf(link)
		}
		if linked*most >= sizeOf(n)*(most-1) {
			return true
		}
	}
	blocks, pointers := 0, 0
	for d := range n.Descendants() {
		if d.Type != html.ElementNode || !isBlock(d.Data) || holdsBlock(d) || sizeOf(d) == 0 {
			continue
		}
		blocks++
		if isPointer(d) {
			pointers++
		}
	}
	return pointers >= 3 && pointers*3 >= blocks
}

func holdsBlock(n *html.Node) bool {
	return holds(n, func(d *html.Node) bool { return isBlock(d.Data) })
}

// isPointer reports whether all text of n is that of one link, long enough for a headline.
func isPointer(n *html.Node) bool {
	const headline = 20 // bytes
	if hasAncestor(n, named("a")) {
		return true
	}
	link := firstElement(n, "a")
	return link != nil && sizeOf(link) >= headline && sizeOf(link) == sizeOf(n)
}

// isSure reports whether n can't be the article however much it says.
func isSure(n *html.Node) bool {
	for _, name := range []string{attribute(n, "class"), attribute(n, "id")} {
		if strings.HasPrefix(name, "comments") || strings.HasPrefix(name, "disqus") {
			return true
		}
	}
	return n.Data == "nav" || n.Data == "button"
}

// isClutter reports whether an element says of itself that it is no part of an article.
func isClutter(n *html.Node) bool {
	if isNamedArticle(n) {
		return false
	}
	switch n.Data {
	case "nav", "button", "dialog", "label":
		return true
	case "footer":
		return !hasAncestor(n, named("blockquote", "article"))
	}
	switch attribute(n, "role") {
	case "navigation", "dialog", "alertdialog", "contentinfo", "search", "menu", "menubar", "toolbar":
		return true
	}
	return attribute(n, "aria-modal") == "true" || strings.HasPrefix(n.Data, "amp-") && n.Data != "amp-img" || hasToken(n, isClutterToken)
}

// isNamedArticle reports whether an element says of itself that it is the article.
func isNamedArticle(n *html.Node) bool {
	switch n.Data {
	case "html", "body", "article", "main":
		return true
	}
	for class := range strings.FieldsSeq(attribute(n, "class")) {
		switch class {
		case "article", "article-body", "content", "entry", "entry-content", "hentry", "main", "post", "post-content", "single", "story":
			return true
		}
	}
	return attribute(n, "itemprop") == "articleBody"
}

// hasToken reports whether a word of n's class or identifier is chosen: "byline" of "article__byline", "articleByline".
func hasToken(n *html.Node, chosen func(string) bool) bool {
	return anyToken(attribute(n, "class"), chosen) || anyToken(attribute(n, "id"), chosen)
}

func anyToken(s string, chosen func(string) bool) bool {
	if len(s) > maxTokens {
		return false
	}
	start := 0
	for i := range len(s) + 1 {
		end := i == len(s) || !isAlnum(s[i])
		if !end && (i == start || !isUpperASCII(s[i]) || isUpperASCII(s[i-1])) {
			continue
		}
		if start < i && chosen(strings.ToLower(s[start:i])) {
			return true
		}
		start = i
		if end {
			start++
		}
	}
	return false
}

func isUpperASCII(c byte) bool { return 'A' <= c && c <= 'Z' }

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || isUpperASCII(c) || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

// isClutterToken reports whether a word in a class or identifier is that of a box which is no part of an article.
func isClutterToken(token string) bool {
	switch token {
	case "abo", "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "buy", "carousel", "comments", "consent", "cookie", "cookies",
		"didomi", "disqus", "editsection", "hatnote", "mehr", "navbox", "newsletter", "outbrain", "paywall", "popular", "promo", "promobox", "puff", "pull", "pullquote",
		"recirc", "recommended", "reflist", "related", "relatedposts", "respond", "share", "sharedaddy", "sharing", "signup", "social",
		"sponsored", "subscribe", "subscription", "taboola", "teaser", "toc", "trending", "yarpp", "infobox", "masthead", "menu", "nav", "navigation",
		"footnav", "sharebar", "tags", "metabar":
		return true
	}
	return false
}
