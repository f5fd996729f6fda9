// Package fetch is the one HTTP client of the program. What it asks for may be anybody's, and hostile: it takes http
// and https alone, looks at every address before it connects, and ends what is too slow, too far round or too large.
package fetch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"golang.org/x/sync/semaphore"

	"reader/model/markdown"
	"reader/model/source"
)

// The caps on an answer.
const (
	MaxBody      = 32 << 20  // bytes, unpacked
	maxHeader    = 256 << 10 // bytes
	maxRedirects = 5
	small        = 1 << 20 // bytes of an answer that any number of requests may hold at once
	maxLarge     = 2       // answers that may be read beyond that at once
)

// The deadlines where Options name none.
const (
	defaultTotal = 30 * time.Second
	defaultIdle  = 15 * time.Second
)

// Options is what a Client is made with. The zero value is a good one, but for Agent.
type Options struct {
	Agent    string                           // the User-Agent
	Permit   func(netip.Addr) error           // why an address may not be connected to, said as what it is; nil: Public
	Total    time.Duration                    // for an answer, redirects included; 0: 30 s
	Idle     time.Duration                    // for the first byte and between two; 0: 15 s
	Resolver *net.Resolver                    // nil: the system's
	Proxy    func(*url.URL) (*url.URL, error) // nil: as HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say
}

// Client asks for pages and feeds. It keeps no cookies. It is safe for concurrent use.
type Client struct {
	agent       string
	total, idle time.Duration
	transport   http.RoundTripper
	large       *semaphore.Weighted
}

// New returns a client.
func New(o Options) *Client {
	return &Client{
		agent:     o.Agent,
		total:     cmp.Or(o.Total, defaultTotal),
		idle:      cmp.Or(o.Idle, defaultIdle),
		transport: newTransport(o),
		large:     semaphore.NewWeighted(maxLarge),
	}
}

// Request says what to ask for.
type Request struct {
	URL          string
	ETag         string // of the answer that is known already, as it was given; "" if none is
	LastModified string // the same
}

// Response is an answer.
type Response struct {
	URL          string // where it came from in the end
	Moved        string // where URL of the request has moved to for good, "" if it has not
	NotModified  bool   // the answer that is known already still holds; there is no Body
	Type         string // the Content-Type, "" if none is given
	ETag         string
	LastModified string
	Body         []byte // unpacked
}

// Get asks for r. The error is an *Error, but for the cause of the end of ctx.
func (c *Client) Get(ctx context.Context, r Request) (*Response, error) {
	address, ok := Address(r.URL)
	if !ok {
		return nil, &Error{Host: source.SanitizeLine(r.URL), Says: "is no address of a page; one begins with https:// or http://"}
	}
	caller := ctx
	ctx, stop := context.WithTimeoutCause(ctx, c.total, errTotal)
	defer stop()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	idle := time.AfterFunc(c.idle, func() { end(errIdle) })
	defer idle.Stop()

	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, &Error{Host: address, Says: "is no address of a page", cause: err}
	}
	c.setHeader(request.Header, r)
	way := &trail{host: request.URL.Host}
	answer, err := c.ask(request, way, pulse{idle, c.idle})
	switch {
	case err == nil:
		return answer, nil
	case caller.Err() != nil:
		return nil, fmt.Errorf("%s was not waited for: %w", way.host, context.Cause(caller))
	case ctx.Err() != nil:
		err = context.Cause(ctx)
	}
	return nil, c.explain(way.host, err)
}

// Address returns s as an address that can be asked for, false if it is none. What has no scheme is taken for https.
func Address(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "feed://"); ok {
		s = "http://" + rest
	}
	s = strings.TrimPrefix(s, "feed:")                            // of another scheme
	if !strings.Contains(s, "://") && !strings.Contains(s, "@") { // that is one of mail
		s = "https://" + s
	}
	address, ok := markdown.Address(s)
	address, _, _ = strings.Cut(address, "#")
	return address, ok && !strings.HasPrefix(address, "mailto:")
}

func (c *Client) setHeader(h http.Header, r Request) {
	h.Set("User-Agent", c.agent)
	h.Set("Accept", "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5")
	h.Set("Accept-Encoding", "gzip, deflate, br")
	if r.ETag != "" {
		h.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		h.Set("If-Modified-Since", r.LastModified)
	}
}

// ask sends request and reads the answer.
func (c *Client) ask(request *http.Request, way *trail, beat pulse) (*Response, error) {
	client := http.Client{Transport: c.transport, CheckRedirect: way.follow}
	resp, err := client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("no answer: %w", err)
	}
	defer func() { _ = resp.Body.Close() }() // it was only read
	if err = problemOf(resp); err != nil {
		return nil, err
	}
	answer := &Response{
		URL:          resp.Request.URL.String(),
		Moved:        way.moved,
		NotModified:  resp.StatusCode == http.StatusNotModified,
		Type:         resp.Header.Get("Content-Type"),
		ETag:         resp.Header.Get("ETag"),
		LastModified: resp.Header.Get("Last-Modified"),
	}
	if answer.NotModified {
		return answer, nil
	}
	body, err := unpack(resp.Header, io.TeeReader(resp.Body, beat))
	if err == nil {
		answer.Body, err = c.readAll(request.Context(), body, beat)
	}
	if err != nil {
		return nil, fmt.Errorf("no whole answer: %w", err)
	}
	return answer, nil
}

// readAll reads body. So that many large answers do not fill the memory, only few are read at once.
func (c *Client) readAll(ctx context.Context, body io.Reader, beat pulse) ([]byte, error) {
	start, err := io.ReadAll(io.LimitReader(body, small))
	if err != nil {
		return nil, fmt.Errorf("not read: %w", err)
	}
	if len(start) < small {
		return start, nil
	}
	beat.timer.Stop()
	if err = c.large.Acquire(ctx, 1); err != nil {
		return nil, fmt.Errorf("no room for it: %w", err)
	}
	defer c.large.Release(1)
	beat.timer.Reset(beat.idle)
	rest, err := io.ReadAll(io.LimitReader(body, MaxBody-small+1))
	switch {
	case len(rest) > MaxBody-small:
		return nil, errTooLarge
	case err != nil:
		return nil, fmt.Errorf("not read: %w", err)
	}
	return append(start, rest...), nil
}

// pulse sets a timer back whenever something comes.
type pulse struct {
	timer *time.Timer
	idle  time.Duration
}

// Write implements io.Writer.
func (p pulse) Write(data []byte) (int, error) {
	p.timer.Reset(p.idle)
	return len(data), nil
}

// trail is the way of a request through redirects.
type trail struct {
	host   string // asked last
	moved  string
	passed bool // a redirect that is not for good
}

// follow is called before each redirect is followed.
func (t *trail) follow(next *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return errRedirects
	}
	if s := next.URL.Scheme; s != "http" && s != "https" {
		return errScheme(s)
	}
	t.host = next.URL.Host
	next.Header.Del("Referer")
	status := next.Response.StatusCode
	if status != http.StatusMovedPermanently && status != http.StatusPermanentRedirect {
		t.passed = true
	}
	if !t.passed {
		t.moved = next.URL.String()
	}
	return nil
}

// The causes for which a request is ended.
var (
	errTotal     = errors.New("total")
	errIdle      = errors.New("idle")
	errTooLarge  = errors.New("too large")
	errRedirects = errors.New("redirects")
)
