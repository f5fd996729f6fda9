package feeds

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"

	"reader/model/fetch"
	"reader/model/source"
)

// outline is an element of OPML: a feed, or a group of others.
type outline struct {
	Text     string    `xml:"text,attr"`
	Title    string    `xml:"title,attr,omitempty"`
	Type     string    `xml:"type,attr,omitempty"`
	URL      string    `xml:"xmlUrl,attr,omitempty"`
	Page     string    `xml:"htmlUrl,attr,omitempty"`
	Outlines []outline `xml:"outline"`
}

type document struct {
	XMLName  xml.Name  `xml:"opml"`
	Version  string    `xml:"version,attr"`
	Title    string    `xml:"head>title"`
	Outlines []outline `xml:"body>outline"`
}

// maxDepth is how deep groups may be nested.
const maxDepth = 16

// Import puts the feeds in data, a file of OPML, on the list, and returns how many are new and how many were known.
func (s *Subscriptions) Import(data []byte) (added, known int, err error) {
	feeds, err := readOPML(data)
	if err != nil {
		return 0, 0, err
	}
	if len(feeds) == 0 {
		return 0, 0, errors.New("there is no feed in it: no outline with an xmlUrl")
	}
	for _, f := range feeds {
		switch _, err := s.Add(f); {
		case errors.Is(err, ErrKnown):
			known++
		case err != nil:
			return added, known, err
		default:
			added++
		}
	}
	return added, known, nil
}

// Export returns the list as OPML.
func (s *Subscriptions) Export() ([]byte, error) {
	list, err := s.All()
	if err != nil {
		return nil, err
	}
	return writeOPML(list)
}

// readOPML returns the feeds in a file of OPML.
func readOPML(data []byte) ([]Feed, error) {
	var doc document
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	if err := d.Decode(&doc); err != nil {
		return nil, fmt.Errorf("this is not OPML: %s", source.SanitizeLine(err.Error()))
	}
	var out []Feed
	collect(doc.Outlines, nil, &out)
	return out, nil
}

// collect appends the feeds in outlines to out; path is the groups that they are in.
func collect(outlines []outline, path []string, out *[]Feed) {
	for _, o := range outlines {
		title := source.SanitizeLine(firstOf(o.Title, o.Text))
		if address, ok := fetch.Address(o.URL); ok && o.URL != "" {
			*out = append(*out, Feed{URL: address, Title: title, Page: source.SanitizeLine(o.Page), Group: strings.Join(path, "/")})
		}
		if len(path) < maxDepth {
			collect(o.Outlines, append(slices.Clip(path), strings.ReplaceAll(title, "/", "∕")), out)
		}
	}
}

// writeOPML returns list as a file of OPML.
func writeOPML(list []Feed) ([]byte, error) {
	doc := document{Version: "2.0", Title: "Feeds"}
	for _, f := range list {
		in := &doc.Outlines
		if f.Group != "" {
			for name := range strings.SplitSeq(f.Group, "/") {
				in = group(in, name)
			}
		}
		title := firstOf(f.Title, f.Name)
		*in = append(*in, outline{Text: title, Title: title, Type: "rss", URL: f.URL, Page: f.Page})
	}
	data, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("the feeds can't be written as OPML: %w", err)
	}
	return append([]byte(xml.Header), append(data, '\n')...), nil
}

// group returns the outlines of the group called name in outlines, which gets it if there is none.
func group(outlines *[]outline, name string) *[]outline {
	for i := range *outlines {
		if o := &(*outlines)[i]; o.URL == "" && o.Text == name {
			return &o.Outlines
		}
	}
	*outlines = append(*outlines, outline{Text: name})
	return &(*outlines)[len(*outlines)-1].Outlines
}
