package feeds

import (
	"net/url"
	"os"
	"reflect"
	"testing"

	"reader/model/fetch"
	"reader/model/source"
)

// Whatever stands in the list of feeds, it is refused, or each feed has an address, a folder of its own, and nothing that can't be shown;
// and it stays so when the list is written anew.
func FuzzList(f *testing.F) {
	for _, s := range []string{
		`[]`, `[{"url": "https://gazette.example/feed"}]`, `[{"url":"http://a.example","name":"a","title":"A\u001b[2J","category":["x\u202e"],"full":true},{"url":"http://a.example"}]`,
		`[{"url":"http://a.example","name":"../x"}]`, `[{"url":"http://a.example","name":"A"},{"url":"http://b.example","name":"a"}]`, `[{"url":"javascript:x"}]`, `{`, `null`, `[{"x":1}]`,
	} {
		f.Add([]byte(s))
	}
	s := In(f.TempDir())
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(s.Path(), data, 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := s.All()
		if err != nil {
			if says := err.Error(); source.SanitizeLine(says) != says {
				t.Errorf("%q can't be shown", says)
			}
			return
		}
		for _, feed := range list {
			if _, ok := fetch.Address(feed.URL); !ok || !isName(feed.Name) || source.SanitizeLine(feed.Title) != feed.Title {
				t.Errorf("%+v", feed)
			}
		}
		if _, err := s.change(func(all []Feed) ([]Feed, error) { return all, nil }); err != nil {
			t.Fatal(err)
		}
		if again, err := s.All(); err != nil || len(list) > 0 && !reflect.DeepEqual(again, list) {
			t.Errorf("it was %+v, and is %+v (%v)", list, again, err)
		}
	})
}

// Whatever stands in a page, the feeds that it names are addresses that may be asked.
func FuzzAlternates(f *testing.F) {
	f.Add([]byte(`<link rel="alternate" type="application/rss+xml" href="/feed"><base href="http://b.example/x/"><link rel=alternate type=application/atom+xml href=comments><body>`))
	f.Add([]byte(`<link rel="ALTERNATE x" type="application/feed+json; a" href="javascript:alert(1)"/><link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">`))
	f.Add([]byte(`<base href="://"><link rel=alternate type=application/rss+xml href="http://user:pw@a.example/%1b`))
	f.Fuzz(func(t *testing.T, page []byte) {
		base := &url.URL{Scheme: "https", Host: "gazette.example", Path: "/a/b"}
		for _, address := range alternates(base, page) {
			if _, ok := fetch.Address(address); !ok || source.SanitizeLine(address) != address {
				t.Errorf("%q is no address", address)
			}
		}
	})
}
