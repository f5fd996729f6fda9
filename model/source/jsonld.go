package source

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// The caps on JSON-LD.
const (
	maxThings = 1000 // objects of a page
	maxInside = 16   // objects in each other
)

// thing is an object of JSON-LD: what a page tells of an article, a person or an organization.
type thing map[string]any

// parseThings returns the objects of all JSON-LD of a page: those that are articles first, outer before inner ones. What
// is not JSON is passed over.
func parseThings(sources []string) []thing {
	var level []any
	for _, source := range sources {
		if value, ok := parseJSON(source); ok {
			level = append(level, value)
		}
	}
	var out []thing
	for range maxInside {
		var next []any
		for _, value := range level {
			each(value, func(value any) {
				if t, ok := value.(map[string]any); ok && len(out) < maxThings {
					out = append(out, t)
					next = append(next, thing(t).inner()...)
				}
			})
		}
		level = next
	}
	slices.SortStableFunc(out, func(a, b thing) int { return b.rank() - a.rank() })
	return out
}

// inner returns the values in t that tell of other things.
func (t thing) inner() []any {
	var out []any
	for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "itemListElement", "item", "hasPart"} {
		if value, ok := t[key]; ok {
			out = append(out, value)
		}
	}
	return out
}

// parseJSON reads JSON as it is found in pages: perhaps in a comment, perhaps with line ends in its strings.
func parseJSON(source string) (value any, ok bool) {
	source = strings.TrimSpace(source)
	for _, mark := range []string{"<!--", "//<![CDATA[", "<![CDATA["} {
		source = strings.TrimPrefix(source, mark)
	}
	for _, mark := range []string{"-->", "//]]>", "]]>", ";"} {
		source = strings.TrimSuffix(strings.TrimSpace(source), mark)
	}
	if json.Unmarshal([]byte(source), &value) == nil {
		return value, true
	}
	return value, json.Unmarshal(mendJSON(source), &value) == nil
}

// mendJSON writes the control characters in the strings of source as JSON has them written.
func mendJSON(source string) []byte {
	out := make([]byte, 0, len(source)+len(source)/16)
	inString, escaped := false, false
	for _, c := range []byte(source) {
		switch {
		case inString && c == '\n':
			out = append(out, `\n`...)
		case c < ' ':
			out = append(out, ' ')
		default:
			out = append(out, c)
		}
		inString = inString != (c == '"' && !escaped)
		escaped = c == '\\' && !escaped
	}
	return out
}

// rank returns how well t tells of the article of the page.
func (t thing) rank() int {
	for _, kind := range t.texts("@type") {
		if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "BlogPosting") || kind == "Report" || kind == "LiveBlogPosting" {
			return 1
		}
	}
	return 0
}

// article returns what the JSON-LD tells of the article of the page; it is empty if that is nothing.
func (w *webPage) article() thing {
	if len(w.things) == 0 || w.things[0].rank() == 0 {
		return nil
	}
	return w.things[0]
}

// texts returns the strings under key, without markup.
func (t thing) texts(key string) []string {
	var out []string
	each(t[key], func(value any) {
		if s, ok := value.(string); ok {
			out = append(out, unmarked(s))
		}
	})
	return out
}

// each calls found for value, or for what it lists.
func each(value any, found func(any)) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	for _, item := range list {
		found(item)
	}
}

// first returns the first of the strings under key, or "".
func (t thing) first(key string) string {
	if all := t.texts(key); len(all) > 0 {
		return all[0]
	}
	return ""
}

// names returns the names under key: of strings, of objects, and of those that are told of elsewhere on the page.
func (w *webPage) names(t thing, key string) []string {
	var out []string
	each(t[key], func(value any) {
		switch value := value.(type) {
		case string:
			out = append(out, unmarked(value))
		case map[string]any:
			out = append(out, w.nameOf(value)...)
		}
	})
	return slices.DeleteFunc(out, func(name string) bool { return name == "" || isAddress(name) })
}

// nameOf returns the names of a thing, or of the one that it refers to.
func (w *webPage) nameOf(t thing) []string {
	if names := t.texts("name"); len(names) > 0 {
		return names
	}
	id, _ := t["@id"].(string)
	for _, other := range w.things {
		if other["@id"] == id && id != "" && len(other.texts("name")) > 0 {
			return other.texts("name")
		}
	}
	return nil
}

// unmarked returns the text of s, which may have entities or tags in it where they do not belong.
func unmarked(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			out.Write(z.Text())
		default: // tags
		}
	}
}
