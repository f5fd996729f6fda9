package token

import (
	"strings"
	"unicode"

	"reader/model/nlp/doc"
)

// number adds the number that begins at i: "2,000", "3.5", "10:30", "9/11", "10th", "1990s". A unit glued to
// it is a token of its own ("40km", "3.5m", "5pm"), other letters make it a word ("3D").
func (s *scanner) number(i, end int) int {
	j := digits(s.text, i, end)
	if j == end {
		return s.add(i, j, doc.Number)
	}
	k := letters(s.text, j, end)
	switch tail := s.text[j:k]; {
	case tail == "":
		return s.add(i, extend(s.text, j, end), doc.Number)
	case ordinal(tail):
		return s.add(i, k, doc.Number)
	case (tail == "a" || tail == "p") && strings.HasPrefix(s.text[k:end], ".m"): // 5p.m.
		s.add(i, j, doc.Number)
		return s.word(j, end)
	case units[tail]:
		s.add(i, j, doc.Number)
		return s.add(j, k, doc.Word)
	default:
		return s.add(i, k, doc.Word)
	}
}

// digits returns where the digits that begin at i end, with the signs between them.
func digits(s string, i, end int) int {
	for i < end {
		c := s[i]
		between := i+1 < end && isDigit(s[i+1]) && (c == '.' || c == ':' || c == '/' || c == ',' && i+2 < end && isDigit(s[i+2]))
		if !isDigit(c) && !between {
			break
		}
		i++
	}
	return i
}

func ordinal(tail string) bool {
	switch tail {
	case "st", "nd", "rd", "th", "s", "ST", "ND", "RD", "TH":
		return true
	default:
		return false
	}
}

// money returns where the letters for a currency that are glued to a number end, or i if the word from i to j is
// no money: RM20,000, Rs500, R92 million, N2.5bn, but the road R92.
func (s *scanner) money(i, j int) int {
	k := i
	for k < j && isLetter(s.text[k]) {
		k++
	}
	n := k
	for n < j && (isDigit(s.text[n]) || s.text[n] == '.') {
		n++
	}
	if scale := s.text[n:j]; n == k || scale != "" && !scales[scale] {
		return i
	}
	switch s.text[i:k] {
	case "RM", "Rs", "Dh", "Dhs", "Tk", "KSh", "Ksh", "Kshs", "TSh", "Tsh", "USh", "Ush", "Sh", "Shs", "UGX", "KES", "TZS", "NGN", "ZAR":
		return k
	case "R", "N":
		rest := s.text[j:]
		if n < j || strings.HasPrefix(rest, " million") || strings.HasPrefix(rest, " billion") || strings.HasPrefix(rest, ",") && nextIs(rest, 1, unicode.IsDigit) {
			return k
		}
	}
	return i
}

// scales are the letters for powers of ten that are glued to money.
var scales = set("m mn bn tn")

// currency reports whether w names the country of a dollar: US$, HK$.
func currency(w string) bool {
	switch strings.ToUpper(w) {
	case "US", "A", "AU", "C", "CA", "CAN", "NZ", "HK", "S", "NT", "R", "J", "Z":
		return true
	default:
		return false
	}
}
