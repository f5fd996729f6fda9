package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// headline is the title on the way to its quotes. Headlines save the verb that says: "Voss: no deal", "No deal – Voss",
// ‘No deal’. Who is called by surname or role alone there is who speaks in the body.
type headline struct {
	*finder
	first, last int // its tokens
	people      map[string]bearer
	speaks      map[model.EntityID]bool // in the body
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
	h.speaks = map[model.EntityID]bool{}
	for i := range f.quotes {
		if q := &f.quotes[i]; q.Span.Start >= f.d.Tokens[h.last-1].Span.End {
			h.speaks[q.Speaker] = true
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
		if !ok || !h.speaks[s.speaker] && !s.issued && h.kind(content) != model.Direct && !h.is(i, ",") || !h.predicates(content) {
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

// source is a speaker as headlines name one.
type source struct {
	attribution
	person bool
	issued bool // it is no person but what one publishes: a poll, a report
}

// source returns the speaker that s names, if it names one. One that leads may tell to whom or of what: Voss on gates.
func (h *headline) source(s segment, leads bool) (source, bool) {
	out := source{}
	p := h.before(s.last, s.first)
	if s.last-s.first == 1 { // whatever the tagger takes "Poll" for
		p = phrase{s.first, s.last, s.first}
	}
	for i := s.first; i < s.last && leads; i++ {
		if h.is(i, "on", "to", "about", "after") && i > s.first {
			p = h.before(i, s.first)
			break
		}
	}
	if p.empty() || p.first != s.first || p.last-p.first > 6 || h.possessive(p.last-1) {
		return out, false
	}
	out.mention = h.d.Cover(p.first, p.last)
	if id := h.personAt(p); id != 0 && !h.governed(p) {
		out.person, out.speaker, out.sure = true, id, 0.9
		if h.speaks[id] {
			out.sure = 0.97
		}
		return out, true
	}
	if p.last < s.last && leads {
		return out, false
	}
	switch head := h.d.Lower(p.head); {
	case p.last-p.first == 1 && publications[head], !h.named(p.head) && (publications[head] || crowd[head] || h.class(p.head)&gazetteer.Role != 0):
		out.speaker, out.sure = h.byRole(p), 0.8
		out.issued = publications[head]
	default:
		out.speaker, out.sure = h.body(p), institutional
	}
	return out, out.speaker != 0
}

// body returns the organization that p names, if it speaks in the body or is a newspaper, or 0.
func (h *headline) body(p phrase) model.EntityID {
	if m := h.mentionAt(p.head); m != nil {
		if m.Type == model.Organization && m.Last == p.last && (h.speaks[m.Entity] || h.press(p)) {
			return m.Entity
		}
		return 0
	}
	if !h.press(p) {
		return 0
	}
	for i := range h.quotes { // "Gazette" of "The Arl Gazette"
		id := h.quotes[i].Speaker
		if id != 0 && h.d.Entities[id-1].Type == model.Organization && h.bears(id, h.d.Lower(p.head)) {
			return id
		}
	}
	return 0
}

// class returns what token i may be as a name.
func (f *finder) class(i int) gazetteer.Class { return gazetteer.Word(cluster.Hash(f.d.Lower(i))) }

// press reports whether p is a newspaper, a broadcaster or an agency.
func (h *headline) press(p phrase) bool {
	return papers[h.d.Lower(p.head)] || p.last-p.first == 1 && h.class(p.head)&(gazetteer.Media|gazetteer.Common) == gazetteer.Media
}

// governed reports whether a preposition stands in p: Big win for Voss.
func (h *headline) governed(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if h.in(i, postnominal) && !h.named(i) {
			return true
		}
	}
	return false
}

// personAt returns the person whom p ends with the name of, or 0.
func (h *headline) personAt(p phrase) model.EntityID {
	if m := h.mentionAt(p.last - 1); m != nil && m.Form == model.Name {
		if m.Type == model.Person && m.Last == p.last {
			return m.Entity
		}
		if h.value(m) || m.Last-m.First > 1 {
			return 0
		}
	}
	if !h.d.Capital(p.last - 1) {
		return 0
	}
	if id := h.people[h.d.LowerIn(h.d.Cover(p.first, p.last))].id; id != 0 {
		return id
	}
	return h.people[h.d.Lower(p.last-1)].id
}

// byRole returns who speaks in the body and is what p says: the minister, the police. If nobody is, it is somebody
// without a name.
func (h *headline) byRole(p phrase) model.EntityID {
	head := h.d.Lower(p.head)
	var found model.EntityID
	for i := range h.quotes {
		id := h.quotes[i].Speaker
		if id == 0 || id == found || !h.bears(id, head) {
			continue
		}
		if found != 0 {
			return h.unnamedSpeaker(p)
		}
		found = id
	}
	if found != 0 {
		h.refer(p, found, model.Nominal, model.LinkRole, 0)
		return found
	}
	return h.unnamedSpeaker(p)
}

// bears reports whether the speaker id has the role head, or is so called: "the Arl police".
func (h *headline) bears(id model.EntityID, head string) bool {
	e := &h.d.Entities[id-1]
	words := e.Role
	if e.Type == model.Unnamed || e.Type == model.Organization {
		words = e.Name
	}
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if strings.Trim(word, ",") == head {
			return true
		}
	}
	return false
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
	case by.person && !h.speaks[by.speaker] && h.kind(s) == model.Indirect:
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

// maxPulled is how many quotations of a headline are looked for in the body.
const maxPulled = 4

// pulled adds the quotations of the headline whose words somebody says in the body: Gates ‘too old to save’.
func (h *headline) pulled() {
	named := h.namedThere()
	for n, at := 0, h.first; at < h.last && n < maxPulled; at = h.next(at) {
		m := h.markAt(at)
		if m == nil || m.first < at || m.last-m.first < 4 {
			continue
		}
		n++
		if q := h.original(m, named); q != nil {
			a := attribution{speaker: q.Speaker, sure: q.Confidence}
			if len(named) > 0 && !named[q.Speaker] {
				a.sure = min(a.sure, described)
			}
			h.emit(segment{m.first, m.last}, model.RuleHeadline, a)
		}
	}
}

// namedThere returns the people whom the headline names.
func (h *headline) namedThere() map[model.EntityID]bool {
	named := map[model.EntityID]bool{}
	for i := h.first; i < h.last; i++ {
		if m := h.mentionAt(i); m != nil && m.Type == model.Person && h.marks[i] == 0 {
			named[m.Entity] = true
		}
	}
	return named
}

// original returns the first quote of the body that has the words of m, rather one of the people named, or nil.
func (h *headline) original(m *marked, named map[model.EntityID]bool) *model.Quote {
	words := h.bareWords(m.span)
	var found *model.Quote
	for i := range h.quotes {
		q := &h.quotes[i]
		if q.Span.Start < m.span.End || q.Speaker == 0 || q.Kind == model.Indirect || !strings.Contains(h.d.LowerIn(q.Span), words) {
			continue
		}
		if named[q.Speaker] {
			return q
		}
		if found == nil && m.last-m.first > 4 { // two words may be anybody's
			found = q
		}
	}
	return found
}

// bareWords returns the words of s in lower case, without the marks around them.
func (h *headline) bareWords(s model.Span) string {
	return strings.Trim(h.d.LowerIn(s), "\"”’'“»‘„`.,!?… ")
}

var (
	// publications speak in headlines for who publishes them.
	publications = set("report", "reports", "study", "studies", "poll", "polls", "survey", "analysts", "documents", "records", "data", "watchdog", "audit")

	papers = set("post", "times", "news", "herald", "journal", "tribune", "gazette", "guardian", "mail", "telegraph", "observer")

	// crowd are those who speak without names.
	crowd = set("police", "officials", "official", "experts", "expert", "critics", "campaign", "camp", "lawyers", "sources", "source", "prosecutors",
		"residents", "witnesses", "ministry", "government", "court", "judge", "company", "union", "army", "military", "council", "scientists",
		"researchers", "doctors", "authorities", "aide", "ministers", "lawmakers", "rebels", "regulator", "agency", "mp", "pm", "ceo", "un")
)
