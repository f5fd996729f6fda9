// Package fetchtest is for tests of what uses the network: it keeps them to this machine.
package fetchtest

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"reader/model/fetch"
)

// Loopback permits the addresses of this machine alone.
func Loopback(a netip.Addr) error {
	if !a.IsLoopback() {
		return errors.New("tests ask nobody but this machine")
	}
	return nil
}

// Client returns a client made with o that reaches nothing but this machine, and for which every name leads there. No
// proxy is asked but that of o.
func Client(tb testing.TB, o fetch.Options) *fetch.Client {
	tb.Helper()
	if o.Permit == nil {
		o.Permit = Loopback
	}
	if o.Proxy == nil {
		o.Proxy = func(*url.URL) (*url.URL, error) { return nil, nil }
	}
	if o.Resolver == nil {
		o.Resolver = Resolver(tb, func(string) netip.Addr { return netip.AddrFrom4([4]byte{127, 0, 0, 1}) })
	}
	return fetch.New(o)
}

// Resolver returns a resolver for which a name leads where lookup says, an IPv4 address; it may be called by any
// goroutine.
func Resolver(tb testing.TB, lookup func(name string) netip.Addr) *net.Resolver {
	tb.Helper()
	server, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = server.Close() })
	go serve(server, lookup)
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp4", server.LocalAddr().String())
	}}
}

// serve answers what comes to server until that is closed.
func serve(server net.PacketConn, lookup func(name string) netip.Addr) {
	buf := make([]byte, 1500)
	for {
		n, from, err := server.ReadFrom(buf)
		if err != nil {
			return
		}
		if reply := answer(buf[:n], lookup); reply != nil {
			_, _ = server.WriteTo(reply, from) // who asked asks again
		}
	}
}

// answer returns the reply to a query, nil if it can't be read.
func answer(query []byte, lookup func(name string) netip.Addr) []byte {
	var m dnsmessage.Message
	if m.Unpack(query) != nil || len(m.Questions) != 1 {
		return nil
	}
	q := m.Questions[0]
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	if q.Type == dnsmessage.TypeA {
		m.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class},
			Body:   &dnsmessage.AResource{A: lookup(q.Name.String()).As4()},
		}}
	}
	reply, err := m.Pack()
	if err != nil {
		return nil
	}
	return reply
}
