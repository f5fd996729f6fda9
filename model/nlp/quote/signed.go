package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// maxSignature is the number of tokens that a name with its role may have behind the dash that signs a quotation.
const maxSignature = 20

// signed returns whose name stands behind the quotation m and a dash, “…” — Ann Lee, captain, or nil: at the end of m's
// paragraph or as a paragraph of its own.
func (f *finder) signed(m *marked) *doc.Mention {
	i := m.last
	if i < len(f.d.Tokens) && f.is(i, ".") {
		i++
	}
	if i+1 >= len(f.d.Tokens) || !f.dash(i) && !f.is(i, "-", "~") {
		return nil
	}
	at := f.units[f.unitOf(i)].paragraph
	if at > m.paragraph+1 || at > m.paragraph && f.d.Paragraphs[at].First != i {
		return nil
	}
	s := f.mentionAt(i + 1)
	for t := i + 2; s == nil && t < i+6 && t < len(f.d.Tokens) && f.marks[t] == 0 && f.nominal(t-1); t++ { // — Mayor Ann Lee
		s = f.mentionAt(t)
	}
	if s == nil || s.Type != model.Person || s.Form != model.Name || s.Entity == 0 || !f.endsSignature(s.Last, at) {
		return nil
	}
	return s
}

// signedBy returns q as said by whom signer names.
func (f *finder) signedBy(q model.Quote, signer *doc.Mention) model.Quote {
	q.Speaker, q.Mention, q.Rule = signer.Entity, signer.Span, model.RuleSigned
	q.Confidence = confidence(q.Rule, attribution{speaker: q.Speaker, sure: f.understood(signer)})
	return q
}

// endsSignature reports whether nothing but a role stands between token i, behind the name, and the end of the line or
// the next quotation.
func (f *finder) endsSignature(i, paragraph int) bool {
	last := f.d.Paragraphs[paragraph].Last
	for t := i; t < last; t++ {
		if f.marks[t] != 0 {
			return t == i
		}
		if f.newline(t) {
			return true
		}
		if t == i && !f.closes(t) || t-i > maxSignature || f.finite(t, t+1) {
			return false
		}
	}
	return true
}
