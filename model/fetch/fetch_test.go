package fetch_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
)

// server answers with h and returns its address.
func server(tb testing.TB, h http.HandlerFunc) string {
	tb.Helper()
	s := httptest.NewServer(h)
	tb.Cleanup(s.Close)
	return s.URL
}

// bomb is n MiB of letters, packed.
func bomb(tb testing.TB, n int) []byte {
	tb.Helper()
	var member bytes.Buffer
	w := gzip.NewWriter(&member)
	if _, err := w.Write(bytes.Repeat([]byte("A"), 1<<20)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return bytes.Repeat(member.Bytes(), n)
}

// drip sends a byte every pause until nobody listens.
func drip(pause time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tick := time.NewTicker(pause)
		defer tick.Stop()
		for {
			_, _ = io.WriteString(w, "<")
			_ = http.NewResponseController(w).Flush()
			select {
			case <-tick.C:
			case <-r.Context().Done():
				return
			}
		}
	}
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		_, _ = io.WriteString(w, "<h1>\x1b]0;PWNED\a the words of the server</h1>")
	}
}

func header(key, value string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.Header().Set(key, value) }
}

// Each row is a server that does wrong, and what is told of it.
func TestWhatGoesWrong(t *testing.T) {
	t.Parallel()
	packed := bomb(t, 1024)
	for _, c := range []struct {
		name   string
		answer http.HandlerFunc
		want   string
	}{
		{"a bomb of 1 GiB, packed", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed)
		}, "sends more than 32 MiB, which is neither a feed nor a page"},
		{"a stream without end", func(w http.ResponseWriter, r *http.Request) {
			for chunk := make([]byte, 1<<16); r.Context().Err() == nil; {
				_, _ = w.Write(chunk)
			}
		}, "sends more than 32 MiB, which is neither a feed nor a page"},
		{"a drip", drip(2 * time.Millisecond), "took longer than 300ms to answer in full; try again later"},
		{"silence", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "sent nothing for 100ms; try again later"},
		{"silence after the beginning", drip(time.Hour), "sent nothing for 100ms; try again later"},
		{"a loop of redirects", func(w http.ResponseWriter, r *http.Request) { redirect(r.URL.Path+"x")(w, r) }, "redirects more than 5 times"},
		{"a redirect to a file", redirect("file:///etc/passwd"), "redirects to an address with file:, and only http and https are followed"},
		{"a redirect to gopher", redirect("gopher://127.0.0.1/"), "redirects to an address with gopher:, and only http and https are followed"},
		{"a redirect to a private network", redirect("http://10.1.2.3/"), "gave no answer: tests ask nobody but this machine"},
		{"a redirect nowhere", status(http.StatusFound), "redirects, but does not say where to (302)"},
		{"nothing there", status(http.StatusNotFound), "has no such page (404); check the address"},
		{"gone", status(http.StatusGone), "has taken it away for good (410)"},
		{"a password", status(http.StatusUnauthorized), "does not give it to everybody (401)"},
		{"a fault", status(http.StatusBadGateway), "has a fault of its own (502); try again later"},
		{"no status", status(http.StatusTeapot), "does not answer that (418)"},
		{"not modified, unasked", status(http.StatusNotModified), "redirects, but does not say where to (304)"},
		{"an unknown packing", header("Content-Encoding", "zstd"), `packs its answer as "zstd", which can't be unpacked here`},
		{"a torn packing", header("Content-Encoding", "gzip"), "ended the connection before its answer did"},
		{"a header without end", header("X-Long", strings.Repeat("x", 1<<20)), "gave no answer: net/http: server response headers exceeded 262144 bytes; aborted"},
		{"the end too soon", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, "half")
		}, "ended the connection before its answer did"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var o fetch.Options // each deadline is short only where it is the one to be met
			switch {
			case strings.Contains(c.name, "drip"):
				o.Total = 300 * time.Millisecond
			case strings.Contains(c.name, "silence"):
				o.Idle = 100 * time.Millisecond
			}
			answer, err := fetchtest.Client(t, o).Get(t.Context(), fetch.Request{URL: server(t, c.answer)})
			if e := new(fetch.Error); !errors.As(err, &e) || e.Says != c.want {
				t.Errorf("got %v, %v", answer, err)
			}
		})
	}
}

