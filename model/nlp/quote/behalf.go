package quote

import (
	"strings"

	"reader/model"
)

// behalf returns the organization in whose name p speaks, or 0: a Talvik Energy spokesman, officials at Talvik Energy. A
// body has no mouth of its own: what those say who are there to speak for it, or its officials as one, is what it says.
// With it comes the first token, plus 1, of the mention that names it.
func (f *finder) behalf(p phrase) (id model.EntityID, from int32) {
	one := f.in(p.head, mouthpieces)
	if p.head < 0 || !one && !f.in(p.head, staff) && !f.in(p.head, leaders) {
		return 0, 0
	}
	if f.in(p.head-1, kindsOfBody) && p.last == p.head+1 && (p.first == p.head-1 || p.first == p.head-2 && f.determines(p.first)) {
		return f.endingIn(f.d.Lower(p.head - 1)), 0
	}
	if f.in(p.head, leaders) {
		return 0, 0 // those of an alliance speak for their countries
	}
	m := f.mentionAt(p.head - 1)
	if f.possessive(p.head - 1) {
		m = f.mentionAt(p.head - 2)
	}
	if i := p.head + 1; f.is(i, "for", "with", "at", "from", "of") && i < p.last {
		if q := f.after(i+1, p.last); !q.empty() && q.head >= 0 {
			m = f.mentionAt(q.head)
			if m != nil && m.Last != q.last {
				m = nil // for the Talvik Energy board
			}
		}
	}
	if m == nil || m.Type != model.Organization || m.Form != model.Name || m.Entity == 0 {
		return 0, 0
	}
	return m.Entity, int32(m.First + 1)
}

// endingIn returns the only organization of the article whose name ends in noun, for whom "district officials" speak where
// there is one School District; 0 if there is none, or several.
func (f *finder) endingIn(noun string) (found model.EntityID) {
	for i := range f.d.Entities {
		e := &f.d.Entities[i]
		if e.Type != model.Organization || len(e.Name) <= len(noun)+1 || !strings.EqualFold(e.Name[len(e.Name)-len(noun)-1:], " "+noun) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = model.EntityID(i + 1)
	}
	return found
}

// voices reports whether the last who spoke for the organization id was one person: a spokeswoman.
func (f *finder) voices(id model.EntityID) bool {
	for i := range f.unnamed {
		if u := &f.unnamed[i]; u.id == id && mouthpieces[u.head] {
			return true
		}
	}
	return false
}

var (
	// mouthpieces are nouns for one person whose work is to speak for a body.
	mouthpieces = set("spokesman", "spokeswoman", "spokesperson", "representative")

	// staff are nouns for those of a body who speak for it as one. A single official may not.
	staff = set("spokesmen", "spokespeople", "spokespersons", "representatives", "officials")

	// leaders are nouns for those at the head of a body, who speak for it where a noun says of what kind it is: district leaders.
	leaders = set("leaders", "leadership", "administrators")

	// kindsOfBody are nouns for bodies that their names end in.
	kindsOfBody = with(bodies, "district", "department", "ministry", "council", "board", "party", "church", "commission", "committee", "bureau")
)
