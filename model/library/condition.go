package library

import (
	"net/url"
	"slices"
	"strings"

	"reader/model"
	"reader/model/query"
)

// condition tests one article.
type condition func(r Ref) bool

// condition returns the test for a term that no index answers, and what it costs.
func (s *Search) condition(t query.Term) (test condition, cost int) {
	value := strings.ToLower(t.Value.Text)
	switch t.Field {
	case query.Lang:
		return s.ofHead(func(h *Head) bool { return inLanguage(h.Language, value) })
	case query.Is, query.Has:
		return s.is(value)
	default:
		return s.wordsCondition(t, newMatcher(t.Value))
	}
}

// wordsCondition returns the test for a term that m finds in texts of an article, and what it costs.
func (s *Search) wordsCondition(t query.Term, m matcher) (test condition, cost int) {
	switch t.Field {
	case query.Anything, query.Text:
		return func(r Ref) bool { return m.in(s.lib.Head(r).Title) || m.in(s.lib.text(r)) }, costText
	case query.Title:
		return s.ofHead(func(h *Head) bool { return m.in(h.Title) })
	case query.Author:
		return s.ofHead(func(h *Head) bool { return slices.ContainsFunc(h.Authors, m.in) })
	case query.Source:
		return s.ofHead(func(h *Head) bool { return slices.ContainsFunc(Sources(h.Publisher, h.URL), m.in) })
	default:
		return func(Ref) bool { return false }, costRow
	}
}

// ofHead returns a test of what is kept of every article.
func (s *Search) ofHead(test func(*Head) bool) (condition, int) {
	return func(r Ref) bool { return test(s.lib.Head(r)) }, costRow
}

// ofArticle returns a test of the article itself.
func (s *Search) ofArticle(test func(*model.Article) bool) (condition, int) {
	return func(r Ref) bool { return test(s.lib.Article(r)) }, costText
}

// inLanguage reports whether language is that of the tag wanted, or a variety of it.
func inLanguage(language, wanted string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(language), wanted)
	return ok && (rest == "" || rest[0] == '-')
}

// is returns the test of whether an article is, or has, what value says: one of the values of is: and has:.
func (s *Search) is(value string) (condition, int) {
	speaks := func(q said) bool { return q.surely() != 0 }
	switch value {
	case "quotes":
		return s.ofHead(func(h *Head) bool { return h.Quotes > 0 })
	case "speaker":
		return func(r Ref) bool { return slices.ContainsFunc(s.lib.saidOf(r), speaks) }, costRow
	case "unattributed":
		return func(r Ref) bool {
			return slices.ContainsFunc(s.lib.saidOf(r), func(q said) bool { return !speaks(q) })
		}, costRow
	case "corrected", "correction":
		return s.ofArticle(isCorrected)
	case "link":
		return s.ofArticle(func(a *model.Article) bool { return hasLink(a.Markdown) })
	case "picture":
		return s.ofArticle(func(a *model.Article) bool { return strings.Contains(a.Markdown, "![") })
	case "table":
		return s.ofArticle(func(a *model.Article) bool {
			return slices.ContainsFunc(a.Blocks, func(b model.Block) bool { return b.Kind == model.Row })
		})
	default:
		return s.ofHead(func(h *Head) bool { return s.state.Is(value, h.ID) })
	}
}

// isCorrected reports whether a person corrected something in a.
func isCorrected(a *model.Article) bool {
	return slices.ContainsFunc(a.Quotes, func(q model.Quote) bool { return a.Corrected(&q) }) ||
		slices.ContainsFunc(a.Entities, func(e model.Entity) bool { return e.Ruling != model.Unruled }) ||
		slices.ContainsFunc(a.Mentions, func(m model.Mention) bool { return m.Link == model.LinkUser })
}

// hasLink reports whether canonical Markdown has a link: in it "[" and "<" before a letter stand for themselves only in
// code, which counts as well.
func hasLink(markdown string) bool {
	for i := range len(markdown) {
		switch before := markdown[:i]; markdown[i] {
		case '[':
			_, behind, ok := strings.Cut(markdown[i:], "]")
			if ok && strings.HasPrefix(behind, "(") && !strings.HasSuffix(before, "!") {
				return true
			}
		case '<':
			if i+1 < len(markdown) && isPlain(markdown[i+1]) && !strings.HasSuffix(before, "](") {
				return true
			}
		}
	}
	return false
}

// Sources returns what names the source of an article: its publisher and the host of its address, as far as they are known.
func Sources(publisher, address string) []string {
	var out []string
	if publisher != "" {
		out = append(out, publisher)
	}
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		out = append(out, strings.TrimPrefix(u.Hostname(), "www."))
	}
	return out
}