// A bomb costs no more memory than what is read of it before it is found out.
func TestABombIsSmall(t *testing.T) {
	packed := bomb(t, 1024)
	at := server(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed)
	})
	client := fetchtest.Client(t, fetch.Options{})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := client.Get(t.Context(), fetch.Request{URL: at}); err == nil {
		t.Error("the bomb is taken")
	}
	runtime.ReadMemStats(&after)
	if made := (after.TotalAlloc - before.TotalAlloc) >> 20; made > 160 {
		t.Errorf("%d MiB were allocated on the way to the 32nd", made)
	}
}

// Answers are unpacked however they are packed.
func TestPackings(t *testing.T) {
	t.Parallel()
	const text = "<rss>the bridge will open</rss>"
	for name, pack := range map[string]func(io.Writer) io.WriteCloser{
		"gzip":         func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
		"deflate":      func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
		"deflate bare": func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 6); return f },
		"br":           func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	} {
		at := server(t, func(w http.ResponseWriter, r *http.Request) {
			encoding, _, _ := strings.Cut(name, " ")
			if !strings.Contains(r.Header.Get("Accept-Encoding"), encoding) {
				t.Errorf("%s is not asked for", encoding)
			}
			w.Header().Set("Content-Encoding", encoding)
			z := pack(w)
			_, _ = io.WriteString(z, text)
			_ = z.Close()
		})
		answer, err := fetchtest.Client(t, fetch.Options{}).Get(t.Context(), fetch.Request{URL: at})
		if err != nil || string(answer.Body) != text {
			t.Errorf("%s: got %v, %v", name, answer, err)
		}
	}
}

// What is known already is not sent again, and the client says who it is, and nothing else.
func TestConditionalRequests(t *testing.T) {
	t.Parallel()
	at := server(t, func(w http.ResponseWriter, r *http.Request) {
		if got := r.UserAgent(); got != "reader/9" {
			t.Errorf("User-Agent %q", got)
		}
		if r.Header.Get("Cookie") != "" || r.Header.Get("Referer") != "" {
			t.Errorf("it sends %v", r.Header)
		}
		http.SetCookie(w, &http.Cookie{Name: "who", Value: "you"})
		w.Header().Set("ETag", `W/"7"`)
		http.ServeContent(w, r, "feed.xml", time.Unix(1e9, 0), strings.NewReader("news"))
	})
	client := fetchtest.Client(t, fetch.Options{Agent: "reader/9"})
	first, err := client.Get(t.Context(), fetch.Request{URL: at})
	if err != nil || string(first.Body) != "news" || first.ETag != `W/"7"` || first.LastModified == "" {
		t.Fatalf("got %+v, %v", first, err)
	}
	for _, known := range []fetch.Request{{ETag: first.ETag}, {LastModified: first.LastModified}} {
		known.URL = at
		if again, err := client.Get(t.Context(), known); err != nil || !again.NotModified || again.Body != nil {
			t.Errorf("%+v: got %+v, %v", known, again, err)
		}
	}
}

// A feed has moved as far as redirects say so for good, one after the other from its address on.
func TestMoves(t *testing.T) {
	t.Parallel()
	at := server(t, func(w http.ResponseWriter, r *http.Request) {
		var code, rest int
		if _, err := fmt.Sscanf(r.URL.Path, "/%d/%d", &code, &rest); err != nil {
			return
		}
		w.Header().Set("Location", fmt.Sprintf("/%d", rest))
		if rest > 1000 {
			w.Header().Set("Location", fmt.Sprintf("/%d/%d", rest/1000, rest%1000))
		}
		w.WriteHeader(code)
	})
	for path, want := range map[string]string{
		"/301/1": "/1", "/308/1": "/1", "/302/1": "", "/307/1": "", "/301/308002": "/2", "/301/302002": "/302/2", "/302/301002": "", "/1": "",
	} {
		answer, err := fetchtest.Client(t, fetch.Options{}).Get(t.Context(), fetch.Request{URL: at + path})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if got := strings.TrimPrefix(answer.Moved, at); got != want {
			t.Errorf("%s has moved to %q, want %q", path, got, want)
		}
	}
}

