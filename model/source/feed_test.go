package source

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// feedFixtures reads testdata/feed/*.txt: feeds, and what is made of each.
func feedFixtures(tb testing.TB) []fixture {
	tb.Helper()
	return fixturesIn(tb, "testdata/feed/*.txt")
}

func TestReadFeed(t *testing.T) {
	for _, f := range feedFixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			if got := describeFeed(t, f.input.Data); got != f.want {
				t.Errorf("got\n%s\nwant\n%s", got, f.want)
			}
		})
	}
}

// describeFeed writes what is made of a feed: itself, then its articles.
func describeFeed(tb testing.TB, data []byte) string {
	tb.Helper()
	info, _ := FeedInfo(data)
	articles, err := Read("feed", data)
	var out strings.Builder
	fmt.Fprintf(&out, "feed: %q %s %s\n", info.Title, info.Link, info.Self)
	if err != nil {
		fmt.Fprintf(&out, "error: %v\n", err)
	}
	for i, a := range articles {
		checkArticle(tb, a)
		item := info.Items[i]
		if item.ID != a.ID || item.Link != a.URL {
			tb.Errorf("the feed tells of %+v, the article is %s %s", item, a.ID, a.URL)
		}
		length := "a part"
		if item.Full {
			length = "full"
		}
		fmt.Fprintf(&out, "\n=== %s, %s\nid: %s\n%s", a.Path, length, a.ID, describe(a))
	}
	return out.String()
}

// small is a feed with one item in the encoding that its declaration names.
func small(encoding string) string {
	return `<?xml version="1.0" encoding="` + encoding + `"?><rss version="2.0"><channel><title>Café</title><item><title>“Żółw”, € 5</title><description>Naïve.</description></item></channel></rss>`
}

func TestReadFeedInEveryEncoding(t *testing.T) {
	wide := func(s string, high, low int) []byte {
		units := utf16.Encode([]rune(s))
		out := make([]byte, 0, 2*len(units))
		for _, u := range units {
			pair := [2]byte{}
			pair[high], pair[low] = byte(u>>8), byte(u)
			out = append(out, pair[:]...)
		}
		return out
	}
	const full, narrow = "“Żółw”, € 5", "“¯ó³w”, € 5"
	for _, c := range []struct {
		name, data, title string
	}{
		{"UTF-8", small("utf-8"), full},
		{"UTF-8 with a byte order mark", "\ufeff" + small("utf-8"), full},
		{"UTF-8 behind a byte order mark and blanks", "\ufeff\n\n " + small("utf-8"), full},
		{"UTF-8 that says it is something else", small("iso-8859-1"), full},
		{"UTF-8 that says it is UTF-16", small("utf-16"), full},
		{"UTF-16, little end first", "\xff\xfe" + string(wide(small("utf-16"), 1, 0)), full},
		{"UTF-16, big end first", "\xfe\xff" + string(wide(small("utf-16"), 0, 1)), full},
		{"UTF-16 without a mark that says it is UTF-8", string(wide(small("utf-8"), 1, 0)), full},
		{"Windows-1250", strings.NewReplacer("é", "\xe9", "“", "\x93", "”", "\x94", "Ż", "\xaf", "ó", "\xf3", "ł", "\xb3", "€", "\x80", "ï", "i").Replace(small("windows-1250")), full},
		{"Windows-1252 that says it is UTF-8", strings.NewReplacer("é", "\xe9", "“", "\x93", "”", "\x94", "Ż", "\xaf", "ó", "\xf3", "ł", "\xb3", "€", "\x80", "ï", "\xef").Replace(small("utf-8")), narrow},
		{"Windows-1252 that says it is Latin 1", strings.NewReplacer("é", "\xe9", "“", "\x93", "”", "\x94", "Ż", "\xaf", "ó", "\xf3", "ł", "\xb3", "€", "\x80", "ï", "\xef").Replace(small("iso-8859-1")), narrow},
		{"an encoding that nobody knows", strings.NewReplacer("é", "\xe9", "“", "\x93", "”", "\x94", "Ż", "\xaf", "ó", "\xf3", "ł", "\xb3", "€", "\x80", "ï", "\xef").Replace(small("x-odd")), narrow},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, err := Read("a.xml", []byte(c.data))
			if err != nil || len(articles) != 1 {
				t.Fatal(len(articles), err)
			}
			if a := articles[0]; a.Title != c.title || a.Publisher != "Café" {
				t.Errorf("title %q of %q", a.Title, a.Publisher)
			}
		})
	}
}

