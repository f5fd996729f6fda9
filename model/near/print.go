package near

import "bytes"

// Print tells the words of a quote from those of others: quotes of the same words have the same print, whatever their case,
// accents and punctuation. It is a hash: one pair in four billion has the same by accident. That of no words is 0.
type Print uint32

// PrintOf returns the print of words. It costs about 10 ns a byte.
func PrintOf(words string) Print {
	w := appendWords(make([]byte, 0, len(words)+1), words)
	if len(w) == 0 {
		return 0
	}
	p := max(Print(mix(hash(w))), 2) &^ long
	if bytes.Count(w, []byte(" ")) >= many {
		p |= long
	}
	return p
}

// many is how many words nobody says twice by accident.
const many = 5

// long is the bit of a print that says that there are many words.
const long Print = 1

// Long reports whether the words are at least five: fewer, as "no comment", are said again and again.
func (p Print) Long() bool { return p&long != 0 }
