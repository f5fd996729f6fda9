package ui

import (
	"fmt"
	"strings"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// doCorrect does i if it corrects what the analysis found, and reports whether it does.
func (m *Model) doCorrect(i intent.Intent) bool {
	switch i {
	case intent.Correct:
		m.correct()
	case intent.Same, intent.Apart, intent.Dismiss:
		m.correctEntity(i)
	default:
		return false
	}
	return true
}

// correct asks who said the quote under the cursor, or lets one select words where there is none.
func (m *Model) correct() {
	switch r, i := m.quoteAtHand(m.article.QuoteInView); {
	case i >= 0:
		m.askAbout(r, i)
	case m.quotes, m.article.Article() == nil:
		m.note = "There is nothing to correct here."
	default:
		m.selectWords()
	}
}

// askAbout asks who said quote i of article r, if it is one.
func (m *Model) askAbout(r library.Ref, i int) {
	a := m.lib.Article(r)
	q := &a.Quotes[i]
	c := correct.Correction{Op: correct.Speaker, Anchor: correct.At(a, q.Field, q.Span)}
	none := c
	none.Op = correct.NotQuote
	ask := m.whoSaid(r, c, q.Speaker,
		popup.Option{Name: "not a quote", Do: func() { m.fix(r, none) }},
		popup.Option{Name: "other words: select them", Do: func() { m.selectQuote(r, i) }})
	ask.About = append(ask.About, "now: "+sure(a, q))
	m.show(popup.NewChoice(ask))
}

// sure tells who says q, and how sure that is.
func sure(a *model.Article, q *model.Quote) string {
	who := "nobody can be told"
	e := a.Speaker(q)
	if e != nil {
		who = e.Name
	}
	switch {
	case q.Rule == model.RuleUser:
		return who + " · corrected by you"
	case e != nil:
		return fmt.Sprintf("%s · %.0f %% sure", who, 100*q.Confidence)
	default:
		return who
	}
}

// whoSaid returns the question who said the words of c, which makes a correction of it. It offers first before all others,
// then those who speak, nobody, what else there is, and those who are only named; once something is typed, those who are named in other articles.
func (m *Model) whoSaid(r library.Ref, c correct.Correction, first model.EntityID, others ...popup.Option) popup.Question {
	option := func(name, about string, is correct.Who) popup.Option {
		c := c
		c.Is = is
		return popup.Option{Name: name, About: about, Do: func() {
			m.article.Unselect()
			m.fix(r, c)
		}}
	}
	ask := popup.Question{Title: "Who said it?", About: []string{line.One(c.Anchor.Words)}}
	a := m.lib.Article(r)
	others = append([]popup.Option{option("nobody can be told", "", correct.Who{})}, others...)
	speaks := func(t model.EntityType) bool { return t.Speaks() }
	for _, n := range amend.Candidates(a, speaks, first) {
		e := a.Entity(n.ID)
		if n.Quotes == 0 {
			ask.Options = append(ask.Options, others...)
			others = nil
		}
		o := option(e.Name, n.About(e), correct.Who{Type: e.Type, Name: e.Name})
		o.Also = m.alsoCalled(r, n.ID)
		ask.Options = append(ask.Options, o)
	}
	ask.Options = append(ask.Options, others...)
	ask.More = func() []popup.Option {
		return m.elsewhere(r, speaks, func(about string, is correct.Who) popup.Option { return option(is.Name, about, is) })
	}
	ask.Other = func(typed string) []popup.Option {
		return []popup.Option{
			option("new: "+typed, "a person", correct.Who{Type: model.Person, Name: typed}),
			option("new: "+typed, "an organization", correct.Who{Type: model.Organization, Name: typed}),
		}
	}
	return ask
}

// alsoCalled returns the other names under which the library knows entity id of article r.
func (m *Model) alsoCalled(r library.Ref, id model.EntityID) string {
	known := m.lib.IDOf(r, id)
	if known == 0 {
		return ""
	}
	e := m.lib.Entity(known)
	return e.Name + " " + strings.Join(e.Aliases, " ")
}

// selectWords lets one select words of the article that are a quote.
func (m *Model) selectWords() {
	m.quotes, m.focus = false, ArticlePane
	m.sync()
	if !m.article.Select() {
		m.note = "There are no words to select here."
	}
}

// selectQuote lets one select other words than those of quote i of article r.
func (m *Model) selectQuote(r library.Ref, i int) {
	m.list.Select(r)
	m.quotes, m.focus = false, ArticlePane
	m.sync()
	m.article.StandOn(i)
	m.article.SelectQuote()
}

// takeWords asks who said the words that are selected, and offers first who says the quote that some of them are of.
func (m *Model) takeWords() {
	r, _ := m.list.Selected()
	a := m.article.Article()
	f, s := m.article.Selection()
	c, first, ok := amend.AboutWords(a, f, s)
	if !ok {
		m.note = "A quote lies in one paragraph." + sentence(m.keys.HintWhileSelecting(intent.OtherEnd, "moves the other end"))
		return
	}
	m.show(popup.NewChoice(m.whoSaid(r, c, first)))
}
