package page

import (
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/model/address"
	"reader/ui/style"
)

// Hides reports whether label reads like an address that is not where link leads, or that one is made to look like another.
func Hides(label, link string) bool {
	to, ok := address.Parse(link)
	return ok && hides(label, to)
}

// hides reports whether label reads like an address that is not to.
func hides(label string, to address.Address) bool {
	if to.Odd {
		return true
	}
	for word := range strings.FieldsSeq(label) {
		if claim := claimed(word); claim != "" && claim != bare(to.Host) {
			return true
		}
	}
	return false
}

// claimed returns the host, or the e-mail address, that word reads like, or "".
func claimed(word string) string {
	word = strings.ToLower(strings.Trim(word, "()[]<>{}\"'“”‘’.,;:!?"))
	word = strings.TrimPrefix(word, "mailto:")
	if _, rest, ok := strings.Cut(word, "://"); ok {
		word = rest
	} else if strings.Contains(word, "@") {
		return word
	}
	if end := strings.IndexAny(word, "/?#"); end >= 0 {
		word = word[:end]
	}
	word = word[strings.LastIndexByte(word, '@')+1:]
	word, _, _ = strings.Cut(word, ":")
	dot := strings.LastIndexByte(word, '.')
	if dot < 1 || len(word)-dot < 3 || !isLetters(word[dot+1:]) || strings.Contains(word, "..") {
		return ""
	}
	if host, ok := address.Host(word); ok {
		word = host
	}
	return bare(word)
}

// bare returns host without the "www." that says nothing.
func bare(host string) string { return strings.TrimPrefix(host, "www.") }

func isLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' && r < 0x80 }) < 0
}

// mostLinks is how many links of a page can be followed; there are inks for more, so that those look the same.
const mostLinks = 1 << 15

// linkInk returns the number of the ink for a link to t, or for more of the link before, in text that has style base.
func (s *setter) linkInk(t address.Address, base uv.Style, more bool) uint16 {
	p := s.page
	if n := len(p.links); n < mostLinks && (!more || n == 0 || p.links[n-1] != t) {
		p.links = append(p.links, t)
	}
	k := ink{style: style.Over(base, s.theme.Link)}
	if n := len(p.links); p.links[n-1] == t {
		k.link = n
	}
	return s.inks.number(k)
}

// Link is a link, and where on the page it can be seen first.
type Link struct {
	Line, Col int
	Address   string // where it leads, percent-encoded
}

// Links returns the links on the lines from from up to to, as they stand there.
func (p *Page) Links(from, to int) []Link {
	var out []Link
	seen := map[int]bool{}
	for i := max(from, 0); i < min(to, p.Len()); i++ {
		col := p.gutter
		for _, q := range p.line(i) {
			if n := p.inks[q.ink].link; n > 0 && !seen[n] {
				seen[n] = true
				out = append(out, Link{i, col, p.links[n-1].URL})
			}
			col += ansi.StringWidth(q.text)
		}
	}
	return out
}

// address returns the ink for the word at the place at of text, if it begins like an address that may be
// opened. The word may go on past the line's end.
func (s *setter) address(text string, at int, base uint16) (number uint16, ok bool) {
	begun := at
	for at > 0 && text[at-1] != ' ' && text[at-1] != '\n' {
		at-- // the word began on the line before.
	}
	end := at + strings.IndexAny(text[at:]+" ", " \n")
	word := strings.Trim(text[at:end], "()[]<>\"'“”‘’,;.!")
	if !strings.Contains(word, ":") {
		return 0, false
	}
	t, ok := address.Parse(word)
	if !ok {
		return 0, false
	}
	return s.linkInk(t, s.inks.all[base].style, at < begun), true
}
