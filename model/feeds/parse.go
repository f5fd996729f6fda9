package feeds

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"github.com/mmcdole/gofeed"

	"reader/model"
	"reader/model/source"
)

// channel is a feed as it was fetched.
type channel struct {
	title, page string
	items       []item
}

// item is an item of a channel.
type item struct {
	article  *model.Article
	full     bool   // it has the whole text of its page
	original []byte // as it stands in the feed, nil if that can't be told
}

// isFeed reports whether data begins as a feed does.
func isFeed(data []byte) bool {
	return gofeed.DetectFeedType(bytes.NewReader(data)) != gofeed.FeedTypeUnknown
}

// parse reads the feed in data, which was fetched from address. With an error there may be items all the same.
func parse(address string, data []byte) (channel, error) {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return channel{}, fmt.Errorf("%s: this is no feed: %s", address, source.SanitizeLine(err.Error()))
	}
	c := channel{title: source.SanitizeLine(html.UnescapeString(f.Title)), page: source.SanitizeLine(f.Link)}
	originals := originalsOf(data)
	for i, it := range f.Items {
		text := "# " + html.UnescapeString(it.Title) + "\n\n" + firstOf(it.Content, it.Description)
		articles, err := source.Read(fmt.Sprintf("%s#%d.md", address, i+1), []byte(text))
		if err != nil {
			continue
		}
		a := articles[0]
		a.URL, a.ID = it.Link, source.SanitizeLine(firstOf(it.GUID, it.Link, a.ID))
		if it.PublishedParsed != nil {
			a.Published = model.Date{Time: *it.PublishedParsed, Clock: true}
		}
		got := item{article: a, full: it.Content != "" || len(a.Text) > 1000}
		if len(originals) == len(f.Items) {
			got.original = originals[i]
		}
		c.items = append(c.items, got)
	}
	return c, nil
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}
