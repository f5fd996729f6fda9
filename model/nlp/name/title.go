package name

import (
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// maxTitle is the number of tokens that a title before a name may have.
const maxTitle = 10

// findTitle sets the title in front of the person m, "NATO Secretary-General", and the gender that it tells.
func (f *finder) findTitle(m *doc.Mention) {
	from := max(f.d.Sentences[f.d.SentenceOf(m.First)].First, m.First-maxTitle)
	first, titled := m.First, false
	for i := m.First - 1; i >= from && f.inTitle(i, from); i-- {
		first = i
		if f.titleAt(i) {
			titled = true
			if g := genders[f.d.Lower(i)]; g != model.UnknownGender {
				m.Gender = g
			}
		}
		if f.named[i] && i > from && (!f.named[i-1] || f.mentionAt(i-1) != f.mentionAt(i)) && f.found[f.mentionAt(i)].Type != model.Nationality {
			break // one name is enough: "in Brussels NATO Secretary-General …"
		}
	}
	if titled {
		m.Title = f.d.Cover(first, m.First)
	}
}

// inTitle reports whether token i can be part of a title before a name; from is where the title can begin at the
// earliest.
func (f *finder) inTitle(i, from int) bool {
	w := f.d.Lower(i)
	if f.named[i] {
		return f.found[f.mentionAt(i)].Type != model.Person && (f.titleAt(i+1) || f.named[i+1] || f.d.Capital(i+1) || w == "-")
	}
	switch {
	case f.titleAt(i):
		return true
	case w == "-":
		return f.d.Glued(i) && i > from && f.inTitle(i-1, from)
	case w == "and", w == "&":
		return i > from && f.titleAt(i-1) && f.d.Capital(i-1)
	}
	t := f.d.Tokens[i]
	noun := t.Tag == doc.NOUN || t.Tag == doc.ADJ || t.Tag == doc.PROPN
	if t.Kind == doc.Word && !f.d.Capital(i) {
		return noun && f.titleAt(i+1) && !f.d.Capital(i+1) // "campaign manager Ann Lee"
	}
	return t.Kind == doc.Word && noun && !days[w]
}

// titleAt reports whether token i is a word of a title or role.
func (f *finder) titleAt(i int) bool { return titles[f.d.Lower(i)] || ranks[f.d.Word(i)] }

// mentionAt returns the index of the name that token i is part of.
func (f *finder) mentionAt(i int) int {
	n, _ := slices.BinarySearchFunc(f.found, i, func(m doc.Mention, i int) int { return m.Last - 1 - i })
	return n
}
