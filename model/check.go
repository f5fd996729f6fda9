package model

import (
	"fmt"
	"unicode/utf8"
)

// Check returns the first invariant of the model that a breaks, or nil. Tests and fuzzers call it on
// whatever was read and analysed.
func (a *Article) Check() error {
	if err := a.checkText(); err != nil {
		return err
	}
	for i, s := range a.Sentences {
		if err := a.checkSpan("sentence", i, s, Body); err != nil {
			return err
		}
	}
	for i := range a.Mentions {
		if err := a.checkMention(i); err != nil {
			return err
		}
	}
	for i := range a.Quotes {
		if err := a.checkQuote(i); err != nil {
			return err
		}
	}
	return nil
}

func (a *Article) checkText() error {
	if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
		return fmt.Errorf("text is not UTF-8")
	}
	at := uint32(0)
	for i, b := range a.Blocks {
		if err := a.checkSpan("block", i, b.Span, Body); err != nil {
			return err
		}
		if i > 0 && (b.Span.Start != at+2 || a.Text[at:b.Span.Start] != "\n\n") {
			return fmt.Errorf("block %d starts at %d, not two line ends after %d", i, b.Span.Start, at)
		}
		at = b.Span.End
	}
	if int(at) != len(a.Text) {
		return fmt.Errorf("blocks end at %d, text at %d", at, len(a.Text))
	}
	for i, f := range a.Furniture {
		if int(f.At) > len(a.Text) {
			return fmt.Errorf("furniture %d stands at %d, past the text's end", i, f.At)
		}
	}
	return nil
}

func (a *Article) checkMention(i int) error {
	m := &a.Mentions[i]
	if m.Entity == 0 || int(m.Entity) > len(a.Entities) {
		return fmt.Errorf("mention %d names entity %d of %d", i, m.Entity, len(a.Entities))
	}
	if i > 0 {
		p := &a.Mentions[i-1]
		if m.Field < p.Field || m.Field == p.Field && m.Span.Start < p.Span.Start {
			return fmt.Errorf("mention %d stands before mention %d", i, i-1)
		}
		if m.Field == p.Field && m.Form == Name && p.Form == Name && m.Span.Overlaps(p.Span) {
			return fmt.Errorf("name mentions %d and %d overlap", i-1, i)
		}
	}
	if m.Back > 0 {
		if err := a.checkBack(i); err != nil {
			return err
		}
	}
	return a.checkSpan("mention", i, m.Span, m.Field)
}

// checkBack tests that mention i, which is no name, points back to a mention of its entity before it.
func (a *Article) checkBack(i int) error {
	m := &a.Mentions[i]
	if m.Form == Name || int(m.Back) > i {
		return fmt.Errorf("mention %d, a %s, points %d back", i, m.Form, m.Back)
	}
	if p := &a.Mentions[i-int(m.Back)]; p.Entity != m.Entity || p.Field != m.Field || p.Span.Start >= m.Span.Start {
		return fmt.Errorf("mention %d points to mention %d, of another entity or place", i, i-int(m.Back))
	}
	return nil
}

func (a *Article) checkQuote(i int) error {
	q := &a.Quotes[i]
	if int(q.Speaker) > len(a.Entities) {
		return fmt.Errorf("quote %d names speaker %d of %d", i, q.Speaker, len(a.Entities))
	}
	if e := a.Entity(q.Speaker); e != nil && !e.Type.Speaks() {
		return fmt.Errorf("quote %d is spoken by a %s", i, e.Type)
	}
	if q.Confidence < 0 || q.Confidence > 1 {
		return fmt.Errorf("quote %d has confidence %v", i, q.Confidence)
	}
	if i > 0 {
		p := &a.Quotes[i-1]
		if q.Field < p.Field || q.Field == p.Field && q.Span.Start < p.Span.Start {
			return fmt.Errorf("quote %d stands before quote %d", i, i-1)
		}
	}
	for _, s := range []Span{q.Mention, q.Cue, q.To} {
		if !s.Empty() {
			if err := a.checkSpan("part of quote", i, s, q.Field); err != nil {
				return err
			}
		}
	}
	return a.checkSpan("quote", i, q.Span, q.Field)
}

// checkSpan tests that s is not empty, lies in its text and cuts no rune in two.
func (a *Article) checkSpan(what string, i int, s Span, f Field) error {
	text := a.TextOf(f)
	if s.Empty() || int(s.End) > len(text) {
		return fmt.Errorf("%s %d is [%d,%d) of %d bytes", what, i, s.Start, s.End, len(text))
	}
	if !utf8.RuneStart(text[s.Start]) || int(s.End) < len(text) && !utf8.RuneStart(text[s.End]) {
		return fmt.Errorf("%s %d cuts a character in two", what, i)
	}
	return nil
}
