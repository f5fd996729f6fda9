package source

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed/atom"
	ext "github.com/mmcdole/gofeed/extensions"
	jsonfeed "github.com/mmcdole/gofeed/json"
	"github.com/mmcdole/gofeed/rss"

	"reader/model"
)

// entry is an item of a feed of any kind, as it says it: entities of HTML may still stand in its fields.
type entry struct {
	item                       int // its number, from 0
	id, link, title, publisher string
	language                   string
	authors, tags, captions    []string
	published                  model.Date
	content, summary           words
}

// words are a text of an entry: HTML as far as it can be told, unless plain says that it is not.
type words struct {
	text  string
	plain bool
}

// parser parses a document of one format, which has either what a feed says of itself or one item of it, and adds that
// to f.
type parser func(document string, isHead bool, f *feed) error

// parseXMLFeed parses RSS, RDF or Atom.
func parseXMLFeed(text string) (*feed, error) {
	p := splitFeed(text)
	var read parser
	switch strings.ToLower(localName(p.name)) {
	case "rss", "rdf":
		read = readRSS
	case "feed":
		read = readAtom
	default:
		return nil, ErrNoFeed
	}
	f := feed{total: p.total, base: resolve(nil, attribute(p.root, "xml:base"))}
	if err := p.parse(p.head, true, &f, read); err != nil {
		f.problems = append(f.problems, problem{-1, err})
	}
	for i, item := range p.items {
		before := len(f.entries)
		err := p.parse(item, false, &f, read)
		switch {
		case err == nil && len(f.entries) == before:
			err = ErrEmpty
		case err == nil:
			f.entries[before].item = i
			f.entries = f.entries[:before+1]
			continue
		}
		f.problems = append(f.problems, problem{i, err})
	}
	return &f, nil
}

// parse lets read parse a part of the feed as a document of its own: as it is, and if that fails, with all attributes
// written anew.
func (p *parts) parse(part string, isHead bool, f *feed, read parser) (err error) {
	if len(part) > maxItemSize {
		return fmt.Errorf("larger than %d MiB", maxItemSize>>20)
	}
	defer caught(&err)
	end := "</" + p.name + ">"
	for _, plain := range []bool{false, true} {
		root := strings.TrimSuffix(mend(p.root, plain), end)
		if err = read(root+mend(part, plain)+end, isHead, f); err == nil {
			return nil
		}
	}
	return fmt.Errorf("its XML is broken: %w", err)
}

// caught makes an error of a panic: what is read is hostile input, and what reads it are libraries.
func caught(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%v", r)
	}
}

// readRSS is the parser of RSS and RDF.
func readRSS(document string, isHead bool, f *feed) error {
	in, err := new(rss.Parser).Parse(strings.NewReader(document))
	if err != nil {
		return fmt.Errorf("as RSS: %w", err)
	}
	if isHead {
		f.title, f.link = in.Title, in.Link
		f.self = atomLink(in.Extensions, "self")
		f.link = cmp.Or(f.link, atomLink(in.Extensions, "alternate"))
		f.language = in.Language
		if dc := in.DublinCoreExt; dc != nil {
			f.title = cmp.Or(f.title, first(dc.Title))
			f.language = cmp.Or(f.language, first(dc.Language))
		}
		f.id = cmp.Or(f.link, f.self)
	}
	for _, item := range in.Items {
		f.entries = append(f.entries, ofRSS(item))
	}
	return nil
}

func ofRSS(in *rss.Item) entry {
	e := entry{
		link:      cmp.Or(value(in.Extensions, "feedburner", "origLink"), in.Link, atomLink(in.Extensions, "alternate")),
		title:     in.Title,
		published: feedDate(in.PubDate, in.PubDateParsed),
		content:   words{text: cmp.Or(in.Content, in.Custom["encoded"], value(in.Extensions, "atom", "content"))},
		summary:   words{text: in.Description},
	}
	if in.GUID != nil {
		e.id = in.GUID.Value
		if e.link == "" && in.GUID.IsPermalink == "true" {
			e.link = in.GUID.Value
		}
	}
	if in.Source != nil {
		e.publisher = in.Source.Title
	}
	for _, c := range in.Categories {
		e.tags = append(e.tags, c.Value)
	}
	e.authors = authorOfRSS(in.Author)
	if dc := in.DublinCoreExt; dc != nil {
		e.dublinCore(dc)
	}
	if it := in.ITunesExt; it != nil {
		e.summary.text = cmp.Or(e.summary.text, it.Summary)
		if len(e.authors) == 0 && it.Author != "" {
			e.authors = []string{it.Author}
		}
	}
	e.summary.text = cmp.Or(e.summary.text, value(in.Extensions, "atom", "summary"))
	if e.published.IsZero() {
		e.published = feedDate(cmp.Or(value(in.Extensions, "atom", "published"), value(in.Extensions, "atom", "updated")), nil)
	}
	e.media(in.Extensions)
	return e
}

