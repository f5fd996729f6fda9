package value

import (
	"strings"

	"reader/model/nlp/doc"
)

// tense says on which side of the publication what happens at a date lies.
type tense uint8

const (
	unknown tense = iota
	earlier
	later
)

// tense returns what the verb nearest before token i tells, or, if none does, the nearest one after it.
func (f *finder) tense(i int) tense {
	const far = 40 // tokens; keeps the search linear
	for j := i - 1; j >= max(f.first, i-far); j-- {
		if t := f.verb(j); t != unknown {
			return t
		}
	}
	end := min(f.last, i+far)
	for j := i + 1; j < end; j++ {
		if t := f.verb(j); t != unknown {
			return t
		}
	}
	return unknown
}

// verb returns the tense of token j.
func (f *finder) verb(j int) tense {
	w := f.Lower(j)
	switch f.Tokens[j].Tag {
	case doc.AUX:
		switch w {
		case "will", "'ll", "’ll", "shall", "would", "wo":
			return later
		case "was", "were", "had", "did", "'d":
			return earlier
		}
	case doc.PART:
		if w == "to" && future[f.before(j)] {
			return later
		}
	case doc.VERB, doc.ADJ:
		switch {
		case f.is(j, "due", "scheduled", "slated", "expected", "planned", "set") && !f.is(j-1, "had", "he", "she", "they", "it"):
			return later
		case f.is(j, "says") || past[w] || f.Tokens[j].Tag == doc.VERB && strings.HasSuffix(w, "ed"):
			return earlier
		}
	default:
	}
	return unknown
}

// before returns the word before token j in lower case, or "".
func (f *finder) before(j int) string {
	if j == f.first {
		return ""
	}
	return f.Lower(j - 1)
}

// past are the irregular forms of common verbs in the past.
var past = set(`said told went came made took got gave met left held began became won lost found sent spoke wrote led fell rose ran
	saw kept brought thought knew paid broke chose drew drove grew shot stood sat spent struck sold bought built caught
	fought felt heard flew threw swore sank stole rode`)
