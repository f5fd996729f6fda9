package main

import (
	"fmt"
	"io"
	"time"
)

// progress tells on a terminal how far the reading has come, once it takes long. Elsewhere it is silent.
type progress struct {
	w     io.Writer // nil: silent
	found func() (n int, all bool)
	done  int
	next  time.Time // not before
	shown bool
}

const (
	patience = 500 * time.Millisecond // before anything is told
	pace     = 100 * time.Millisecond // between two tellings
)

func newProgress(w io.Writer, found func() (n int, all bool)) *progress {
	p := &progress{found: found, next: time.Now().Add(patience)}
	if isTerminal(w) {
		p.w = w
	}
	return p
}

// read says that n more inputs were read.
func (p *progress) read(n int) {
	p.done += n
	now := time.Now()
	if p.w == nil || now.Before(p.next) {
		return
	}
	p.next, p.shown = now.Add(pace), true
	total, all := p.found()
	more := ""
	if !all {
		more = " and more"
	}
	_, _ = fmt.Fprintf(p.w, "\r\x1b[Kanalysing %d of %d%s", p.done, total, more)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.shown {
		p.shown = false
		_, _ = fmt.Fprint(p.w, "\r\x1b[K")
	}
}
