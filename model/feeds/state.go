package feeds

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"reader/model/disk"
	"reader/model/source"
)

// State is what is known of a feed's requests.
type State struct {
	URL          string    `json:"url"` // that was asked; of another one nothing is known
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
	Answer       string    `json:"answer,omitempty"` // the hash of the last one that was read in full
	Full         bool      `json:"full,omitempty"`   // the pages of its articles were fetched, too
	Success      time.Time `json:"success,omitzero"`
	Failures     int       `json:"failures,omitempty"` // since then
	Problem      string    `json:"problem,omitempty"`  // the last of them
	Wait         time.Time `json:"wait,omitzero"`      // it is not asked before
	Gone         time.Time `json:"gone,omitzero"`      // it is not asked any more since then
}

// How long a feed is left alone after it failed: first, doubled each time, and at most.
const (
	firstWait   = 15 * time.Minute
	longestWait = 24 * time.Hour
)

func (s *Subscriptions) statePath(name string) string {
	return filepath.Join(s.Shelf(name), ".feed.json")
}

// State returns the state of the feed called name. What can't be read is not known.
func (s *Subscriptions) State(name string) State {
	var st State
	data, err := os.ReadFile(s.statePath(name))
	if err != nil || json.Unmarshal(data, &st) != nil {
		return State{}
	}
	return st
}

func (s *Subscriptions) setState(name string, st State) error {
	data, err := json.MarshalIndent(st, "", "  ")
	if err != nil {
		return s.broken(err)
	}
	return disk.Write(s.statePath(name), append(data, '\n'))
}

// Standing is a feed and how it does.
type Standing struct {
	Feed
	State  State  // its Problem is safe to show
	Folder string // of its articles
}

// Standings returns the feeds in the order of the list, and how they do. The error says what is wrong with the list. It costs
// a small file a feed.
func (s *Subscriptions) Standings() ([]Standing, error) {
	list, err := s.All()
	out := make([]Standing, len(list))
	for i, f := range list {
		st := s.State(f.Name)
		st.Problem = source.SanitizeLine(st.Problem)
		out[i] = Standing{f, st, s.Shelf(f.Name)}
	}
	return out, err
}

// due reports whether a feed may be asked at now.
func (st *State) due(now time.Time) bool { return st.Gone.IsZero() && !now.Before(st.Wait) }

// failed takes in that a request failed at now with err; asked is how long the host wants to be left alone.
func (st *State) failed(now time.Time, err error, asked time.Duration) {
	wait := longestWait
	if st.Failures < 8 {
		wait = firstWait << st.Failures
	}
	st.Failures++
	st.Problem = err.Error()
	st.Wait = now.Add(min(max(wait, asked), longestWait)).Round(time.Second)
}
