package quote

import (
	"strings"

	"reader/model"
)

// interviewed reports whether what comes before the first question says that somebody was talked to.
func (t *transcript) interviewed() bool {
	for i := range t.leadEnd() {
		if t.in(i, talks) || t.is(i, "edited") && t.is(i+1, "for", "and") || t.is(i, "sat") && t.is(i+1, "down") || t.is(i, "caught") && t.is(i+1, "up") {
			return true
		}
	}
	return false
}

// leadEnd returns the token at which the first question begins.
func (t *transcript) leadEnd() int {
	for i := range t.lines {
		if t.lines[i].label == "q" {
			return t.lines[i].first
		}
	}
	return 0
}

// interviewee returns who answers the questions, and how surely: the one person whom the lead names that is no
// journalist; of several the one who was talked to, or whom the lead begins with. It returns 0 if nobody can be told.
func (t *transcript) interviewee() (model.EntityID, float32) {
	end := t.leadEnd()
	var people []model.EntityID
	seen := map[model.EntityID]bool{}
	for i := range end {
		m := t.mentionAt(i)
		if m == nil || m.Type != model.Person || m.Form != model.Name || m.Entity == 0 || seen[m.Entity] || t.marks[i] != 0 {
			continue
		}
		seen[m.Entity] = true
		if !t.journalist(m.Entity) {
			people = append(people, m.Entity)
		}
	}
	if len(people) == 1 {
		return people[0], 0.95
	}
	if id := t.talkedTo(end, seen); id != 0 {
		return id, 0.93
	}
	for _, u := range t.units {
		if u.last > end {
			break
		}
		if id := t.subjectOf(u); id != 0 && seen[id] {
			if t.journalist(id) {
				return 0, 0
			}
			return id, 0.8
		}
	}
	return 0, 0
}

// talkedTo returns the one person of the lead who is talked to: spoke to Lee, an interview with Lee.
func (t *transcript) talkedTo(end int, people map[model.EntityID]bool) model.EntityID {
	var found model.EntityID
	for i := 0; i+1 < end; i++ {
		if !t.in(i, talks) && !t.is(i, "down", "up", "questions") {
			continue
		}
		k := i + 1
		if t.is(k, "to", "with", "for") {
			k++
		} else if !t.is(i, "interviewed", "interviews") {
			continue
		}
		p := t.after(k, end)
		if p.empty() {
			continue
		}
		if m := t.mentionAt(p.head); m != nil && people[m.Entity] && !t.journalist(m.Entity) {
			if found != 0 && found != m.Entity {
				return 0
			}
			found = m.Entity
		}
	}
	return found
}

// journalist reports whether the person id has the role of one.
func (t *transcript) journalist(id model.EntityID) bool {
	for word := range strings.FieldsSeq(strings.ToLower(t.d.Entities[id-1].Role())) {
		if journalists[strings.Trim(word, ",")] {
			return true
		}
	}
	return false
}

var (
	// talks are words for an interview.
	talks = set("interview", "interviewed", "interviews", "spoke", "speaks", "talked", "talks", "chatted", "conversation", "q&a")

	journalists = set("reporter", "editor", "correspondent", "journalist", "host", "columnist", "anchor", "presenter", "writer", "interviewer")
)
