// Package opml reads and writes lists of feeds in OPML, as programs that read feeds exchange them.
package opml

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"reader/model/markdown"
	"reader/model/source"
)

// The caps on a list.
const (
	maxFolders = 16     // in each other; what lies deeper is in the last of these
	maxFeeds   = 10_000 // of a list
	maxTitle   = 1000   // bytes from which on the title of a list is complete
	maxShown   = 3      // of what could not be read is told
)

// What can be wrong with a list.
var (
	ErrNoList = errors.New("this is no OPML")
	ErrBroken = errors.New("its XML is broken")
	ErrFeeds  = errors.New("not all feeds of the list could be read")
)

// List is a list of feeds.
type List struct {
	Title string
	Feeds []Feed
}

// Feed is an entry of a list.
type Feed struct {
	URL      string   // of the feed: http or https
	Title    string   // or ""
	Link     string   // the home page, or ""
	Category []string // the folders it lies in, outermost first
}

// Read reads the list in data, OPML 1 or 2, in any encoding that XML is written in. The names of elements and attributes
// may be in any case. With ErrBroken and ErrFeeds, which say where and what it was, come the feeds that could be read all
// the same. The texts of the list are sanitised. Time and memory are linear in the size of data.
func Read(data []byte) (List, error) {
	if len(data) > source.MaxSize {
		return List{}, source.ErrTooLarge
	}
	text, err := source.DecodeXML(data)
	if err != nil {
		return List{}, err
	}
	text = source.Sanitize(strings.TrimLeft(text, " \t\n\r\ufeff"))
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
	r := reader{decoder: d}
	err = r.read()
	r.list.Title = source.SanitizeLine(r.list.Title)
	switch {
	case err != nil:
		return r.list, err
	case len(r.problems) > 0:
		return r.list, fmt.Errorf("%w: %s", ErrFeeds, r.told())
	}
	return r.list, nil
}

// reader reads one list.
type reader struct {
	decoder  *xml.Decoder
	list     List
	open     []string // the elements that are open, in lower case
	folders  []folder // the outlines that are open
	path     []string // the names of those that have one and are no feeds
	problems []string // with their lines
	missed   int      // problems that are only counted
}

// folder is an outline that is open.
type folder struct {
	depth int  // of the element
	named bool // it is the last of reader.path
}

// read reads all of the list.
func (r *reader) read() error {
	for {
		t, err := r.decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && len(r.open) == 0 && r.seen():
			return nil
		case errors.Is(err, io.EOF):
			return ErrNoList
		case err != nil:
			return r.broken(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := r.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			r.end()
		case xml.CharData:
			if len(r.list.Title) < maxTitle && slices.Equal(r.open, []string{"opml", "head", "title"}) {
				r.list.Title += string(t)
			}
		}
	}
}

// seen reports whether the decoder has come to an element; a list without any is none.
func (r *reader) seen() bool { return r.open != nil }

// broken says where the XML is broken, and how.
func (r *reader) broken(err error) error {
	if !r.seen() {
		return ErrNoList
	}
	line, column := r.decoder.InputPos()
	says := err.Error()
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		says = syntax.Msg
	}
	return fmt.Errorf("%w in line %d, column %d: %s", ErrBroken, line, column, source.SanitizeLine(says))
}

func (r *reader) start(t xml.StartElement) error {
	name := strings.ToLower(t.Name.Local)
	if len(r.open) == 0 && name != "opml" {
		return fmt.Errorf("%w: it begins with <%s>", ErrNoList, source.SanitizeLine(t.Name.Local))
	}
	r.open = append(r.open, name)
	if name == "outline" {
		r.outline(t.Attr)
	}
	return nil
}

func (r *reader) end() {
	if last := len(r.folders) - 1; last >= 0 && r.folders[last].depth == len(r.open) {
		if r.folders[last].named {
			r.path = r.path[:len(r.path)-1]
		}
		r.folders = r.folders[:last]
	}
	r.open = r.open[:max(len(r.open)-1, 0)]
}

// outline takes an outline as a feed if it has the address of one, else as a folder.
func (r *reader) outline(attributes []xml.Attr) {
	value := func(name string) string {
		for _, a := range attributes {
			if strings.EqualFold(a.Name.Local, name) {
				return source.SanitizeLine(a.Value)
			}
		}
		return ""
	}
	title := cmp.Or(value("title"), value("text"))
	raw := value("xmlUrl")
	named := raw == "" && title != ""
	r.folders = append(r.folders, folder{len(r.open), named})
	if named {
		r.path = append(r.path, title)
	}
	if raw == "" {
		return
	}
	if title == raw {
		title = ""
	}
	address, ok := webAddress(raw)
	switch {
	case !ok:
		line, _ := r.decoder.InputPos()
		r.problem(fmt.Sprintf("line %d: %.200s is no address of the web", line, raw))
		return
	case len(r.list.Feeds) == maxFeeds:
		r.problem(fmt.Sprintf("there are more than %d; split the list", maxFeeds))
		return
	}
	link, _ := webAddress(value("htmlUrl"))
	r.list.Feeds = append(r.list.Feeds, Feed{URL: address, Title: title, Link: link, Category: r.category(value("category"))})
}

// category returns the folders around the outline, or else the first of its own categories, which are parted by commas.
func (r *reader) category(own string) []string {
	if len(r.path) > 0 {
		return slices.Clone(r.path[:min(len(r.path), maxFolders)])
	}
	var path []string
	own, _, _ = strings.Cut(own, ",")
	for name := range strings.SplitSeq(own, "/") {
		if name = strings.TrimSpace(name); name != "" && len(path) < maxFolders {
			path = append(path, name)
		}
	}
	return path
}

func (r *reader) problem(says string) {
	if len(r.problems) == maxShown {
		r.missed++
		return
	}
	r.problems = append(r.problems, strings.ToValidUTF8(says, "\uFFFD"))
}

func (r *reader) told() string {
	says := strings.Join(r.problems, "; ")
	if r.missed > 0 {
		says += fmt.Sprintf("; and %d more", r.missed)
	}
	return says
}

// webAddress returns raw as an address of http or https; "feed:" is one of these.
func webAddress(raw string) (string, bool) {
	if rest, ok := strings.CutPrefix(raw, "feed://"); ok {
		raw = "http://" + rest
	}
	raw = strings.TrimPrefix(raw, "feed:")
	address, ok := markdown.Address(raw)
	return address, ok && !strings.HasPrefix(address, "mailto:")
}
