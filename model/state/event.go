package state

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/go-json-experiment/json"

	"reader/model/correct"
	"reader/model/source"
)

// Op is the kind of an event.
type Op uint8

// The kinds of events.
const (
	Read    Op = iota + 1 // the articles are read
	Unread                // they are not
	Starred               // they have a star
	Unstarred
	Left   // one left the article at Block
	Met    // the articles are there
	Noted  // Note was written, changed, or, without text, taken away
	Saved  // Search was saved, changed, or, without query, taken away
	Closed // a reader was closed
)

// String returns the name of o in the file.
func (o Op) String() string {
	return [...]string{"", "read", "unread", "star", "unstar", "at", "met", "note", "search", "closed"}[o]
}

// Event is something that was done. Fields that its Op does not speak of are empty.
type Event struct {
	Op       Op
	Time     time.Time
	Articles []string // their IDs
	Block    uint32
	Note     Note
	Search   Search
}

// line is an event as a line of the file.
type line struct {
	Time     time.Time     `json:"time"`
	Op       string        `json:"op"`
	Article  string        `json:"article,omitzero"`
	Articles []string      `json:"articles,omitempty"` // where there are several
	Block    uint32        `json:"block,omitzero"`
	ID       string        `json:"id,omitzero"` // of a note
	Text     string        `json:"text,omitzero"`
	At       *correct.Spot `json:"at,omitzero"`
	Name     string        `json:"name,omitzero"` // of a search
	Query    string        `json:"query,omitzero"`
}

// encode returns e as JSON, without a line end.
func (e *Event) encode() ([]byte, error) {
	n := line{
		Time: e.Time, Op: e.Op.String(), Block: e.Block, ID: e.Note.ID, Text: e.Note.Text, At: correct.SpotOf(&e.Note.Anchor),
		Name: e.Search.Name, Query: e.Search.Query,
	}
	switch {
	case e.Op == Noted:
		n.Article = e.Note.Article
	case len(e.Articles) == 1:
		n.Article = e.Articles[0]
	default:
		n.Articles = e.Articles
	}
	data, err := json.Marshal(&n)
	if err != nil {
		return nil, fmt.Errorf("it could not be written as JSON: %w", err)
	}
	return data, nil
}

// encodeAll returns events as lines of the file.
func encodeAll(events []Event) ([][]byte, error) {
	out := make([][]byte, len(events))
	for i := range events {
		var err error
		if out[i], err = events[i].encode(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// parseAll reads lines and gives use what they say, which may not keep the event. It returns what is wrong with each line, or nil.
func parseAll(lines [][]byte, use func(*Event)) []error {
	wrong := make([]error, len(lines))
	var p parser
	for i, data := range lines {
		e, err := p.parse(data)
		if wrong[i] = err; err == nil {
			use(e)
		}
	}
	return wrong
}

// parser reads lines, one after the other.
type parser struct {
	line  line
	event Event
}

// parse reads a line. The event, which is good until the next one is read, holds nothing, IDs aside, that is not as safe to
// show as an article.
func (p *parser) parse(data []byte) (*Event, error) {
	n, e := &p.line, &p.event
	if !plain(n, data) {
		if err := json.Unmarshal(data, n); err != nil {
			return nil, fmt.Errorf("it is not the JSON of anything that is kept here: %w", err)
		}
	}
	n.Time = n.Time.UTC() // so that equal times are the same
	*e = Event{Op: opOf(n.Op), Time: n.Time}
	switch e.Op {
	case Closed:
	case Noted:
		e.Note = Note{ID: n.ID, Article: n.Article, Time: n.Time, Text: source.Sanitize(n.Text), Anchor: n.At.Anchor()}
		if n.ID == "" {
			sum := sha256.Sum256(data)
			e.Note.ID = hex.EncodeToString(sum[:8])
		}
	case Saved:
		e.Search = Search{Name: source.SanitizeLine(n.Name), Time: n.Time, Query: source.SanitizeLine(n.Query)}
	default:
		if e.Articles = n.Articles; n.Article != "" {
			e.Articles = append(e.Articles, n.Article)
		}
		if e.Op == Left {
			e.Block = n.Block
		}
	}
	return e, e.check()
}

// plain reads a line into n that has a time, a kind and one article, and nothing in them that JSON writes in another way: most
// lines are such ones, and read so in a fraction of the time. It empties n and reports false for others, right or wrong.
func plain(n *line, data []byte) bool {
	*n = line{}
	rest, ok := bytes.CutPrefix(data, []byte(`{"time":"`))
	at, rest, timed := bytes.Cut(rest, []byte(`","op":"`))
	op, rest, done := bytes.Cut(rest, []byte(`","article":"`))
	id, ended := bytes.CutSuffix(rest, []byte(`"}`))
	special := func(b byte) bool { return b < ' ' || b > '~' || b == '"' || b == '\\' }
	if !ok || !timed || !done || !ended || slices.ContainsFunc(op, special) || slices.ContainsFunc(id, special) {
		return false
	}
	if err := n.Time.UnmarshalText(at); err != nil || !strict(at) {
		*n = line{}
		return false
	}
	n.Op, n.Article = string(op), string(id)
	return true
}

// strict reports whether at, which package time reads, is a time in UTC as JSON has it, too: with two digits for the hour, and a point
// before a fraction.
func strict(at []byte) bool {
	return bytes.HasSuffix(at, []byte("Z")) && at[len("2006-01-02T1")] != ':' && !bytes.ContainsRune(at, ',')
}

// opOf returns the kind that the file calls name, 0 if there is none.
func opOf(name string) Op {
	for o := Read; o <= Closed; o++ {
		if o.String() == name {
			return o
		}
	}
	return 0
}

// inTime reports whether something can have been at a time: in nanoseconds there is to be room behind it.
func inTime(t time.Time) bool { return t.After(time.Unix(0, 0)) && t.Before(time.Unix(0, 1<<62)) }

// check returns what is missing or wrong in e.
func (e *Event) check() error {
	switch {
	case e.Op == 0:
		return errors.New("it is of no kind that is known")
	case !inTime(e.Time):
		return errors.New("it does not say when that was")
	case e.Op <= Met && (len(e.Articles) == 0 || slices.Contains(e.Articles, "")), e.Op == Noted && e.Note.Article == "":
		return errors.New("it names no article")
	case e.Op == Left && len(e.Articles) > 1:
		return errors.New("it is a place in more than one article")
	case e.Op == Saved && e.Search.Name == "":
		return errors.New("it does not say what the search is called")
	default:
		return nil
	}
}
