package subject

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"reader/model"
	"reader/model/library"
)

// Maker makes statements of quotes that are handed to it one after the other: those of an article together, by place.
type Maker struct {
	lib        *library.Library
	known      map[string]Term // by folded word
	statements []Statement
	last       map[library.ID]spot // of each speaker, in the article at hand
	ref        library.Ref
}

// spot is where a speaker spoke last in an article.
type spot struct {
	statement, block int
	field            model.Field
	end              uint32 // of the sentence that its last quote stands in
}

// NewMaker returns a maker of statements of articles of lib.
func NewMaker(lib *library.Library) *Maker {
	return &Maker{lib: lib, known: map[string]Term{}, ref: -1}
}

// Add adds quote i of article r, which whoever adds it calls number, and whose speaker is known.
func (m *Maker) Add(r library.Ref, i, number int) {
	a := m.lib.Article(r)
	q := &a.Quotes[i]
	if r != m.ref {
		m.ref, m.last = r, map[library.ID]spot{}
	}
	speaker := m.lib.IDOf(r, q.Speaker)
	block := a.BlockAt(q.Field, q.Span.Start)
	before, met := m.last[speaker]
	context := sentences(a, q)
	if !met || q.Field != before.field || context.Start >= before.end && !goesOn(q, block-before.block) {
		before.statement = len(m.statements)
		m.statements = append(m.statements, Statement{Speaker: speaker})
	}
	s := &m.statements[before.statement]
	s.Quotes = append(s.Quotes, number)
	s.Terms = merged(s.Terms, m.terms(r, a, q, context))
	m.last[speaker] = spot{before.statement, block, q.Field, context.End}
}

// Statements returns what was made of all quotes so far.
func (m *Maker) Statements() []Statement { return m.statements }

// goesOn reports whether q, so many blocks after the last quote of its speaker, is of one statement with that.
func goesOn(q *model.Quote, blocks int) bool {
	switch q.Rule {
	case model.RuleParagraph, model.RuleContinued:
		return blocks <= 1
	default:
		return blocks == 0
	}
}

// merged returns the terms of a and those of b that a has not, by key.
func merged(a, b []Term) []Term {
	for _, t := range b {
		if i, there := slices.BinarySearchFunc(a, t.Key, func(t Term, key string) int { return strings.Compare(t.Key, key) }); !there {
			a = slices.Insert(a, i, t)
		}
	}
	return a
}

// terms returns what quote q of a, the article r, is about, by the sentences that it stands in: context.
func (m *Maker) terms(r library.Ref, a *model.Article, q *model.Quote, context model.Span) []Term {
	role := library.Fold(a.Speaker(q).Role())
	out, named := m.names(r, a, q, context, role)
	for at, word := range words(context.In(a.TextOf(q.Field))) {
		span := model.Span{Start: context.Start + uint32(at), End: context.Start + uint32(at+len(word))}
		folded, inside := library.Fold(word), q.Span.Contains(span)
		if slices.ContainsFunc(named, span.Overlaps) || !isContent(folded) || !inside && strings.Contains(role, folded) {
			continue
		}
		t := m.word(folded)
		if t.Shown = word; !inside {
			t.Weight *= beside
		}
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(s, t Term) int { return cmp.Or(strings.Compare(s.Key, t.Key), cmp.Compare(t.Weight, s.Weight)) })
	return slices.CompactFunc(out, func(s, t Term) bool { return s.Key == t.Key })
}

// names returns whom and what the context of q mentions, other than the speaker, whose role is role, and whom it was told to; and
// where names stand, whose words are no others.
func (m *Maker) names(r library.Ref, a *model.Article, q *model.Quote, context model.Span, role string) (out []Term, named []model.Span) {
	named = []model.Span{q.Cue, q.To}
	for _, mention := range a.MentionsIn(q.Field, context) {
		if mention.Form == model.Name {
			named = append(named, mention.Span)
		}
		if !q.Span.Contains(mention.Span) && (mention.Form != model.Name || strings.Contains(role, library.Fold(a.Mentioned(mention)))) {
			continue
		}
		id := m.lib.IDOf(r, mention.Entity)
		if id == 0 || mention.Entity == q.Speaker || a.Entity(mention.Entity).Type == model.Unnamed || q.To.Contains(mention.Span) {
			continue
		}
		known := m.lib.Entity(id)
		out = append(out, Term{"#" + strconv.Itoa(int(id)), known.Name, m.weight(len(known.Articles))})
	}
	return out, named
}

// weight returns how much a term weighs that is in n articles.
func (m *Maker) weight(n int) float64 { return math.Log(1 + float64(m.lib.Len())/float64(max(n, 1))) }

// sentences returns the stretch of the sentences that q stands in; of a title, the whole.
func sentences(a *model.Article, q *model.Quote) model.Span {
	if q.Field == model.Title {
		return model.Span{End: uint32(len(a.Title))}
	}
	first := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > q.Span.Start })
	last := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End >= q.Span.End })
	out := q.Span
	if first < len(a.Sentences) {
		out.Start = min(out.Start, a.Sentences[first].Start)
	}
	if last < len(a.Sentences) {
		out.End = max(out.End, a.Sentences[last].End)
	}
	return out
}

// words yields the runs of letters and digits in text, with apostrophes inside them, and where they begin.
func words(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start := -1
		for i, r := range text + " " {
			in := unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && (r == '\'' || r == '’')
			switch {
			case in && start < 0:
				start = i
			case !in && start >= 0:
				if !yield(start, strings.TrimRight(text[start:i], "'’")) {
					return
				}
				start = -1
			}
		}
	}
}

// word returns the term for a folded word. What was asked once is remembered: to find how rare it is takes a while.
func (m *Maker) word(folded string) Term {
	t, known := m.known[folded]
	if !known {
		env := snowballstem.NewEnv(folded)
		english.Stem(env)
		t = Term{Key: env.Current(), Weight: m.weight(m.lib.Having(folded))}
		m.known[folded] = t
	}
	return t
}
