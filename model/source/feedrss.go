package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/rss"
)

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

// atomLink returns the target of a link of Atom among the extensions of RSS.
func atomLink(all ext.Extensions, rel string) string {
	for _, l := range all["atom"]["link"] {
		if cmp.Or(l.Attrs["rel"], "alternate") == rel {
			return l.Attrs["href"]
		}
	}
	return ""
}
