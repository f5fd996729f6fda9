package source

import (
	"errors"
	"testing"
)

// fuzzPage reads data as path names it, and tests what holds for every article.
func fuzzPage(t *testing.T, path string, data []byte) {
	t.Helper()
	articles, err := Read(path, data)
	if err != nil {
		if !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrBinary) && !errors.Is(err, ErrTooLarge) {
			t.Fatalf("error is not one of ours: %v", err)
		}
		return
	}
	check(t, path, "", articles[0])
}

// seedPages gives a fuzzer the pages of testdata whose path has this ending.
func seedPages(f *testing.F, ending func(string) bool) {
	f.Helper()
	for _, x := range fixtures(f) {
		if ending(x.input.Name) {
			f.Add(x.input.Data)
		}
	}
	for _, p := range webpages(f) {
		if ending(p.path) && len(p.data) < sample {
			f.Add(p.data)
		}
	}
}

func FuzzHTML(f *testing.F) {
	seedPages(f, func(path string) bool { return isHTML(path, nil) })
	f.Add([]byte("<p>aa &#27;]52;c;aGFja2Vk&#7; &#x202e;gpj <a href='javascript:alert(1)'>ok</a> &amp;#27;[2J"))
	f.Add([]byte("<table><tr><td><table><td>a<b><tr>b</table><p><li><dd>c<pre>\n```\n</pre><xmp><b></xmp>"))
	f.Add([]byte("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"&#27;\",\"articleBody\":\"a\x1b\"}</script>"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzPage(t, "a.html", data) })
}

func FuzzMHTML(f *testing.F) {
	seedPages(f, func(path string) bool { return isMHTML(path, nil) })
	f.Add([]byte("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=1B[2J=\r\nb"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzPage(t, "a.mht", data) })
}
