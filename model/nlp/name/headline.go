package name

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/gazetteer"
)

// settleHeadline cuts from people's names in a headline the words before them, which have capitals there as all words do:
// "Denounces Voss" is Voss where the text has Mara Voss and no Denounces Voss.
func (f *finder) settleHeadline() {
	full := map[string]bool{}     // the names of people in the text
	parts := map[string]bool{}    // their words
	surnames := map[string]bool{} // the last words of those of several words
	for _, m := range f.found {
		if m.Type != model.Person || f.inHeadline(m.First) {
			continue
		}
		words := f.d.LowerIn(m.Span)
		full[words] = true
		for i := m.First; i < m.Last; i++ {
			parts[f.d.Lower(i)] = true
		}
		if m.Last-m.First > 1 {
			surnames[words[strings.LastIndexByte(words, ' ')+1:]] = true
		}
	}
	for k := range f.found {
		m := &f.found[k]
		if m.Type != model.Person || !f.inHeadline(m.First) || full[f.d.LowerIn(m.Span)] {
			continue
		}
		for i := m.First + 1; i < m.Last && !f.firstName(i-1) && !parts[f.d.Lower(i-1)]; i++ {
			if words := f.d.LowerIn(f.d.Cover(i, m.Last)); full[words] && (m.Last-i > 1 || surnames[words]) {
				f.cut(m, i)
				break
			}
		}
	}
}

// firstName reports whether token i is known as a first name.
func (f *finder) firstName(i int) bool {
	return gazetteer.Word(f.names.words[i].Lower)&(gazetteer.Female|gazetteer.Male) != 0
}

// cut leaves the tokens before first out of the person's name m.
func (f *finder) cut(m *doc.Mention, first int) {
	for i := m.First; i < first; i++ {
		f.named[i] = false
	}
	m.First, m.Span, m.Gender = first, f.d.Cover(first, m.Last), f.genderOf(first, m.Last)
}

// inHeadline reports whether token i is in a title or a heading: a sentence that is a paragraph and nearly all of whose
// words begin with capitals.
func (f *finder) inHeadline(i int) bool {
	if f.names.words[i].Form&feature.InTitle == 0 {
		return false
	}
	s := f.d.SentenceSpan(f.d.Sentences[f.d.SentenceOf(i)])
	k, begins := slices.BinarySearchFunc(f.d.Paragraphs, s.Start, func(p doc.Paragraph, at uint32) int { return cmp.Compare(p.Span.Start, at) })
	return begins && f.d.Paragraphs[k].Span.End <= s.End
}
