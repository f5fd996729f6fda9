package fetch_test

import (
	"io"
	"net"
	"net/http"
	"testing"

	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
)

// The environment names the proxy, one for HTTP or SOCKS, and what goes past it.
func TestProxyOfTheEnvironment(t *testing.T) {
	proxy := server(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "proxy") })
	direct := server(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "direct") })
	ask := func(url, want string) {
		t.Helper()
		client := fetch.New(fetch.Options{Permit: fetchtest.Loopback})
		answer, err := client.Get(t.Context(), fetch.Request{URL: url})
		if err != nil || string(answer.Body) != want {
			t.Errorf("%s: got %+v, %v", url, answer, err)
		}
	}
	for _, name := range []string{"HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"} {
		t.Setenv(name, "")
	}
	t.Setenv("HTTP_PROXY", proxy)
	t.Setenv("NO_PROXY", "127.0.0.1")
	ask("http://gazette.test/feed", "proxy")
	ask(direct, "direct")
	t.Setenv("HTTP_PROXY", "socks5://"+socks(t, direct))
	ask("http://gazette.test/feed", "direct")
	t.Setenv("HTTP_PROXY", "")
	t.Setenv("ALL_PROXY", "socks5://"+socks(t, direct))
	ask("http://gazette.test/feed", "direct")
}

// socks is a SOCKS5 proxy that leads to the server at url whatever it is asked for.
func socks(t *testing.T, url string) string {
	t.Helper()
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go lead(conn, url[len("http://"):])
		}
	}()
	return l.Addr().String()
}

// lead answers the greeting and the request of a SOCKS5 client and joins it with to.
func lead(conn net.Conn, to string) {
	defer func() { _ = conn.Close() }()
	buf := make([]byte, 512)
	for _, reply := range [][]byte{{5, 0}, {5, 0, 0, 1, 127, 0, 0, 1, 0, 1}} {
		if _, err := conn.Read(buf); err != nil {
			return
		}
		if _, err := conn.Write(reply); err != nil {
			return
		}
	}
	server, err := net.Dial("tcp4", to)
	if err != nil {
		return
	}
	defer func() { _ = server.Close() }()
	go func() { _, _ = io.Copy(server, conn) }()
	_, _ = io.Copy(conn, server)
}
