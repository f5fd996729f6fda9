package feeds

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"reader/model/fetch"
	"reader/model/source"
)

// ErrNoFeed says that a page names no feed.
var ErrNoFeed = errors.New("names no feed; give the address of the feed itself")

// Subscribe puts the feed at address on the list: the page there may be the feed, or one that names it, or that of a
// site which has it in a usual place. With full the pages of articles are fetched of which it gives a part. The feed is returned as it stands on the list; the error is ErrKnown if it was there
// before.
func (s *Subscriptions) Subscribe(ctx context.Context, c *fetch.Client, address string, full bool) (Feed, error) {
	answer, err := c.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return Feed{}, err
	}
	if !source.IsFeed(answer.Body) {
		if answer, err = discover(ctx, c, answer); err != nil {
			return Feed{}, err
		}
	}
	info, err := source.FeedInfo(answer.Body)
	if err != nil && len(info.Items) == 0 && !errors.Is(err, source.ErrEmpty) {
		return Feed{}, fmt.Errorf("%s: %w", source.SanitizeLine(answer.URL), err)
	}
	f := Feed{Title: info.Title, Page: info.Link, Full: full}
	f.URL, _ = fetch.Address(answer.URL)
	return s.Add(f)
}

// discover returns the feed of a page: the first that it names, else the first in a usual place of its host.
func discover(ctx context.Context, c *fetch.Client, page *fetch.Response) (*fetch.Response, error) {
	base, err := url.Parse(page.URL)
	if err != nil {
		return nil, fmt.Errorf("%s %w", source.SanitizeLine(page.URL), ErrNoFeed)
	}
	if named := alternates(base, page.Body); len(named) > 0 {
		return askFeed(ctx, c, named[0])
	}
	for _, path := range [...]string{"/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml"} {
		at := base.ResolveReference(&url.URL{Path: path})
		if answer, err := askFeed(ctx, c, at.String()); err == nil || ctx.Err() != nil {
			return answer, err
		}
	}
	return nil, fmt.Errorf("%s %w", source.SanitizeLine(page.URL), ErrNoFeed)
}

// askFeed fetches the feed at address.
func askFeed(ctx context.Context, c *fetch.Client, address string) (*fetch.Response, error) {
	answer, err := c.Get(ctx, fetch.Request{URL: address})
	if err == nil && !source.IsFeed(answer.Body) {
		err = fmt.Errorf("%s is named as a feed, but is none", source.SanitizeLine(address))
	}
	return answer, err
}

// alternates returns the addresses of the feeds that a page names in its head, those of comments last. It costs one
// pass over the head.
func alternates(base *url.URL, page []byte) []string {
	var feeds, comments []string
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return append(feeds, comments...)
		case html.StartTagToken, html.SelfClosingTagToken:
		default:
			continue
		}
		t := z.Token()
		switch t.Data {
		case "body":
			return append(feeds, comments...)
		case "base":
			if u, err := base.Parse(valueOf(t, "href")); err == nil {
				base = u
			}
		case "link":
			address, ok := feedLink(base, t)
			switch {
			case !ok:
			case strings.Contains(strings.ToLower(valueOf(t, "title")+address), "comment"):
				comments = append(comments, address)
			default:
				feeds = append(feeds, address)
			}
		}
	}
}

// feedLink returns where the element link leads, if it is to a feed.
func feedLink(base *url.URL, link html.Token) (string, bool) {
	isAlternate := false
	for word := range strings.FieldsSeq(strings.ToLower(valueOf(link, "rel"))) {
		isAlternate = isAlternate || word == "alternate"
	}
	kind, _, _ := strings.Cut(strings.ToLower(valueOf(link, "type")), ";")
	switch strings.TrimSpace(kind) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml":
	default:
		return "", false
	}
	u, err := base.Parse(strings.TrimSpace(valueOf(link, "href")))
	if err != nil || !isAlternate {
		return "", false
	}
	return fetch.Address(u.String())
}

// valueOf returns the value of an attribute, or "".
func valueOf(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
