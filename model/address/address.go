// Package address tells where addresses lead, in the one form that works wherever it is pasted and hides nothing: in ASCII, the host
// as the network knows it, everything else percent-encoded.
package address

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// Address is where a link leads.
type Address struct {
	URL  string // percent-encoded, in ASCII
	Host string // as the network knows it; of a mailto: link the address
	Odd  bool   // a user name stands before the host, which is how one host is made to look like another
}

// The longest address that is followed, and the longest name that a host can have.
const (
	longestAddress = 2048
	longestHost    = 253
)

// Parse returns where an address leads; false if it is none that may be opened: http, https and mailto are.
func Parse(text string) (a Address, ok bool) {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || len(text) > longestAddress {
		return Address{}, false
	}
	u.Scheme = strings.ToLower(u.Scheme)
	switch {
	case isWeb(u):
		host, ok := Host(u.Hostname())
		if !ok {
			return Address{}, false
		}
		a = Address{Host: host, Odd: u.User != nil}
		u.Host = strings.Replace(u.Host, u.Hostname(), host, 1)
	case u.Scheme == "mailto":
		a.Host, _, _ = strings.Cut(strings.ToLower(u.Opaque), "?")
	default:
		return Address{}, false
	}
	a.URL, a.Host = percent(u.String()), percent(a.Host)
	return a, a.Host != ""
}

// Web returns an address of the web, percent-encoded; false for any other.
func Web(text string) (to string, ok bool) {
	a, ok := Parse(text)
	return a.URL, ok && strings.HasPrefix(a.URL, "http")
}

func isWeb(u *url.URL) bool { return u.Scheme == "http" || u.Scheme == "https" }

// Host returns name as the network knows it, "xn--mnchen-3ya.example" for "München.example"; false for what is no name of a host.
func Host(name string) (host string, ok bool) {
	host = strings.ToLower(name)
	if strings.Contains(host, ":") { // an IPv6 address
		return host, strings.Trim(host, "0123456789abcdef:.") == ""
	}
	// As browsers do it, for which names are of more kinds than their registries have: with "_", or "--" in the third place.
	if !isASCII(host) {
		var err error
		spelled := idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false), idna.CheckHyphens(false))
		if host, err = spelled.ToASCII(name); err != nil {
			return "", false
		}
	}
	// What becomes a slash or an @ when it is spelled so would lead elsewhere.
	return host, host != "" && len(host) <= longestHost && !strings.ContainsAny(host, "/\\?#@:[]<>% ")
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 }

// percent encodes every byte of s that is not printable ASCII.
func percent(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)|0x100, 16)[1:]))
		}
	}
	return b.String()
}
