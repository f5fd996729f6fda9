package model

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Evidence is what stands behind the speaker of a quote, beside its rule, cue and confidence.
type Evidence struct {
	From  int    // the quote that it goes on from, in Quotes; -1: none
	Named int    // the quote that names the speaker: this one, or the first of those that go on
	Chain []Step // from the words that name the speaker to the fullest name; empty if nobody can be told
}

// Step is a mention on the way from the words that name a speaker to the fullest name. The Link of the mention says
// what ties it to the speaker.
type Step struct {
	Mention int  // in Mentions
	Span    Span // of the mention, with the role that stands beside a name; in the mention's field
}

// Tracer tells the evidence in one article. To make it costs one pass over the annotations, and an answer little more
// than its length.
type Tracer struct {
	a      *Article
	before []int32 // of each mention: the nearest name of its entity that is read before it
	first  []int32 // of each entity: the mention that is read first
	titled []int32 // of each entity: the first name with the role beside it
	full   []int32 // of each entity: the first mention of its fullest name, with the role beside it if there is one
	from   []int32 // of each quote: the one that it goes on from
	named  []int32 // of each quote: the one that names its speaker
}

// none stands for no mention and for no quote.
const none = -1

// NewTracer returns a tracer of a, which must not change any more.
func NewTracer(a *Article) *Tracer {
	n := len(a.Entities)
	t := &Tracer{a: a, before: make([]int32, len(a.Mentions)), first: nones(n), titled: nones(n), full: nones(n)}
	last := nones(n)
	body := sort.Search(len(a.Mentions), func(i int) bool { return a.Mentions[i].Field == Title })
	for k := range a.Mentions {
		i := int32((body + k) % len(a.Mentions)) // the title, which stands last, is read first
		m := &a.Mentions[i]
		e := m.Entity - 1
		t.before[i] = last[e]
		if t.first[e] == none {
			t.first[e] = i
		}
		if m.Form == Name {
			last[e] = i
			t.learn(i)
		}
	}
	t.follow()
	return t
}

func nones(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = none
	}
	return out
}

// learn takes note of the name mention i if it is a better witness than those read before it.
func (t *Tracer) learn(i int32) {
	m := &t.a.Mentions[i]
	e := m.Entity - 1
	told := t.told(i)
	if told && t.titled[e] == none {
		t.titled[e] = i
	}
	if f := t.full[e]; t.a.Mentioned(m) == t.a.Entities[e].Name && (f == none || told && !t.told(f)) {
		t.full[e] = i
	}
}

// follow finds what each quote goes on from.
func (t *Tracer) follow() {
	quotes := t.a.Quotes
	t.from, t.named = nones(len(quotes)), nones(len(quotes))
	body := sort.Search(len(quotes), func(i int) bool { return quotes[i].Field == Title })
	before := int32(none)
	for k := range quotes {
		i := int32((body + k) % len(quotes))
		t.named[i] = i
		if before != none && t.a.goesOn(&quotes[i], &quotes[before]) {
			t.from[i], t.named[i] = before, t.named[before]
		}
		before = i
	}
}

// goesOn reports whether q has its speaker from p, the quote that is read before it.
func (a *Article) goesOn(q, p *Quote) bool {
	switch q.Rule {
	case RuleFloating, RuleParagraph, RuleContinued, RuleScored:
		near := a.BlockAt(q.Field, q.Span.Start)-a.BlockAt(p.Field, p.Span.Start) <= 1
		own := !q.Mention.Empty() && q.Mention != p.Mention
		return near && !own && q.Speaker != 0 && q.Speaker == p.Speaker
	default:
		return false
	}
}

// Quote returns the evidence for quote i.
func (t *Tracer) Quote(i int) Evidence {
	out := Evidence{From: int(t.from[i]), Named: int(t.named[i])}
	q := &t.a.Quotes[out.Named]
	if q.Speaker == 0 {
		return out
	}
	at := int32(t.a.Naming(q))
	if at == none {
		at = t.full[q.Speaker-1]
	}
	if at == none {
		at = t.first[q.Speaker-1]
	}
	if at != none {
		out.Chain = t.chain(at)
	}
	return out
}

// Naming returns the mention of q's speaker in the words that name the speaker for q, a name if there is one; -1 if
// there is none.
func (a *Article) Naming(q *Quote) int {
	found := none
	if q.Speaker == 0 {
		return found
	}
	for i, m := range a.MentionsIn(q.Field, q.Mention) {
		if m.Entity == q.Speaker && (found == none || m.Form == Name && a.Mentions[found].Form != Name) {
			found = i
		}
	}
	return found
}

