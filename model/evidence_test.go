package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reader/model"
)

// note returns an article whose text has its mentions in brackets, "[Lee=1]", with a "~" before the number where it is
// a pronoun, and its quotes in braces: "{No.=1}" is said by entity 1, with the mention before it when there is a ">".
func note(text string, entities ...model.Entity) *model.Article {
	a := &model.Article{}
	a.Entities = entities
	var out strings.Builder
	var last model.Span
	for text != "" {
		i := strings.IndexAny(text, "[{")
		if i < 0 {
			break
		}
		out.WriteString(text[:i])
		end := strings.IndexAny(text, "]}")
		words, id, _ := strings.Cut(text[i+1:end], "=")
		span := model.Span{Start: uint32(out.Len()), End: uint32(out.Len() + len(words))}
		out.WriteString(words)
		n := model.EntityID(id[len(id)-1] - '0')
		if text[i] == '{' {
			q := model.Quote{Span: span, Speaker: n, Rule: model.RuleFloating}
			if id[0] == '>' {
				q.Rule, q.Mention = model.RuleSubjectCue, last
			}
			a.Quotes = append(a.Quotes, q)
		} else {
			m := model.Mention{Span: span, Entity: n, Link: model.LinkSame}
			if id[0] == '~' {
				m.Form, m.Link = model.Pronoun, model.LinkPronoun
			}
			a.Mentions = append(a.Mentions, m)
			last = span
		}
		text = text[end+1:]
	}
	out.WriteString(text)
	a.Text = out.String()
	at := 0
	for p := range strings.SplitSeq(a.Text, "\n\n") {
		a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: uint32(at), End: uint32(at + len(p))}})
		at += len(p) + 2
	}
	return a
}

func TestEvidence(t *testing.T) {
	lee := model.Entity{Name: "Ann Lee", Detail: "Mayor"}
	for _, c := range []struct {
		name, text string
		role       string
		want       []string // of each quote: the quote it goes on from, the one that names the speaker, the chain
	}{
		{"title in front", "Mayor [Ann Lee=1] came. [Lee=1]: {No.=>1}", "Mayor", []string{"-1 0 Lee|Mayor Ann Lee"}},
		{"title in other letters", "the mayor, [Ann Lee=1], came. [Lee=1]: {No.=>1}", "Mayor", []string{"-1 0 Lee|mayor, Ann Lee"}},
		{"a word that ends like the title", "Lordmayor [Ann Lee=1] came. [Lee=1]: {No.=>1}", "Mayor", []string{"-1 0 Lee|Ann Lee"}},
		{"apposition", "[Ann Lee=1], the Mayor, came. [Lee=1]: {No.=>1}", "Mayor", []string{"-1 0 Lee|Ann Lee, the Mayor"}},
		{"another clause", "[Ann Lee=1], she who, a Mayor, came. [Lee=1]: {No.=>1}", "Mayor", []string{"-1 0 Lee|Ann Lee"}},
		{"the pronoun has no antecedent", "[Ann Lee=1] came. [Lee=1] went. [She=~1]: {No.=>1}", "", []string{"-1 0 She|Lee|Ann Lee"}},
		{"nothing but a pronoun", "[She=~1]: {No.=>1}", "", []string{"-1 0 She"}},
		{"the name comes later", "[She=~1]: {No.=>1} [Ann Lee=1]", "", []string{"-1 0 She|Ann Lee"}},
		{"going on", "[Lee=1]: {No.=>1} {No!=1}\n\n{No?=1}", "", []string{"-1 0 Lee", "0 0 Lee", "1 0 Lee"}},
		{"not from far", "[Lee=1]: {No.=>1}\n\nBut.\n\n{No?=1}", "", []string{"-1 0 Lee", "-1 1 Lee"}},
		{"not from somebody else", "[Lee=1]: {No.=>1} {No!=2} {No?=1}", "", []string{"-1 0 Lee", "-1 1 ", "-1 2 Lee"}},
		{"nobody", "[Lee=1]: {No.=0} {No!=0}", "", []string{"-1 0 ", "-1 1 "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			lee.Detail = c.role
			a := note(c.text, lee, model.Entity{Name: "Moss"})
			if err := a.Check(); err != nil {
				t.Fatal(err)
			}
			tracer := model.NewTracer(a)
			got := make([]string, 0, len(c.want))
			for i := range a.Quotes {
				e := tracer.Quote(i)
				steps := make([]string, len(e.Chain))
				for k, s := range e.Chain {
					steps[k] = s.Span.In(a.Text)
				}
				got = append(got, fmt.Sprintf("%d %d %s", e.From, e.Named, strings.Join(steps, "|")))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// To tell the evidence for all quotes of a long text costs a time in proportion to it.
func BenchmarkEvidence(b *testing.B) {
	for _, n := range []int{1000, 8000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := note("[Ann Lee=1] came.\n\n"+strings.Repeat("[She=~1]: {No.=>1} {No!=1}\n\n", n), model.Entity{Name: "Ann Lee", Detail: "mayor"})
			for b.Loop() {
				tracer := model.NewTracer(a)
				for i := range a.Quotes {
					tracer.Quote(i)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/quote")
		})
	}
}
