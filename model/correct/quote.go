package correct

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"reader/model"
)

// attribute makes who the speaker of the quotes at p. Where the analysis finds none there any more there is
// one again.
func (e editor) attribute(p place, who Who) bool {
	found := e.quotesAt(p)
	if len(found) == 0 {
		return e.mark(p, who)
	}
	id, ok := e.speaker(who, p)
	if !ok {
		return false
	}
	for _, i := range found {
		e.say(&e.Quotes[i], id)
	}
	return true
}

// mark makes a quote of the words at p, said by who, in place of all that it overlaps: what the analysis cut otherwise.
func (e editor) mark(p place, who Who) bool {
	id, ok := e.speaker(who, p)
	if !ok {
		return false
	}
	q := model.Quote{Span: p.span, Field: p.field, Kind: kindOf(p.span.In(e.TextOf(p.field)))}
	e.Quotes = slices.DeleteFunc(e.Quotes, func(o model.Quote) bool {
		if o.Field != p.field || !o.Span.Overlaps(p.span) {
			return false
		}
		if o.Span == p.span {
			q.Mention, q.Cue, q.To = o.Mention, o.Cue, o.To
		}
		return true
	})
	e.say(&q, id)
	at, _ := slices.BinarySearchFunc(e.Quotes, q, func(a, b model.Quote) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	e.Quotes = slices.Insert(e.Quotes, at, q)
	return true
}

// say makes id, or nobody for 0, the speaker of q because a person said so.
func (e editor) say(q *model.Quote, id model.EntityID) {
	q.Mention = e.mentionFor(q, id)
	q.Speaker, q.Rule, q.Confidence = id, model.RuleUser, 1
}

// dropQuotes takes the quotes at p out.
func (e editor) dropQuotes(p place) {
	found, i := e.quotesAt(p), -1
	e.Quotes = slices.DeleteFunc(e.Quotes, func(model.Quote) bool {
		i++
		_, there := slices.BinarySearch(found, i)
		return there
	})
}

// quotesAt returns which quotes are those at p: the one of just that span, else those that lie in it for
// at least a half, as a later analysis may cut them otherwise.
func (e editor) quotesAt(p place) []int {
	var out []int
	for i := range e.Quotes {
		q := &e.Quotes[i]
		if q.Field != p.field || !q.Span.Overlaps(p.span) {
			continue
		}
		if q.Span == p.span {
			return []int{i}
		}
		if 2*shared(q.Span, p.span) >= q.Span.Len() {
			out = append(out, i)
		}
	}
	return out
}

// shared returns how many bytes s and t, which lie in one text, have in common.
func shared(s, t model.Span) int { return max(int(min(s.End, t.End))-int(max(s.Start, t.Start)), 0) }

// mentionFor returns where id is named for q: where q had it if that names id, else at the mention that is
// nearest to q in its paragraph.
func (e editor) mentionFor(q *model.Quote, id model.EntityID) model.Span {
	if id == 0 {
		return model.Span{}
	}
	within := e.paragraph(q)
	p := place{q.Field, q.Span}
	var best model.Span
	nearest := far
	for _, m := range e.MentionsIn(q.Field, within) {
		if m.Entity != id || !within.Contains(m.Span) || m.Span.Overlaps(q.Span) {
			continue
		}
		if m.Span.Overlaps(q.Mention) {
			return q.Mention
		}
		if d := p.distance(m); d < nearest {
			best, nearest = m.Span, d
		}
	}
	return best
}

// paragraph returns the block in which q begins, or all of the title.
func (e editor) paragraph(q *model.Quote) model.Span {
	if q.Field == model.Title {
		return model.Span{End: uint32(len(e.Title))}
	}
	if i := e.BlockAt(q.Field, q.Span.Start); i < len(e.Blocks) {
		return e.Blocks[i].Span
	}
	return model.Span{}
}

// doubles are the quotation marks that are nothing else. Single ones may be apostrophes.
const doubles = "\"“”„«»"

// paired reports whether first and last are quotation marks that open and close one quotation.
func paired(first, last rune) bool {
	switch first {
	case '"', '\'':
		return last == first
	case '“':
		return last == '”'
	case '„':
		return last == '“' || last == '”'
	case '«':
		return last == '»'
	case '‘':
		return last == '’'
	}
	return false
}

// kindOf returns the kind of a quote of the given words.
func kindOf(words string) model.QuoteKind {
	first, n := utf8.DecodeRuneInString(words)
	last, m := utf8.DecodeLastRuneInString(words)
	switch {
	case n+m <= len(words) && paired(first, last) && !strings.ContainsAny(words[n:len(words)-m], doubles):
		return model.Direct
	case strings.ContainsAny(words, doubles):
		return model.Mixed
	}
	return model.Indirect
}

// withMarks returns s with the quotation marks that stand right before and after it.
func withMarks(text string, s model.Span) model.Span {
	first, n := utf8.DecodeLastRuneInString(text[:s.Start])
	last, m := utf8.DecodeRuneInString(text[s.End:])
	if paired(first, last) {
		return model.Span{Start: s.Start - uint32(n), End: s.End + uint32(m)}
	}
	return s
}
