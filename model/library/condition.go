package library

import (
	"net/url"
	"slices"
	"strings"

	"reader/model"
	"reader/model/query"
)

// condition tests one article, and quoteCondition one of its quotes.
type (
	condition      func(r Ref) bool
	quoteCondition func(r Ref, a *model.Article, q *model.Quote) bool
)

// textual returns the texts that t looks at; nil if it looks at something else.
func textual(t query.Term) func(a *model.Article) []string {
	switch t.Field {
	case query.Anything, query.Text:
		return func(a *model.Article) []string { return []string{a.Title, a.Text} }
	case query.Title:
		return func(a *model.Article) []string { return []string{a.Title} }
	case query.Author:
		return func(a *model.Article) []string { return a.Authors }
	case query.Source:
		return Sources
	default:
		return nil
	}
}

// condition returns the test for a term that no index answers.
func (s *Search) condition(t query.Term) condition {
	if texts := textual(t); texts != nil {
		m := newMatcher(t.Value)
		return func(r Ref) bool { return slices.ContainsFunc(texts(s.lib.articles[r]), m.in) }
	}
	value := strings.ToLower(t.Value.Text)
	switch t.Field {
	case query.Lang:
		return func(r Ref) bool { return inLanguage(s.lib.articles[r].Language, value) }
	case query.Is, query.Has:
		return func(r Ref) bool { return s.is(value, s.lib.articles[r]) }
	default:
		return func(Ref) bool { return false }
	}
}

// inLanguage reports whether language is that of the tag wanted, or a variety of it.
func inLanguage(language, wanted string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(language), wanted)
	return ok && (rest == "" || rest[0] == '-')
}

// is reports whether a is, or has, what value says: one of the values of is: and has:.
func (s *Search) is(value string, a *model.Article) bool {
	switch value {
	case "corrected", "correction":
		return isCorrected(a)
	case "unattributed":
		return slices.ContainsFunc(a.Quotes, func(q model.Quote) bool { return q.Speaker == 0 || !counts(&q) })
	case "quotes":
		return len(a.Quotes) > 0
	case "speaker":
		return slices.ContainsFunc(a.Quotes, func(q model.Quote) bool { return q.Speaker != 0 && counts(&q) })
	case "link":
		return hasLink(a.Markdown)
	case "picture":
		return strings.Contains(a.Markdown, "![")
	case "table":
		return slices.ContainsFunc(a.Blocks, func(b model.Block) bool { return b.Kind == model.Row })
	default:
		return s.state.Is(value, a.ID)
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

// Sources returns what names the source of a: its publisher and the host of its address, as far as they are known.
func Sources(a *model.Article) []string {
	var out []string
	if a.Publisher != "" {
		out = append(out, a.Publisher)
	}
	if u, err := url.Parse(a.URL); err == nil && u.Hostname() != "" {
		out = append(out, strings.TrimPrefix(u.Hostname(), "www."))
	}
	return out
}

// ofQuote returns the test of a quote for n, in which every term is about one.
func (s *Search) ofQuote(n query.Node) quoteCondition {
	switch n := n.(type) {
	case query.And:
		parts := s.ofQuotes(n)
		return func(r Ref, a *model.Article, q *model.Quote) bool {
			return !slices.ContainsFunc(parts, func(c quoteCondition) bool { return !c(r, a, q) })
		}
	case query.Or:
		parts := s.ofQuotes(n)
		return func(r Ref, a *model.Article, q *model.Quote) bool {
			return slices.ContainsFunc(parts, func(c quoteCondition) bool { return c(r, a, q) })
		}
	case query.Not:
		part := s.ofQuote(n.X)
		return func(r Ref, a *model.Article, q *model.Quote) bool { return !part(r, a, q) }
	case query.Term:
		return s.quoteTerm(n)
	}
	return nil
}

func (s *Search) ofQuotes(list []query.Node) []quoteCondition {
	out := make([]quoteCondition, len(list))
	for i, n := range list {
		out[i] = s.ofQuote(n)
	}
	return out
}

// quoteTerm returns the test of a quote for one term.
func (s *Search) quoteTerm(t query.Term) quoteCondition {
	switch t.Field {
	case query.Speaker:
		ids := s.lib.named(t)
		return func(r Ref, _ *model.Article, q *model.Quote) bool {
			return q.Speaker != 0 && counts(q) && slices.Contains(ids, s.lib.IDOf(r, q.Speaker))
		}
	case query.Kind:
		value := strings.ToLower(t.Value.Text)
		return func(_ Ref, _ *model.Article, q *model.Quote) bool { return q.Kind.String() == value }
	case query.Role:
		m := newMatcher(t.Value)
		return func(r Ref, a *model.Article, q *model.Quote) bool {
			if q.Speaker == 0 || !counts(q) {
				return false
			}
			id := s.lib.IDOf(r, q.Speaker)
			return m.in(a.Speaker(q).Role) || id != 0 && m.in(s.lib.Entity(id).Role)
		}
	case query.To:
		m, ids := newMatcher(t.Value), s.lib.named(t)
		return func(r Ref, a *model.Article, q *model.Quote) bool {
			return m.in(q.To.In(a.TextOf(q.Field))) || s.mentions(r, q.Field, q.To, ids)
		}
	default:
		m := newMatcher(t.Value)
		return func(_ Ref, a *model.Article, q *model.Quote) bool { return m.in(a.Quoted(q)) }
	}
}

// mentions reports whether one of ids is mentioned in that stretch of article r.
func (s *Search) mentions(r Ref, f model.Field, in model.Span, ids []ID) bool {
	if in.Empty() || len(ids) == 0 {
		return false
	}
	for _, m := range s.lib.articles[r].MentionsIn(f, in) {
		if slices.Contains(ids, s.lib.IDOf(r, m.Entity)) {
			return true
		}
	}
	return false
}
