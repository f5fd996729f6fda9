package source

func isTable(name string) bool { return name == "table" }

func isRowOrTable(name string) bool { return name == "tr" || name == "table" }

func isListOrTable(name string) bool {
	return name == "ul" || name == "ol" || name == "dl" || name == "menu" || isTablePart(name)
}

func isTablePart(name string) bool {
	switch name {
	case "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th":
		return true
	}
	return false
}

// isBlock reports whether an element of this name ends the paragraph before it.
func isBlock(name string) bool {
	switch name {
	case "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
		"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre",
		"section", "summary", "ul":
		return true
	}
	return isTablePart(name)
}

// isVoid reports whether an element of this name has no content.
func isVoid(name string) bool {
	switch name {
	case "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// isUnseen reports whether an element of this name is passed over with all that is in it.
func isUnseen(name string) bool {
	switch name {
	case "audio", "canvas", "datalist", "embed", "frame", "iframe", "input", "map", "noembed", "noframes", "noscript", "object", "script", "select",
		"style", "svg", "template", "textarea", "video":
		return true
	}
	return false
}

// isVerbatim reports whether tags in an element of this name are text.
func isVerbatim(name string) bool { return name == "xmp" || name == "plaintext" }

// tells reports whether an attribute can tell something of an article.
func tells(key string) bool {
	switch key {
	case "alt", "aria-hidden", "aria-label", "aria-modal", "class", "content", "datetime", "dir", "hidden", "href", "id", "itemid", "itemprop",
		"itemscope", "itemtype", "lang", "name", "property", "pubdate", "rel", "role", "shadowroot", "shadowrootmode",
		"src", "start", "style", "title", "type":
		return true
	}
	return false
}
