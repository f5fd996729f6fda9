package tag

import (
	"reader/model/nlp/crf"
	"reader/model/nlp/feature"
	"reader/model/nlp/hash"
)

// Features appends the features of token i of a sentence, whose case feature.MarkCase has marked.
func Features(out []crf.Feature, s []feature.Word, i int) []crf.Feature {
	w, before, before2, after, after2 := at(s, i), at(s, i-1), at(s, i-2), at(s, i+1), at(s, i+2)
	values := [...]uint32{
		0, w.Lower, w.Text, w.Shape, w.Form,
		w.Suffix[1], w.Suffix[2], w.Suffix[3], w.Suffix[4],
		w.Prefix[1], w.Prefix[2], w.Prefix[3], w.Prefix[4],
		before.Lower, before2.Lower, after.Lower, after2.Lower,
		before.Suffix[3], after.Suffix[3], before.Suffix[2], after.Suffix[2],
		hash.Mix(w.Form, w.Suffix[2]), hash.Mix(w.Form, w.Suffix[3]), hash.Mix(before.Form, w.Form), hash.Mix(w.Form, after.Form),
		hash.Mix(before.Lower, w.Lower), hash.Mix(w.Lower, after.Lower), hash.Mix(before.Lower, after.Lower),
		hash.Mix(before.Lower, w.Suffix[3]), hash.Mix(w.Suffix[3], after.Lower),
		hash.Mix(before2.Lower, before.Lower), hash.Mix(after.Lower, after2.Lower),
		uint32(w.Fine), uint32(w.Coarse), uint32(before.Fine), uint32(before.Coarse), uint32(after.Fine), uint32(after.Coarse),
		uint32(before2.Fine), uint32(after2.Fine),
		hash.Mix(uint32(before.Fine), uint32(w.Fine)), hash.Mix(uint32(w.Fine), uint32(after.Fine)),
		hash.Mix(uint32(before.Coarse), w.Suffix[2]), hash.Mix(uint32(after.Coarse), w.Suffix[2]),
	}
	for template, value := range values {
		out = append(out, crf.Of(uint32(template), value))
	}
	return out
}

// at returns the word at i, or what stands for the words around the sentence.
func at(s []feature.Word, i int) *feature.Word {
	if i < 0 || i >= len(s) {
		return &edge
	}
	return &s[i]
}

var edge = feature.Word{Lower: 1, Text: 1, Shape: 1, Form: 1 << 31}
