package library

import (
	"slices"
	"time"

	"reader/model"
	"reader/model/query"
)

// Unit is a stretch of time by which articles are counted.
type Unit uint8

// The units, from short to long.
const (
	ByDay Unit = iota
	ByMonth
	ByYear
)

// String returns what u is called.
func (u Unit) String() string { return [...]string{"day", "month", "year"}[u] }

// Label returns how the one of u that t is in is written.
func (u Unit) Label(t time.Time) string {
	return t.Format([...]string{"2 Jan 2006", "Jan 2006", "2006"}[u])
}

const perYear = 12

// of returns the number of the one of u that the day, yyyymmdd, is in: they are numbered in their order.
func (u Unit) of(day int32) int {
	y, m, d := int(day/1e4), int(day/100%100), int(day%100)
	switch u {
	case ByDay:
		return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
	case ByMonth:
		return y*perYear + m - 1
	default:
		return y
	}
}

// start returns when the one of u with that number begins.
func (u Unit) start(number int) time.Time {
	switch u {
	case ByDay:
		return time.Unix(int64(number)*24*60*60, 0).UTC()
	case ByMonth:
		return time.Date(number/perYear, time.Month(number%perYear+1), 1, 0, 0, 0, 0, time.UTC)
	default:
		return time.Date(number, 1, 1, 0, 0, 0, 0, time.UTC)
	}
}

// Period is how often an entity is mentioned in a stretch of time.
type Period struct {
	Start    time.Time
	Mentions int
	Articles int
}

// Timeline returns how often the entity is mentioned from the first article to the last, by days where there are no more than
// most of them, else by months or years, of which the last are returned. Articles without a date are left out.
func (p *Profile) Timeline(most int) (Unit, []Period) {
	first, last, ok := p.days()
	if !ok || most < 1 {
		return ByDay, nil
	}
	unit := ByDay
	for unit < ByYear && unit.of(last)-unit.of(first) >= most {
		unit++
	}
	return unit, p.periods(unit, max(unit.of(first), unit.of(last)-most+1), unit.of(last))
}

// By returns how often the entity is mentioned in those of a unit in which it is, in their order.
func (p *Profile) By(unit Unit) []Period {
	first, last, ok := p.days()
	if !ok {
		return nil
	}
	return slices.DeleteFunc(p.periods(unit, unit.of(first), unit.of(last)), func(s Period) bool { return s.Articles == 0 })
}

// periods returns those of unit from the number first to last.
func (p *Profile) periods(unit Unit, first, last int) []Period {
	out := make([]Period, last-first+1)
	for i := range out {
		out[i].Start = unit.start(first + i)
	}
	for _, c := range p.counts {
		if day := p.lib.rows[c.Ref].day; dated(day) && unit.of(day) >= first && unit.of(day) <= last {
			s := &out[unit.of(day)-first]
			s.Mentions += int(c.Mentions)
			s.Articles++
		}
	}
	return out
}

// days returns the first and the last day on which the entity is mentioned, yyyymmdd; false if none is known.
func (p *Profile) days() (first, last int32, ok bool) {
	for _, c := range p.counts {
		day := p.lib.rows[c.Ref].day
		if !dated(day) {
			continue
		}
		if !ok {
			first, last, ok = day, day, true
		}
		first, last = min(first, day), max(last, day)
	}
	return first, last, ok
}

// dated reports whether the day, yyyymmdd, is known.
func dated(day int32) bool { return day != query.Day(model.Date{}.Time) }