// dublinCore fills in what the elements of Dublin Core tell, where the item itself does not.
func (e *entry) dublinCore(dc *ext.DublinCoreExtension) {
	e.title = cmp.Or(e.title, first(dc.Title))
	e.summary.text = cmp.Or(e.summary.text, first(dc.Description))
	e.language = first(dc.Language)
	e.tags = append(e.tags, dc.Subject...)
	if len(e.authors) == 0 {
		e.authors = slices.Concat(dc.Creator, dc.Author)
	}
	if e.published.IsZero() {
		e.published = feedDate(first(dc.Date), nil)
	}
}

// authorOfRSS returns the author of RSS, who is an e-mail address and a name in parentheses, or a name.
func authorOfRSS(s string) []string {
	s = strings.TrimSpace(s)
	before, after, ok := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	switch before = strings.TrimSpace(before); {
	case s == "":
		return nil
	case ok && strings.Contains(before, "@") && after != "":
		return []string{after}
	case ok && strings.Contains(after, "@") && before != "":
		return []string{before}
	}
	return []string{s}
}

// media takes the descriptions of pictures as captions. Where they are the only words there are, as in feeds of videos,
// they are the text.
func (e *entry) media(all ext.Extensions) {
	elements := all["media"]
	for _, element := range append(elements["group"], append(elements["content"], elements["thumbnail"]...)...) {
		for _, c := range element.Children["content"] {
			e.caption(c.Children["description"])
		}
		e.caption(element.Children["description"])
	}
	e.caption(elements["description"])
	if e.content.text == "" && e.summary.text == "" && len(e.captions) > 0 {
		e.summary.text, e.captions = strings.Join(e.captions, "\n\n"), nil
	}
}

func (e *entry) caption(descriptions []ext.Extension) {
	for _, d := range descriptions {
		e.captions = append(e.captions, d.Value)
	}
}

// readAtom is the parser of Atom.
func readAtom(document string, isHead bool, f *feed) error {
	in, err := new(atom.Parser).Parse(strings.NewReader(document))
	if err != nil {
		return fmt.Errorf("as Atom: %w", err)
	}
	if isHead {
		f.title, f.link, f.self = in.Title, linkWith(in.Links, "alternate"), linkWith(in.Links, "self")
		f.language, f.authors = in.Language, personsOf(in.Authors)
		f.id = cmp.Or(in.ID, f.link, f.self)
	}
	for _, item := range in.Entries {
		f.entries = append(f.entries, ofAtom(item))
	}
	return nil
}

func ofAtom(in *atom.Entry) entry {
	e := entry{
		id:        in.ID,
		link:      cmp.Or(value(in.Extensions, "feedburner", "origLink"), linkWith(in.Links, "alternate")),
		title:     in.Title,
		authors:   personsOf(in.Authors),
		published: feedDate(in.Published, in.PublishedParsed),
		summary:   words{text: in.Summary},
	}
	if in.Content != nil {
		kind := strings.ToLower(in.Content.Type)
		e.content = words{text: in.Content.Value, plain: kind == "text" || kind == "text/plain"}
	}
	if e.published.IsZero() {
		e.published = feedDate(in.Updated, in.UpdatedParsed)
	}
	if in.Source != nil {
		e.publisher = in.Source.Title
		if len(e.authors) == 0 {
			e.authors = personsOf(in.Source.Authors)
		}
	}
	for _, c := range in.Categories {
		e.tags = append(e.tags, cmp.Or(c.Label, c.Term))
	}
	e.media(in.Extensions)
	return e
}

func personsOf(people []*atom.Person) []string {
	out := make([]string, 0, len(people))
	for _, p := range people {
		out = append(out, cmp.Or(p.Name, p.Email))
	}
	return out
}

// linkWith returns the first of links with the relation rel, of pages before other files.
func linkWith(links []*atom.Link, rel string) string {
	found := ""
	for _, l := range links {
		if l.Rel == rel && (found == "" || l.Type == "text/html") {
			if found = l.Href; l.Type == "" || l.Type == "text/html" {
				break
			}
		}
	}
	return found
}

