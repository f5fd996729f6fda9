package value

import (
	"strconv"
	"strings"

	"reader/model/nlp/doc"
)

// number is a decimal number: coefficient times ten to the power of exp.
type number struct {
	coefficient int64
	exp         int
}

// String returns n without an exponent: "4200000000", "3.5".
func (n number) String() string {
	s := strconv.FormatInt(n.coefficient, 10)
	if n.exp >= 0 {
		return s + strings.Repeat("0", n.exp)
	}
	if pad := -n.exp + 1 - len(s); pad > 0 {
		s = strings.Repeat("0", pad) + s
	}
	point := len(s) + n.exp
	return strings.TrimSuffix(strings.TrimRight(s[:point]+"."+s[point:], "0"), ".")
}

// number returns the number that begins at token i and the token after it: "10", "2,000", "3.5 million",
// "two hundred", "a dozen", "half a million", "10-15 thousand" (ok, but not exact).
func (f *finder) number(i int) (n number, last int, ok bool) {
	if i >= f.last {
		return n, i, false
	}
	switch f.Tokens[i].Kind {
	case doc.Number:
		if n, ok = decimal(f.Word(i)); !ok {
			return n, i, false
		}
		i++
	case doc.Word:
		if n, i, ok = f.spelled(i); !ok {
			return n, i, false
		}
	default:
		return n, i, false
	}
	n, last = f.scaled(n, i)
	return n, last, true
}

// scaled returns n times the words "million" and the like at token i, and the token after them.
func (f *finder) scaled(n number, i int) (number, int) {
	if f.is(i, "and") && f.is(i+1, "a") && f.is(i+2, "half") && n.exp == 0 {
		n, i = number{n.coefficient*10 + 5, -1}, i+3
	}
	for range 2 { // "million million" at most
		exp, ok := lookup(f, scales, f.hyphen(i))
		if !ok {
			break
		}
		n.exp, i = n.exp+exp, f.hyphen(i)+1
	}
	return n, i
}

// decimal reads digits with points and commas.
func decimal(w string) (number, bool) {
	var n number
	point := false
	for i, c := range []byte(w) {
		switch {
		case '0' <= c && c <= '9':
			if n.coefficient > 1e15 {
				return n, false
			}
			n.coefficient = n.coefficient*10 + int64(c-'0')
			if point {
				n.exp--
			}
		case c == ',' && !point && i > 0:
		case c == '.' && !point:
			point = true
		default:
			return n, false
		}
	}
	return n, true
}

// spelled reads a number in words: "twenty-five", "two hundred and six", "a dozen", "half a million". A
// scale must follow "a".
func (f *finder) spelled(i int) (n number, last int, ok bool) {
	if f.is(i, "half") && f.is(i+1, "a", "an") {
		_, ok = lookup(f, scales, i+2)
		return number{5, -1}, i + 2, ok
	}
	if f.is(i, "a", "an") {
		_, scale := lookup(f, scales, i+1)
		if scale || f.is(i+1, "hundred", "dozen") {
			n.coefficient, ok = 1, true
			i++
		}
	}
	for i < f.last {
		v, found := lookup(f, numerals, i)
		switch {
		case found && v == 100 && 0 < n.coefficient && n.coefficient < 100, found && v == 12 && ok && f.is(i, "dozen"):
			n.coefficient *= v
		case found && v < 100 && !f.is(i, "dozen") && (!ok || n.coefficient%100 == 0 || n.coefficient%10 == 0 && n.coefficient%100 > 10 && v < 10):
			n.coefficient += v
		default:
			return n, i, ok
		}
		ok = true
		i++
		if _, more := lookup(f, numerals, f.hyphen(i)); more {
			i = f.hyphen(i)
		} else if _, more := lookup(f, numerals, i+1); more && f.is(i, "and") && n.coefficient%100 == 0 {
			i++
		}
	}
	return n, i, ok
}