// Means returns the short name of whom mention i means; false if it is called so there.
func (a *Article) Means(i int) (name string, ok bool) {
	m := &a.Mentions[i]
	e := a.Entity(m.Entity)
	if called := strings.Join(strings.Fields(a.Mentioned(m)), " "); m.Form == Name || called == e.Name {
		return "", false
	}
	return e.Short(), true
}

// maxChain is how many mentions a chain goes back before it takes the short cut to a name.
const maxChain = 16

// chain returns the steps from mention i.
func (t *Tracer) chain(i int32) []Step {
	var out []Step
	add := func(i int32) { out = append(out, Step{int(i), t.a.besideRole(&t.a.Mentions[i])}) }
	add(i)
	for t.a.Mentions[i].Form != Name {
		next := t.antecedent(i)
		if len(out) >= maxChain {
			next = t.before[i]
		}
		if next == none || next == i {
			return out
		}
		i = next
		add(i)
	}
	for _, next := range t.fuller(i) {
		if next != i {
			i = next
			add(i)
		}
	}
	return out
}

// antecedent returns what mention i, which is no name, was tied to: the mention it points back to, or the one that
// follows from its link.
func (t *Tracer) antecedent(i int32) int32 {
	m := &t.a.Mentions[i]
	e := m.Entity - 1
	if m.Back > 0 {
		return i - int32(m.Back)
	}
	if next := i + 1; m.Link == LinkAppositive && int(next) < len(t.a.Mentions) {
		if n := &t.a.Mentions[next]; n.Form == Name && n.Entity == m.Entity && n.Field == m.Field && n.Span.Start <= m.Span.End+2 {
			return next // the mayor, Ada Brandt
		}
	}
	if role := t.titled[e]; m.Link == LinkRole && role != none && t.reads(role, i) {
		return role
	}
	if t.before[i] != none {
		return t.before[i]
	}
	if first := t.first[e]; t.full[e] == none && t.reads(first, i) {
		return first
	}
	return t.full[e]
}

// reads reports whether mention i is read before mention k.
func (t *Tracer) reads(i, k int32) bool {
	a, b := t.a.Mentions[i].Field, t.a.Mentions[k].Field
	if a != b {
		return a == Title
	}
	return i < k
}

// fuller returns the steps from the name i on: to one that tells the role, and to the fullest.
func (t *Tracer) fuller(i int32) []int32 {
	m := &t.a.Mentions[i]
	titled, full := t.titled[m.Entity-1], t.full[m.Entity-1]
	if full == none {
		return nil
	}
	whole := t.a.Mentioned(m) == t.a.Entities[m.Entity-1].Name
	switch {
	case whole && (t.told(i) || !t.told(full)):
		return nil
	case titled == none || t.told(i) || t.told(full):
		return []int32{full}
	default:
		return []int32{titled, full}
	}
}

// told reports whether the role stands beside the name i.
func (t *Tracer) told(i int32) bool {
	m := &t.a.Mentions[i]
	return t.a.besideRole(m) != m.Span
}

// How long a role may be, and how many bytes may stand between it and the name, for it to be looked for beside one.
const (
	maxRole = 200
	maxGap  = 20
)

// besideRole returns the span of m, and if it is a name, with the role of its entity that stands in front ("Foreign
// Minister Ada Brandt"; "the foreign minister, Ada Brandt") or behind ("Ada Brandt, the foreign minister").
func (a *Article) besideRole(m *Mention) Span {
	role, text := a.Entities[m.Entity-1].Role(), a.TextOf(m.Field)
	if m.Form != Name || role == "" || len(role) > maxRole {
		return m.Span
	}
	front := strings.TrimSuffix(strings.TrimSuffix(text[:m.Span.Start], " "), ",")
	if at := len(front) - len(role); at >= 0 && utf8.RuneStart(text[at]) && strings.EqualFold(front[at:], role) && !endsInLetter(front[:at]) {
		return Span{uint32(at), m.Span.End}
	}
	behind, found := strings.CutPrefix(text[m.Span.End:], ", ")
	behind = behind[:min(len(behind), maxGap+len(role))]
	if at := strings.Index(behind, role); found && at >= 0 && !strings.ContainsAny(behind[:at], ",.;:\n") {
		return Span{m.Span.Start, m.Span.End + uint32(len(", ")+at+len(role))}
	}
	return m.Span
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}
