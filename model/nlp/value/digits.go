package value

import (
	"strconv"
	"strings"
	"time"

	"reader/model/nlp/doc"
)

// numeric reads 2011-06-09, 9.6.2011, and 06/09/2011 as far as the order of its numbers is sure.
func (f *finder) numeric(i int) (moment, bool) {
	if f.Tokens[i].Kind != doc.Number {
		return moment{}, false
	}
	year, ok := f.yearAt(i)
	if !ok {
		return f.parted(i)
	}
	j := f.hyphen(i + 1)
	k := f.hyphen(j + 1)
	month, ok := f.dayNumber(j)
	d, ok2 := f.dayNumber(k)
	date, valid := day(year, time.Month(month), d)
	return moment{last: k + 1, dated: true, date: date}, ok && ok2 && j > i+1 && k > j+1 && valid
}

// parted reads a date in one token, parted by dots, the day first, or by slashes, where the month is first in
// America and the day elsewhere.
func (f *finder) parted(i int) (moment, bool) {
	w := f.Word(i)
	sign := strings.IndexAny(w, "/.")
	if sign < 0 {
		return moment{}, false
	}
	parts := strings.Split(w, w[sign:sign+1])
	if len(parts) != 3 || len(parts[2]) != 4 {
		return moment{}, false
	}
	d, err := strconv.Atoi(parts[0])
	month, err2 := strconv.Atoi(parts[1])
	year, err3 := strconv.Atoi(parts[2])
	if err != nil || err2 != nil || err3 != nil {
		return moment{}, false
	}
	if month > 12 && w[sign] == '/' {
		d, month = month, d
	}
	date, ok := day(year, time.Month(month), d)
	if w[sign] == '/' && d <= 12 && d != month {
		date = ""
	}
	return moment{last: i + 1, dated: true, date: date}, ok
}
