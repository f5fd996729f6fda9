package name

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// settleAcronyms makes of an acronym what the words are that explain it: in "the Norwegian Tanker Board (NTB)" the
// same kind of name, in "alcohol by volume (ABV)" and "the Chief Election Commissioner (CEC)" no name at all.
func (f *finder) settleAcronyms() {
	types, nameless := map[string]model.EntityType{}, map[string]bool{}
	for i := 2; i+1 < len(f.d.Tokens); i++ {
		if f.d.Lower(i-1) != "(" || f.d.Lower(i+1) != ")" || !acronym(f.d.Word(i)) {
			continue
		}
		first := f.spelled(i-1, f.d.Lower(i))
		if first < 0 {
			continue
		}
		if t, ok := f.nameOf(first, i-1); ok {
			types[f.d.Word(i)] = t
		} else if f.ordinaryWords(first, i-1) {
			nameless[f.d.Word(i)] = true
		}
	}
	if len(types)+len(nameless) == 0 {
		return
	}
	kept := f.found[:0]
	for _, m := range f.found {
		words := m.Span.In(f.d.Text)
		if t, ok := types[words]; ok {
			m.Type = t
		}
		if !nameless[words] {
			kept = append(kept, m)
			continue
		}
		for i := m.First; i < m.Last; i++ {
			f.named[i] = false
		}
	}
	f.found = kept
}

// acronym reports whether w is written in capitals alone.
func acronym(w string) bool {
	return len(w) >= 2 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// spelled returns the first of the tokens before end whose initials spell the letters of an acronym, -1 if they
// do not. Hyphens and words of grammar may be passed over.
func (f *finder) spelled(end int, letters string) int {
	i := end
	for n := len(letters) - 1; n >= 0; {
		i--
		if i < 0 || f.d.SentenceOf(i) != f.d.SentenceOf(end) {
			return -1
		}
		switch w := f.d.Lower(i); {
		case w[0] == letters[n]:
			n--
		case w != "-" && !passed[f.d.Tokens[i].Tag]:
			return -1
		}
	}
	return i
}

// passed is the parts of speech that have no letter in an acronym.
var passed = map[doc.Tag]bool{doc.ADP: true, doc.CCONJ: true, doc.DET: true, doc.PART: true}

// nameOf returns the type of the name that the tokens [first, end) are or end.
func (f *finder) nameOf(first, end int) (model.EntityType, bool) {
	if !f.named[end-1] {
		return 0, false
	}
	m := f.found[f.mentionAt(end-1)]
	return m.Type, m.First <= first && m.Last == end
}

// ordinaryWords reports whether the tokens [first, last) have no part in a name and end as no name does: with a word
// in small letters or a role.
func (f *finder) ordinaryWords(first, last int) bool {
	for i := first; i < last; i++ {
		if f.named[i] {
			return false
		}
	}
	return !f.d.Capital(last-1) || gazetteer.Word(f.names.words[last-1].Lower)&gazetteer.Role != 0
}
