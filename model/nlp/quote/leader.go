package quote

import (
	"strings"

	"reader/model"
)

// leader returns the one person at the head of the body that p names, as in "the union's leader", by the roles
// that the article gives people, or 0.
func (f *finder) leader(p phrase) model.EntityID {
	if !f.in(p.head, heads) {
		return 0
	}
	body := ""
	for i := p.first; i < p.last; i++ {
		if m := f.mentionAt(i); m != nil && f.named(i) && m.Type != model.Person && i != p.head {
			body = f.d.LowerIn(m.Span)
			break
		}
	}
	if body == "" {
		return 0
	}
	var found model.EntityID
	for i := range f.d.Entities {
		e := &f.d.Entities[i]
		role := strings.ToLower(e.Role())
		if e.Type != model.Person || !strings.Contains(role, body) || seconds(role) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = model.EntityID(i + 1)
	}
	return found
}

// seconds reports whether role, in lower case, is that of somebody who only serves a leader.
func seconds(role string) bool {
	for word := range strings.FieldsSeq(role) {
		if subordinates[strings.Trim(word, ",")] || strings.HasPrefix(word, "vice") || strings.HasPrefix(word, "spokes") {
			return true
		}
	}
	return false
}

var (
	// heads are words for whoever leads a body.
	heads = set("leader", "chief", "head", "boss", "chairman", "chairwoman", "chair")

	// subordinates are words for those who do not.
	subordinates = set("deputy", "assistant", "aide", "adviser", "advisor", "former", "analyst", "member", "officer", "official",
		"employee", "critic", "lawyer", "ambassador", "envoy", "candidate", "nominee", "contender")
)
