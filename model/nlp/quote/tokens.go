package quote

import (
	"slices"

	"reader/model/nlp/doc"
)

// is reports whether token i, outside quotations, is one of a few words.
func (f *finder) is(i int, words ...string) bool {
	return i >= 0 && i < len(f.d.Tokens) && f.marks[i] == 0 && slices.Contains(words, f.d.Lower(i))
}

// in reports whether token i, outside quotations, is one of the words.
func (f *finder) in(i int, words map[string]bool) bool {
	return i >= 0 && i < len(f.d.Tokens) && f.marks[i] == 0 && words[f.d.Lower(i)]
}

// tag returns the part of speech of token i; beyond the text there is punctuation.
func (f *finder) tag(i int) doc.Tag {
	if i < 0 || i >= len(f.d.Tokens) {
		return doc.PUNCT
	}
	t := f.d.Tokens[i].Tag
	if t == doc.PRON && f.d.Capital(i) && !closedClass[f.d.Lower(i)] {
		return doc.PROPN // a short name that the tagger does not know
	}
	return t
}

// closes reports whether token i, outside quotations, is punctuation that parts clauses.
func (f *finder) closes(i int) bool {
	if i >= len(f.d.Tokens) || i < 0 {
		return true
	}
	return f.is(i, ",", ".", ";", ":", "?", "!", "—", "–", "--", "...", "…", ")", "(", "]", "[")
}

// dash reports whether token i is a dash between words, not a hyphen.
func (f *finder) dash(i int) bool {
	return f.is(i, "—") || f.is(i, "–") || f.is(i, "―") || f.is(i, "--") || f.is(i, "-") && !f.d.Glued(i)
}

// finite reports whether the tokens hold a verb that makes them a clause.
func (f *finder) finite(first, last int) bool {
	for i := first; i < last; i++ {
		if f.tag(i) == doc.AUX || f.tag(i) == doc.VERB && !f.ing(i) && !f.is(i-1, "to") && !f.hyphen(i-1) {
			return true
		}
	}
	return false
}

// ing reports whether token i is a present participle.
func (f *finder) ing(i int) bool {
	w := f.d.Lower(i)
	return f.tag(i) == doc.VERB && len(w) > 4 && w[len(w)-3:] == "ing"
}

// coordinates reports whether token i is a conjunction that goes on with the same clause or subject.
func (f *finder) coordinates(i int) bool { return f.is(i, "and", "but", "or", "then") }
