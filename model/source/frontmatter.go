package source

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"reader/model"
)

// The caps of front matter.
const (
	maxFrontMatter = 64 << 10 // bytes
	maxFlow        = 100      // brackets and braces: their nesting costs the YAML parser dear
)

// errAlias refuses aliases, of which a few lines can stand for gigabytes.
var errAlias = errors.New("anchors and aliases are not allowed")

// splitFrontMatter takes the YAML between two lines "---" off the beginning of text.
func splitFrontMatter(text string) (header, body string, ok bool) {
	text = strings.TrimLeft(text, "\n \t")
	rest, ok := strings.CutPrefix(text, "---")
	first, rest, found := strings.Cut(rest, "\n")
	if !ok || !found || strings.TrimSpace(first) != "" {
		return "", "", false
	}
	at := 0
	for line := range strings.SplitSeq(rest[:min(len(rest), maxFrontMatter)], "\n") {
		if end := strings.TrimRight(line, " \t"); end == "---" || end == "..." {
			return rest[:at], rest[min(at+len(line)+1, len(rest)):], strings.Contains(rest[:at], ":")
		}
		at += len(line) + 1
	}
	return "", "", false
}

// frontMatter reads the YAML header into a. It returns what it could not use, for the reader to see: nothing that
// stands there gets lost.
func frontMatter(a *model.Article, header string) (id, notice string) {
	fields, err := parseYAML(header)
	if err != nil {
		return "", "The front matter can't be read: " + firstLine(err.Error()) + "\n" + strings.TrimSpace(Sanitize(header))
	}
	var unused []string
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		values := flatten(fields[key])
		if strings.EqualFold(key, "id") && len(values) == 1 {
			id = values[0]
			continue
		}
		if len(values) > 0 && !setField(a, strings.ToLower(key), values) {
			unused = append(unused, SanitizeLine(key)+": "+strings.Join(values, ", "))
		}
	}
	return id, strings.Join(unused, "\n")
}

func parseYAML(header string) (fields map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil { // the header is hostile input, the parser a library.
			err = fmt.Errorf("%v", r)
		}
	}()
	if strings.Count(header, "[")+strings.Count(header, "{") > maxFlow {
		return nil, errors.New("too many brackets")
	}
	if hasAlias(header) {
		return nil, errAlias
	}
	if err := yaml.Unmarshal([]byte(header), &fields); err != nil {
		return nil, fmt.Errorf("it is not YAML: %w", err)
	}
	return fields, nil
}

// hasAlias reports whether a value in header begins as an anchor or alias does.
func hasAlias(header string) bool {
	for word := range strings.FieldsFuncSeq(header, func(r rune) bool { return strings.ContainsRune(" \t\n,[]{}", r) }) {
		if len(word) > 1 && (word[0] == '*' || word[0] == '&') {
			return true
		}
	}
	return strings.Contains(header, "<<:")
}

// setField sets the field of a that key names, if values can be read as one.
func setField(a *model.Article, key string, values []string) bool {
	single := strings.Join(values, ", ")
	switch key {
	case "title", "headline":
		return setOnce(&a.Title, single)
	case "date", "published", "pubdate":
		d, ok := parseDate(single)
		if ok && a.Published.IsZero() {
			a.Published = d
		}
		return ok
	case "author", "authors", "byline", "by":
		for _, v := range values {
			a.Authors = append(a.Authors, authorsOf(v)...)
		}
		return true
	case "source", "url", "link", "permalink", "canonical", "canonical_url":
		address, ok := webAddress(single)
		return ok && setOnce(&a.URL, address)
	case "publisher", "outlet", "publication", "site":
		return setOnce(&a.Publisher, single)
	case "language", "lang":
		ok := isLanguageTag(single)
		if ok {
			a.Language = strings.ReplaceAll(single, "_", "-")
		}
		return ok
	case "tags", "keywords", "categories":
		a.Tags = append(a.Tags, values...)
		return true
	case "fetched", "fetched_hash", "fetched_full": // how the reader itself got the file
		return true
	}
	return false
}

// authorsOf returns the authors that a value names: "By Ann Lee and Bo Chen" names two.
func authorsOf(value string) []string {
	names := strings.TrimPrefix(value, "By ")
	if b := parseByline("By " + names); b != nil && len(b.authors) == len(splitNames(names)) {
		return b.authors
	}
	return []string{value}
}

func setOnce(field *string, value string) bool {
	if *field != "" && *field != value {
		return false
	}
	*field = value
	return true
}

// flatten returns the scalars in a YAML value, each on one line.
func flatten(value any) []string {
	var out []string
	switch v := value.(type) {
	case nil:
	case []any:
		for _, item := range v {
			out = append(out, flatten(item)...)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			out = append(out, flatten(v[key])...)
		}
	default:
		if s := SanitizeLine(fmt.Sprint(v)); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func isLanguageTag(s string) bool {
	primary, _, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	return len(s) <= 35 && (len(primary) == 2 || len(primary) == 3) &&
		strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return SanitizeLine(line)
}
