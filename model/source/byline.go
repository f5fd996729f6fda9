package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
)

// maxByline is the length of the longest byline, in characters.
const maxByline = 140

// byline is what a line such as "By Ann Lee and Bo Chen, Staff Writers | June 9, 2011" says.
type byline struct {
	authors []string
	date    model.Date
}

// parseByline reads line as a byline: "By" and one name or more, then perhaps a role, an address or a date; or a
// name and an agency. It returns nil if line is none.
func parseByline(line string) *byline {
	if author, employer, ok := strings.Cut(line, ", "); ok && isSigned(author, employer) {
		return &byline{authors: []string{author}}
	}
	first, rest, _ := strings.Cut(line, " ")
	first = strings.TrimSuffix(first, ":")
	if first != "By" && first != "BY" || rest == "" || utf8.RuneCountInString(line) > maxByline || endsStatement(rest) {
		return nil
	}
	var b byline
	names, tail := cutTail(rest)
	for _, name := range splitNames(names) {
		author, after, ok := cutName(name)
		if !ok {
			break
		}
		b.authors = append(b.authors, author)
		if after != "" {
			break
		}
	}
	if len(b.authors) == 0 {
		return nil
	}
	b.date, _ = parseDate(tail)
	return &b
}

// isContact reports whether line is where an author can be written to: an e-mail address or an account.
func isContact(line string) bool {
	at := strings.IndexByte(line, '@')
	return at >= 0 && len(line) > at+1 && !strings.ContainsAny(line, " \t") && (at == 0 || strings.Contains(line[at:], "."))
}

// isSigned reports whether a line is a name and whom its bearer writes for: "Ann Lee, The Associated Press",
// "Ann Lee, staff writer".
func isSigned(author, employer string) bool {
	words := strings.Fields(author)
	for _, word := range words {
		if !isNameWord(word) || strings.EqualFold(word, "by") {
			return false
		}
	}
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	role := strings.Fields(employer)
	return isAgency(employer) || 0 < len(role) && len(role) <= 4 && isJob(role[len(role)-1])
}

// isJob reports whether word is what an author does for a living.
func isJob(word string) bool {
	switch strings.TrimSuffix(strings.ToLower(word), "s") {
	case "columnist", "contributor", "correspondent", "critic", "editor", "journalist", "producer", "reporter", "writer":
		return true
	}
	return false
}

// endsStatement reports whether s ends as a sentence does, not with an initial or "Jr.".
func endsStatement(s string) bool {
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ":") {
		return true
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.HasSuffix(s, ".") && utf8.RuneCountInString(last) > 4
}

// cutTail parts a byline at the first bar, bullet or line that separates the names from what follows.
func cutTail(s string) (names, tail string) {
	if at := strings.IndexAny(s, "|·•"); at >= 0 {
		_, size := utf8.DecodeRuneInString(s[at:])
		return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+size:])
	}
	return s, ""
}

// splitNames parts a list of names: "Ann Lee, Bo Chen and Cy Dole".
func splitNames(s string) []string {
	s = strings.ReplaceAll(s, " and ", ",")
	s = strings.ReplaceAll(s, " AND ", ",")
	return strings.Split(strings.ReplaceAll(s, " & ", ","), ",")
}

// cutName takes a name off the beginning of s: two to five words with capitals, particles between them, or the one
// word of an agency. after is what follows it: "at the Corn Exchange".
func cutName(s string) (name, after string, ok bool) {
	words := strings.Fields(s)
	n, capitals := 0, 0
	for n < len(words) && n < 6 {
		if isNameWord(words[n]) {
			capitals++
		} else if n == 0 || !isParticle(words[n]) && !strings.HasPrefix(words[n], "al-") {
			break
		}
		n++
	}
	for n > 0 && !isNameWord(words[n-1]) {
		n--
	}
	if n == 0 || isTime(words[0]) || isJob(words[n-1]) {
		return "", "", false
	}
	after = strings.Join(words[n:], " ")
	if capitals < 2 && (after != "" || !isAgency(words[0])) {
		return "", "", false
	}
	if after != "" && !isRole(after) {
		return "", "", false
	}
	return titleCase(strings.Join(words[:n], " ")), after, true
}

// isRole reports whether what follows a name on a byline goes on about the author.
func isRole(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	switch strings.ToLower(word) {
	case "at", "for", "in", "of", "from", "with", "on", "-", "–", "—", "/":
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r == '(' || r == '<' || r == '@' || strings.Contains(word, "@")
}

// isTime reports whether a word after "By" begins a time: "By Friday".
func isTime(word string) bool {
	word = strings.ToLower(word)
	return isWeekday(word) || monthOf(word) != 0
}

// titleCase writes a name that stands in capitals as names are written.
func titleCase(name string) string {
	if !isCapitals(name) || !strings.Contains(name, " ") {
		return name
	}
	start := true
	return strings.Map(func(r rune) rune {
		defer func() { start = !unicode.IsLetter(r) && r != '\'' && r != '’' }()
		if start {
			return r
		}
		return unicode.ToLower(r)
	}, name)
}

// isAgency reports whether s is a news or picture agency.
func isAgency(s string) bool {
	switch strings.ToLower(strings.Trim(s, ".")) {
	case "aap", "afp", "alamy", "anp", "ansa", "ap", "apa", "associated press", "the associated press", "ap photo", "belga", "bloomberg", "bns", "canadian press",
		"the canadian press", "cp", "ctk", "dpa", "efe", "epa", "getty", "getty images", "agence france-presse", "interfax", "istock", "itar-tass", "keystone",
		"kyodo", "lusa", "mti", "ntb", "nurphoto", "pa", "pa media", "pap", "press association", "pti", "reuters", "rex", "ria novosti", "ritzau",
		"shutterstock", "sipa", "sputnik", "staff", "tass", "tt", "upi", "xinhua", "yonhap", "zuma":
		return true
	}
	return false
}
