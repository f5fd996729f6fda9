package linear

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"reader/model/source"
	"reader/model/state"
	"reader/ui/line"
)

// prompt stands before what is typed.
const prompt = "reader> "

// longest is how many bytes a command may have.
const longest = 64 << 10

// patience is how long the first prompt waits for articles; meanwhile there is something to hear.
const patience = time.Second

// Run does what the lines of in say, until one says to quit, there are no more, or ctx ends. At a terminal it tells what goes
// wrong and goes on; a script ends with the first error, which is returned with the number of its line.
func (r *Reader) Run(ctx context.Context, in io.Reader) error {
	if r.o.Script {
		r.await(ctx, nil)
	} else {
		r.greet()
		r.await(ctx, time.After(patience))
		r.takeStock()
	}
	lines := linesOf(ctx, in)
	for n := 1; !r.quit; n++ {
		r.ask()
		typed, ok := lines.next(ctx)
		if !ok {
			r.asked = nil
			return r.ended(false)
		}
		err := typed.err
		if errors.Is(err, io.EOF) {
			return r.ended(!r.o.Script)
		}
		if err == nil {
			err = r.Do(ctx, typed.line)
		}
		switch {
		case err == nil || ctx.Err() != nil:
		case r.o.Script || r.out.err != nil || typed.err != nil:
			_ = r.leave(false) // the error that is returned came first
			return fmt.Errorf("line %d: %w", n, err)
		default:
			r.out.say("%s", sentence(capital(source.SanitizeLine(err.Error()))))
		}
	}
	return r.leave(true)
}

// input is a line, or why there is none.
type input struct {
	line string
	err  error
}

// lines is the lines of a reader, none of which is read before it is wanted: until then what is typed is for another program, if one has the
// terminal.
type lines struct {
	want chan struct{}
	come chan input
}

// linesOf returns the lines of in, until ctx ends.
func linesOf(ctx context.Context, in io.Reader) *lines {
	l := &lines{make(chan struct{}), make(chan input, 1)}
	s := bufio.NewScanner(in)
	s.Buffer(nil, longest)
	go func() {
		for {
			select {
			case <-l.want:
				l.come <- read(s)
			case <-ctx.Done():
				return
			}
		}
	}()
	return l
}

// next returns the next line; false if ctx ends before it comes.
func (l *lines) next(ctx context.Context) (i input, ok bool) {
	select {
	case l.want <- struct{}{}:
	case <-ctx.Done():
		return input{}, false
	}
	select {
	case i = <-l.come:
		return i, true
	case <-ctx.Done():
		return input{}, false
	}
}

// read returns the next line of s.
func read(s *bufio.Scanner) input {
	if s.Scan() {
		return input{line: s.Text()}
	}
	switch err := s.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return input{err: Mistake{fmt.Sprintf("A command may have %s bytes, and this one has more.", line.Thousands(longest))}}
	case err != nil:
		return input{err: fmt.Errorf("the commands can't be read: %w", err)}
	default:
		return input{err: io.EOF}
	}
}

// ask writes the prompt.
func (r *Reader) ask() {
	if !r.o.Script {
		r.out.write(prompt)
		_ = r.out.flush() // the next command meets it again
	}
}

// ended leaves at the end of the lines. At a terminal that is said by a key, as good as quit.
func (r *Reader) ended(goodbye bool) error {
	if !r.o.Script {
		r.out.write("\n") // what comes next does not stand behind the prompt
	}
	err := r.leave(goodbye)
	if err == nil && r.o.Script && r.asked != nil {
		return Mistake{"The lines end where an answer was asked for."}
	}
	return err
}

// leave keeps where one is, and, if one said goodbye, that articles which come from now on are new.
func (r *Reader) leave(goodbye bool) error {
	err := r.keepPlace()
	if goodbye && r.o.State != nil {
		err = errors.Join(err, r.o.State.Close())
	}
	return errors.Join(err, r.out.flush())
}

// greet tells what this is.
func (r *Reader) greet() {
	r.out.say("Reader, linear. Enter goes on, a number opens what was listed, help lists the commands, quit leaves.")
	if r.o.Hint != "" {
		r.out.say("%s", r.o.Hint)
	}
	_ = r.out.flush() // the first command meets it again
}

// takeStock tells what there is, and Enter lists it.
func (r *Reader) takeStock() {
	r.out.say("%s", r.stock())
	if n := len(r.lib.Fresh(r.o.State)); n > 0 {
		r.out.say("%s new since %s; the command new tells who speaks.", line.Count(n, "article"), line.Moment(r.o.State.Since()))
	}
	var trouble []string
	if n := len(r.problems); n > 0 {
		trouble = append(trouble, line.Count(n, "problem"))
	}
	if n := len(r.partly()); n > 0 {
		trouble = append(trouble, line.Count(n, "article")+" read in part")
	}
	if len(trouble) > 0 {
		r.out.say("There is trouble: %s; the command problems tells.", strings.Join(trouble, ", "))
	}
	r.goOn = func(ctx context.Context) error { return r.list(ctx, "") }
}

// stock tells how many articles there are.
func (r *Reader) stock() string {
	s := line.Count(r.lib.Len(), "article")
	if r.o.State != nil {
		unread := 0
		for ref := range r.lib.All() {
			if !r.isRead(ref) {
				unread++
			}
		}
		s += fmt.Sprintf(", %s unread", line.Thousands(unread))
	}
	if p := r.load.progress(); p != "" {
		s += ". " + p
	}
	return s + "."
}

// keep does do, which changes what is kept.
func (r *Reader) keep(do func(*state.Log) error) error {
	if r.o.State == nil {
		return nil
	}
	return do(r.o.State)
}
