package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// phrase is a noun phrase: its tokens and its head, the token that says what or who it is.
type phrase struct{ first, last, head int }

func (p phrase) empty() bool { return p.first >= p.last }

// nominal reports whether token i can stand inside a noun phrase.
func (f *finder) nominal(i int) bool {
	switch f.tag(i) {
	case doc.NOUN, doc.PROPN, doc.ADJ, doc.NUM, doc.SYM:
		return true
	default:
	}
	return f.possessive(i) || f.hyphen(i) || f.named(i) || f.hyphen(i+1) || i > 0 && f.hyphen(i-1)
}

func (f *finder) possessive(i int) bool {
	return f.is(i, "'s", "’s") || f.is(i, "'", "’")
}

// hyphen reports whether token i joins the words around it.
func (f *finder) hyphen(i int) bool {
	return i+1 < len(f.d.Tokens) && f.is(i, "-") && f.d.Glued(i) && f.d.Glued(i+1)
}

// named reports whether token i belongs to the name of somebody or something.
func (f *finder) named(i int) bool {
	m := f.mentionAt(i)
	return m != nil && m.Form == model.Name && !f.value(m)
}

// value reports whether m is a date, an amount or a number rather than a thing.
func (f *finder) value(m *doc.Mention) bool {
	return m.Type >= model.DateTime && m.Type <= model.Quantity
}

// dated reports whether token i belongs to a date.
func (f *finder) dated(i int) bool {
	m := f.mentionAt(i)
	return m != nil && m.Type == model.DateTime
}

// before returns the noun phrase that ends where token end begins, at low or later: the subject, when end is a verb.
func (f *finder) before(end, low int) phrase {
	p := phrase{end, end, end - 1}
	for last := end; last > low; {
		first := f.group(last-1, low)
		if first == last {
			break
		}
		p.first, p.head = first, last-1
		last = f.governor(first-1, low)
	}
	return p
}

// governor returns the end of the noun that the preposition at i ties to what follows, or 0.
func (f *finder) governor(i, low int) int {
	if i <= low || !f.in(i, postnominal) {
		return 0
	}
	if f.is(i-1, ")") {
		return 0
	}
	if f.tag(i-1) == doc.NOUN || f.tag(i-1) == doc.PROPN || f.named(i-1) || f.tag(i-1) == doc.ADJ && f.tag(i-2) == doc.DET {
		if f.dated(i - 1) {
			return 0
		}
		return i
	}
	// officials briefed on the plan, people familiar with it
	if i-1 > low && (f.tag(i-1) == doc.VERB || f.tag(i-1) == doc.ADJ) && f.tag(i-2) == doc.NOUN && f.marks[i-1] == 0 && !f.person(i-2) {
		return i - 1
	}
	return 0
}

func (f *finder) person(i int) bool {
	m := f.mentionAt(i)
	return m != nil && m.Type == model.Person
}

// group returns where the noun group that holds token i as its last begins, or i+1 if there is none.
func (f *finder) group(i, low int) int {
	if f.marks[i] == 0 && subjects[f.d.Lower(i)] && f.tag(i) != doc.ADJ && !f.named(i) {
		if (f.is(i, "one", "some", "many")) && i > low && f.tag(i-1) == doc.DET {
			return i - 1
		}
		return i
	}
	first, nouns := i+1, false
	for t := i; t >= low; t-- {
		if f.marks[t] != 0 && !f.named(t) {
			break
		}
		if m := f.mentionAt(t); m != nil && m.Form == model.Name && !f.value(m) && m.First >= low {
			t, nouns = m.First, true
			first = t
			continue
		}
		if f.dated(t) && t < i {
			break
		}
		if f.tag(t) == doc.DET || f.in(t, possessives) {
			if nouns {
				first = t
			}
			break
		}
		if !f.nominal(t) && !(nouns && t > low && f.modifies(t)) {
			break
		}
		nouns = nouns || f.tag(t) == doc.NOUN || f.tag(t) == doc.PROPN || f.tag(t) == doc.ADJ && t == i && f.tag(t-1) == doc.DET
		first = t
	}
	if !nouns {
		return i + 1
	}
	for first <= i && (f.possessive(first) || f.is(first, "-")) {
		first++
	}
	return first
}

// modifies reports whether token t is a participle or an adverb inside a noun phrase: a carefully worded letter.
func (f *finder) modifies(t int) bool {
	if f.tag(t) == doc.ADV {
		return f.tag(t-1) == doc.DET
	}
	return f.tag(t) == doc.VERB && f.marks[t] == 0 && (f.tag(t-1) == doc.DET || f.tag(t-1) == doc.ADV && f.tag(t-2) == doc.DET)
}

// after returns the noun phrase that begins at token i, without what prepositions add to it.
func (f *finder) after(i, high int) phrase {
	p := phrase{i, i, -1}
	if i >= high || f.marks[i] != 0 {
		return p
	}
	if subjects[f.d.Lower(i)] && f.tag(i) != doc.ADJ && f.tag(i) != doc.DET && f.tag(i) != doc.NUM && !f.named(i) || f.in(i, objects) {
		return phrase{i, i + 1, i}
	}
	t := i
	for t < high && (f.marks[t] == 0 || f.named(t)) {
		if m := f.mentionAt(t); m != nil && m.Form == model.Name && !f.value(m) {
			t = min(m.Last, high)
			p.head = t - 1
			if m.Type == model.Person && !f.possessive(t) {
				break
			}
			continue
		}
		if f.dated(t) && t > i {
			break
		}
		switch {
		case f.tag(t) == doc.DET || f.in(t, possessives):
			if t > i && !f.is(t-1, "all") && !f.is(t-1, "both") {
				p.last = t
				return p.settled()
			}
		case f.tag(t) == doc.NOUN || f.tag(t) == doc.PROPN || f.tag(t) == doc.ADJ && (t+1 >= high || !f.nominal(t+1)):
			p.head = t
		case !f.nominal(t):
			p.last = t
			return p.settled()
		}
		t++
	}
	p.last = t
	return p.settled()
}

// settled returns p, or an empty phrase if it has no head.
func (p phrase) settled() phrase {
	if p.head < 0 {
		p.last = p.first
	}
	return p
}

// whole returns p with the phrases that prepositions add to it: the head of the agency in Rome.
func (f *finder) whole(p phrase, high int) phrase {
	for !p.empty() && p.last+1 < high && f.in(p.last, postnominal) && !f.dated(p.last+1) {
		q := f.after(p.last+1, high)
		if q.empty() {
			break
		}
		p.last = q.last
	}
	return p
}

var objects = set("him", "her", "them", "me", "us", "you", "reporters", "journalists", "lawmakers")
