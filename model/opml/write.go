package opml

import (
	"cmp"
	"encoding/xml"
	"fmt"
)

// document is a list as it is written.
type document struct {
	XMLName  xml.Name   `xml:"opml"`
	Version  string     `xml:"version,attr"`
	Title    string     `xml:"head>title"`
	Outlines []*outline `xml:"body>outline"`
}

// outline is a feed or a folder as it is written.
type outline struct {
	Text     string     `xml:"text,attr"`
	Title    string     `xml:"title,attr,omitempty"`
	Type     string     `xml:"type,attr,omitempty"`
	URL      string     `xml:"xmlUrl,attr,omitempty"`
	Link     string     `xml:"htmlUrl,attr,omitempty"`
	Outlines []*outline `xml:"outline"`
}

// Write returns the list as OPML 2.0. A folder stands where its first feed does, and holds all of its feeds. A feed without
// a title has its address for the text that OPML demands.
func Write(l List) ([]byte, error) {
	d := document{Version: "2.0", Title: l.Title}
	folders := map[*outline]map[string]*outline{}
	for i := range l.Feeds {
		f := &l.Feeds[i]
		at, in := &d.Outlines, (*outline)(nil)
		for _, name := range f.Category {
			next := folders[in][name]
			if next == nil {
				next = &outline{Text: name}
				*at = append(*at, next)
				if folders[in] == nil {
					folders[in] = map[string]*outline{}
				}
				folders[in][name] = next
			}
			at, in = &next.Outlines, next
		}
		*at = append(*at, &outline{Text: cmp.Or(f.Title, f.URL), Title: f.Title, Type: "rss", URL: f.URL, Link: f.Link})
	}
	out, err := xml.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the list of feeds: %w", err)
	}
	return append([]byte(xml.Header), append(out, '\n')...), nil
}
