// Package why tells why the analysis is as it is: why a quote has its speaker, and why an entity is one.
package why

import (
	"fmt"
	"sort"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
	"reader/ui/page"
)

// Quote tells why quote i of article r has its speaker: how sure that is, by which rule and words it was found, and by which
// mentions one gets from there to the speaker's name. How it was edited is told, too, and what a person noted on it, unless that is "".
func Quote(lib *library.Library, r library.Ref, i int, edited, note string) Sheet {
	a := lib.Article(r)
	q, e := &a.Quotes[i], model.NewTracer(a).Quote(i)
	s := Sheet{}
	s.title(short(a.Quoted(q), 160))
	if note != "" {
		s.add("Your note", line.One(note))
	}
	s.add("Said by", said(a, q))
	if q.Speaker != 0 {
		s.add("How sure", sure(q.Confidence))
	}
	s.add("Rule", rule(a, q))
	if edited != "" {
		s.add("Changed", "this quote was "+edited)
	}
	if e.From >= 0 {
		p := &a.Quotes[e.From]
		s.add("Goes on from", short(a.Quoted(p), 100)+", "+page.Where(a, p.Field, p.Span.Start))
	}
	named := &a.Quotes[e.Named]
	if !named.Cue.Empty() {
		s.add("Cue", "“"+line.One(named.Cue.In(a.TextOf(named.Field)))+"” in: "+short(Sentence(a, named.Field, named.Cue), 300))
	}
	s.chain(a, e.Chain)
	if id := lib.IDOf(r, q.Speaker); id != 0 {
		s.across(lib, id)
	}
	return s
}

// said tells whom q is by.
func said(a *model.Article, q *model.Quote) string {
	switch e := a.Speaker(q); {
	case e != nil:
		return titled(e)
	case q.Rule == model.RuleUser:
		return "Unknown: nobody can be told"
	default:
		return "Unknown: the article does not say who"
	}
}

// sure says what follows from the confidence c in a speaker.
func sure(c float32) string {
	percent := fmt.Sprintf("%.0f %%: ", 100*c)
	switch {
	case c >= model.Fact:
		return percent + "shown as a fact, and counted in filters"
	case c >= library.Least:
		return percent + "marked with ?, but counted in filters"
	default:
		return percent + "marked with ?, and left out of filters"
	}
}

// rule returns the rule by which q was found, with the speaker's name for X.
func rule(a *model.Article, q *model.Quote) string {
	name := "X"
	if e := a.Speaker(q); e != nil {
		name = e.Short()
	}
	return strings.NewReplacer("“Q", "“…", " C", " …", "C,", "…,", "X", name).Replace(q.Rule.String())
}

// chain adds the steps from the words that name a speaker to the fullest name.
func (s *Sheet) chain(a *model.Article, steps []model.Step) {
	if len(steps) == 0 {
		return
	}
	s.section("Who is meant")
	lead := ""
	for _, step := range steps {
		m := &a.Mentions[step.Mention]
		s.add("", lead+short(step.Span.In(a.TextOf(m.Field)), 100)+" · "+m.Link.String()+", "+page.Where(a, m.Field, m.Span.Start))
		lead = "→ "
	}
}

// Sentence returns the sentence of f that s stands in; of a title, the whole.
func Sentence(a *model.Article, f model.Field, s model.Span) string {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > s.Start })
	if f == model.Title || i == len(a.Sentences) {
		return a.TextOf(f)
	}
	return a.Sentences[i].In(a.Text)
}

// short returns s on one line, of at most n columns.
func short(s string, n int) string { return ansi.Truncate(line.One(s), n, "…") }
