package report

import (
	"fmt"
	"net/url"
	"strings"

	"reader/model/markdown"
)

// Join joins those of parts that are not empty.
func Join(sep string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

// OneLine returns s with its line ends made blanks.
func OneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// Count returns n of what thing names: "1 quote", "2 quotes".
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// linked returns text in Markdown, as a link if address is one of the web.
func linked(text, address string) string {
	text = markdown.Escape(OneLine(text))
	if !isWeb(address) {
		return text
	}
	return fmt.Sprintf("[%s](<%s>)", text, strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(address))
}

// isWeb reports whether address is one of the web.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}

// dayOf returns the day of a date, or "".
func dayOf(published string) string {
	day, _, _ := strings.Cut(published, "T")
	return day
}
