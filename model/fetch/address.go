package fetch

import (
	"encoding/binary"
	"fmt"
	"net/netip"
)

// PrivateError says that an address is not one of the public internet.
type PrivateError struct{ Addr netip.Addr }

func (e *PrivateError) Error() string {
	return fmt.Sprintf("%s is not an address of the public internet", e.Addr)
}

// Any permits every address.
func Any(netip.Addr) error { return nil }

// Public permits the addresses of the public internet: none of this machine, of private networks, of a link, of those
// behind a provider's translation, nor any that is reserved or for many at once. An IPv4 address inside an IPv6 one
// counts as itself.
func Public(a netip.Addr) error {
	a = a.WithZone("").Unmap()
	if v4, ok := translated(a); ok {
		a = v4
	}
	if !a.IsGlobalUnicast() || a.IsPrivate() || reserved(a) {
		return &PrivateError{a}
	}
	return nil
}

// translated returns the IPv4 address that a, of the prefix for translation (RFC 6052), stands for.
func translated(a netip.Addr) (netip.Addr, bool) {
	b := a.As16()
	if !a.Is6() || binary.BigEndian.Uint64(b[:8]) != 0x0064_ff9b_0000_0000 || binary.BigEndian.Uint32(b[8:12]) != 0 {
		return a, false
	}
	return netip.AddrFrom4([4]byte(b[12:])), true
}

// reserved reports whether a, global by its form, is set apart in the registries of special addresses. Of IPv6 only
// 2000::/3 is given out, and in it the tunnels can lead anywhere.
func reserved(a netip.Addr) bool {
	if a.Is6() && a.As16()[0]>>5 != 1 {
		return true
	}
	for _, p := range [...]string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
		"203.0.113.0/24", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
	} {
		if netip.MustParsePrefix(p).Contains(a) {
			return true
		}
	}
	return false
}