func TestIsFeed(t *testing.T) {
	for _, c := range []struct {
		data string
		want bool
	}{
		{"<rss version='2.0'>", true},
		{"\ufeff\n<?xml version='1.0'?><!-- <html> --><!DOCTYPE rss [<!ENTITY a '>'>]><rss>", true},
		{"<feed xmlns='http://www.w3.org/2005/Atom'>", true},
		{"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", true},
		{"<feed>", true},
		{"<feed xmlns='urn:of-cattle'>", false},
		{"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>", true},
		{"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:foaf='http://xmlns.com/foaf/0.1/'>", false},
		{"<html><body><rss>", false},
		{"<opml version='2.0'>", false},
		{"<?xml version='1.0'?><project name='x'>", false},
		{`{"version": "https://jsonfeed.org/version/1.1"}`, true},
		{`{"version": "https:\/\/jsonfeed.org\/version\/1"}`, true},
		{`{"version": "1.0.0", "name": "config"}`, false},
		{"An article on <rss> and what became of it.", false},
		{"", false},
	} {
		if got := IsFeed([]byte(c.data)); got != c.want {
			t.Errorf("IsFeed(%q) = %v", c.data, got)
		}
	}
}

func TestReadFeedRefuses(t *testing.T) {
	for _, c := range []struct {
		name, path, data string
		want             error
		says             string
	}{
		{"a feed without items", "a.xml", "<rss><channel><title>Nothing yet</title></channel></rss>", ErrEmpty, "a.xml: there is no text in it: a feed without items"},
		{"a page that is named as a feed", "a.rss", "<html><body>404</body></html>", ErrNoFeed, "a.rss: this is no feed that can be read: neither RSS nor Atom nor JSON Feed"},
		{"JSON that breaks off", "a.json", `{"version": "https://jsonfeed.org/version/1", "items": [{"id"`, ErrNoFeed, "a.json: this is no feed that can be read: neither RSS nor Atom nor JSON Feed: its JSON is broken at byte 61"},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, err := Read(c.path, []byte(c.data))
			if !errors.Is(err, c.want) || len(articles) != 0 {
				t.Fatalf("got %d articles, %v", len(articles), err)
			}
			if err.Error() != c.says {
				t.Errorf("says %q", err)
			}
		})
	}
}

