package address_test

import (
	"net/url"
	"strings"
	"testing"

	"reader/model/address"
)

// However an address is written, it is spelled so that it works wherever it is pasted, and its host is the one that is asked.
func TestParse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"https://post.example/a?b=c#d":                   "https://post.example/a?b=c#d",
		" HTTPS://Post.Example/A ":                       "https://post.example/A",
		"https://münchen.example/straße":                 "https://xn--mnchen-3ya.example/stra%C3%9Fe",
		"https://MÜNCHEN.example/":                       "https://xn--mnchen-3ya.example/",
		"https://mu\u0308nchen.example/":                 "https://xn--mnchen-3ya.example/", // the accent apart
		"https://m%C3%BCnchen.example/stra%C3%9Fe":       "https://xn--mnchen-3ya.example/stra%C3%9Fe",
		"https://xn--mnchen-3ya.example:8080/":           "https://xn--mnchen-3ya.example:8080/",
		"https://münchen.example:8080/":                  "https://xn--mnchen-3ya.example:8080/",
		"https://straße.example/":                        "https://xn--strae-oqa.example/", // and not strasse, which is another
		"https://ｐｏｓｔ。example/":                          "https://post.example/",
		"https://новости.example/мост?q=да":              "https://xn--b1amnebsh.example/%D0%BC%D0%BE%D1%81%D1%82?q=%D0%B4%D0%B0",
		"https://pоst.example/":                          "https://xn--pst-sed.example/", // its o is a Cyrillic letter
		"https://新闻.example/":                            "https://xn--efvy88h.example/",
		"https://r3---a_b.example/x y":                   "https://r3---a_b.example/x%20y",
		"http://[2001:DB8::1]:80/":                       "http://[2001:db8::1]:80/",
		"http://192.0.2.1/":                              "http://192.0.2.1/",
		"https://post.example/%D0%BC%D0%BE/a%2Fb":        "https://post.example/%D0%BC%D0%BE/a%2Fb",
		"mailto:Ada@Post.example?subject=é":              "mailto:Ada@Post.example?subject=%C3%A9",
		"https://post.example℀evil.example/":             "", // would become post.examplea/cevil.example
		"https://a\uFF0Fb.example/":                      "",
		"https://a\uFF20b.example/":                      "",
		"https://a\u200b\u202eb.example/\u0000":          "",
		"https:///nowhere":                               "",
		"https://" + strings.Repeat("ü", 300) + ".x/":    "",
		"https://a.example/" + strings.Repeat("b", 2048): "",
		"ftp://post.example/":                            "",
		"javascript:alert(1)":                            "",
		"post.example":                                   "",
		"":                                               "",
	} {
		a, ok := address.Parse(text)
		if a.URL != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", text, a.URL, ok, want)
		}
		if again, _ := address.Parse(a.URL); again != a {
			t.Errorf("%q leads to %+v, and that to %+v", text, a, again)
		}
	}
}

func TestWebAddressesAreNoMail(t *testing.T) {
	t.Parallel()
	if to, ok := address.Web("https://é.example"); !ok || to != "https://xn--9ca.example" {
		t.Errorf("%q, %v", to, ok)
	}
	if _, ok := address.Web("mailto:a@b.example"); ok {
		t.Error("mail is of the web")
	}
}

func TestAUserNameBeforeTheHostIsOdd(t *testing.T) {
	t.Parallel()
	a, ok := address.Parse("https://post.example@evil.example/")
	if !ok || !a.Odd || a.Host != "evil.example" {
		t.Errorf("%+v, %v", a, ok)
	}
}

// Whatever is parsed is printable ASCII, and leads to the host that is told.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"https://münchen.example:80/ß?é#ñ", "http://a%C3%A4b/", "https://℀.x/", "mailto:a@b", "http://[::1%25x]/", "https://a@b\\c/", "https://x。y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, ok := address.Parse(text)
		if !ok {
			return
		}
		if strings.ContainsFunc(a.URL+a.Host, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("%q: %+v", text, a)
		}
		if u, err := url.Parse(a.URL); err != nil || u.Scheme != "mailto" && u.Hostname() != a.Host {
			t.Errorf("%q: %+v leads to %v (%v)", text, a, u, err)
		}
	})
}
