package source

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"

	jsonfeed "github.com/mmcdole/gofeed/json"
)

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
