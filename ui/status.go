package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/terms"
)

// status returns the last line of the screen: what is being typed, or what there is to say at the left and the
// numbers at the right.
func (m *Model) status() string {
	w := m.layout.Status.W
	st := m.theme.Status
	if m.prompt != nil {
		typed, _ := m.prompt.text.View(m.promptRoom())
		return line.Paint(st, line.Spread(" "+m.prompt.label+typed, m.besidePrompt(), w))
	}
	if top := m.popups.Top(); top != nil && !m.layout.Borders && m.note == "" {
		found := ""
		if _, previews := top.(interface{ Preview() }); previews { // behind it, where it cannot be seen
			found = fmt.Sprintf("  %s of %s ", line.Thousands(m.filter.found.Len()), line.Thousands(m.lib.Len()))
		}
		return line.Paint(st, line.Spread(" "+top.Title()+" · "+m.wayOut(top)+" goes back", found, w))
	}
	said, numbers := m.saying(false), m.numbers()
	if m.article.Selecting() || m.hinting() {
		numbers = nil
	}
	if !m.filter.query.Empty() && ansi.StringWidth(said)+width(numbers) > w-4 { // what is filtered by comes first
		said = m.saying(true)
	}
	least := 1 // how many numbers stay whatever is said; what is said once may take all of their room
	if m.note != "" {
		least = 0
	}
	for len(numbers) > least && ansi.StringWidth(said)+width(numbers) > w-4 {
		numbers = numbers[1:]
	}
	return line.Paint(st, line.Spread(" "+said, "  "+strings.Join(numbers, " · ")+" ", w))
}

func width(parts []string) int { return ansi.StringWidth(strings.Join(parts, " · ")) }

// promptRoom returns how many columns what is being typed has.
func (m *Model) promptRoom() int {
	return max(m.layout.Status.W-ansi.StringWidth(m.prompt.label)-2-ansi.StringWidth(m.besidePrompt()), 1)
}

// besidePrompt returns what stands at the right of what is being typed.
func (m *Model) besidePrompt() string {
	if m.note != "" {
		return ansi.Truncate(" "+m.note+" ", m.layout.Status.W*2/3, "…")
	}
	return m.hits()
}

// hits returns which hit of the search in the article one stands on, and how many there are.
func (m *Model) hits() string {
	if !m.article.Searching() || m.focus != ArticlePane {
		return ""
	}
	at, n := m.article.Hits()
	return fmt.Sprintf(" %d/%d ", at, n)
}

// saying returns what is said at the left of the status line; brief, without the role of who says a quote.
func (m *Model) saying(brief bool) string {
	a := m.article.Article()
	switch {
	case m.note != "":
		return m.note
	case !m.begun && m.options.Hint != "":
		return m.options.Hint
	case m.article.Selecting():
		return m.selectingHints()
	case m.hinting():
		return m.hinted()
	case m.article.Searching() && !m.quotes:
		return m.searched()
	case a == nil:
		return line.Join(" · ", m.keys.Hint(intent.Help, "help"), m.keys.Hint(intent.Leave, "quit"))
	case m.quotes && m.transcript.Len() > 0:
		q, _ := m.transcript.Selected()
		a = m.lib.Article(q.Ref)
		return said(a, &a.Quotes[q.Index], brief)
	case m.article.Quote() >= 0 && !m.quotes:
		s := said(a, &a.Quotes[m.article.Quote()], brief)
		if edited := m.edited(a, m.article.Quote()); edited != "" {
			s = edited + " · " + s
		}
		if note := m.noteSaid(a, m.article.Quote()); note != "" {
			s = note + " · " + s
		}
		return s
	case !a.English():
		return "not analysed: language " + a.Language
	case m.focus == EntityPane:
		return m.entityHint()
	default:
		return line.Join(" · ", m.keys.Hint(intent.PickSpeaker, "speaker"), m.keys.Hint(intent.NextQuote, "quote"),
			m.keys.Hint(intent.Transcript, "quotes only"), m.keys.Hint(intent.Help, "help"))
	}
}

// searched tells what is looked for in the article, and which hit one stands on.
func (m *Model) searched() string {
	words := m.article.Words()
	at, n := m.article.Hits()
	switch {
	case !m.article.Following() && n == 0:
		return fmt.Sprintf("“%s” is not in this article", words)
	case !m.article.Following():
		return fmt.Sprintf("/%s %d/%d", words, at, n)
	case n == 0:
		return words + " is not in this article"
	case at == 0:
		return words + ": " + line.Count(n, "mention") + " here"
	default:
		return fmt.Sprintf("%s: mention %d/%d, “%s”", words, at, n, line.One(m.article.Hit()))
	}
}

