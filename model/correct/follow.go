package correct

import (
	"sort"

	"reader/model"
)

// lead is what a quote goes on from, and what else holds of it as one that does.
type lead struct {
	from       place
	rule       model.Rule
	cue        model.Span
	confidence float32
}

// leads returns what the quotes go on from, by their places: those that have their speaker from the quote before by the
// evidence, and those that have its cue, as “and no” has in “Yes,” he said, “and no.”.
func (e editor) leads() map[place]lead {
	out := map[place]lead{}
	t := model.NewTracer(e.Article)
	for i := range e.Quotes {
		q := &e.Quotes[i]
		from, n := t.Quote(i).From, lead{rule: q.Rule, cue: q.Cue, confidence: q.Confidence}
		if i > 0 && from < 0 && e.halves(&e.Quotes[i-1], q) {
			from, n = i-1, lead{rule: model.RuleFloating, confidence: q.Confidence}
		}
		if from < 0 {
			continue
		}
		n.from = quotePlace(&e.Quotes[from])
		if n.from.field != q.Field || n.from.span.Start < q.Span.Start {
			out[quotePlace(q)] = n
		}
	}
	return out
}

// halves reports whether one cue in the paragraph of both parts p from q.
func (e editor) halves(p, q *model.Quote) bool {
	return !q.Cue.Empty() && q.Cue == p.Cue && q.Field == p.Field && q.Speaker != 0 && q.Speaker == p.Speaker &&
		e.paragraph(q) == e.paragraph(p)
}

// follow gives the quotes that went on from one whose speaker a person decided that speaker, too. Those of which a
// person decided themselves stay as they are.
func (e editor) follow(leads map[place]lead) {
	at := make(map[place]int, len(e.Quotes))
	for i := range e.Quotes {
		at[quotePlace(&e.Quotes[i])] = i
	}
	decided := make([]bool, len(e.Quotes))
	title := sort.Search(len(e.Quotes), func(i int) bool { return e.Quotes[i].Field == model.Title })
	for k := range e.Quotes {
		i := (title + k) % len(e.Quotes) // the title, which stands last, is read first
		q := &e.Quotes[i]
		if q.Rule == model.RuleUser {
			decided[i] = true
			continue
		}
		n, ok := leads[quotePlace(q)]
		if !ok {
			continue
		}
		if head := e.head(n, leads, at); head >= 0 && decided[head] {
			decided[i] = true
			n.goOn(q, &e.Quotes[head])
		}
	}
}

// head returns the quote that n leads to by now, past those that are no quotes any more, or -1.
func (e editor) head(n lead, leads map[place]lead, at map[place]int) int {
	for ok := true; ok; n, ok = leads[n.from] {
		if i, there := at[n.from]; there {
			return i
		}
		if i := e.recut(n.from); i >= 0 {
			return i
		}
	}
	return -1
}

// recut returns the quote that a person marked for the one that stood at p, with other words most of which are the same,
// or -1.
func (e editor) recut(p place) int {
	for i := range e.Quotes {
		q := &e.Quotes[i]
		if q.Rule == model.RuleUser && q.Field == p.field && 2*shared(q.Span, p.span) >= max(q.Span.Len(), p.span.Len()) {
			return i
		}
	}
	return -1
}

// goOn makes q one that goes on from head, whose speaker is sure.
func (n lead) goOn(q, head *model.Quote) {
	if head.Speaker == 0 {
		unattribute(q)
		return
	}
	if q.Speaker != head.Speaker {
		q.Speaker, q.Mention, q.Rule, q.Cue = head.Speaker, model.Span{}, n.rule, n.cue
		if n.rule == model.RuleFloating && q.Field == head.Field {
			q.Mention = head.Mention // it is named for both
		}
	}
	if q.Confidence = max(q.Confidence, n.confidence); n.rule != model.RuleScored {
		q.Confidence = max(q.Confidence, model.Fact)
	}
}

func quotePlace(q *model.Quote) place { return place{q.Field, q.Span} }
