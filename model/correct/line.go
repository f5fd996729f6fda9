package correct

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"reader/model"
	"reader/model/source"
)

// line is a line of the file: a correction, or that one is undone.
type line struct {
	ID      string    `json:"id,omitempty"`
	Undo    string    `json:"undo,omitempty"` // the ID of the correction that is undone
	Time    time.Time `json:"time,omitzero"`
	Article string    `json:"article,omitempty"`
	Op      string    `json:"op,omitempty"`
	At      *Spot     `json:"at,omitempty"`
	Entity  *named    `json:"entity,omitempty"`
	Is      *named    `json:"is,omitempty"`
	Alias   string    `json:"alias,omitempty"`
}

// Spot is an Anchor in a file. Offsets are bytes.
type Spot struct {
	In     string `json:"in,omitempty"` // "title", or the text
	Start  uint32 `json:"start"`
	End    uint32 `json:"end"`
	Words  string `json:"words"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// named is a Who in the file.
type named struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

// String returns the name of o in the file.
func (o Op) String() string {
	return [...]string{"", "speaker", "not a quote", "quote", "same", "apart", "dismiss"}[o]
}

// opOf returns the kind that the file calls name, 0 if there is none.
func opOf(name string) Op {
	for o := Speaker; o <= Dismiss; o++ {
		if o.String() == name {
			return o
		}
	}
	return 0
}

// Knows reports whether text is a line of a file of corrections, even if something is wrong with it.
func Knows(text []byte) bool {
	var n struct{ Op, Undo string }
	return json.Unmarshal(text, &n) == nil && (n.Undo != "" || opOf(n.Op) != 0)
}

// lineOf returns c as a line.
func lineOf(c *Correction) line {
	n := line{ID: c.ID, Time: c.Time, Article: c.Article, Op: c.Op.String(), Entity: namedOf(c.Entity), Is: namedOf(c.Is), Alias: c.Alias}
	n.At = SpotOf(&c.Anchor)
	return n
}

// title is how the file calls the text that is the title.
const title = "title"

// SpotOf returns an as it stands in a file; nil for one that is about no place.
func SpotOf(an *Anchor) *Spot {
	if an.Words == "" {
		return nil
	}
	s := &Spot{Start: an.Span.Start, End: an.Span.End, Words: an.Words, Before: an.Before, After: an.After}
	if an.Field == model.Title {
		s.In = title
	}
	return s
}

// Anchor returns the place that s names, with words as safe to show as an article; none for nil, or without words.
func (s *Spot) Anchor() Anchor {
	if s == nil {
		return Anchor{}
	}
	words := source.Sanitize(s.Words)
	if words == "" {
		return Anchor{}
	}
	an := Anchor{Span: model.Span{Start: s.Start, End: s.End}, Words: words, Before: s.Before, After: s.After}
	if s.In == title {
		an.Field = model.Title
	}
	return an
}

func namedOf(w Who) *named {
	if w.Nobody() {
		return nil
	}
	return &named{w.Type.String(), w.Name}
}

// encode returns n as JSON, without a line end.
func (n *line) encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(n); err != nil {
		return nil, fmt.Errorf("a correction could not be written as JSON: %w", err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// parse reads a line, which is not empty. What it holds is as safe to show as an article.
func parse(data []byte) (n line, c Correction, err error) {
	if err = json.Unmarshal(data, &n); err != nil {
		return line{}, Correction{}, fmt.Errorf("it is not the JSON of a correction: %w", err)
	}
	if n.Undo != "" {
		return n, Correction{}, nil
	}
	if n.ID == "" {
		sum := sha256.Sum256(data)
		n.ID = hex.EncodeToString(sum[:8])
	}
	c, err = n.correction()
	return n, c, err
}

// correction returns what n says.
func (n *line) correction() (Correction, error) {
	c := Correction{ID: n.ID, Article: n.Article, Time: n.Time, Op: opOf(n.Op), Alias: source.SanitizeLine(n.Alias)}
	c.Anchor = n.At.Anchor()
	var err error
	if c.Entity, err = n.Entity.who(); err != nil {
		return Correction{}, err
	}
	if c.Is, err = n.Is.who(); err != nil {
		return Correction{}, err
	}
	return c, c.check()
}

// who returns whom n names; nobody for nil.
func (n *named) who() (Who, error) {
	if n == nil {
		return Who{}, nil
	}
	for t := model.Person; t <= model.Unnamed; t++ {
		if t.String() == n.Type {
			return Who{t, source.SanitizeLine(n.Name)}, nil
		}
	}
	return Who{}, fmt.Errorf("there is no type %q of entities", n.Type)
}

// check returns what is missing or wrong in c.
func (c *Correction) check() error {
	switch {
	case c.Article == "":
		return errors.New("it names no article")
	case c.Op < Speaker || c.Op > Dismiss:
		return errors.New("it is of no kind that is known")
	case c.Op <= Quote && c.Anchor.Words == "":
		return errors.New("it names no words of the article")
	case c.Op >= Same && c.Entity.Nobody():
		return errors.New("it names no entity")
	case c.Op == Same && c.Is.Nobody():
		return errors.New("it does not say who the entity is")
	case c.Op == Apart && c.Alias == "":
		return errors.New("it does not say which name is somebody else's")
	case (c.Op == Speaker || c.Op == Quote) && !c.Is.Nobody() && !c.Is.Type.Speaks():
		return fmt.Errorf("%s: a thing of the type %s can't speak", c.Is.Name, c.Is.Type)
	}
	return nil
}

// encoded returns lines as they are in the file.
func encoded(lines []line) ([][]byte, error) {
	out := make([][]byte, len(lines))
	for i := range lines {
		var err error
		if out[i], err = lines[i].encode(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// take takes in lines of the file, which follow those that were read, unless anew. It returns what is wrong with each, or nil.
func (l *Log) take(lines [][]byte, anew bool) []error {
	if anew {
		l.forget()
	}
	defer l.sort(len(l.all))
	wrong := make([]error, len(lines))
	for i, text := range lines {
		n, c, err := parse(text)
		if err != nil {
			wrong[i] = err
			continue
		}
		l.note(n, c)
	}
	return wrong
}

// note takes a line in that is in the file.
func (l *Log) note(n line, c Correction) {
	switch {
	case n.Undo != "":
		l.undone[n.Undo] = true
	case !l.known[c.ID]:
		l.known[c.ID] = true
		l.byArticle[c.Article] = append(l.byArticle[c.Article], c)
		l.all = append(l.all, c)
	}
}

// sort brings the corrections in the order of their times again, after those behind the first n were added.
func (l *Log) sort(n int) {
	byTime := func(a, b Correction) int { return a.Time.Compare(b.Time) }
	if slices.IsSortedFunc(l.all[max(n-1, 0):], byTime) {
		return
	}
	slices.SortStableFunc(l.all, byTime)
	for _, cs := range l.byArticle {
		slices.SortStableFunc(cs, byTime)
	}
}
