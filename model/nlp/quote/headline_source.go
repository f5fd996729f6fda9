package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

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
		if h.spoken[id] {
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
		out.speaker, out.sure = h.outlet(p), institutional
	}
	return out, out.speaker != 0
}

// outlet returns the organization that p names, if it speaks in the body or is a newspaper, or 0.
func (h *headline) outlet(p phrase) model.EntityID {
	if m := h.mentionAt(p.head); m != nil {
		if m.Type == model.Organization && m.Last == p.last && (h.spoken[m.Entity] || h.press(p)) {
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
	words := e.Role()
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

var (
	// publications speak in headlines for who publishes them.
	publications = set("report", "reports", "study", "studies", "poll", "polls", "survey", "analysts", "documents", "records", "data", "watchdog", "audit")

	papers = set("post", "times", "news", "herald", "journal", "tribune", "gazette", "guardian", "mail", "telegraph", "observer")

	// crowd are those who speak without names.
	crowd = set("police", "officials", "official", "experts", "expert", "critics", "campaign", "camp", "lawyers", "sources", "source", "prosecutors",
		"residents", "witnesses", "ministry", "government", "court", "judge", "company", "union", "army", "military", "council", "scientists",
		"researchers", "doctors", "authorities", "aide", "ministers", "lawmakers", "rebels", "regulator", "agency", "mp", "pm", "ceo", "un")
)
