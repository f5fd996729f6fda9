package source

import (
	"fmt"
	"net/url"
	"strings"

	ext "github.com/mmcdole/gofeed/extensions"

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
	f := feed{total: p.total, base: resolve(nil, attributeIn(p.root, "xml:base"))}
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

// value returns the text of the first element of an extension, or "".
func value(all ext.Extensions, prefix, name string) string {
	if found := all[prefix][name]; len(found) > 0 {
		return found[0].Value
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
