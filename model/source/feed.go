package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"reader/model"
)

// What can be wrong with a feed.
var (
	ErrItems  = errors.New("not all items could be read")
	ErrNoFeed = errors.New("this is no feed that can be read: neither RSS nor Atom nor JSON Feed")
)

// Feed is what a feed says of itself; what it does not say is empty.
type Feed struct {
	Title string
	Link  string // the home page
	Self  string // where the feed itself is
	Items []FeedItem
}

// FeedItem is an item of a feed that could be read.
type FeedItem struct {
	ID   string // of its article
	Link string // the page that the item is about, or ""
	// Full tells whether the item seems to have the whole text of that page: the feed gives it as content and not as a
	// summary, or it is long for one, and it does not break off in an ellipsis.
	Full bool
}

// FeedInfo returns what the feed in data says of itself and of its items, in their order. Its errors and its cost are
// those of Read.
func FeedInfo(data []byte) (Feed, error) {
	f, err := parseFeed(data)
	if err != nil {
		return Feed{}, err
	}
	info := Feed{Title: inlineText(f.title), Link: f.address(f.link), Self: f.address(f.self)}
	made, err := f.articles("")
	for _, m := range made {
		info.Items = append(info.Items, FeedItem{ID: m.article.ID, Link: m.article.URL, Full: m.full})
	}
	return info, err
}

// IsFeed reports whether a file begins as a feed does: with the root element of RSS, RDF of RSS or Atom, or with JSON that
// names JSON Feed. It looks at what it is given and no further; a few KiB will do but for JSON whose keys are sorted.
func IsFeed(head []byte) bool {
	text, err := DecodeXML(head)
	if err != nil {
		return false
	}
	text = strings.TrimLeft(text, " \t\n\r\ufeff")
	if strings.HasPrefix(text, "{") {
		return namesJSONFeed(text)
	}
	return strings.HasPrefix(text, "<") && isFeedRoot(text)
}

// namesJSONFeed reports whether JSON has the address of the version of JSON Feed in it.
func namesJSONFeed(text string) bool {
	return strings.Contains(text, "://jsonfeed.org/version/") || strings.Contains(text, `:\/\/jsonfeed.org\/version\/`)
}

// isFeedRoot reports whether the first element in text is the root of a feed.
func isFeedRoot(text string) bool {
	for s := (scanner{text: text + ">"}); ; { // a tag may go on behind the end
		switch t := s.next(); {
		case t.kind == atEnd:
			return false
		case t.kind != startTag:
			continue
		default:
			switch strings.ToLower(localName(t.name)) {
			case "rss":
				return true
			case "rdf":
				return strings.Contains(t.raw, "purl.org/rss/") || strings.Contains(t.raw, "netscape.com/rdf/")
			case "feed":
				return !strings.Contains(t.raw, "xmlns") || strings.Contains(strings.ToLower(t.raw), "/atom")
			}
			return false
		}
	}
}

// isFeed reports whether the file at path is a feed, by its beginning or else its name.
func isFeed(path string, data []byte) bool {
	head := data
	if trimmed := bytes.TrimLeft(data[:min(len(data), sample)], " \t\r\n\xef\xbb\xbf"); !bytes.HasPrefix(trimmed, []byte("{")) {
		head = data[:min(len(data), sample)]
	}
	if IsFeed(head) {
		return true
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".rss", ".atom", ".rdf":
		return bytes.Contains(head, []byte("<"))
	}
	return false
}

// readFeed reads the items of the feed in data as articles, whose paths are those of the file and "#" with the number of
// the item. The error lists the items that could not be read.
func readFeed(path string, data []byte) ([]*model.Article, error) {
	f, err := parseFeed(data)
	if err != nil {
		return nil, err
	}
	made, err := f.articles(path)
	var out []*model.Article
	for _, m := range made {
		out = append(out, m.article)
	}
	return out, err
}

// feed is a feed of any kind: its own data and its items, not sanitised yet.
type feed struct {
	id, title, link, self, language string
	base                            *url.URL // of addresses in it, or nil
	authors                         []string // of items that name none
	entries                         []entry
	problems                        []problem // items that could not be parsed
	total                           int       // how many items it has, read or not
	tags                            int       // in the HTML of those that articles were made of
}

// problem is what is wrong with the item number item, from 0; with the feed itself if item is -1.
type problem struct {
	item int
	err  error
}

