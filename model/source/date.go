package source

import (
	"strconv"
	"strings"
	"time"

	"reader/model"
)

// parseDate reads a date as news pages print it: "June 09, 2011", "Thu, 9 June 2011 14:05 GMT", "2011-06-09",
// "2011-06-09T14:05:00Z", each perhaps after "Published:" or the like. All of s has to be the date. The time of
// day counts only where its zone is known.
func parseDate(s string) (d model.Date, ok bool) {
	var p dateParser
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(" ,|·•()\n", r) }) {
		if !p.word(strings.TrimSuffix(word, ":")) {
			return model.Date{}, false
		}
	}
	return p.date()
}

// dateParser gathers the parts of a date. A part that comes twice belongs to a second date ("Updated …"),
// which is read over.
type dateParser struct {
	year, month, day int
	clock            time.Duration
	hasClock         bool
	zone             *time.Location
	second           bool
	extra            int // words of a second date
}

func (p *dateParser) word(w string) bool {
	lower := strings.ToLower(strings.Trim(w, "."))
	switch {
	case isDateLabel(lower), isWeekday(lower):
		p.second = p.second || p.day != 0 && (lower == "updated" || lower == "modified")
		return true
	case p.second:
		p.extra++
		return p.extra < 8 && (isDatePart(lower) || monthOf(lower) != 0)
	case monthOf(lower) != 0:
		return set(&p.month, monthOf(lower))
	case p.iso(w), p.time(lower):
		return true
	case lower == "am" || lower == "a.m" || lower == "pm" || lower == "p.m":
		return p.half(lower[0] == 'p')
	}
	if zone, ok := zoneOf(w); ok && p.hasClock {
		p.zone = zone
		return true
	}
	n, err := strconv.Atoi(strings.TrimRight(lower, "sthndr"))
	switch {
	case err != nil:
		return false
	case n >= 1000 && len(lower) == 4:
		return set(&p.year, n)
	}
	return n >= 1 && n <= 31 && set(&p.day, n)
}

func set(part *int, n int) bool {
	if *part != 0 {
		return false
	}
	*part = n
	return true
}

// iso reads "2011-06-09", with or without a time behind "T", and "2011/06/09".
func (p *dateParser) iso(w string) bool {
	day, clock, hasClock := strings.Cut(w, "T")
	t, err := time.Parse(time.DateOnly, strings.ReplaceAll(day, "/", "-"))
	if err != nil || p.year != 0 {
		return false
	}
	if hasClock {
		for _, layout := range []string{"15:04:05Z07:00", "15:04Z07:00", "15:04:05-0700"} {
			if c, err := time.Parse(layout, clock); err == nil {
				p.zone = c.Location()
				p.clock = time.Duration(c.Hour())*time.Hour + time.Duration(c.Minute())*time.Minute + time.Duration(c.Second())*time.Second
				p.hasClock = true
			}
		}
		if !p.hasClock && strings.Trim(clock, "0123456789:.") != "" {
			return false
		}
	}
	p.year, p.month, p.day = t.Year(), int(t.Month()), t.Day()
	return true
}

// time reads "14:05", "14:05:30", "2:05pm".
func (p *dateParser) time(w string) bool {
	digits := strings.TrimRight(strings.ReplaceAll(w, ".", ""), "apm")
	hours, minutes, ok := strings.Cut(digits, ":")
	if !ok {
		return false
	}
	minutes, seconds, _ := strings.Cut(minutes, ":")
	h, err1 := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(minutes)
	s, _ := strconv.Atoi(seconds)
	if err1 != nil || err2 != nil || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || p.hasClock {
		return false
	}
	p.clock = time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
	p.hasClock = true
	if strings.HasSuffix(w, "m") {
		return p.half(strings.Contains(w, "p"))
	}
	return true
}

// half says which half of the day the clock means.
func (p *dateParser) half(afternoon bool) bool {
	if !p.hasClock || p.clock >= 13*time.Hour {
		return false
	}
	if noon := p.clock >= 12*time.Hour; afternoon != noon {
		if afternoon {
			p.clock += 12 * time.Hour
		} else {
			p.clock -= 12 * time.Hour
		}
	}
	return true
}

func (p *dateParser) date() (model.Date, bool) {
	if p.year < 1500 || p.year > 2200 || p.month == 0 || p.day == 0 {
		return model.Date{}, false
	}
	day := time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
	if day.Day() != p.day {
		return model.Date{}, false
	}
	if !p.hasClock || p.zone == nil {
		return model.Date{Time: day}, true
	}
	t := time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, p.zone).Add(p.clock)
	return model.Date{Time: t, Clock: true}, true
}

func isDateLabel(w string) bool {
	switch w {
	case "published", "posted", "updated", "modified", "created", "first", "last", "date", "on", "at", "the", "of", "uploaded", "issued", "-", "–", "—", "/":
		return true
	}
	return false
}

func isDatePart(w string) bool {
	_, zone := zoneOf(strings.ToUpper(w))
	return zone || strings.Trim(w, "0123456789:.-/tz") == "" || w == "am" || w == "pm" || w == "a.m" || w == "p.m" || w == "ago" || w == "hours" || w == "minutes"
}

func isWeekday(w string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if isShort(w, strings.ToLower(d.String())) {
			return true
		}
	}
	return false
}

// monthOf returns the number of the month that w names, also shortened, or 0.
func monthOf(w string) int {
	for m := time.January; m <= time.December; m++ {
		if isShort(w, strings.ToLower(m.String())) {
			return int(m)
		}
	}
	return 0
}

// isShort reports whether w is word, or its beginning of three letters or four.
func isShort(w, word string) bool {
	return w == word || len(w) >= 3 && len(w) <= 5 && strings.HasPrefix(word, w)
}

// zoneOf returns the zone of a time, or nil for one that means two offsets.
func zoneOf(w string) (*time.Location, bool) {
	var hours int
	switch w {
	case "GMT", "UTC", "Z", "+0000", "+00:00":
		return time.UTC, true
	case "ET", "CT", "MT", "PT", "IST":
		return nil, true
	case "BST", "CET", "WEST":
		hours = 1
	case "CEST", "EET", "SAST":
		hours = 2
	case "MSK", "EEST", "EAT":
		hours = 3
	case "JST", "KST":
		hours = 9
	case "EDT":
		hours = -4
	case "EST", "CDT":
		hours = -5
	case "CST", "MDT":
		hours = -6
	case "MST", "PDT":
		hours = -7
	case "PST":
		hours = -8
	default:
		t, err := time.Parse("-0700", strings.ReplaceAll(w, ":", ""))
		if err != nil {
			return nil, false
		}
		return t.Location(), true
	}
	return time.FixedZone("", hours*3600), true
}
