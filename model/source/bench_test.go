package source

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// story is about 5 KB of news.
func story() string {
	const paragraph = "The minister told reporters on Tuesday that the government would not withdraw the bill before the summer. " +
		"“We have heard every argument twice,” said Maria Okonjo, the deputy leader, “and none of them answers the question.” " +
		"Rescue workers from three provinces were sent to the valley, where the only road had been washed away.\n\n"
	return "Bill stays, says minister\n\nBy Ann Lee\n\nJune 9, 2026\n\nPORT QUILLAN — " + strings.Repeat(paragraph, 15)
}

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct{ name, path string }{{"plain", "a.txt"}, {"markdown", "a.md"}} {
		data := []byte(story())
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(c.path, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkHostile reads what is made to keep a parser busy.
func BenchmarkHostile(b *testing.B) {
	nested := func(mark string) string {
		var s strings.Builder
		for i := range 400 {
			s.WriteString(strings.Repeat(" ", 2*i) + mark + " a\n")
		}
		return s.String()
	}
	for _, c := range []struct{ name, data string }{
		{"line of 5 MB", strings.Repeat("word ", 1<<20)},
		{"line of 5 MB without a blank", strings.Repeat("x", 5<<20)},
		{"16 MB of line ends", strings.Repeat("\n", MaxSize)},
		{"16 MB of paragraphs", strings.Repeat("A sentence of some words.\n\n", MaxSize/27)},
		{"16 MB of news", strings.Repeat(story(), MaxSize/len(story()))},
		{"quotes 160 deep", strings.Repeat(">", 160) + "a"},
		{"quotes 50,000 deep", strings.Repeat(">", 50_000) + "a"},
		{"lines of quotes 500 deep", strings.Repeat(strings.Repeat(">", 500)+"a\n", 1000)},
		{"lists 400 deep", nested("-")},
		{"lists 20,000 deep on a line", strings.Repeat("- ", 20_000) + "a"},
		{"lists again and again", strings.Repeat(strings.Repeat("- ", 500)+"a\n", 500)},
		{"brackets", strings.Repeat("[", 50_000)},
		{"brackets in many lines", strings.Repeat(strings.Repeat("[", 60)+"\n", 10_000)},
		{"stars", strings.Repeat("*", 100_000)},
		{"stars and letters", strings.Repeat("*a ", 30_000)},
		{"stars and letters in many lines", strings.Repeat("*a **b _c\n", 50_000)},
		{"stars open and shut", strings.Repeat("a**b", 20_000) + strings.Repeat("c* ", 20_000)},
		{"emphasis in emphasis", strings.Repeat("*a **a ", 20_000)},
		{"backticks", backticks(300)},
		{"links in links", strings.Repeat("[a](", 30_000)},
		{"links and definitions", strings.Repeat("[a]: b\n", 30_000) + strings.Repeat("[a] ", 30_000)},
		{"pictures", strings.Repeat("![[]()", 30_000)},
		{"tags", strings.Repeat("<a ", 30_000)},
		{"comments", strings.Repeat("<!-- ", 30_000)},
		{"entities", strings.Repeat("&", 1_000_000)},
		{"table", "a|b\n-|-\n" + strings.Repeat("1|2\n", 100_000)},
		{"columns", strings.Repeat("a|", 10_000) + "\n" + strings.Repeat("-|", 10_000) + "\n" + strings.Repeat("|\n", 1_000)},
		{"tildes", strings.Repeat("~a ~~b ", 30_000)},
		{"addresses", strings.Repeat("http://a.b/", 20_000)},
		{"mail", strings.Repeat("a", 60_000) + strings.Repeat("@a.b", 10_000)},
		{"marks", "a" + strings.Repeat("\u0301", 500_000)},
		{"dashes", strings.Repeat("- - - - a -\n", 100_000)},
		{"torn paragraphs", strings.Repeat("a paragraph without any stop at its end that goes on for ever and ever\n\n", 200_000)},
		{"wrapped lines", strings.Repeat("a line that is as long as all of the others are and goes on and on-\n", 200_000)},
		{"trailers", strings.Repeat("Read more:\n\n", 500_000)},
		{"front matter", "---\na: " + strings.Repeat("[", 90) + "\n" + strings.Repeat("b: {c: \n", 1000) + "---\nx"},
	} {
		for _, path := range []string{"a.md", "a.txt"} {
			b.Run(c.name+path[1:], func(b *testing.B) {
				data := []byte("\n" + c.data)
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					if _, err := Read(path, data); err != nil && strings.TrimSpace(c.data) != "" {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// backticks returns runs of every length up to n.
func backticks(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(strings.Repeat("`", i) + "a ")
	}
	return s.String()
}

// newsFeed is a feed of n items with 3 KB of HTML each.
func newsFeed(n int) string {
	var out strings.Builder
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title><link>https://courier.example/</link><language>en</language>`)
	body := strings.Repeat(`<p>The minister told <a href="/reporters">reporters</a> on Tuesday that the government would <em>not</em> withdraw the bill.</p>`+
		`<p>“We have heard every argument twice,” said Maria Okonjo, the deputy leader, “and none of them answers the question.”</p>`, 12)
	for i := range n {
		fmt.Fprintf(&out, `<item><title>Bill %d stays</title><link>https://courier.example/%d</link><guid isPermaLink="false">c-%d</guid><dc:creator>Ann Lee</dc:creator><pubDate>Tue, 09 Jun 2026 14:05:00 +0000</pubDate><category>Politics</category><description>The bill stays.</description><content:encoded><![CDATA[%s]]></content:encoded></item>`, i, i, i, body)
	}
	out.WriteString("</channel></rss>")
	return out.String()
}

func BenchmarkReadFeed(b *testing.B) {
	const items = 100
	data := []byte(newsFeed(items))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if articles, err := Read("a.xml", data); err != nil || len(articles) != items {
			b.Fatal(len(articles), err)
		}
	}
	b.ReportMetric(float64(items*b.N)/b.Elapsed().Seconds(), "items/s")
}

// BenchmarkHostileFeed reads feeds that are made to keep a parser busy: what tests read, and the HTML of their items.
func BenchmarkHostileFeed(b *testing.B) {
	feeds := hostileFeeds()
	for name, html := range map[string]string{
		"paragraphs": "<p>a b c", "breaks": "a<br>", "items": "<li>a", "rows": "<tr><td>a<td>b", "quotes": "<blockquote>a</blockquote>",
		"bold": "<b>a</b> <i>b</i>", "links": "<a href=x>a</a> ", "marks of Markdown": "*a _b ` [c](d) ", "code": "<code>`a``</code>",
		"paragraphs in bold that is open": "<b><i><p>x",
	} {
		feeds["512 KiB of "+name] = "<rss><channel><item><title>x</title><description><![CDATA[<div>" + strings.Repeat(html, maxFragment/len(html)-1) + "]]></description></item></channel></rss>"
	}
	for _, name := range slices.Sorted(maps.Keys(feeds)) {
		b.Run(name, func(b *testing.B) {
			data := []byte(feeds[name])
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if articles, err := Read("a.xml", data); len(articles) == 0 && err == nil {
					b.Fatal("neither an article nor an error")
				}
			}
		})
	}
}
