package main

import "strings"

// alias is a token that the vectors do not have, and a word that is used like it.
type alias struct{ word, like string }

// aliases returns clitics, initials, and abbreviations that keep their dot, which the vectors lack.
func aliases() []alias {
	out := []alias{
		{"u.s.", "america"},
		{"u.s.a.", "america"},
		{"usa", "america"},
		{"u.k.", "britain"},
		{"u.n.", "un"},
		{"e.u.", "eu"},
		{"d.c.", "dc"},
		{"l.a.", "la"},
		{"a.m.", "am"},
		{"p.m.", "pm"},
		{"n't", "not"},
		{"'s", "is"},
		{"'re", "are"},
		{"'m", "am"},
		{"'ve", "have"},
		{"'ll", "will"},
		{"'d", "would"},
	}
	for w := range strings.FieldsSeq(abbreviations) {
		out = append(out, alias{w + ".", w})
	}
	for c := 'a'; c <= 'z'; c++ {
		out = append(out, alias{string(c) + ".", string(c)})
	}
	return out
}

const abbreviations = `mr mrs ms messrs mme dr drs prof gen lt col sgt capt cpl pvt maj adm brig cmdr supt insp det
	gov sen sens rep reps rev hon amb st ste mt ft jr sr esq bros inc ltd corp co cos plc assn dept univ ave blvd rd
	jan feb mar apr aug sept sep oct nov dec vs etc cf no calif fla tenn okla wis minn colo conn mass ill ind mich mo
	tex va pa wash ont que`
