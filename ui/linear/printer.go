package linear

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"reader/ui/line"
)

// printer writes lines of text. It remembers the first error, and writes nothing after it.
type printer struct {
	raw   io.Writer
	w     *bufio.Writer // to raw
	width func() int    // nil: lines are not wrapped
	err   error
}

func newPrinter(w io.Writer, width func() int) *printer {
	return &printer{raw: w, w: bufio.NewWriter(w), width: width}
}

// say writes a line, wrapped where that is asked for.
func (p *printer) say(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	if p.width != nil {
		if w := p.width(); w > 0 {
			s = strings.Join(line.Wrap(s, w), "\n")
		}
	}
	p.write(s + "\n")
}

func (p *printer) write(s string) {
	if p.err == nil {
		_, p.err = p.w.WriteString(s)
	}
}

// flush writes what is still to be written and returns what went wrong so far.
func (p *printer) flush() error {
	if p.err == nil {
		p.err = p.w.Flush()
	}
	if p.err != nil && !errors.Is(p.err, syscall.EPIPE) {
		return fmt.Errorf("the answer can't be written: %w", p.err)
	}
	return p.err
}

// lend lets another program write, after all that was written so far.
func (p *printer) lend(to func(io.Writer) error) error {
	if err := p.flush(); err != nil {
		return err
	}
	return to(p.raw)
}
