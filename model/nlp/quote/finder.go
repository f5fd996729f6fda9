package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// finder is the state of one search for quotes. Ranges of tokens are half-open.
type finder struct {
	d        *doc.Document
	marks    []int32 // of each token: the outermost mark it lies in, as an index of ranges plus 1; 0: none
	ranges   []marked
	mentions []int32 // of each token: the mention that it belongs to, as an index of d.Mentions plus 1
	units    []unit
	quotes   []model.Quote
	added    []doc.Mention // of unnamed speakers
	unnamed  []unnamed
	dialogue []turn // of transcripts, that are still to come
	heard    int    // where the last turn ends
}

// unit is the tokens of a sentence. A quotation of many sentences is within one unit.
type unit struct {
	first, last int
	paragraph   int
}

func newFinder(d *doc.Document) *finder {
	f := &finder{d: d, marks: make([]int32, len(d.Tokens)), mentions: make([]int32, len(d.Tokens))}
	f.takeMarks()
	f.takeMentions()
	f.takeUnits()
	return f
}

// takeMentions gives every token its mention: a name rather than the nominal around it.
func (f *finder) takeMentions() {
	for i, m := range f.d.Mentions {
		for t := m.First; t < m.Last; t++ {
			if f.mentions[t] == 0 || m.Form == model.Name || f.d.Mentions[f.mentions[t]-1].Form != model.Name {
				f.mentions[t] = int32(i + 1)
			}
		}
	}
}

// takeUnits joins the sentences that a quotation mark or a cue after one holds together: “Why?” Lee asked.
func (f *finder) takeUnits() {
	for _, s := range f.d.Sentences {
		if n := len(f.units); n > 0 && f.units[n-1].paragraph == s.Paragraph {
			if u := &f.units[n-1]; f.together(s.First) || f.tagAfterMark(u, s) {
				u.last = s.Last
				continue
			}
		}
		f.units = append(f.units, unit{f.pastDateline(s), s.Last, s.Paragraph})
	}
}

// pastDateline returns where s begins, without the dateline.
func (f *finder) pastDateline(s doc.Sentence) int {
	i := s.First
	if f.d.Dateline.Empty() || !f.d.SentenceSpan(s).Contains(f.d.Dateline) {
		return i
	}
	for i < s.Last-1 && (f.d.Tokens[i].Span.Start < f.d.Dateline.End || f.dash(i) || f.closes(i)) {
		i++
	}
	return i
}

// together reports whether token i and the one before it stand in the same quotation.
func (f *finder) together(i int) bool { return f.marks[i] != 0 && f.marks[i] == f.marks[i-1] }

// tagAfterMark reports whether s is nothing but a speaker and a cue for the quotation that ends u.
func (f *finder) tagAfterMark(u *unit, s doc.Sentence) bool {
	if f.marks[u.last-1] == 0 || f.marks[s.First] != 0 || s.Last-s.First > 24 {
		return false
	}
	for i := s.First; i < min(s.Last, s.First+6); i++ {
		l, ok := lexicon[f.d.Lower(i)]
		if !ok || l.use&says == 0 || l.form == gerund {
			continue
		}
		return i+1 >= s.Last || i == s.First || f.closes(i+1) || circumstantial[f.d.Lower(i+1)] && f.closes(s.Last-1) && !f.finite(i+1, s.Last)
	}
	return false
}

// next returns the token after i, passing over the quotation that i lies in.
func (f *finder) next(i int) int {
	if m := f.markAt(i); m != nil {
		return m.last
	}
	return i + 1
}

// mentionAt returns the mention that token i belongs to, or nil.
func (f *finder) mentionAt(i int) *doc.Mention {
	if i < 0 || i >= len(f.mentions) || f.mentions[i] == 0 {
		return nil
	}
	return &f.d.Mentions[f.mentions[i]-1]
}
