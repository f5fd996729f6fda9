package value

import (
	"fmt"
	"strconv"
	"time"

	"reader/model/nlp/doc"
)

// moment is a date, a time of day or both.
type moment struct {
	last  int    // the token after it
	dated bool   // whether a date is given, though it may be unknown
	date  string // ISO 8601, or "" if it can't be told
	clock string // "10:30", or ""
}

func (m moment) String() string {
	switch {
	case m.clock == "":
		return m.date
	case !m.dated:
		return "T" + m.clock
	case len(m.date) == len(time.DateOnly):
		return m.date + "T" + m.clock
	default:
		return ""
	}
}

// on returns the moment of the date that ends before token last.
func on(last int, date string) (moment, bool) {
	return moment{last: last, dated: true, date: date}, true
}

// dateTime returns the date, the time or the date with a time that begins at token i.
func (f *finder) dateTime(i int) (moment, bool) {
	if t, ok := f.clock(i); ok {
		j := t.last
		if f.is(j, "on", ",") {
			j++
		}
		if d, ok := f.day(j); ok {
			d.clock = t.clock
			return d, true
		}
		return t, true
	}
	d, ok := f.date(i)
	if !ok {
		return d, false
	}
	j := d.last
	if f.is(j, ",") {
		j++
	}
	if f.is(j, "at") {
		j++
	}
	if t, ok := f.clock(j); ok {
		d.last, d.clock = t.last, t.clock
	}
	return d, true
}

// day returns the single day that begins at token i.
func (f *finder) day(i int) (moment, bool) {
	for _, rule := range []func(int) (moment, bool){f.weekday, f.monthDay, f.dayMonth, f.named} {
		if i < f.last {
			if m, ok := rule(i); ok {
				return m, true
			}
		}
	}
	return moment{}, false
}

// date returns the date that begins at token i.
func (f *finder) date(i int) (moment, bool) {
	if m, ok := f.day(i); ok {
		return m, true
	}
	for _, rule := range []func(int) (moment, bool){f.ago, f.relative, f.month, f.season, f.numeric, f.quarter, f.era, f.year} {
		if m, ok := rule(i); ok {
			return m, true
		}
	}
	return moment{}, false
}

// weekday reads "Wednesday", "Wednesday, June 8, 2011", "Wednesday night".
func (f *finder) weekday(i int) (moment, bool) {
	day, ok := lookup(f, weekdays, i)
	if !ok || !f.Capital(i) || f.is(i-1, "black", "good", "bloody", "palm", "easter", "ash", "super") {
		return moment{}, false
	}
	if f.is(i+1, "mornings", "afternoons", "evenings", "nights") {
		return moment{}, false
	}
	j := i + 1
	if f.is(j, ",") {
		j++
	}
	if m, ok := f.monthDay(j); ok {
		return m, true
	}
	if m, ok := f.dayMonth(j); ok {
		return m, true
	}
	if f.is(i-1, "every", "each", "a", "one") { // any one of them
		return on(f.partOfDay(i+1), "")
	}
	return on(f.partOfDay(i+1), f.resolveWeekday(i, day))
}

// partOfDay returns the token after "morning" and the like at token i.
func (f *finder) partOfDay(i int) int {
	if f.is(i, "morning", "afternoon", "evening", "night") {
		return i + 1
	}
	return i
}

// monthAt returns the month that is named at token i, which wants its capital.
func (f *finder) monthAt(i int) (time.Month, bool) {
	m, ok := lookup(f, months, i)
	return m, ok && f.Capital(i)
}

// days returns the day of a month at token i, or the first and last of a range, and the token after it.
func (f *finder) days(i int) (from, to, last int, ok bool) {
	if from, ok = f.dayNumber(i); !ok {
		return 0, 0, i, false
	}
	if j := f.hyphen(i + 1); j > i+1 {
		if to, ok = f.dayNumber(j); ok && to > from {
			return from, to, j + 1, true
		}
	}
	return from, from, i + 1, true
}

// dayNumber reads "9", "9th".
func (f *finder) dayNumber(i int) (int, bool) {
	if i >= f.last || f.Tokens[i].Kind != doc.Number {
		return 0, false
	}
	w := f.Word(i)
	if n := len(w); n > 2 && w[n-1] > '9' && w[n-1] != 's' {
		w = w[:n-2]
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && len(w) <= 2 && 1 <= n && n <= 31
}

// monthDay reads "June 9", "June 9-10", "June 9th, 2011".
func (f *finder) monthDay(i int) (moment, bool) {
	month, ok := f.monthAt(i)
	if !ok {
		return moment{}, false
	}
	j := i + 1
	if f.is(j, "the") {
		j++
	}
	from, to, last, ok := f.days(j)
	if !ok {
		return moment{}, false
	}
	if _, scale := lookup(f, scales, last); scale || f.is(last, "%", "percent") {
		return moment{}, false
	}
	return on(f.dated(i, last, month, from, to))
}

// dayMonth reads "9 June", "the 9th of June 2011", "9-10 June".
func (f *finder) dayMonth(i int) (moment, bool) {
	from, to, last, ok := f.days(i)
	if !ok {
		return moment{}, false
	}
	if f.is(last, "of") {
		last++
	}
	month, ok := f.monthAt(last)
	if !ok {
		return moment{}, false
	}
	return on(f.dated(i, last+1, month, from, to))
}

// dated returns the value of the days from and to of a month named at token i, and the token after the year
// that may follow at token last.
func (f *finder) dated(i, last int, month time.Month, from, to int) (int, string) {
	j := last
	if f.is(j, ",") {
		j++
	}
	year, after, ok := f.yearAfter(j)
	if after > j {
		last = after
	} else {
		year, ok = f.yearOf(i, month, from)
	}
	first, valid := day(year, month, from)
	second, valid2 := day(year, month, to)
	switch {
	case !ok || !valid || !valid2:
		return last, ""
	case from < to:
		return last, first + "/" + second
	default:
		return last, first
	}
}

// day returns the date of a day, if there is such a day.
func day(year int, month time.Month, day int) (string, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return t.Format(time.DateOnly), t.Month() == month
}

// month reads "August 2012", "August of 2012", and "August" alone where it is no name.
func (f *finder) month(i int) (moment, bool) {
	month, ok := f.monthAt(i)
	if !ok {
		return moment{}, false
	}
	j := i + 1
	if f.is(j, "of", ",") {
		j++
	}
	year, last, ok := f.yearAfter(j)
	switch {
	case ok:
		return on(last, fmt.Sprintf("%d-%02d", year, month))
	case last > j:
		return on(last, "")
	}
	if !f.standsAlone(i) {
		return moment{}, false
	}
	if year, ok = f.yearOf(i, month, 0); !ok {
		return on(i+1, "")
	}
	return on(i+1, fmt.Sprintf("%d-%02d", year, month))
}

// standsAlone reports whether the month at token i is a date and not a person or a verb: May, June, March.
func (f *finder) standsAlone(i int) bool {
	if i+1 < f.last && f.Capital(i+1) && f.Tokens[i+1].Tag == doc.PROPN {
		return false
	}
	if i > f.first && leads[f.Lower(i-1)] {
		return true
	}
	switch f.Lower(i) {
	case "may", "march", "april", "june", "august", "jan", "mar.":
		return false
	default:
		return i == f.first || !f.Capital(i-1)
	}
}
