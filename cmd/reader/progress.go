package main

import (
	"fmt"
	"io"
	"time"
)

// progress tells on a terminal how far the work has come, once it takes long. Elsewhere it is silent.
type progress struct {
	w     io.Writer // nil: silent
	doing string
	of    func() (done, found int, all bool)
	next  time.Time // not before
	shown bool
}

const (
	patience = 500 * time.Millisecond // before anything is told
	pace     = 100 * time.Millisecond // between two tellings
)

func newProgress(w io.Writer, doing string, of func() (done, found int, all bool)) *progress {
	p := &progress{doing: doing, of: of, next: time.Now().Add(patience)}
	if isTerminal(w) {
		p.w = w
	}
	return p
}

// step says that more was done.
func (p *progress) step() {
	now := time.Now()
	if p.w == nil || now.Before(p.next) {
		return
	}
	p.next, p.shown = now.Add(pace), true
	done, found, all := p.of()
	more := ""
	if !all {
		more = " and more"
	}
	_, _ = fmt.Fprintf(p.w, "\r\x1b[K%s %d of %d%s", p.doing, done, found, more)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.shown {
		p.shown = false
		_, _ = fmt.Fprint(p.w, "\r\x1b[K")
	}
}
