package report

import (
	"fmt"
	"strings"

	"reader/model/address"
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

// linked returns text in Markdown, as a link if link is an address of the web.
func linked(text, link string) string {
	text = markdown.Escape(OneLine(text))
	to, ok := address.Web(link)
	if !ok {
		return text
	}
	return fmt.Sprintf("[%s](<%s>)", text, strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C").Replace(to))
}

// pasted returns link so that it works where it is pasted, if it is an address of the web, and as it is if not.
func pasted(link string) string {
	if to, ok := address.Web(link); ok {
		return to
	}
	return link
}

// dayOf returns the day of a date, or "".
func dayOf(published string) string {
	day, _, _ := strings.Cut(published, "T")
	return day
}
