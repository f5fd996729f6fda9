package quote

import (
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// unnamed is a speaker without a name, "a spokesman for the ministry", which may be one for an organization that has one.
type unnamed struct {
	id   model.EntityID
	head string // in lower case
	text string // in lower case, without article
}

// unnamedSpeaker returns the entity of p, a speaker without a name: one mentioned before, when p is definite
// and has its head or is the same phrase, or a new one. It adds the mention.
func (f *finder) unnamedSpeaker(p phrase) model.EntityID {
	span := f.d.Cover(p.first, p.last)
	if i := slices.IndexFunc(f.added, func(m doc.Mention) bool { return m.Span == span }); i >= 0 {
		return f.added[i].Entity
	}
	id, link, from := f.knownUnnamed(p), model.LinkRole, int32(0)
	if id == 0 {
		if id, from = f.behalf(p); id == 0 {
			f.d.Entities = append(f.d.Entities, model.Entity{Name: span.In(f.d.Text), Type: model.Unnamed})
			id, link = model.EntityID(len(f.d.Entities)), model.LinkFirst
		}
		f.unnamed = append(f.unnamed, unnamed{id, f.headWord(p), f.bare(p)})
	}
	f.refer(p, id, model.Nominal, link, from)
	return id
}

// knownUnnamed returns the speaker that p takes up again, or 0.
func (f *finder) knownUnnamed(p phrase) model.EntityID {
	definite := f.is(p.first, "the", "this", "that")
	for _, u := range slices.Backward(f.unnamed) {
		if u.text == f.bare(p) && (definite || f.tag(p.first) != doc.DET) || definite && p.last-p.first == 2 && u.head == f.headWord(p) {
			return u.id
		}
	}
	return 0
}

func (f *finder) headWord(p phrase) string {
	if p.head < 0 {
		return ""
	}
	return f.d.Lower(p.head)
}

// bare returns p in lower case without its article.
func (f *finder) bare(p phrase) string {
	if p.last-p.first > 1 && f.is(p.first, "the", "a", "an") {
		p.first++
	}
	return f.d.LowerIn(f.d.Cover(p.first, p.last))
}

// addMentions merges the mentions of unnamed speakers into those of the document.
func (f *finder) addMentions() {
	if len(f.added) == 0 {
		return
	}
	f.d.Mentions = append(f.d.Mentions, f.added...)
	slices.SortStableFunc(f.d.Mentions, func(a, b doc.Mention) int { return int(a.Span.Start) - int(b.Span.Start) })
}
