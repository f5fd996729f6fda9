package feeds

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"time"

	"reader/model"
	"reader/model/fetch"
	"reader/model/shelf"
	"reader/model/source"
)

// ErrFeed says that at an address there is a feed and not a page.
var ErrFeed = errors.New("this is a feed and not a page; subscribe to it: reader subscribe URL")

// Open fetches the page at address, keeps it, and returns the path of its file.
func (s *Subscriptions) Open(ctx context.Context, c *fetch.Client, address string) (string, error) {
	answer, err := c.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return "", err
	}
	if source.IsFeed(answer.Body) {
		return "", fmt.Errorf("%s: %w", source.SanitizeLine(answer.URL), ErrFeed)
	}
	a, err := readPage(answer)
	if err != nil {
		return "", err
	}
	unlock, err := shelf.Lock(s.Shelf(pages), patience)
	if err != nil {
		return "", fmt.Errorf("the page can't be kept: %w", err)
	}
	defer unlock()
	on, err := shelf.Open(s.Shelf(pages))
	if err != nil {
		return "", err
	}
	hash := shelf.Hash(a)
	if kept, ok := on.Kept(a.ID); !ok || kept.Hash != hash {
		item := shelf.Item{Article: a, Original: answer.Body, Mark: shelf.Mark{Fetched: time.Now(), Hash: hash, Full: true}}
		if _, err := on.Keep(item); err != nil {
			return "", err
		}
	}
	return on.Path(a.ID), on.Flush()
}

// readPage returns the article in a page. It is known by the address that the page gives itself, if that is of the same
// host, else by where it came from: no page can stand in for another's.
func readPage(answer *fetch.Response) (*model.Article, error) {
	address, _ := fetch.Address(answer.URL)
	articles, err := source.Read(address+ending(answer.Type), answer.Body)
	if len(articles) == 0 {
		return nil, err
	}
	a := articles[0]
	own, ok := fetch.Address(a.URL)
	if a.URL == "" || !ok || hostOf(own) != hostOf(address) {
		own = address
	}
	a.URL, a.ID = own, own
	return a, nil
}

// ending returns how the name of a file with content of that type ends.
func ending(contentType string) string {
	switch kind, _, _ := mime.ParseMediaType(contentType); kind { // what can't be read is HTML, like most
	case "text/plain":
		return ".txt"
	case "text/markdown", "text/x-markdown":
		return ".md"
	}
	return ".html"
}

// complete makes the text of an entry that of its page, if that can be had and is more. What it is known by stays.
func (r *refresher) complete(ctx context.Context, entry *shelf.Item) {
	if _, ok := fetch.Address(entry.Article.URL); !ok || entry.Article.URL == "" {
		return
	}
	answer, err := r.get(ctx, fetch.Request{URL: entry.Article.URL})
	if err != nil {
		return // what the feed gave is kept, and the page asked for again with the next change of the feed
	}
	page, err := readPage(answer)
	if err != nil || len(page.Text) <= len(entry.Article.Text) {
		return
	}
	a := *entry.Article
	a.Markdown, a.Text, a.Blocks, a.Furniture, a.Dateline = page.Markdown, page.Text, page.Blocks, page.Furniture, page.Dateline
	if len(a.Authors) == 0 {
		a.Authors = page.Authors
	}
	if a.Published.IsZero() {
		a.Published = page.Published
	}
	entry.Article, entry.Original, entry.Full = &a, answer.Body, true
}
