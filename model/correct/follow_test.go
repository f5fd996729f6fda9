package correct_test

import (
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/correct"
)

// minutes has quotes that go on from others: in their sentence, in their paragraph and in the next ones.
const minutes = `Council hears of the bridge

ORVEN — The council met on Monday.

"The bridge will hold," Ada Harl, the engineer, said, "and it will be dry." "I have walked over it twice. Nothing shook."

"I shall walk over it again."

Tom Brandt, the treasurer, was asked for the bill. "It is paid," Brandt said. "Every crown of it."
`

// Who is quoted by the way of somebody else's words goes with these.
func TestQuotesThatGoOnFollow(t *testing.T) {
	t.Parallel()
	a := read(t, minutes)
	hold, dry, walked, again := at(t, a, `"The bridge will hold,"`), at(t, a, `"and it will be dry."`), at(t, a, `"I have walked over it twice. Nothing shook."`), at(t, a, `"I shall walk over it again."`)
	if got := quotes(a); !slices.Equal(got[:4], []string{"Ada Harl: " + hold.Words, "Ada Harl: " + dry.Words, "Ada Harl: " + walked.Words, "Ada Harl: " + again.Words}) {
		t.Fatalf("before it is corrected: %q", got)
	}
	speaker := func(q correct.Anchor, name string) correct.Correction {
		return correct.Correction{Op: correct.Speaker, Anchor: q, Is: person(name)}
	}
	nobody := correct.Correction{Op: correct.Speaker, Anchor: hold}
	for _, c := range []struct {
		name string
		cs   []correct.Correction
		want []string // who says the four quotes, with a ✓ where a person decided; "-": it is none
	}{
		{"from the first on", []correct.Correction{speaker(hold, "Tom Brandt")}, []string{"Tom Brandt ✓", "Tom Brandt", "Tom Brandt", "Tom Brandt"}},
		{"not backwards", []correct.Correction{speaker(walked, "Tom Brandt")}, []string{"Ada Harl", "Ada Harl", "Tom Brandt ✓", "Tom Brandt"}},
		{"up to what was corrected itself", []correct.Correction{speaker(hold, "Tom Brandt"), speaker(walked, "Ida Quist")}, []string{"Tom Brandt ✓", "Tom Brandt", "Ida Quist ✓", "Ida Quist"}},
		{"in whichever order", []correct.Correction{speaker(walked, "Ida Quist"), speaker(hold, "Tom Brandt")}, []string{"Tom Brandt ✓", "Tom Brandt", "Ida Quist ✓", "Ida Quist"}},
		{"if that says what it was, too", []correct.Correction{speaker(walked, "Ada Harl"), speaker(hold, "Tom Brandt")}, []string{"Tom Brandt ✓", "Tom Brandt", "Ada Harl ✓", "Ada Harl"}},
		{"nobody", []correct.Correction{nobody}, []string{"nobody ✓", "nobody", "nobody", "nobody"}},
		{"nobody, and then somebody", []correct.Correction{nobody, speaker(hold, "Tom Brandt")}, []string{"Tom Brandt ✓", "Tom Brandt", "Tom Brandt", "Tom Brandt"}},
		{"over what is no quote", []correct.Correction{{Op: correct.NotQuote, Anchor: walked}, speaker(hold, "Tom Brandt")}, []string{"Tom Brandt ✓", "Tom Brandt", "-", "Tom Brandt"}},
		{"not from what is no quote", []correct.Correction{{Op: correct.NotQuote, Anchor: hold}}, []string{"-", "Ada Harl", "Ada Harl", "Ada Harl"}},
		{
			"from other words, most of which are the same",
			[]correct.Correction{{Op: correct.Quote, Anchor: at(t, a, "bridge will hold"), Is: person("Tom Brandt")}},
			[]string{"-", "Tom Brandt", "Tom Brandt", "Tom Brandt"},
		},
		{
			"not from a few of them",
			[]correct.Correction{{Op: correct.Quote, Anchor: at(t, a, "will hold"), Is: person("Tom Brandt")}},
			[]string{"-", "Ada Harl", "Ada Harl", "Ada Harl"},
		},
		{
			"from who was taken out and speaks after all",
			[]correct.Correction{{Op: correct.Dismiss, Entity: person("Ada Harl")}, speaker(hold, "Tom Brandt")},
			[]string{"Tom Brandt ✓", "Tom Brandt", "Tom Brandt", "Tom Brandt"},
		},
	} {
		b := read(t, minutes)
		if unplaced := correct.Apply(b, c.cs); len(unplaced) > 0 {
			t.Errorf("%s: not placed: %v", c.name, unplaced)
		}
		if err := b.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := make([]string, 0, len(c.want))
		for _, q := range []correct.Anchor{hold, dry, walked, again} {
			who := "-"
			for _, s := range quotes(b) {
				if name, found := strings.CutSuffix(s, ": "+q.Words); found {
					who = name
				}
			}
			got = append(got, who)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if after := quotes(b); !slices.Contains(after, `Tom Brandt: "Every crown of it."`) {
			t.Errorf("%s: the other paragraph changes, too: %q", c.name, after)
		}
	}
}

// What followed says from where, and is as sure as what it follows.
func TestQuotesThatFollowSayWhy(t *testing.T) {
	t.Parallel()
	a := read(t, minutes)
	for i := range a.Quotes[:4] {
		a.Quotes[i].Confidence = 0.5
	}
	correct.Apply(a, []correct.Correction{{Op: correct.Speaker, Anchor: at(t, a, `"The bridge will hold,"`), Is: person("Tom Brandt")}})
	tracer := model.NewTracer(a)
	for i := 1; i < 4; i++ {
		if e, q := tracer.Quote(i), &a.Quotes[i]; e.From != i-1 || e.Named != 0 || !q.Cue.Empty() || q.Confidence < model.Fact {
			t.Errorf("%s: %+v, and it is %+v", a.Quoted(q), e, *q)
		}
	}
	// Who was right all along is surer now, and the quotes say what they said before.
	b, c := read(t, minutes), read(t, minutes)
	for i := range b.Quotes[:4] {
		b.Quotes[i].Confidence = 0.5
	}
	correct.Apply(b, []correct.Correction{{Op: correct.Speaker, Anchor: at(t, b, `"The bridge will hold,"`), Is: person("Ada Harl")}})
	for i := 1; i < 4; i++ {
		q, was := b.Quotes[i], c.Quotes[i]
		if q.Confidence < model.Fact || q.Rule != was.Rule || q.Cue != was.Cue || q.Mention != was.Mention {
			t.Errorf("%s: it was %+v and is %+v", b.Quoted(&q), was, q)
		}
	}
}