// A server that has too much to do says for how long it wants to be left alone.
func TestRetryAfter(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]time.Duration{"120": 2 * time.Minute, "": 0, "soon": 0, "-3": 0, "Fri, 31 Dec 1999 23:59:59 GMT": 0} {
		for _, code := range []int{http.StatusTooManyRequests, http.StatusServiceUnavailable} {
			at := server(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", value)
				w.WriteHeader(code)
			})
			_, err := fetchtest.Client(t, fetch.Options{}).Get(t.Context(), fetch.Request{URL: at})
			if e := new(fetch.Error); !errors.As(err, &e) || e.RetryAfter != want {
				t.Errorf("%q: got %#v", value, err)
			}
		}
	}
}

// Every address is looked at when it is connected to: not only the first one, nor only the first time.
func TestAddressesAreCheckedAtEveryHop(t *testing.T) {
	t.Parallel()
	here, elsewhere := netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("127.0.0.3")
	permit := func(a netip.Addr) error {
		if a == elsewhere {
			return &fetch.PrivateError{Addr: a}
		}
		return fetchtest.Loopback(a)
	}
	var asked atomic.Int32
	resolver := fetchtest.Resolver(t, func(name string) netip.Addr {
		if name == "inside.test." || name == "fickle.test." && asked.Add(1) > 1 {
			return elsewhere
		}
		return here
	})
	var at string
	at = server(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		if r.URL.Path == "/in" {
			redirect(strings.Replace(at, "127.0.0.1", "inside.test", 1))(w, r)
		}
	})
	client := fetchtest.Client(t, fetch.Options{Permit: permit, Resolver: resolver})
	for _, c := range []struct{ host, path, want string }{
		{"outside.test", "/", ""},
		{"outside.test", "/in", "inside.test was not asked"},
		{"inside.test", "/", "inside.test was not asked"},
		{"fickle.test", "/", ""},
		{"fickle.test", "/", "fickle.test was not asked"},
	} {
		_, err := client.Get(t.Context(), fetch.Request{URL: strings.Replace(at, "127.0.0.1", c.host, 1) + c.path})
		got := ""
		if err != nil {
			got, _, _ = strings.Cut(err.Error(), ":")
			_, says, _ := strings.Cut(err.Error(), " ")
			got += " " + says
		}
		if want, asks, _ := strings.Cut(c.want, " "); !strings.HasPrefix(got, want) || !strings.Contains(got, asks) || (got == "") != (c.want == "") {
			t.Errorf("%s%s: got %q, want %q", c.host, c.path, got, c.want)
		}
	}
}

// Without a switch nothing but the public internet is asked.
func TestPublic(t *testing.T) {
	t.Parallel()
	for _, a := range []string{"8.8.8.8", "192.0.1.1", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"} {
		if err := fetch.Public(netip.MustParseAddr(a)); err != nil {
			t.Error(err)
		}
	}
	for _, a := range []string{
		"127.0.0.1", "127.8.0.1", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
		"100.64.0.1", "100.127.255.255", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.0.8", "192.0.2.1",
		"::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
		"::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "100::1", "4000::1",
	} {
		if fetch.Public(netip.MustParseAddr(a)) == nil {
			t.Errorf("%s is asked", a)
		}
	}
	at := server(t, func(http.ResponseWriter, *http.Request) { t.Error("the server is asked") })
	if _, err := fetchtest.Client(t, fetch.Options{Permit: fetch.Public}).Get(t.Context(), fetch.Request{URL: at}); err == nil ||
		!strings.HasSuffix(err.Error(), "was not asked: 127.0.0.1 is not an address of the public internet; such are asked only with --allow-private") {
		t.Errorf("got %v", err)
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"https://gazette.example/feed":      "https://gazette.example/feed",
		" gazette.example/feed ":            "https://gazette.example/feed",
		"feed://gazette.example/feed":       "http://gazette.example/feed",
		"feed:http://gazette.example/":      "http://gazette.example/",
		"HTTP://gazette.example/#top":       "http://gazette.example/",
		"https://gazette.example/a b\x1b":   "https://gazette.example/a%20b%1B",
		"file:///etc/passwd":                "",
		"mailto:ada@gazette.example":        "",
		"gopher://gazette.example":          "",
		"https://":                          "",
		"":                                  "",
		"https://gazette.example:port/feed": "",
	} {
		if got, ok := fetch.Address(given); ok != (want != "") || ok && got != want {
			t.Errorf("%q: got %q, %v, want %q", given, got, ok, want)
		}
	}
	if _, err := fetchtest.Client(t, fetch.Options{}).Get(t.Context(), fetch.Request{URL: "file:///etc/\x1b[31m"}); err == nil ||
		err.Error() != "file:///etc/␛[31m is no address of a page; one begins with https:// or http://" {
		t.Errorf("got %v", err)
	}
}

