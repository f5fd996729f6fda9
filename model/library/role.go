package library

import (
	"strings"
	"time"
)

// told is a role that articles tell of somebody.
type told struct {
	role     string
	articles uint32
	latest   int64 // when the latest of them was published, in seconds of Unix time
}

// roles are those that articles tell of one name, each once, case aside, in the order in which they were told first.
type roles []told

// maxRoles is how many roles are kept for one name.
const maxRoles = 24

// add adds to r that an article of that time tells role; "" tells nothing.
func (r *roles) add(role string, published time.Time) {
	if role != "" {
		r.put(told{role, 1, published.Unix()})
	}
}

// put adds to r what t tells. The words are copied, as they may be a part of an article's text.
func (r *roles) put(t told) {
	for i := range *r {
		if o := &(*r)[i]; strings.EqualFold(o.role, t.role) {
			o.articles += t.articles
			if t.latest >= o.latest {
				o.role, o.latest = strings.Clone(t.role), t.latest // as it is written now
			}
			return
		}
	}
	if len(*r) < maxRoles {
		t.role = strings.Clone(t.role)
		*r = append(*r, t)
	}
}

// current returns the role that somebody has now, "" if none is told: the latest one, without those that are told so much
// more seldom than another that they are rather a turn of phrase. Of several on one day it is the one told most.
func (r roles) current() string {
	most := uint32(0)
	for _, t := range r {
		most = max(most, t.articles)
	}
	now := told{latest: -1 << 63}
	for _, t := range r {
		if t.articles*seldom >= most && (t.latest > now.latest || t.latest == now.latest && t.articles > now.articles) {
			now = t
		}
	}
	return now.role
}

// seldom is how many times as often another role must be told for one to be a mere turn of phrase.
const seldom = 5
