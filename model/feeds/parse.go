package feeds

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"reader/model"
	"reader/model/source"
)

// item is an item of a feed as it was fetched.
type item struct {
	article  *model.Article
	part     bool   // it has no more than a part of the text of its page
	original []byte // as it stands in the feed, nil if that can't be told
}

// parse reads the items of the feed in data, which was fetched from address. Which of them are a part is told with parts
// alone, as it costs as much again. With an error there may be items all the same.
func parse(address string, data []byte, parts bool) ([]item, error) {
	address = source.SanitizeLine(address)
	if !source.IsFeed(data) {
		return nil, fmt.Errorf("%s: %w", address, source.ErrNoFeed)
	}
	articles, err := source.Read(address, data)
	if errors.Is(err, source.ErrEmpty) {
		return nil, nil // nothing happened yet
	}
	items := make([]item, len(articles))
	originals := originalsOf(data)
	for i, a := range articles {
		items[i].article = a
		_, number, _ := strings.Cut(strings.TrimPrefix(a.Path, address), "#")
		if n, _ := strconv.Atoi(number); 0 < n && n <= len(originals) {
			items[i].original = originals[n-1]
		}
	}
	if parts {
		info, _ := source.FeedInfo(data) // its error is that of Read
		for i := range info.Items {
			items[i].part = !info.Items[i].Full
		}
	}
	return items, err
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}
