package fetch

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/http/httpproxy"
)

const connecting = 10 * time.Second // for the connection, and for its encryption

// transport connects, directly or by a proxy.
//
// A direct connection is made only to an address that permit permits. That is asked when the name is resolved and the
// socket there, at every hop, so that a name that means another address the second time gets past nothing.
// Who is behind a proxy has its word for where a name leads, as often nothing can be resolved there: permit is asked for an
// address that stands in the URL itself, and for localhost. The proxy may be anywhere: whoever starts the program chose it.
type transport struct {
	direct, proxied *http.Transport
	proxy           func(*url.URL) (*url.URL, error)
	permit          func(netip.Addr) error
}

func newTransport(o Options) *transport {
	t := &transport{proxy: o.Proxy, permit: o.Permit}
	if t.permit == nil {
		t.permit = Public
	}
	if t.proxy == nil {
		t.proxy = proxyOfEnvironment()
	}
	dialer := net.Dialer{Timeout: connecting, Resolver: o.Resolver}
	t.proxied = newHTTP(&dialer)
	t.proxied.Proxy = func(r *http.Request) (*url.URL, error) { return t.proxy(r.URL) }
	checked := dialer
	checked.Control = t.control
	t.direct = newHTTP(&checked)
	return t
}

func newHTTP(d *net.Dialer) *http.Transport {
	return &http.Transport{
		DialContext:            d.DialContext,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    connecting,
		DisableCompression:     true, // unpack counts what comes out
		MaxResponseHeaderBytes: maxHeader,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        30 * time.Second,
	}
}

// proxyOfEnvironment returns the proxy that the environment names for an address, as curl and others read it.
func proxyOfEnvironment() func(*url.URL) (*url.URL, error) {
	c := httpproxy.FromEnvironment()
	all := cmp.Or(os.Getenv("ALL_PROXY"), os.Getenv("all_proxy"))
	c.HTTPProxy, c.HTTPSProxy = cmp.Or(c.HTTPProxy, all), cmp.Or(c.HTTPSProxy, all)
	return c.ProxyFunc()
}

// RoundTrip implements http.RoundTripper.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	by := t.direct
	proxy, err := t.proxy(r.URL)
	if err != nil {
		return nil, errProxy{error: err}
	}
	if proxy != nil {
		by = t.proxied
		if err = t.permitName(r.URL.Hostname()); err != nil {
			return nil, err
		}
	}
	resp, err := by.RoundTrip(r)
	if err != nil {
		var dial *net.OpError
		if proxy != nil && errors.As(err, &dial) && (dial.Op == "dial" || dial.Op == "proxyconnect") {
			return nil, errProxy{proxy.Host, err}
		}
		return nil, fmt.Errorf("no connection: %w", err)
	}
	return resp, nil
}

// permitName asks permit for host, as far as that can be told without resolving it.
func (t *transport) permitName(host string) error {
	if name := strings.TrimSuffix(strings.ToLower(host), "."); name == "localhost" || strings.HasSuffix(name, ".localhost") {
		host = "127.0.0.1"
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return t.permit(a)
	}
	return nil
}

// control is called for each socket before it is connected to address.
func (t *transport) control(_, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return errors.New("it is no internet address")
	}
	return t.permit(a.Addr())
}
