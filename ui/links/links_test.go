package links

import (
	"strings"
	"testing"

	"reader/model"
	"reader/model/source"
)

func article(tb testing.TB, text string) []*model.Article {
	tb.Helper()
	articles, _ := source.Read("a.md", []byte(text)) // what can't be read has no links
	return articles
}

func TestLinksOfAnArticle(t *testing.T) {
	t.Parallel()
	a := article(t, "---\ntitle: T\nurl: https://own.example/\n---\n\nThe [*dam* report](https://a.example/ü) and [a.example](https://evil.example), [again](https://a.example/ü), "+
		"<x@y.example>, [js](javascript:x).\n")[0]
	want := []Link{
		{"dam report", "https://a.example/%C3%BC", "https://a.example/%C3%BC", "a.example", false, 2},
		{"a.example", "https://evil.example", "https://evil.example", "evil.example", true, 1},
		{"x@y.example", "mailto:x@y.example", "mailto:x@y.example", "x@y.example", false, 1},
		{"The article’s address", "https://own.example/", "https://own.example/", "own.example", false, 1},
	}
	got := Of(a)
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
}

// Wherever an article leads, what is shown of that is printable ASCII, the host is in the address, and each address is listed once.
func FuzzLinks(f *testing.F) {
	for _, s := range []string{
		"[a](http://a.example)", "[post.example](http://evil.example/%1b)", "<http://ü.example/>", "[x](mailto:a@b.example?subject=y)", "[x][1]\n\n[1]: http://user@a.example 'y'",
		"| [a](http://a.example) |\n|---|\n", "![p](http://a.example)", "[\u202e](javascript:x) http://a.example.", "---\nurl: http://\x1b.example\n---\n[x](http://[::1]:80/)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range article(t, text) {
			seen := map[string]bool{}
			for _, l := range Of(a) {
				unprintable := func(r rune) bool { return r < ' ' || r > '~' }
				if l.Host != "" && strings.ContainsFunc(l.To+l.Host, unprintable) || source.SanitizeLine(l.Label) != l.Label {
					t.Errorf("%+v can't be shown", l)
				}
				if seen[l.Address] || l.Times < 1 || l.Host != "" && !strings.Contains(strings.ToLower(l.To), l.Host) {
					t.Errorf("%+v", l)
				}
				seen[l.Address] = true
			}
		}
	})
}
