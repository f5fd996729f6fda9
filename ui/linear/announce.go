package linear

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/ui/line"
)

// announced returns the stretch s of the text that f names as it is read: in lines, with who says what said before each quote, and
// its end after it. Who is meant by the words that name a speaker stands behind these.
func (r *Reader) announced(f model.Field, s model.Span) []string {
	a := r.at.article
	var out []string
	add := func(text string) {
		if text = line.One(text); text != "" {
			out = append(out, text)
		}
	}
	at := s.Start
	if !r.silent {
		for _, i := range quotesIn(a, f, s) {
			q := &a.Quotes[i]
			if q.Span.Start < at {
				continue // it stands in the one before
			}
			add(r.resolved(f, model.Span{Start: at, End: q.Span.Start}))
			add(r.attribution(i))
			end := min(q.Span.End, s.End)
			end += closing(a.TextOf(f)[end:s.End])
			add(r.with(nil, f, model.Span{Start: q.Span.Start, End: end}))
			add("End of quote.")
			add(r.noteOn(r.at.ref, i))
			at = end
		}
	}
	add(r.resolved(f, model.Span{Start: at, End: s.End}))
	return out
}

// quotesIn returns which quotes of a begin in the stretch s of the text that f names, in their order.
func quotesIn(a *model.Article, f model.Field, s model.Span) []int {
	var out []int
	for i := range a.Quotes {
		if q := &a.Quotes[i]; q.Field == f && q.Span.Start >= s.Start && q.Span.Start < s.End {
			out = append(out, i)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return a.Quotes[out[i]].Span.Start < a.Quotes[out[j]].Span.Start })
	return out
}

// closing returns how many bytes of punctuation text begins with, which belong to what stands before.
func closing(text string) uint32 {
	rest := strings.TrimLeft(text, ".,;:!?…”’\"')")
	return uint32(len(text) - len(rest))
}

// aside is what is told behind a place in the text.
type aside struct {
	at   uint32
	told string
}

// resolved returns the stretch s of the text that f names, in which it is told whom the words mean that name speakers, "he
// (that is Azimov)", and where links lead that read like another address.
func (r *Reader) resolved(f model.Field, s model.Span) string {
	var asides []aside
	if !r.silent {
		for _, m := range naming(r.at.article, f, s) {
			asides = append(asides, aside{m.Span.End, fmt.Sprintf(" (that is %s)", r.at.article.Entity(m.Entity).Short())})
		}
	}
	return r.with(asides, f, s)
}

// with returns the stretch s of the text that f names, with asides in it, and where links lead that read like another address.
func (r *Reader) with(asides []aside, f model.Field, s model.Span) string {
	a := r.at.article
	if f == model.Body {
		for _, l := range r.at.disguised() {
			if l.Words.End > s.Start && l.Words.End <= s.End {
				asides = append(asides, aside{l.Words.End, " (leads to " + l.Host + ")"})
			}
		}
	}
	sort.SliceStable(asides, func(i, j int) bool { return asides[i].at < asides[j].at })
	text := a.TextOf(f)
	var b strings.Builder
	at := s.Start
	for _, told := range asides {
		b.WriteString(text[at:told.at] + told.told)
		at = told.at
	}
	b.WriteString(text[at:s.End])
	return b.String()
}

// naming returns the mentions in the stretch s of the text that f names which are no names, and name the speaker of a quote.
func naming(a *model.Article, f model.Field, s model.Span) []*model.Mention {
	var out []*model.Mention
	for i := range a.Quotes {
		q := &a.Quotes[i]
		n := a.Naming(q)
		if n < 0 {
			continue
		}
		m := &a.Mentions[n]
		if m.Form == model.Name || m.Field != f || !s.Contains(m.Span) || a.Entity(m.Entity).Type == model.Unnamed {
			continue
		}
		out = append(out, m)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Span.Start < out[j].Span.Start })
	distinct := out[:0]
	for _, m := range out {
		if len(distinct) == 0 || distinct[len(distinct)-1].Span.End <= m.Span.Start {
			distinct = append(distinct, m)
		}
	}
	return distinct
}

// attribution returns what is said before quote i of the article that is open: "Quote by Araz Azimov, Azeri Deputy Foreign Minister, to
// Reuters, direct:". Who was told of once in the article is called shortly from then on.
func (r *Reader) attribution(i int) string {
	a := r.at.article
	q := &a.Quotes[i]
	who := ""
	if e := a.Speaker(q); e != nil {
		who = e.Short()
		if !r.at.told[q.Speaker] {
			who = join(e.Name, e.Role())
			r.at.told[q.Speaker] = true
		}
	}
	return "Quote" + attributed(a, q, who) + ":"
}

// attributed tells who says q, who is called who, to whom, and what kind of quote it is.
func attributed(a *model.Article, q *model.Quote, who string) string {
	s := " by " + who
	switch {
	case a.Speaker(q) == nil:
		s = ", speaker unknown"
	case q.Confidence < model.Fact && !a.Corrected(q):
		s = ", probably by " + who
	}
	parts := []string{s}
	if !q.To.Empty() {
		parts = append(parts, "to "+line.One(q.To.In(a.TextOf(q.Field))))
	}
	parts = append(parts, q.Kind.String())
	if a.Corrected(q) {
		parts = append(parts, "corrected by you")
	}
	return strings.Join(parts, ", ")
}

// announce does "announce on" and "announce off".
func (r *Reader) announce(_ context.Context, arg string) error {
	switch arg {
	case "on":
		r.silent = false
	case "off":
		r.silent = true
	default:
		return Mistake{"announce on says before each quote whose it is, announce off leaves the text as it is."}
	}
	r.out.say("Quotes are announced: %s.", arg)
	return nil
}

// capital returns s with a capital at its beginning.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// lower returns s with a small letter at its beginning.
func lower(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[n:]
}
