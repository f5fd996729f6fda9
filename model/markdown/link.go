package markdown

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// maxTarget is the length at which a target that is shown as text is cut off.
const maxTarget = 200

// Address returns raw as an address that may be opened, with everything percent-encoded that is not plain in
// an address, or false if it leads to anything but http, https or mailto.
func Address(raw string) (string, bool) {
	raw = strings.TrimSpace(raw)
	scheme, rest, ok := strings.Cut(raw, ":")
	switch scheme = strings.ToLower(scheme); {
	case !ok:
		return "", false
	case scheme == "http" || scheme == "https":
		if !strings.HasPrefix(rest, "//") || strings.Trim(rest, "/") == "" {
			return "", false
		}
	case scheme != "mailto" || rest == "":
		return "", false
	}
	encoded := scheme + ":" + percentEncode(rest)
	if u, err := url.Parse(encoded); err != nil || scheme != "mailto" && u.Host == "" {
		return "", false
	}
	return encoded, true
}

func percentEncode(s string) string {
	const hex = "0123456789ABCDEF"
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		escaped := c == '%' && i+2 < len(s) && util.IsHexDecimal(s[i+1]) && util.IsHexDecimal(s[i+2])
		if util.IsAlphaNumeric(c) || strings.IndexByte("-._~:/?#[]@!$&'()*+,;=", c) >= 0 || escaped {
			out = append(out, c)
		} else {
			out = append(out, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(out)
}

// target returns address as the target of a link.
func target(address string) string {
	if _, e := nextEscape([]byte(address), 0); e.size > 0 {
		address = strings.ReplaceAll(address, ";", "%3B")
	}
	if strings.ContainsAny(address, "()") {
		return "<" + address + ">"
	}
	return address
}

func (w *writer) autoLink(n *ast.AutoLink) {
	_, raw := label(n, w.source)
	text := w.clean(string(raw))
	if n.AutoLinkType == ast.AutoLinkEmail {
		if w.line.bare || w.line.at&inLink != 0 || strings.ContainsAny(text, "|&\\`*_~") {
			w.put(text)
			return
		}
		w.verbatim("<"+text+">", text)
		return
	}
	address, ok := Address(string(n.URL(w.source)))
	switch {
	case !ok || w.line.bare || w.line.at&inLink != 0:
		w.put(text)
	case address == text && address == target(address) || "<"+address+">" == target(address) && address == text:
		w.verbatim("<"+address+">", text)
	default:
		w.linked(target(address), func() { w.put(text) })
	}
}

// verbatim writes source, which shows text.
func (w *writer) verbatim(source, text string) {
	w.word()
	w.settle()
	w.out = append(w.out, source...)
	w.text = append(w.text, text...)
	w.line.start = false
}

func (w *writer) linked(to string, fill func()) {
	before := w.line.at
	w.line.at |= inLink
	w.marked("[", "]("+to+")", fill)
	w.line.at = before
}

func (w *writer) link(n *ast.Link) {
	raw := string(appendDecoded(nil, n.Destination))
	address, ok := Address(raw)
	fill := func() { w.inlines(n) }
	switch {
	case w.line.bare:
		fill()
	case !ok:
		fill()
		w.show(raw)
	default:
		w.linked(target(address)+w.title(n.Title), fill)
	}
}

// title returns the title of a link as it is written behind the target.
func (w *writer) title(raw []byte) string {
	title := strings.Join(strings.Fields(w.clean(string(appendDecoded(nil, raw)))), " ")
	if title == "" {
		return ""
	}
	var out strings.Builder
	for i := range len(title) {
		switch c := title[i]; c {
		case '"', '\\', '&', '<', '>', '`', '|', '[', ']':
			out.WriteString(entityOf(c))
		default:
			out.WriteByte(c)
		}
	}
	return ` "` + out.String() + `"`
}

// show writes a target that can't be followed behind its text. One without a scheme leads nowhere outside its
// site and goes; so does data, which is no address.
func (w *writer) show(raw string) {
	scheme, _, ok := strings.Cut(raw, ":")
	if !ok || scheme == "" || strings.ContainsAny(scheme, "/?#. ") || strings.EqualFold(scheme, "data") {
		return
	}
	to := strings.Join(strings.Fields(w.clean(raw)), " ")
	if len(to) > maxTarget {
		to = strings.ToValidUTF8(to[:maxTarget], "") + "…"
	}
	w.put(" (" + to + ")")
}

// image keeps the picture where its text can stand in the source as it is, and is a link elsewhere: renderers show
// entities in it undecoded.
func (w *writer) image(n *ast.Image) {
	alt := strings.Join(strings.Fields(w.clean(plainText(n, w.source))), " ")
	address, ok := Address(string(appendDecoded(nil, n.Destination)))
	if !ok || w.line.bare || w.line.at&inLink != 0 {
		w.put(alt)
		return
	}
	to := target(address) + w.title(n.Title)
	if string(appendEscaped(nil, alt, false, inLink|w.line.at)) != alt {
		w.linked(to, func() { w.put(alt) })
		return
	}
	w.marked("![", "]("+to+")", func() { w.put(alt) })
}

// plainText returns the text inside n, decoded, without any marks.
func plainText(n ast.Node, source []byte) string {
	var out []byte
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			out = appendDecoded(out, child.Segment.Value(source))
			if child.SoftLineBreak() || child.HardLineBreak() {
				out = append(out, ' ')
			}
		case *ast.AutoLink:
			out = append(out, child.Label(source)...)
		default:
			out = append(out, plainText(child, source)...)
		}
	}
	return string(out)
}
