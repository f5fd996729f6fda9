package value

import (
	"fmt"
	"strconv"
	"strings"

	"reader/model/nlp/doc"
)

// leads are the words after which a month or a year is a date.
var leads = set(`in of since until till by from to through during before after between and or around circa about early late mid
	last next this every each - – ( year fiscal summer winter spring autumn fall for on back`)

// year reads "2011", "2004-2005" and "2008-09" where they are dates.
func (f *finder) year(i int) (moment, bool) {
	year, ok := f.yearAt(i)
	if !ok || !f.yearHere(i, year) {
		return moment{}, false
	}
	if j := f.hyphen(i + 1); j > i+1 {
		if to, ok := f.yearAt(j); ok && to > year {
			return on(j+1, fmt.Sprintf("%d/%d", year, to))
		}
		if n, err := strconv.Atoi(f.Word(j)); err == nil && len(f.Word(j)) == 2 && n > year%100 {
			return on(j+1, fmt.Sprintf("%d/%d", year, year/100*100+n))
		}
	}
	return on(i+1, strconv.Itoa(year))
}

// yearHere reports whether the number at token i is a year: a word that leads to one stands before it and
// nothing that it counts after it.
func (f *finder) yearHere(i, year int) bool {
	if year < 1500 || i+1 < f.last && (f.Tokens[i+1].Kind == doc.Symbol || f.counted(i+1)) {
		return false
	}
	if i == f.first {
		return i+1 < f.last && f.is(i+1, ":", ",", "was", "will", "brought", "saw")
	}
	return leads[f.Lower(i-1)] || f.is(i-1, "the", "his", "her", "its", "their", "a") && 1800 <= year && year <= 2100 ||
		f.is(i-1, "'s", "’s") && year > 1900
}

// counted reports whether token i is what a number counts: a noun in the plural.
func (f *finder) counted(i int) bool {
	w := f.Lower(i)
	return f.Tokens[i].Tag == doc.NOUN && (strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || w == "people" || w == "men" || w == "women")
}

// era reads decades, "1990s", "'90s", and centuries, "20th century".
func (f *finder) era(i int) (moment, bool) {
	if f.Tokens[i].Kind != doc.Number {
		return moment{}, false
	}
	w := f.Lower(i)
	if strings.HasSuffix(w, "0s") {
		n, err := strconv.Atoi(strings.TrimLeft(w[:len(w)-1], "'’‘"))
		switch {
		case err != nil:
			return moment{}, false
		case n < 100:
			n = century(n)
		case n < 1000 || n > 2199:
			return moment{}, false
		}
		return on(i+1, fmt.Sprintf("%d/%d", n, n+9))
	}
	j := f.hyphen(i + 1)
	if n, ok := f.dayNumber(i); ok && len(w) > 2 && n <= 22 && f.is(j, "century", "centuries") {
		return on(j+1, fmt.Sprintf("%d/%d", 100*n-99, 100*n))
	}
	return moment{}, false
}

// quarter reads "first quarter of 2011", "first quarter", "second half of 2011".
func (f *finder) quarter(i int) (moment, bool) {
	n, ok := lookup(f, ordinals, i)
	j := f.hyphen(i + 1)
	size := 3
	switch {
	case !ok || !f.is(j, "quarter", "half"):
		return moment{}, false
	case f.is(j, "half"):
		size = 6
	}
	j++
	k := j
	if f.is(k, "of") {
		k++
	}
	year, last, ok := f.yearAfter(k)
	switch {
	case n*size > 12 || size == 6 && last == k: // "second half" is a game's more often
		return moment{}, false
	case last == k:
		return on(j, "")
	case !ok:
		return on(last, "")
	}
	return on(last, fmt.Sprintf("%d-%02d/%d-%02d", year, n*size-size+1, year, n*size))
}

// yearAfter reads the year after a month at token i, "2011" or "last year", and returns the token after it: i if there is none.
// It is not ok if the year can't be told.
func (f *finder) yearAfter(i int) (year, last int, ok bool) {
	if year, ok = f.yearAt(i); ok {
		return year, i + 1, true
	}
	if n, found := lookup(f, steps, i); found && f.is(i+1, "year") {
		return f.Published.Year() + n, i + 2, !f.Published.IsZero()
	}
	return 0, i, false
}

// yearAt reads a year of four digits, or two after an apostrophe, at token i.
func (f *finder) yearAt(i int) (int, bool) {
	if i < f.first || i >= f.last || f.Tokens[i].Kind != doc.Number {
		return 0, false
	}
	w := f.Word(i)
	if c := w[0]; (c == '\'' || c == 0xe2) && len(w) <= 5 {
		n, err := strconv.Atoi(w[len(w)-2:])
		return century(n), err == nil
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && len(w) == 4 && 1000 <= n && n <= 2199
}

// century returns the year that n of two digits is short for.
func century(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}