// selectingHints tells what keys do while words are selected.
func (m *Model) selectingHints() string {
	k := m.keys
	moves := []string{
		k.KeyWhileSelecting(intent.Left), k.KeyWhileSelecting(intent.Down),
		k.KeyWhileSelecting(intent.Up), k.KeyWhileSelecting(intent.Right),
	}
	move := line.Join(" ", moves...)
	if move != "" {
		move += " move"
	}
	return line.Join(" · ", k.HintWhileSelecting(intent.Open, "takes"), k.HintWhileSelecting(intent.Back, "gives up"), move,
		k.HintWhileSelecting(intent.OtherEnd, "the other end"))
}

// said tells who says q, with which word, to whom, and what the words that name the speaker stand for: "he → Azimov". Brief, it leaves
// the role out.
func said(a *model.Article, q *model.Quote, brief bool) string {
	e := a.Speaker(q)
	switch {
	case e == nil && a.Corrected(q):
		return "Unknown: nobody can be told · corrected by you"
	case e == nil:
		return "Unknown: the article does not say who"
	}
	parts := []string{e.Name}
	if e.Role() != "" && !brief {
		parts[0] += ", " + e.Role()
	}
	if q.Confidence < model.Fact {
		parts[0] = "probably " + parts[0]
	}
	if a.Corrected(q) {
		parts = append(parts, "corrected by you")
	}
	text := a.TextOf(q.Field)
	if !q.Cue.Empty() {
		parts = append(parts, line.One(q.Cue.In(text)))
	}
	if !q.To.Empty() {
		parts = append(parts, "to "+line.One(q.To.In(text)))
	}
	if i := a.Naming(q); i >= 0 {
		if name, ok := a.Means(i); ok {
			parts = append(parts, line.One(a.Mentioned(&a.Mentions[i]))+" → "+name)
		}
	}
	return strings.Join(parts, " · ")
}

// numbers returns what stands at the right of the status line, the least important first.
func (m *Model) numbers() []string {
	var parts []string
	if n := m.lib.Len(); m.filter.query.Empty() {
		parts = append(parts, line.Count(n, "article"))
	} else {
		parts = append(parts, fmt.Sprintf("%s of %s", line.Thousands(m.filter.found.Len()), line.Count(n, "article")))
	}
	if m.article.Article() != nil && !m.quotes {
		parts = append(parts, fmt.Sprintf("%d %%", m.article.Percent()))
	}
	if q := m.queryInfo(); q != "" {
		parts = append([]string{q}, parts...)
	}
	if n := m.tally.unread; n > 0 {
		parts = append([]string{line.Thousands(n) + " unread"}, parts...)
	}
	if n := len(m.takeout.gathered); n > 0 {
		parts = append(parts, line.Thousands(n)+" taken")
	}
	if s := m.wrong(); s != "" {
		parts = append(parts, s)
	}
	if s := m.load.progress(m.aside(intent.StopReading, "")); s != "" {
		parts = append(parts, s)
	}
	if s := m.takeout.progress(m.aside(intent.Back, "stops")); s != "" {
		parts = append(parts, s)
	}
	if run := m.fetch.run; run != nil {
		parts = append(parts, run.progress())
	}
	return parts
}

// queryInfo returns the query, speakers by their surnames, and which of their quotes one stands on.
func (m *Model) queryInfo() string {
	f := &m.filter
	s := f.text
	for _, v := range f.chosen {
		if v.ID != 0 {
			s = strings.ReplaceAll(s, m.term(v), terms.Said("", v.Unsure)+library.Fold(surname(m.lib.Entity(v.ID))))
		}
	}
	s = ansi.Truncate(s, max(m.layout.Status.W/2, 8), "…")
	r, ok := m.list.Selected()
	if !ok || !f.search.Asks() && m.article.Quote() < 0 || m.quotes {
		return s
	}
	before := m.numbered()
	total := before[len(before)-1]
	at := 0
	if q := m.article.Quote(); q >= 0 && !m.walk.on {
		quotes := m.article.ByReading(m.asked(r))
		if i := slices.Index(quotes, q); i >= 0 {
			at = before[m.list.Cursor()] + i + 1
		}
	}
	if at == 0 {
		return strings.TrimSpace(s + " " + line.Count(total, "quote"))
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s/%s", s, line.Thousands(at), line.Thousands(total)))
}

// term returns the term of a query for the voice v.
func (m *Model) term(v library.Voice) string {
	if v.ID == 0 {
		return terms.Said("", true)
	}
	return terms.Said(terms.Quoted(m.lib.Label(v.ID)), v.Unsure)
}

// shortName returns the surname of a person, and of anybody else the name.
func shortName(e *library.Entity) string { return model.Short(e.Name, e.Type) }

// surname returns the last word of e's name.
func surname(e *library.Entity) string { return e.Name[strings.LastIndexByte(e.Name, ' ')+1:] }
