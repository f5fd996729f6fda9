package feeds

import (
	"context"
	"fmt"
	"net/url"
	"sync"
	"time"
)

// perHost is how many requests to a host may be under way at once.
const perHost = 2

// gate lets requests to a host begin with a gap between them, and few at once.
type gate struct {
	gap time.Duration

	mu    sync.Mutex
	hosts map[string]*host
}

type host struct {
	slots chan struct{}
	next  time.Time // when the next request may begin
}

func newGate(gap time.Duration) *gate { return &gate{gap: gap, hosts: map[string]*host{}} }

// enter waits until a request to address may begin; leave has to be called when it has ended.
func (g *gate) enter(ctx context.Context, address string) (leave func(), err error) {
	h := g.host(address)
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("stopped: %w", context.Cause(ctx))
	}
	leave = func() { <-h.slots }
	timer := time.NewTimer(g.wait(h))
	defer timer.Stop()
	select {
	case <-timer.C:
		return leave, nil
	case <-ctx.Done():
		leave()
		return nil, fmt.Errorf("stopped: %w", context.Cause(ctx))
	}
}

func (g *gate) host(address string) *host {
	name := hostOf(address)
	g.mu.Lock()
	defer g.mu.Unlock()
	h := g.hosts[name]
	if h == nil {
		h = &host{slots: make(chan struct{}, perHost)}
		g.hosts[name] = h
	}
	return h
}

// wait takes the next turn at h and returns how long that is away.
func (g *gate) wait(h *host) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := time.Now()
	turn := h.next
	if turn.Before(now) {
		turn = now
	}
	h.next = turn.Add(g.gap)
	return turn.Sub(now)
}

// hostOf returns the host of an address, without the port.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}