// parseJSONFeed parses JSON Feed. What has another type than it should have counts as not there.
func parseJSONFeed(text string) (*feed, error) {
	var in struct {
		Title       string             `json:"title"`
		HomePageURL string             `json:"home_page_url"`
		FeedURL     string             `json:"feed_url"`
		Language    string             `json:"language"`
		Author1     *jsonfeed.Author   `json:"author"`
		Authors     []*jsonfeed.Author `json:"authors"`
		Items       []json.RawMessage  `json:"items"`
	}
	if err := decodeJSON(text, &in); err != nil {
		return nil, err
	}
	f := feed{title: in.Title, link: in.HomePageURL, self: in.FeedURL, language: in.Language, total: len(in.Items)}
	f.id = cmp.Or(f.self, f.link)
	f.authors = namesOf(in.Authors, in.Author1)
	for i, raw := range in.Items[:min(len(in.Items), maxItems)] {
		var item jsonfeed.Item
		if err := decodeJSON(string(raw), &item); err != nil || len(raw) > maxItemSize {
			f.problems = append(f.problems, problem{i, cmp.Or(err, ErrTooLarge)})
			continue
		}
		e := ofJSON(&item)
		e.item = i
		f.entries = append(f.entries, e)
	}
	return &f, nil
}

// decodeJSON decodes text into v, passing over values of a type that v does not have there.
func decodeJSON(text string, v any) error {
	err := json.Unmarshal([]byte(text), v)
	var wrong *json.UnmarshalTypeError
	var broken *json.SyntaxError
	switch {
	case err == nil, errors.As(err, &wrong):
		return nil
	case errors.As(err, &broken):
		return fmt.Errorf("%w: its JSON is broken at byte %d", ErrNoFeed, broken.Offset)
	}
	return fmt.Errorf("%w: %w", ErrNoFeed, err)
}

func ofJSON(in *jsonfeed.Item) entry {
	e := entry{
		id: in.ID, link: in.URL, title: in.Title, language: in.Language, tags: in.Tags,
		authors:   namesOf(in.Authors, in.Author),
		published: feedDate(in.DatePublished, nil),
		content:   words{text: in.ContentHTML},
		summary:   words{text: in.Summary, plain: true},
	}
	if e.content.text == "" {
		e.content = words{text: in.ContentText, plain: true}
	}
	if e.published.IsZero() {
		e.published = feedDate(in.DateModified, nil)
	}
	return e
}

func namesOf(authors []*jsonfeed.Author, single *jsonfeed.Author) []string {
	var out []string
	for _, a := range append(authors, single) {
		if a != nil && a.Name != "" {
			out = append(out, a.Name)
		}
	}
	return out
}

// feedDate returns the date that s tells, or else what the parser of the feed took it for, but for days and months that
// may have changed places.
func feedDate(s string, parsed *time.Time) model.Date {
	s = strings.TrimSpace(s)
	if d, ok := parseDate(fullYear(s)); ok {
		return d
	}
	if parsed == nil || parsed.Year() < 1500 || parsed.Year() > 2200 || strings.Count(s, "/") == 2 && !strings.HasPrefix(s, "20") {
		return model.Date{}
	}
	if !strings.Contains(s, ":") {
		y, m, d := parsed.Date()
		return model.Date{Time: time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
	}
	return model.Date{Time: *parsed, Clock: true}
}

// fullYear writes a year of two digits behind a month with four.
func fullYear(s string) string {
	fields := strings.Fields(s)
	for i, year := range fields {
		if i == 0 || len(year) != 2 || strings.Trim(year, "0123456789") != "" || monthOf(strings.ToLower(fields[i-1])) == 0 || i == 1 || len(fields[i-2]) > 2 {
			continue
		}
		if fields[i] = "20" + year; year > "69" {
			fields[i] = "19" + year
		}
		return strings.Join(fields, " ")
	}
	return s
}

// value returns the text of the first element of an extension, or "".
func value(all ext.Extensions, prefix, name string) string {
	if found := all[prefix][name]; len(found) > 0 {
		return found[0].Value
	}
	return ""
}

// atomLink returns the target of a link of Atom among the extensions of RSS.
func atomLink(all ext.Extensions, rel string) string {
	for _, l := range all["atom"]["link"] {
		if cmp.Or(l.Attrs["rel"], "alternate") == rel {
			return l.Attrs["href"]
		}
	}
	return ""
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

// resolve returns address as seen from base, or base if it is no address.
func resolve(base *url.URL, address string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || address == "":
		return base
	case base != nil:
		return base.ResolveReference(u)
	case u.IsAbs():
		return u
	}
	return nil
}
