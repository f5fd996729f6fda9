package line

import (
	"strconv"
	"strings"
	"time"
)

// Count returns "1 article" or "1,203 articles".
func Count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return Thousands(n) + " " + what
}

// Thousands writes n, which is not negative, with commas: "1,203".
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Day returns t as it is told where the day matters, in its own zone; "" if it is not known.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 Jan 2006")
}

// Moment returns t as it is told where the time of day matters, in the zone of whoever reads it.
func Moment(t time.Time) string {
	if t.IsZero() {
		return "a day unknown"
	}
	return t.Local().Format("2 Jan 2006 15:04")
}

// Join joins those of parts that are not empty.
func Join(between string, parts ...string) string {
	kept := make([]string, 0, len(parts))
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, between)
}

// Bare returns the words of a quote on one line, without the quotation marks around them.
func Bare(quote string) string { return strings.Trim(One(quote), "“”\"„«» ") }

// One returns s on one line: every stretch of white space becomes a blank.
func One(s string) string { return strings.Join(strings.Fields(s), " ") }