// hostileFeeds are made to keep a parser busy, to fill the memory or to overflow a stack.
func hostileFeeds() map[string]string {
	item := func(s string) string {
		return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>t</title><item><title>x</title>` + s + `</item></channel></rss>`
	}
	var laughs, names strings.Builder
	for i := range 10 {
		fmt.Fprintf(&laughs, `<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	for i := range 20_000 {
		fmt.Fprintf(&names, ` xmlns:a%d="b"`, i)
	}
	return map[string]string{
		"entities that stand for a gigabyte":      `<!DOCTYPE l [` + laughs.String() + `]>` + item("<description>&a9;</description>"),
		"tags 200,000 deep":                       item("<description>" + strings.Repeat("<a>", 200_000) + strings.Repeat("</a>", 200_000) + "</description>"),
		"foreign tags 100,000 deep":               item(strings.Repeat("<a:b>", 100_000)),
		"escaped tags 100,000 deep":               item("<description><![CDATA[" + strings.Repeat("<div>", 100_000) + "]]></description>"),
		"XHTML 100,000 deep":                      "<feed><entry><title>x</title><content type='xhtml'>" + strings.Repeat("<div>", 100_000) + "</content></entry></feed>",
		"20,000 namespaces and 100,000 elements":  "<rss" + names.String() + "><channel><item><title>x</title>" + strings.Repeat("<b/>", 100_000) + "</item></channel></rss>",
		"100,000 namespaces one after the other":  item(strings.Repeat(`<b xmlns:a="b">`, 100_000)),
		"words parted by 300,000 elements":        item("<dc:creator>" + strings.Repeat("a<b/>", 300_000) + "</dc:creator>"),
		"words parted by 100,000 CDATA sections":  item("<dc:creator>" + strings.Repeat("a<![CDATA[b]]>", 100_000) + "</dc:creator>"),
		"90,000 categories":                       item(strings.Repeat("<category>a</category>", 90_000)),
		"a million marks of tags":                 item(strings.Repeat("<", 1_000_000)),
		"100,000 comments, all open":              item(strings.Repeat("<!--", 100_000)),
		"100,000 CDATA sections, all open":        item(strings.Repeat("<![CDATA[", 100_000)),
		"100,000 declarations, all open":          item(strings.Repeat("<![", 100_000)),
		"100,000 instructions, all open":          item(strings.Repeat("<?", 100_000)),
		"100,000 attributes, all open":            item(strings.Repeat(`<a b="`, 100_000)),
		"a tag of a million attributes":           item("<b " + strings.Repeat("a ", 1_000_000) + "/>"),
		"JSON a million deep":                     `{"version":"https://jsonfeed.org/version/1.1","items":` + strings.Repeat("[", 1_000_000),
		"JSON items a million deep and one of it": `{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"x"},` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + `]}`,
	}
}

func TestHostileFeedsAreReadOrRefused(t *testing.T) {
	for name, data := range hostileFeeds() {
		t.Run(name, func(t *testing.T) {
			articles, err := Read("a.xml", []byte(data))
			if len(articles) == 0 && err == nil {
				t.Fatal("neither an article nor an error")
			}
			for _, a := range articles {
				checkArticle(t, a)
				if a.Title != "x" {
					t.Errorf("title %.100q", a.Title)
				}
				if size := len(a.Text) + len(a.Title); size > 2*len(data) {
					t.Errorf("%d bytes became %d", len(data), size)
				}
			}
			if err != nil && (Sanitize(err.Error()) != err.Error() || len(err.Error()) > 1000) {
				t.Errorf("message %.200q", err)
			}
		})
	}
}

func TestReadFeedOfTooManyItems(t *testing.T) {
	var data strings.Builder
	data.WriteString("<rss><channel><title>Many</title>")
	for i := range maxItems + 5 {
		fmt.Fprintf(&data, "<item><title>Number %d</title></item>", i+1)
	}
	articles, err := Read("a.xml", []byte(data.String()+"</channel></rss>"))
	if !errors.Is(err, ErrItems) || !strings.HasSuffix(err.Error(), "of its 10005 items only the first 10000 are read; split it") {
		t.Errorf("says %q", err)
	}
	if len(articles) != maxItems || articles[maxItems-1].Title != "Number 10000" || articles[maxItems-1].Path != "a.xml#10000" {
		t.Errorf("%d articles, the last %v", len(articles), articles[len(articles)-1])
	}
}

func TestReadFeedWithAnItemTooLarge(t *testing.T) {
	data := "<rss><channel><item><title>One</title><description>" + strings.Repeat("x ", maxItemSize/2) + "</description></item><item><title>Two</title></item></channel></rss>"
	articles, err := Read("a.xml", []byte(data))
	if len(articles) != 1 || articles[0].Title != "Two" || err == nil || err.Error() != "a.xml: not all items could be read: item 1: larger than 2 MiB" {
		t.Errorf("%d articles, %v", len(articles), err)
	}
}

func FuzzReadFeed(f *testing.F) {
	for _, x := range feedFixtures(f) {
		f.Add(x.input.Data)
	}
	f.Add([]byte(small("windows-1250")))
	f.Fuzz(func(t *testing.T, data []byte) {
		articles, err := Read("a.rss", data)
		if len(articles) == 0 && err == nil {
			t.Fatal("neither an article nor an error")
		}
		seen := map[string]bool{}
		for _, a := range articles {
			checkArticle(t, a)
			if seen[a.ID] {
				t.Fatalf("two articles have the ID %q", a.ID)
			}
			seen[a.ID] = true
		}
		if err != nil && Sanitize(err.Error()) != err.Error() {
			t.Fatalf("message %q is not clean", err)
		}
	})
}

// FuzzMend tests that what is mended can be read as XML by a parser that mends nothing.
func FuzzMend(f *testing.F) {
	for _, x := range feedFixtures(f) {
		f.Add(string(x.input.Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := splitFeed(Sanitize(text))
		if len(p.items) > p.total {
			t.Fatal("more items than there are")
		}
		size := len(p.head) + len(p.root)
		for _, item := range p.items {
			size += len(item)
		}
		if size > len(Sanitize(text)) {
			t.Fatal("the parts are more than the whole")
		}
		once := mend(Sanitize(text), true)
		if twice := mend(once, true); twice != once {
			t.Fatalf("mended %q, and again %q", once, twice)
		}
	})
}