// Who stops is told so, not that the server was slow.
func TestStopped(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	at := server(t, func(_ http.ResponseWriter, r *http.Request) {
		stop()
		<-r.Context().Done()
	})
	if _, err := fetchtest.Client(t, fetch.Options{}).Get(ctx, fetch.Request{URL: at}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A proxy is asked in place of the host, wherever it is; what it is asked for may not be a private address even so.
func TestProxies(t *testing.T) {
	t.Parallel()
	proxy := server(t, func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.URL.String()) })
	through := func(*url.URL) (*url.URL, error) { return url.Parse(proxy) }
	client := fetchtest.Client(t, fetch.Options{Proxy: through, Permit: fetch.Public})
	answer, err := client.Get(t.Context(), fetch.Request{URL: "http://gazette.test/feed"})
	if err != nil || string(answer.Body) != "http://gazette.test/feed" {
		t.Errorf("got %v, %v", answer, err)
	}
	for _, host := range []string{"10.0.0.1", "[::1]", "localhost", "a.localhost", "localhost."} {
		if _, err := client.Get(t.Context(), fetch.Request{URL: "http://" + host + "/"}); err == nil || !strings.Contains(err.Error(), "was not asked") {
			t.Errorf("%s: got %v", host, err)
		}
	}
}

// A proxy that is not there is told apart from a host that is not.
func TestProxyThatIsNotThere(t *testing.T) {
	t.Parallel()
	for proxy, want := range map[string]string{
		"http://127.0.0.1:1":   "can't be asked: the proxy 127.0.0.1:1 that the environment names does not answer",
		"socks5://127.0.0.1:1": "can't be asked: the proxy 127.0.0.1:1 that the environment names does not answer",
		"::":                   `can't be asked: the environment names a proxy that is none (parse "::": missing protocol scheme)`,
	} {
		client := fetchtest.Client(t, fetch.Options{Proxy: func(*url.URL) (*url.URL, error) { return url.Parse(proxy) }})
		for _, scheme := range []string{"http", "https"} {
			_, err := client.Get(t.Context(), fetch.Request{URL: scheme + "://gazette.test/"})
			if e := new(fetch.Error); !errors.As(err, &e) || e.Says != want || !e.Here {
				t.Errorf("%s, %s: got %#v", proxy, scheme, err)
			}
		}
	}
}

// Whatever is given as an address, what is asked for is one of http or https, and asking twice is asking for the same.
func FuzzAddress(f *testing.F) {
	f.Add("feed:https://gazette.example/a b#c")
	f.Add("ada@gazette.example")
	f.Fuzz(func(t *testing.T, given string) {
		address, ok := fetch.Address(given)
		if !ok {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(address, " \n\x1b#") {
			t.Errorf("%q is taken for %q, %v", given, address, err)
		}
		if again, ok := fetch.Address(address); !ok || again != address {
			t.Errorf("%q is taken for %q, and that for %q", given, address, again)
		}
	})
}
