package value

import (
	"fmt"
	"strconv"
	"strings"

	"reader/model/nlp/doc"
)

// clock reads the time of day that begins at token i: "10:30 GMT", "5 p.m.", "noon", "1430 GMT".
func (f *finder) clock(i int) (moment, bool) {
	switch {
	case i >= f.last:
		return moment{}, false
	case f.is(i, "noon"):
		return moment{last: i + 1, clock: "12:00"}, true
	case f.is(i, "midnight"):
		return moment{last: i + 1, clock: "00:00"}, true
	case f.Tokens[i].Kind != doc.Number:
		return moment{}, false
	}
	hour, minute, colon, ok := hourMinute(f.Word(i))
	if !ok {
		return moment{}, false
	}
	last := i + 1
	half := f.is(last, "a.m.", "am", "a.m", "p.m.", "pm", "p.m")
	if half {
		if hour < 1 || hour > 12 {
			return moment{}, false
		}
		hour %= 12
		if f.Lower(last)[0] == 'p' {
			hour += 12
		}
		last++
	}
	_, zone := lookup(f, zones, last)
	if zone {
		last++
	}
	whole := len(f.Word(i)) == 4 && !colon
	sure := half && !whole || zone && (whole || colon) || colon && f.is(i-1, "at", "by", "until", "from", "after", "before", "around")
	return moment{last: last, clock: fmt.Sprintf("%02d:%02d", hour, minute)}, sure
}

// hourMinute reads "10:30", "10.30", "1030" and "10".
func hourMinute(w string) (hour, minute int, colon, ok bool) {
	h, m, colon := strings.Cut(strings.Replace(w, ".", ":", 1), ":")
	switch {
	case !colon && len(w) == 4:
		h, m = w[:2], w[2:]
	case !colon:
		m = "00"
	}
	hour, err := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	return hour, minute, colon && strings.Contains(w, ":"), err == nil && err2 == nil && len(h) <= 2 && len(m) == 2 && hour < 24 && minute < 60
}
