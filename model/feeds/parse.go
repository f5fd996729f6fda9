package feeds

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

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
func isFeed(data []byte) bool { return source.IsFeed(data) }

// parse reads the feed in data, which was fetched from address. With an error there may be items all the same.
func parse(address string, data []byte) (channel, error) {
	address = source.SanitizeLine(address)
	info, err := source.FeedInfo(data)
	switch {
	case errors.Is(err, source.ErrEmpty) && isFeed(data):
		return channel{}, nil // nothing happened yet
	case err != nil && len(info.Items) == 0:
		return channel{}, fmt.Errorf("%s: %w", address, err)
	}
	articles, err := source.Read(address, data)
	c := channel{title: info.Title, page: info.Link, items: make([]item, len(articles))}
	originals := originalsOf(data)
	for i, a := range articles {
		c.items[i] = item{article: a, full: info.Items[i].Full}
		_, number, _ := strings.Cut(strings.TrimPrefix(a.Path, address), "#")
		if n, _ := strconv.Atoi(number); 0 < n && n <= len(originals) {
			c.items[i].original = originals[n-1]
		}
	}
	return c, err
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}
