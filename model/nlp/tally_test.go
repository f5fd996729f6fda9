package nlp_test

import (
	"cmp"
	"fmt"
	"strings"

	"reader/model"
)

// count is how many there are, and how many of them are right.
type count struct{ n, right int }

func (c *count) add(right bool) {
	c.n++
	if right {
		c.right++
	}
}

func (c count) share() float64 { return float64(c.right) / float64(max(1, c.n)) }

// tally adds up comparisons.
type tally struct {
	articles, wanted, predicted, found, joint int

	speakers count // of what is found and has a speaker
	kinds    map[model.QuoteKind]*[3]int
	rules    map[model.Rule]*count
	extra    map[model.Rule]int
	sure     []attribution
}

// attribution is a speaker that was told, and how surely.
type attribution struct {
	confidence float32
	quote      bool // it is one
	right      bool
}

func newTally() *tally {
	return &tally{kinds: map[model.QuoteKind]*[3]int{}, rules: map[model.Rule]*count{}, extra: map[model.Rule]int{}}
}

func (t *tally) add(c *comparison) {
	t.articles++
	t.wanted += len(c.wanted)
	t.predicted += len(c.quotes)
	taken := map[int]bool{}
	for i, w := range c.wanted {
		kind := t.kinds[c.Kind(w)]
		if kind == nil {
			kind = new([3]int)
			t.kinds[c.Kind(w)] = kind
		}
		kind[0]++
		at, ok := c.of[i]
		if !ok {
			continue
		}
		taken[at] = true
		q := c.quotes[at]
		right := c.right(w, q)
		t.found++
		kind[1]++
		if right {
			t.joint++
			kind[2]++
		}
		if w.Speaker != "" {
			t.speakers.add(right)
		}
		if t.rules[q.Rule] == nil {
			t.rules[q.Rule] = new(count)
		}
		t.rules[q.Rule].add(right)
		if q.Speaker != 0 {
			t.sure = append(t.sure, attribution{q.Confidence, true, right})
		}
	}
	for i, q := range c.quotes {
		if !taken[i] {
			t.extra[q.Rule]++
			if q.Speaker != 0 {
				t.sure = append(t.sure, attribution{q.Confidence, false, false})
			}
		}
	}
}

// between returns the attributions from one confidence up to, and without, another that belong to quotes.
func (t *tally) between(from, to float32) count {
	var out count
	for _, a := range t.sure {
		if a.quote && a.confidence >= from && a.confidence < to {
			out.add(a.right)
		}
	}
	return out
}

func (t *tally) f1(right int) float64 {
	return 2 * float64(right) / float64(max(1, t.wanted+t.predicted))
}

func (t *tally) String() string {
	var b strings.Builder
	row := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	row("%d articles, %d quotes, %d found", t.articles, t.wanted, t.predicted)
	for _, r := range []struct {
		name  string
		right int
	}{{"span (iou 0.8)", t.found}, {"JOINT (and speaker)", t.joint}} {
		row("%-20s P %5.1f  R %5.1f  F1 %5.1f", r.name, percent(r.right, t.predicted), percent(r.right, t.wanted), 100*t.f1(r.right))
	}
	row("speaker right: %.1f %% of %d that are found", 100*t.speakers.share(), t.speakers.n)
	for _, kind := range []model.QuoteKind{model.Direct, model.Mixed, model.Indirect} {
		if k := t.kinds[kind]; k != nil {
			row("%-9v %4d  found %5.1f %%  with speaker %5.1f %%", kind, k[0], percent(k[1], k[0]), percent(k[2], k[0]))
		}
	}
	row("confidence   speakers  right      beside the quotes")
	bands := []float32{0, 0.5, 0.7, 0.8, 0.9, 0.95, 2}
	for i, from := range bands[:len(bands)-1] {
		band := t.between(from, bands[i+1])
		beside := 0
		for _, a := range t.sure {
			if !a.quote && a.confidence >= from && a.confidence < bands[i+1] {
				beside++
			}
		}
		row("from %.2f    %8d  %5.1f %%    %d", from, band.n, 100*band.share(), beside)
	}
	row("rule         quotes  right      beside the quotes")
	for r := model.RuleUnattributed; r <= model.RuleScored; r++ {
		if k := t.rules[r]; k != nil || t.extra[r] > 0 {
			k = cmp.Or(k, new(count))
			row("%6d  %5.1f %%  %4d  %v", k.n, 100*k.share(), t.extra[r], r)
		}
	}
	return b.String()
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
