package main

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/crf/learn"
	"reader/model/nlp/doc"
	"reader/model/nlp/name"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
)

// example is a document whose names are known.
type example struct {
	doc     *doc.Document
	allowed []uint32 // labels of each token as bits
	times   int      // how often it is learned from
}

// annotated is a name as data have it: a byte range of the text and a kind, see name.Label.
type annotated struct {
	span model.Span
	kind int
}

// newExample runs the stages that come before names over text. If partial, the data do not mark names of other
// things than people, organizations and places, so that what is not marked may be one.
func newExample(title, text string, paragraphs []model.Span, names []annotated, partial bool) *example {
	a := &model.Article{Title: title, Text: text, Language: "en"}
	for _, p := range paragraphs {
		a.Blocks = append(a.Blocks, model.Block{Span: p})
	}
	d := doc.New(a)
	token.Split(d)
	sentence.Split(d)
	tag.Tag(d)
	e := &example{doc: d, allowed: make([]uint32, len(d.Tokens)), times: 1}
	for i := range e.allowed {
		e.allowed[i] = 1
		if partial && d.Capital(i) {
			e.allowed[i] |= name.OtherLabels
		}
	}
	for _, n := range names {
		e.mark(n)
	}
	return e
}

// mark sets the labels of the tokens that lie in n, unless it crosses another name or the end of a sentence.
func (e *example) mark(n annotated) {
	first, _ := slices.BinarySearchFunc(e.doc.Tokens, n.span.Start, func(t doc.Token, at uint32) int { return int(t.Span.End) - int(at) - 1 })
	last := first
	for last < len(e.doc.Tokens) && e.doc.Tokens[last].Span.Start < n.span.End {
		last++
	}
	for i := first; i < last; i++ {
		if e.allowed[i]&1 == 0 || e.doc.SentenceOf(i) != e.doc.SentenceOf(first) {
			return // in another name, or torn
		}
	}
	kind := n.kind
	if e.doc.Tokens[last-1].Tag == doc.ADJ {
		kind = kindOf["MISC"] // "Spanish", which some of the open data have as a place
	}
	for i := first; i < last; i++ {
		e.allowed[i] = 1 << name.Label(kind, i-first, last-first)
	}
}

// sentences returns the sentences to learn from, with the features of votes if s is not nil.
func (e *example) sentences(s *name.Sequence) [][]learn.Token {
	votes := s != nil
	if !votes {
		s = name.NewSequence(e.doc)
	}
	out := make([][]learn.Token, 0, len(e.doc.Sentences))
	for _, sentence := range e.doc.Sentences {
		tokens := make([]learn.Token, 0, sentence.Last-sentence.First)
		for i := sentence.First; i < sentence.Last; i++ {
			features := s.Features(nil, sentence, i)
			if votes {
				features = s.VoteFeatures(features, sentence, i)
			}
			tokens = append(tokens, learn.Token{Features: features, Group: name.Listed, Allowed: e.allowed[i]})
		}
		out = append(out, tokens)
	}
	return out
}

// named returns the people, organizations and places that labels mark.
func (e *example) named(labels []uint8) map[annotated]bool {
	out := map[annotated]bool{}
	name.Each(e.doc, labels, func(first, last, kind int) {
		if kind < 3 {
			out[annotated{e.doc.Cover(first, last), kind}] = true
		}
	})
	return out
}

// want returns the people, organizations and places of e.
func (e *example) want() map[annotated]bool {
	labels := make([]uint8, len(e.allowed))
	for i, a := range e.allowed {
		for a&1 == 0 {
			labels[i]++
			a >>= 1
		}
	}
	return e.named(labels)
}

func tokens(e *example) int { return len(e.doc.Tokens) }

func names(e *example) int { return len(e.want()) }

func count(examples []*example, of func(*example) int) int {
	n := 0
	for _, e := range examples {
		n += of(e)
	}
	return n
}

// paragraphs returns the spans of the lines of text that are not empty.
func paragraphs(text string) []model.Span {
	var out []model.Span
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, model.Span{Start: uint32(at), End: uint32(at + len(line))})
		}
		at += len(line) + 1
	}
	return out
}
