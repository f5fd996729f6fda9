package source

import (
	"strings"
	"time"

	"reader/model"
)

// feedDate returns the date that s tells, or else what the parser of the feed took it for, but for days and months that
// may have changed places.
func feedDate(s string, parsed *time.Time) model.Date {
	s = strings.TrimSpace(s)
	if d, ok := parseDate(fullYear(s)); ok {
		return d
	}
	if parsed == nil || parsed.Year() < 1500 || parsed.Year() > 2200 || strings.Count(s, "/") == 2 && !strings.HasPrefix(s, "20") {
		return model.Date{}
	}
	if !strings.Contains(s, ":") {
		y, m, d := parsed.Date()
		return model.Date{Time: time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
	}
	return model.Date{Time: *parsed, Clock: true}
}

// fullYear writes a year of two digits behind a month with four.
func fullYear(s string) string {
	fields := strings.Fields(s)
	for i, year := range fields {
		if i == 0 || len(year) != 2 || strings.Trim(year, "0123456789") != "" || monthOf(strings.ToLower(fields[i-1])) == 0 || i == 1 || len(fields[i-2]) > 2 {
			continue
		}
		if fields[i] = "20" + year; year > "69" {
			fields[i] = "19" + year
		}
		return strings.Join(fields, " ")
	}
	return s
}