// parseFeed parses the feed in data. It fails as a whole only where there is no telling items apart.
func parseFeed(data []byte) (*feed, error) {
	text, err := DecodeXML(data)
	if err != nil {
		return nil, err
	}
	text = strings.TrimLeft(text, " \t\n\r\ufeff")
	var f *feed
	if strings.HasPrefix(text, "{") {
		f, err = parseJSONFeed(text)
	} else {
		f, err = parseXMLFeed(Sanitize(text))
	}
	switch {
	case err != nil:
		return nil, err
	case f.total == 0:
		return nil, fmt.Errorf("%w: a feed without items", ErrEmpty)
	}
	return f, nil
}

// DecodeXML returns data, XML or JSON, as UTF-8, not sanitised. What is UTF-8 is read as that, whatever it declares; else the encoding is the declared
// one, if it is known, and else what decode makes of it. The error is ErrBinary.
func DecodeXML(data []byte) (string, error) {
	label := declaredEncoding(data)
	if utf16Order(data) == nil && label != "" && (!utf8.Valid(data) || strings.HasPrefix(label, "iso-2022")) {
		if e, err := htmlindex.Get(label); err == nil && label != "utf-8" {
			if out, err := e.NewDecoder().Bytes(data); err == nil {
				return unixLines(string(out)), nil
			}
		}
	}
	return decode(data)
}

// declaredEncoding returns the encoding that an XML declaration at the beginning of data names, in lower case, or "".
func declaredEncoding(data []byte) string {
	head := bytes.TrimLeft(data[:min(len(data), 256)], " \t\r\n\xef\xbb\xbf")
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	declaration, _, _ := strings.Cut(string(head), ">")
	return strings.ToLower(strings.TrimSpace(attribute(declaration, "encoding")))
}

// attribute returns the value of an attribute in a tag, or "".
func attribute(tag, name string) string {
	for rest := tag; ; {
		_, after, ok := strings.Cut(rest, name)
		if !ok {
			return ""
		}
		rest = after
		after = strings.TrimLeft(after, " \n")
		if value, isSet := strings.CutPrefix(after, "="); isSet {
			value = strings.TrimLeft(value, " \n")
			if value != "" && (value[0] == '"' || value[0] == '\'') {
				value, _, _ = strings.Cut(value[1:], value[:1])
				return value
			}
		}
	}
}

// address returns an address that stands in the feed in full, or "" if it leads to no page.
func (f *feed) address(s string) string {
	u := resolve(cmp.Or(f.base, resolve(nil, f.link), resolve(nil, f.self)), s)
	if u == nil || s == "" {
		return ""
	}
	full, _ := webAddress(u.String())
	return full
}

// made is an article made of an item, and whether it has the whole text.
type made struct {
	article *model.Article
	full    bool
}

// articles makes articles of the items. Of items that are the same word for word there is one.
func (f *feed) articles(path string) ([]made, error) {
	problems := f.problems
	out := make([]made, 0, len(f.entries))
	shared := sharedIDs(f.entries)
	seen := map[string]bool{}
	for i := range f.entries {
		e := &f.entries[i]
		m, err := f.article(e, shared[e.id])
		switch {
		case err != nil:
			problems = append(problems, problem{e.item, err})
			continue
		case seen[m.article.ID]:
			continue
		}
		seen[m.article.ID] = true
		m.article.Path = path + "#" + strconv.Itoa(e.item+1)
		out = append(out, m)
	}
	return out, tellProblems(problems, f.total)
}

// sharedIDs returns the identifiers that more than one of entries have.
func sharedIDs(entries []entry) map[string]bool {
	count := map[string]int{}
	shared := map[string]bool{}
	for i := range entries {
		id := entries[i].id
		count[id]++
		shared[id] = count[id] > 1
	}
	return shared
}

// tellProblems says which of total items could not be read, and why.
func tellProblems(problems []problem, total int) error {
	const shown = 3
	var says []string
	for _, p := range problems[:min(len(problems), shown)] {
		where := fmt.Sprintf("item %d", p.item+1)
		if p.item < 0 {
			where = "what it says of itself"
		}
		says = append(says, where+": "+SanitizeLine(p.err.Error()))
	}
	if more := len(problems) - shown; more > 0 {
		says = append(says, fmt.Sprintf("and %d more", more))
	}
	if total > maxItems {
		says = append(says, fmt.Sprintf("of its %d items only the first %d are read; split it", total, maxItems))
	}
	if says == nil {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrItems, strings.Join(says, "; "))
}
