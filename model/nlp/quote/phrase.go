package quote

import (
	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
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
	return f.possessive(i) || f.hyphen(i) || f.named(i) || f.hyphen(i+1) || i > 0 && f.hyphen(i-1) || f.office(i)
}

// office reports whether token i, whatever the tagger makes of it, is a noun for what the person does whose name follows it.
func (f *finder) office(i int) bool {
	return f.tag(i) != doc.VERB && f.person(i+1) && f.named(i+1) && gazetteer.Word(cluster.Hash(f.d.Lower(i)))&gazetteer.Role != 0
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
		if last = f.governor(first-1, low); last == 0 && f.ofSome(first-1, low) && !f.named(p.head) {
			last = first - 1
		}
	}
	if p.first-3 >= low && f.is(p.first-1, ",") && f.tag(p.first-3) == doc.DET && p.first < p.last && (f.tag(p.first) == doc.ADJ || f.hyphen(p.first+1)) {
		p.first -= 3 // the tall, quiet nurse
	}
	return p
}

// ofSome reports whether the "of" at i follows a word for some of many: two of the officials.
func (f *finder) ofSome(i, low int) bool {
	return i > low && f.is(i, "of") && (f.tag(i-1) == doc.NUM || f.in(i-1, shares)) && !f.dated(i-1)
}

// shares are words for some of many.
var shares = set("one", "some", "many", "most", "several", "few", "both", "all", "none", "each", "another", "half", "more")

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

// group returns where the noun group that has token i as its last begins, or i+1 if there is none.
func (f *finder) group(i, low int) int {
	if f.stands(i) {
		if i > low && f.is(i, "one", "some", "many") && f.tag(i-1) == doc.DET {
			return i - 1
		}
		return i
	}
	first, nouns := f.back(i, low)
	if !nouns && f.tag(i) != doc.NUM { // four in ten say
		return i + 1
	}
	for first <= i && (f.possessive(first) || f.is(first, "-")) {
		first++
	}
	return first
}

// back goes from token i back to the first that can stand in the same noun group, and reports whether a noun is
// among them.
func (f *finder) back(i, low int) (first int, nouns bool) {
	first = i + 1
	for t := i; t >= low; t-- {
		switch {
		case f.named(t) && f.mentionAt(t).First >= low:
			t, nouns = f.mentionAt(t).First, true
		case f.determines(t) && nouns:
			return t, nouns
		case f.marks[t] != 0, f.determines(t), f.dated(t) && t < i:
			return first, nouns
		case !f.nominal(t) && (!nouns || t == low || !f.modifies(t)):
			return first, nouns
		default:
			nouns = nouns || f.heads(t, i+1) && (f.tag(t) != doc.ADJ || t > low && (f.determines(t-1) || f.nominal(t-1)))
		}
		first = t
	}
	return first, nouns
}

// stands reports whether token i is a noun phrase of its own: "she", "others".
func (f *finder) stands(i int) bool {
	return f.in(i, subjects) && f.tag(i) != doc.ADJ && !f.named(i)
}

// determines reports whether token i is an article or the like.
func (f *finder) determines(i int) bool { return f.tag(i) == doc.DET || f.in(i, possessives) }

// modifies reports whether token t is a participle or an adverb inside a noun phrase: a carefully worded letter.
func (f *finder) modifies(t int) bool {
	if f.tag(t) == doc.ADV {
		return f.tag(t-1) == doc.DET
	}
	return f.tag(t) == doc.VERB && f.marks[t] == 0 && (f.tag(t-1) == doc.DET || f.tag(t-1) == doc.ADV && f.tag(t-2) == doc.DET)
}

// after returns the noun phrase that begins at token i, without what prepositions add to it.
func (f *finder) after(i, high int) phrase {
	if i >= high || f.marks[i] != 0 {
		return phrase{i, i, -1}
	}
	if f.in(i, objects) || f.stands(i) && f.tag(i) != doc.DET && f.tag(i) != doc.NUM {
		return phrase{i, i + 1, i}
	}
	head, t := -1, i
	for t < high && (f.marks[t] == 0 || f.named(t)) {
		if f.named(t) {
			m := f.mentionAt(t)
			t = min(m.Last, high)
			head = t - 1
			if m.Type == model.Person && !f.possessive(t) && f.tag(t) != doc.NOUN {
				break // but not at the Arl of "Arl resident Ann Lee", should it be taken for a person
			}
			continue
		}
		if !f.extends(t, i) {
			break
		}
		if f.heads(t, high) {
			head = t
		}
		t++
	}
	if head < 0 {
		t = i
	}
	return phrase{i, t, head}
}

// extends reports whether token t goes on with the noun phrase that began at first.
func (f *finder) extends(t, first int) bool {
	if f.dated(t) && t > first {
		return false
	}
	if f.determines(t) {
		return t == first || f.is(t-1, "all", "both")
	}
	return f.nominal(t)
}

// heads reports whether token t can be the head of a noun phrase.
func (f *finder) heads(t, high int) bool {
	switch f.tag(t) {
	case doc.NOUN, doc.PROPN:
		return true
	case doc.ADJ: // an official with
		return t+1 >= high || !f.nominal(t+1)
	default:
		return false
	}
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

var objects = set("him", "her", "them", "me", "us", "you", "himself", "herself", "themselves", "itself", "reporters", "journalists", "lawmakers")
