package token

import "strings"

// address returns the first address in s[i:end], a URL, an e-mail address, an @handle or a #tag, or end, end.
func address(s string, i, end int) (from, to int) {
	for k := i; k < end; k++ {
		switch s[k] {
		case 'h', 'H', 'w', 'W':
			if to := url(s, k, end); to > k {
				return k, to
			}
		case '@':
			if from, to := mail(s, i, k, end); from < to {
				return from, to
			}
			if to := handle(s, i, k, end); to > k {
				return k, to
			}
		case '#':
			if to := handle(s, i, k, end); to > k {
				return k, to
			}
		}
	}
	return end, end
}

// url returns where the URL that begins at i ends, or i if none does. The punctuation of the sentence around
// it is not part of it.
func url(s string, i, end int) int {
	var n int
	for _, scheme := range []string{"https://", "http://", "www."} {
		if end-i > len(scheme) && strings.EqualFold(s[i:i+len(scheme)], scheme) {
			n = len(scheme)
			break
		}
	}
	if n == 0 || !isLetter(s[i+n]) && !isDigit(s[i+n]) && s[i+n] < 0x80 {
		return i
	}
	end = i + len(cutAny(s[i:end], "\"<>“”«»|"))
	round, square := strings.Contains(s[i:end], "("), strings.Contains(s[i:end], "[")
	for end > i+n+1 {
		c := s[end-1]
		switch {
		case strings.IndexByte(".,;:!?'*", c) >= 0:
			end--
		case c == ')' && !round, c == ']' && !square:
			end--
		case strings.HasSuffix(s[i:end], "’"):
			end -= len("’")
		default:
			return end
		}
	}
	return end
}

func cutAny(s, chars string) string {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return s[:i]
	}
	return s
}

// mail returns the e-mail address around the sign at, if it lies in s[i:end] whole; else nothing.
func mail(s string, i, at, end int) (from, to int) {
	from = at
	for from > i && (wordByte(s[from-1]) || strings.IndexByte(".%+-", s[from-1]) >= 0) {
		from--
	}
	for from < at && !wordByte(s[from]) {
		from++
	}
	to, dot := at+1, -1
	for to < end && (wordByte(s[to]) || s[to] == '-' || s[to] == '.' && to+1 < end && wordByte(s[to+1])) {
		if s[to] == '.' {
			dot = to
		}
		to++
	}
	if from == at || dot < 0 || !isLetter(s[dot+1]) {
		return 0, 0
	}
	return from, to
}

// handle returns where the @handle or #tag that begins at the sign at ends, or at if none does.
func handle(s string, i, at, end int) int {
	if at > i && wordByte(s[at-1]) || at+1 == end || !isLetter(s[at+1]) && s[at+1] != '_' && s[at+1] < 0xc3 {
		return at
	}
	if to := letters(s, at+1, end); to > at+1 {
		return to
	}
	return at
}

func wordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' }
