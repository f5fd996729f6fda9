package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// headline is the title on the way to its quotes. Headlines save the verb that says: "Voss: no deal", "No deal – Voss",
// ‘No deal’. Who is called by surname or role alone there is who speaks in the body.
type headline struct {
	*finder
	first, last int // its tokens
	people      map[string]bearer
	spoken      map[model.EntityID]bool // who speaks in the body
}

// How many tokens a headline has at most, a first line that serves for one, and the words for its speaker.
const (
	maxHeadline  = 40
	maxFirstLine = 30
	maxSource    = 12
)

// headline adds the quotes of the title, or of the first line of an article that has none.
func (f *finder) headline() {
	h := headline{finder: f}
	if !h.find() {
		return
	}
	h.people = f.peopleByName()
	h.spoken = map[model.EntityID]bool{}
	for i := range f.quotes {
		if q := &f.quotes[i]; q.Span.Start >= f.d.Tokens[h.last-1].Span.End {
			h.spoken[q.Speaker] = true
		}
	}
	if !h.leading() && !h.trailing() && (h.found() || !h.says()) {
		h.pulled()
	}
}

// found reports whether the headline has a quote by its cues.
func (h *headline) found() bool {
	for i := range h.quotes {
		if h.quotes[i].Span.Start < h.d.Tokens[h.last-1].Span.End {
			return true
		}
	}
	return false
}

// says adds what stands behind a speaker and "says", where headlines do without a verb: Voss says gates to open.
func (h *headline) says() bool {
	i := h.first + 1
	for i < h.last && !h.in(i, plainly) && !h.closes(i) {
		i++
	}
	content := segment{i + 1, h.unstopped(h.last)}
	if !h.in(i, plainly) || content.last-content.first < 3 || h.finite(h.first, i) {
		return false
	}
	s, ok := h.source(segment{h.first, i}, false)
	if ok {
		h.emit(content, model.RuleHeadline, s.attribution)
	}
	return ok
}

// headlineVerb lets the tagger's noun between who begins a headline and its object be the verb it is: Voss slams plan.
func (f *finder) headlineVerb() {
	h := headline{finder: f}
	if !h.find() {
		return
	}
	for i := h.first + 1; i < min(h.last-1, h.first+6); i++ {
		l, ok := lexicon[h.d.Lower(i)]
		if m := h.mentionAt(i - 1); ok && l.form == third && h.mentions[i] == 0 && m != nil && h.named(i-1) && m.Type <= model.Organization {
			h.d.Tokens[i].Tag = doc.VERB
			return
		}
		if h.tag(i) == doc.VERB || h.closes(i) || h.marks[i] != 0 {
			return
		}
	}
}

// find fills in where the headline begins and ends.
func (h *headline) find() bool {
	p := &h.d.Paragraphs[0]
	h.first, h.last = p.First, p.First
	for h.last < p.Last && (h.last == h.first || !h.newline(h.last)) {
		h.last++
	}
	titled := p.Span.Start < h.d.BodyAt
	return h.last > h.first && h.last-h.first <= maxHeadline && (titled || p.Kind == model.Heading || len(h.d.Paragraphs) > 1 && h.last-h.first < maxFirstLine)
}

// leading adds what stands behind a speaker and a colon: Voss: no deal; Voss on gates: ‘They are old’.
func (h *headline) leading() bool {
	colon := h.first
	for colon < h.last && !h.is(colon, ":") {
		colon++
	}
	content := segment{colon + 1, h.unstopped(h.last)}
	if colon == h.first || colon-h.first > maxSource || content.last-content.first < 2 {
		return false
	}
	s, ok := h.source(segment{h.first, colon}, true)
	if !ok || !h.tells(content, s) {
		return false
	}
	h.emit(content, model.RuleHeadline, s.attribution)
	return true
}

// trailing adds what stands before a speaker at the end: No deal – Voss; ‘The gates are old’: Voss; No deal, says Voss.
func (h *headline) trailing() bool {
	end := h.unstopped(h.last)
	for i := end - 2; i > max(h.first+2, end-maxSource); i-- {
		content := segment{h.first, h.trimmed(h.first, i)}
		tag := segment{i + 1, end}
		switch {
		case h.marks[i] != 0:
			return false
		case h.is(i, ",") && h.in(i+1, plainly):
			tag.first++
		case h.is(i, ",") && h.in(end-1, plainly):
			tag.last--
		case !h.is(i, ":") && !h.dash(i):
			continue
		}
		s, ok := h.source(tag, false)
		if !ok || !h.spoken[s.speaker] && !s.issued && h.kind(content) != model.Direct && !h.is(i, ",") || !h.predicates(content) {
			return false
		}
		h.emit(content, model.RuleHeadline, s.attribution)
		return true
	}
	return false
}

// unstopped moves end back over a full stop or semicolon.
func (h *headline) unstopped(end int) int {
	for end > h.first && h.is(end-1, ".", ";") {
		end--
	}
	return end
}

// tells reports whether s is what a speaker says, and not what the article says of who is named: "Mara Voss: the
// woman who keeps the gates", "Mara Voss: what we know".
func (h *headline) tells(s segment, by source) bool {
	first := s.first
	own := false
	for i := s.first; i < s.last; i++ {
		own = own || firstPerson[h.d.Lower(i)]
	}
	switch {
	case own, h.marks[first] != 0:
		return true
	case by.person && !h.spoken[by.speaker] && h.kind(s) == model.Indirect:
		return false
	case h.in(first, wh), h.is(first, "when", "from", "everything"):
		return false
	case by.issued, !by.person && s.last-first > 3 && h.tag(first) != doc.DET && h.tag(first) != doc.ADP:
		return true
	case h.tag(first) == doc.VERB && (h.ing(first) || strings.HasSuffix(h.d.Lower(first), "ed")):
		return false
	}
	return h.predicates(s)
}

// predicates reports whether s, a part of a headline, where "is" and "are" are saved, says something of something: it
// has a verb outside relative clauses, words in quotation marks, or denies.
func (h *headline) predicates(s segment) bool {
	if h.is(s.first, "no", "not", "never", "yes", "enough") {
		return true
	}
	for i := s.first; i < s.last; i++ {
		switch {
		case h.marks[i] != 0:
			return true
		case h.in(i, relatives):
			return false
		case h.tag(i) == doc.VERB, h.tag(i) == doc.AUX:
			return true
		case h.tag(i) == doc.ADJ && i > s.first && (i+1 == s.last || h.tag(i+1) == doc.ADP || h.tag(i+1) == doc.PART):
			return h.tag(s.first) != doc.DET // talks possible; gates too old to save
		}
	}
	return false
}
