package feeds

import (
	"fmt"

	"reader/model/source"
)

// Tally is what a refresh did so far.
type Tally struct {
	New, Changed int // articles
	Failed       int // feeds
	Passed       int // feeds that were not asked
	Done, Total  int // feeds
}

// Add counts e, and returns what went wrong with its feed, safe to show, or nil.
func (t *Tally) Add(e Event) error {
	t.New += e.New
	t.Changed += e.Changed
	t.Done, t.Total = e.Done, e.Total
	if e.Passed {
		t.Passed++
	}
	if e.Err == nil {
		return nil
	}
	t.Failed++
	return fmt.Errorf("%s: %s", e.Feed.Name, source.SanitizeLine(e.Err.Error()))
}

// String returns the numbers, but of feeds that were not asked: "12 new, 2 changed, 1 feed failed".
func (t *Tally) String() string {
	says := fmt.Sprintf("%d new, %d changed", t.New, t.Changed)
	switch t.Failed {
	case 0:
		return says
	case 1:
		return says + ", 1 feed failed"
	default:
		return fmt.Sprintf("%s, %d feeds failed", says, t.Failed)
	}
}
