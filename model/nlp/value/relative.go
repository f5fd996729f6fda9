package value

import (
	"fmt"
	"strconv"
	"time"
)

// today returns the day of publication, if it is known.
func (f *finder) today() (time.Time, bool) {
	p := f.Published
	return time.Date(p.Year(), p.Month(), p.Day(), 0, 0, 0, 0, time.UTC), !p.IsZero()
}

// named reads "yesterday", "today", "tomorrow night", "last night", "this morning".
func (f *finder) named(i int) (moment, bool) {
	days, last := 0, i+1
	switch {
	case f.is(i, "yesterday"):
		days, last = -1, f.partOfDay(last)
	case f.is(i, "tomorrow"):
		days, last = 1, f.partOfDay(last)
	case f.is(i, "today", "tonight"):
	case f.is(i, "last") && f.is(last, "night", "evening"):
		days, last = -1, last+1
	case f.is(i, "this") && f.is(last, "morning", "afternoon", "evening"):
		last++
	default:
		return moment{}, false
	}
	return on(last, f.inDays(days))
}

// inDays returns the day that many days after publication.
func (f *finder) inDays(days int) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	return t.AddDate(0, 0, days).Format(time.DateOnly)
}

// ago reads "two weeks ago", "a year ago" and, with a value that can't be told, "three days later".
func (f *finder) ago(i int) (moment, bool) {
	n, last, ok := f.number(i)
	if !ok && f.is(i, "a", "an") {
		n, last, ok = number{1, 0}, i+1, true
	}
	if !ok || !f.is(last, "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "hour", "hours", "minutes") {
		return moment{}, false
	}
	unit := f.Lower(last)
	switch {
	case f.is(last+1, "earlier", "later", "before"):
		return on(last+2, "")
	case !f.is(last+1, "ago"):
		return moment{}, false
	}
	count, err := strconv.Atoi(n.String())
	if err != nil || count > 5000 {
		return on(last+2, "")
	}
	return on(last+2, f.away(unit[0], unit[1], -count))
}

// away returns the day, week, month or year that lies n of them after publication; unit is by its first two letters.
func (f *finder) away(unit, second byte, n int) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	switch {
	case unit == 'd' && second == 'a':
		return t.AddDate(0, 0, n).Format(time.DateOnly)
	case unit == 'w':
		return week(t.AddDate(0, 0, 7*n))
	case unit == 'm' && second == 'o':
		return time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
	case unit == 'y':
		return strconv.Itoa(t.Year() + n)
	default:
		return ""
	}
}

func week(t time.Time) string {
	year, n := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, n)
}

// relative reads "last week", "next May", "this Wednesday", "last fall", "next year".
func (f *finder) relative(i int) (moment, bool) {
	n, ok := lookup(f, steps, i)
	if !ok {
		return moment{}, false
	}
	j := i + 1
	if f.is(j, "week", "month", "year") {
		w := f.Lower(j)
		return on(j+1, f.away(w[0], w[1], n))
	}
	if f.is(j, "weekend") {
		return on(j+1, f.weekend(n))
	}
	if d, ok := lookup(f, weekdays, j); ok && f.Capital(j) {
		return on(f.partOfDay(j+1), f.stepWeekday(d, n))
	}
	if m, ok := lookup(f, seasons, j); ok {
		return on(j+1, f.stepSeason(m, n))
	}
	if m, ok := f.monthAt(j); ok {
		return on(j+1, f.stepMonth(m, n))
	}
	return moment{}, false
}

// weekend returns the Saturday and Sunday of the week n weeks after publication.
func (f *finder) weekend(n int) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	saturday := t.AddDate(0, 0, 7*n+6-(int(t.Weekday())+6)%7-1)
	return saturday.Format(time.DateOnly) + "/" + saturday.AddDate(0, 0, 1).Format(time.DateOnly)
}

// stepWeekday returns the day before (n -1) or after (1) the publication, or of its week (0).
func (f *finder) stepWeekday(day time.Weekday, n int) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	ahead := (int(day-t.Weekday()) + 7) % 7 // 0 to 6
	switch {
	case n == 0:
		ahead = (int(day)+6)%7 - (int(t.Weekday())+6)%7
	case n < 0:
		ahead -= 7
	case ahead == 0:
		ahead = 7
	}
	return t.AddDate(0, 0, ahead).Format(time.DateOnly)
}

// stepMonth returns the last month of that name before the month of publication, the next one after it, or
// that of the same year.
func (f *finder) stepMonth(month time.Month, n int) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	year := t.Year()
	if n < 0 && month >= t.Month() || n > 0 && month <= t.Month() {
		year += n
	}
	return fmt.Sprintf("%d-%02d", year, month)
}

// stepSeason returns the last season of the name that ended before publication, the next that begins after it, or that of
// the same year.
func (f *finder) stepSeason(first time.Month, n int) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	year := t.Year()
	start := time.Date(year, first, 1, 0, 0, 0, 0, time.UTC)
	switch {
	case n < 0 && !start.AddDate(0, 3, 0).Before(t):
		year--
	case n > 0 && !start.After(t):
		year++
	}
	return seasonOf(year, first)
}

func seasonOf(year int, first time.Month) string {
	start := time.Date(year, first, 1, 0, 0, 0, 0, time.UTC)
	return start.Format("2006-01") + "/" + start.AddDate(0, 2, 0).Format("2006-01")
}

// season reads "summer of 2011", "spring 2012".
func (f *finder) season(i int) (moment, bool) {
	first, ok := lookup(f, seasons, i)
	if !ok {
		return moment{}, false
	}
	j := i + 1
	if f.is(j, "of") {
		j++
	}
	year, ok := f.yearAt(j)
	if !ok {
		return moment{}, false
	}
	return on(j+1, seasonOf(year, first))
}

// resolveWeekday returns the day of that name nearest to publication in the direction that the verb tells.
func (f *finder) resolveWeekday(i int, day time.Weekday) string {
	t, ok := f.today()
	if !ok {
		return ""
	}
	ahead := (int(day-t.Weekday()) + 7) % 7
	if f.tense(i) != later && ahead > 0 {
		ahead -= 7
	}
	return t.AddDate(0, 0, ahead).Format(time.DateOnly)
}

// yearOf returns the year of the day, or of the whole month if day is 0, that is named without one at token i.
func (f *finder) yearOf(i int, month time.Month, day int) (int, bool) {
	t, ok := f.today()
	if !ok {
		return 0, false
	}
	days := int(time.Date(t.Year(), month, max(day, 1), 0, 0, 0, 0, time.UTC).Sub(t).Hours() / 24)
	if day == 0 && month == t.Month() {
		days = 0
	}
	const half = 183
	switch tense := f.tense(i); {
	case tense == later && days < 0, tense == unknown && days < -half:
		return t.Year() + 1, true
	case tense == earlier && days > 0, tense == unknown && days > half:
		return t.Year() - 1, true
	default:
		return t.Year(), true
	}
}
