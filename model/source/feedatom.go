package source

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed/atom"
)

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
