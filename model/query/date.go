package query

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// dates is a date: value: the days from the first of one to the last of the other, each of which may be nil for open.
type dates struct{ from, to *day }

// day is a point of a date: value: a stretch of days, or so long before now.
type day struct {
	first, last         time.Time // of an absolute one
	years, months, days int       // of a relative one: before now
	relative            bool
}

var errRange = errors.New("a range must have a date before or after its two dots")

// parseDates reads 2026, 2026-02, 2026-02-03, today, yesterday, 7d, 3w, 6m, 1y, and ranges of these, of which one end may
// be left out. What is so long ago stands for all days since.
func parseDates(s string) (dates, error) {
	s = strings.ToLower(s)
	before, after, isRange := strings.Cut(s, "..")
	if !isRange {
		d, err := parseDay(s)
		if err == nil && d.relative && s != "yesterday" {
			return dates{d, &day{relative: true}}, nil
		}
		return dates{d, d}, err
	}
	var out dates
	var err error
	if before == "" && after == "" {
		return out, errRange
	}
	if before != "" {
		if out.from, err = parseDay(before); err != nil {
			return out, err
		}
	}
	if after != "" {
		if out.to, err = parseDay(after); err != nil {
			return out, err
		}
	}
	if out.from != nil && out.to != nil && !out.from.relative && !out.to.relative && out.to.last.Before(out.from.first) {
		return out, fmt.Errorf("%s is before %s; the earlier date stands first", after, before)
	}
	return out, nil
}

// parseDay reads one date.
func parseDay(s string) (*day, error) {
	switch s {
	case "today":
		return &day{relative: true}, nil
	case "yesterday":
		return &day{relative: true, days: 1}, nil
	}
	if d := parseAgo(s); d != nil {
		return d, nil
	}
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return &day{first: t, last: t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1)}, nil
		}
	}
	return nil, fmt.Errorf(
		"%q is no date; a date is 2026, 2026-02, 2026-02-28, today, yesterday, 7d, 3w, 6m, 1y, or a range such as 2026-01..2026-02", s)
}

// parseAgo reads a number of days, weeks, months or years, or returns nil.
func parseAgo(s string) *day {
	if len(s) < 2 || len(s) > len("1000d") || strings.ContainsAny(s[:1], "+-") {
		return nil
	}
	n, err := strconv.Atoi(s[:len(s)-1])
	if err != nil {
		return nil
	}
	switch s[len(s)-1] {
	case 'd':
		return &day{relative: true, days: n}
	case 'w':
		return &day{relative: true, days: 7 * n}
	case 'm':
		return &day{relative: true, months: n}
	case 'y':
		return &day{relative: true, years: n}
	}
	return nil
}

// Days returns the first and the last day that the date: term t means at the time now, as yyyymmdd.
func (t Term) Days(now time.Time) (first, last int32) {
	d, err := parseDates(t.Value.Text)
	if err != nil {
		return 1, 0 // none: Parse lets no such term pass
	}
	last = 9999_12_31
	if d.from != nil {
		first, _ = d.from.at(now)
	}
	if d.to != nil {
		_, last = d.to.at(now)
	}
	return first, last
}

// at returns the first and the last day of d at the time now.
func (d *day) at(now time.Time) (first, last int32) {
	if !d.relative {
		return Day(d.first), Day(d.last)
	}
	then := Day(now.AddDate(-d.years, -d.months, -d.days))
	return then, then
}

// Day returns the day of t as yyyymmdd.
func Day(t time.Time) int32 {
	y, m, d := t.Date()
	return int32(y*1_00_00 + int(m)*1_00 + d)
}
