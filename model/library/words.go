package library

import (
	"iter"
	"strings"
	"unicode"
)

// words returns the words of the name s, folded and parted by one blank: runs of letters, digits and inner
// apostrophes, without possessive endings. Full stops are left out: "U.S." is "us".
func words(s string) string {
	all := strings.FieldsFunc(strings.ReplaceAll(Fold(s), ".", ""), func(r rune) bool {
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	kept := all[:0]
	for _, w := range all {
		if w = strings.Trim(strings.TrimSuffix(w, "'s"), "'"); w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// each yields the words of w, which words returned.
func each(w string) iter.Seq[string] {
	if w == "" {
		return func(func(string) bool) {}
	}
	return strings.SplitSeq(w, " ")
}

// first returns the first of the words w.
func first(w string) string {
	w, _, _ = strings.Cut(w, " ")
	return w
}

// last returns the last of the words w.
func last(w string) string { return w[strings.LastIndexByte(w, ' ')+1:] }

// single reports whether w is one word.
func single(w string) bool { return w != "" && !strings.Contains(w, " ") }

// withoutInitials returns the words w without single letters between the first and the last.
func withoutInitials(w string) string {
	if initials(w) == "" {
		return w
	}
	out := first(w)
	for v := range each(w[len(out) : len(w)-len(last(w))]) {
		if len(v) > 1 {
			out += " " + v
		}
	}
	return out + " " + last(w)
}

// initials returns the single letters between the first and the last of the words w.
func initials(w string) string {
	var out []byte
	for v := range each(w[len(first(w)):]) {
		if len(v) == 1 && v != last(w) {
			out = append(out, v...)
		}
	}
	return string(out)
}

// sideBySide reports whether the words wanted, at least one, stand in w side by side.
func sideBySide(wanted, w string) bool {
	for at := 0; ; at++ {
		i := strings.Index(w[at:], wanted)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(wanted)
		if (at == 0 || w[at-1] == ' ') && (end == len(w) || w[end] == ' ') {
			return true
		}
	}
}

// within reports whether the words wanted, or where they are initials, words that begin with them, stand in w in their
// order, others between them or not.
func within(wanted, w string) bool {
	for v := range each(w) {
		if f := first(wanted); f == v || len(f) == 1 && f[0] == v[0] {
			if len(wanted) == len(f) {
				return true
			}
			wanted = wanted[len(f)+1:]
		}
	}
	return wanted == ""
}

// endsIn reports whether wanted is a part of the name w that may stand for it: its words stand in w in their
// order, both end in the same word, and what was left out is not what the name is about ("Oslo" is not the
// University of Oslo).
func endsIn(wanted, w string) bool {
	if last(wanted) != last(w) {
		return false
	}
	for v := range each(w) {
		switch {
		case first(wanted) == v:
			wanted = strings.TrimPrefix(wanted[len(v):], " ")
		case isPreposition(v):
			return false
		}
	}
	return wanted == ""
}

// head returns the words of an unnamed speaker without what follows the noun: "a spokesman" of "a spokesman
// for the ministry".
func head(w string) string {
	at := 0
	for v := range each(w) {
		if at > 0 && isPreposition(v) {
			return w[:at-1]
		}
		at += len(v) + 1
	}
	return w
}

// isPreposition reports whether word begins what says more about the noun before it.
func isPreposition(word string) bool {
	switch word {
	case "of", "for", "at", "in", "from", "with", "to", "on", "by", "against", "near", "who", "which", "that", "whose":
		return true
	}
	return false
}

// untitled returns the words of a name without the titles in front.
func untitled(w string) string {
	for {
		title, rest, more := strings.Cut(w, " ")
		if !more || !isTitle(title) {
			return w
		}
		w = rest
	}
}

func isTitle(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "sen", "senator",
		"rep", "gov", "president":
		return true
	}
	return false
}

// Words returns the words of a name as names are compared: folded, parted by one blank, without possessive endings and
// full stops. "Miles O’Brien’s U.N." is "miles o'brien un".
func Words(name string) string { return words(name) }

// Noun returns the words of how an unnamed speaker is called without what follows the noun: "a spokesman" of "a spokesman
// for the ministry".
func Noun(name string) string { return head(words(name)) }
