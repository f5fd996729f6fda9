package nlp_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp"
	"reader/model/nlp/doc/doctest"
)

// A reader asks who is meant by the words that name a speaker: the chain of mentions tells, from there to the fullest
// name. Each line is a quote's first words, the rule, and the chain with what ties each mention.
func TestWhoIsMeant(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, title, text, want string }{
		{"a pronoun, a surname, a name with its title", "", `Azeri Deputy Foreign Minister Araz Azimov spoke in Baku.

“They should pay more,” Azimov said. “The risk is bigger,” he said.`, `
“They should pay more,”: Azimov (surname) → Azeri Deputy Foreign Minister Araz Azimov (first)
“The risk is bigger,”: he (pronoun) → Azimov (surname) → Azeri Deputy Foreign Minister Araz Azimov (first)`},

		{"the full name comes back without its title", "", `Mayor Ada Brandt opened the bridge. “It will hold,” said Ada Brandt.`, `
“It will hold,”: Ada Brandt (same) → Mayor Ada Brandt (first)`},

		{"the title stands before the surname alone", "", `Ada Brandt has a plan. Mayor Brandt met the crews. “It will hold,” Brandt said.`, `
“It will hold,”: Brandt (surname) → Mayor Brandt (surname) → Ada Brandt (first)`},

		{"an apposition behind the name", "", `Ada Brandt, the mayor of the harbour city, was late. “It will hold,” she said.`, `
“It will hold,”: she (pronoun) → Ada Brandt, the mayor of the harbour city (first)`},

		{"the role goes back to the name that it stands beside", "", `Foreign Minister Ruslan Dobrenko flew home. Dobrenko slept. “It was long,” the minister said.`, `
“It was long,”: the minister (role) → Foreign Minister Ruslan Dobrenko (first)`},

		{"an acronym", "", `The International Grain Council met. The IGC said that prices would fall.`, `
prices would fall: IGC (acronym) → International Grain Council (first)`},

		{"a quotation that goes on, and on", "", `“It will hold,” Mayor Ada Brandt said. “I have seen the beams.”

“Go and look for yourselves,” the mayor said.

“And take your children.”`, `
“It will hold,”: Mayor Ada Brandt (first)
“I have seen the beams.” after “It will hold,”: Mayor Ada Brandt (first)
“Go and look for yourselves,”: the mayor (role) → Mayor Ada Brandt (first)
“And take your children.” after “Go and look for yourselves,”: the mayor (role) → Mayor Ada Brandt (first)`},

		{"nobody", "", `“Somebody will have to pay for all of this one day,” was written on the wall of the town hall.`, `
“Somebody will have to pay for all of this one day,”: nobody`},

		{"an unnamed speaker comes back", "", `A spokesman for the ministry said that the gates were shut. The spokesman said that nobody was hurt.`, `
the gates were shut: A spokesman for the ministry (first)
nobody was hurt: The spokesman (role) → A spokesman for the ministry (first)`},

		{"a description is one mention, however often it speaks", "", `Ada Brandt opened the bridge. “It will hold,” Brandt said.

“We need more of them,” the lanky professor said, arguing that it was late.`, `
“It will hold,”: Brandt (surname) → Ada Brandt (first)
“We need more of them,”: the lanky professor (role) → Brandt (surname) → Ada Brandt (first)
it was late: the lanky professor (role) → Brandt (surname) → Ada Brandt (first)`},

		{"the headline is read first", "Ada Brandt to open the bridge", `She said that it would hold. Brandt added that she had seen the beams.`, `
it would hold: She (pronoun) → Ada Brandt (first)
she had seen the beams: Brandt (surname) → Ada Brandt (first)`},

		{"the subject of the sentence that ends in a colon", "", `Mayor Ada Brandt was angry: “This bridge has been ready since the spring of last year.”`, `
“This bridge has been ready since the spring of last year.”: Mayor Ada Brandt (first)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := doctest.Article(c.title, c.text)
			nlp.Analyze(a)
			if err := a.Check(); err != nil {
				t.Fatal(err)
			}
			if got := meant(a); got != strings.TrimSpace(c.want) {
				t.Errorf("got\n%s\nwant%s", got, c.want)
			}
		})
	}
}

// meant returns the chain of every quote.
func meant(a *model.Article) string {
	tracer := model.NewTracer(a)
	lines := make([]string, len(a.Quotes))
	for i := range a.Quotes {
		e := tracer.Quote(i)
		line := a.Quoted(&a.Quotes[i])
		if e.From >= 0 {
			line += " after " + a.Quoted(&a.Quotes[e.From])
		}
		steps := make([]string, len(e.Chain))
		for k, s := range e.Chain {
			m := &a.Mentions[s.Mention]
			steps[k] = fmt.Sprintf("%s (%s)", s.Span.In(a.TextOf(m.Field)), m.Link.Name())
		}
		if len(steps) == 0 {
			steps = []string{"nobody"}
		}
		lines[i] = line + ": " + strings.Join(steps, " → ")
	}
	return strings.Join(lines, "\n")
}

// checkEvidence returns what is wrong with the evidence in a, or nil: a chain is of one speaker, comes by no mention
// twice, and is short; a quote goes on from one that is read before it.
func checkEvidence(a *model.Article) error {
	tracer := model.NewTracer(a)
	for i := range a.Quotes {
		q, e := &a.Quotes[i], tracer.Quote(i)
		if e.From >= 0 && a.Quotes[e.From].Speaker != q.Speaker || e.Named < 0 || (e.From < 0) != (e.Named == i) {
			return fmt.Errorf("quote %d goes on from %d, named in %d", i, e.From, e.Named)
		}
		if len(e.Chain) > 20 || (len(e.Chain) == 0) != (q.Speaker == 0) {
			return fmt.Errorf("quote %d of speaker %d has a chain of %d", i, q.Speaker, len(e.Chain))
		}
		seen := map[int]bool{}
		for _, s := range e.Chain {
			m := &a.Mentions[s.Mention]
			if m.Entity != q.Speaker || seen[s.Mention] || !s.Span.Contains(m.Span) || int(s.Span.End) > len(a.TextOf(m.Field)) {
				return fmt.Errorf("quote %d of speaker %d has the chain %v", i, q.Speaker, e.Chain)
			}
			seen[s.Mention] = true
		}
		if n := len(e.Chain); n > 0 && a.Speaker(q).Type != model.Unnamed {
			if m := &a.Mentions[e.Chain[n-1].Mention]; !strings.EqualFold(a.Mentioned(m), a.Speaker(q).Name) { // labels are in capitals
				return fmt.Errorf("the chain of quote %d ends at %q, not %q", i, a.Mentioned(m), a.Speaker(q).Name)
			}
		}
	}
	return nil
}

// The evidence holds in every built-in article, and most pronouns say whom they go back to.
func TestEvidenceOfTheBuiltInLibrary(t *testing.T) {
	t.Parallel()
	pronouns, back := 0, 0
	for _, a := range builtIn(t) {
		nlp.Analyze(a)
		if err := checkEvidence(a); err != nil {
			t.Error(err)
		}
		for _, m := range a.Mentions {
			if m.Form == model.Pronoun {
				pronouns++
				back += min(int(m.Back), 1)
			}
		}
	}
	if back*10 < pronouns*9 {
		t.Errorf("%d of %d pronouns tell what they go back to", back, pronouns)
	}
}

// A person who is only called "he" for a long time is found without a walk over all of it.
func TestAChainIsShort(t *testing.T) {
	t.Parallel()
	a := doctest.Article("", "Ruslan Dobrenko spoke. "+strings.Repeat("He said that it was late. ", 400))
	nlp.Analyze(a)
	if err := checkEvidence(a); err != nil {
		t.Fatal(err)
	}
	last := model.NewTracer(a).Quote(len(a.Quotes) - 1).Chain
	if len(last) < 3 || slices.ContainsFunc(last, func(s model.Step) bool { return a.Mentions[s.Mention].Entity != a.Quotes[0].Speaker }) {
		t.Errorf("the last chain is %v", last)
	}
}
