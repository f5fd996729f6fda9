package source

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"
)

// hostilePages returns pages made to keep a parser busy, or the share-th part of each.
func hostilePages(share int) []struct{ name, data string } {
	n := func(times int) int { return max(1, times/share) }
	ids := func(times int, tag string) string {
		var s strings.Builder
		for i := range times {
			s.WriteString("<" + tag + " id=a" + strings.Repeat("b", i%50) + ">")
		}
		return s.String()
	}
	blob := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("\x12\x34\x56", n(1<<20))))
	return []struct{ name, data string }{
		{"div 200,000 deep", strings.Repeat("<div>", n(200_000)) + "a"},
		{"a 200,000 deep", strings.Repeat("<a href=x>", n(200_000)) + "a"},
		{"b 200,000 deep", ids(n(200_000), "b") + "a"},
		{"b open in paragraphs", strings.Repeat("<p><b id=1><i id=2>a", n(100_000))},
		{"quotes 1,000 deep", strings.Repeat("<blockquote>", n(1000)) + "a"},
		{"quotes 90 deep again and again", strings.Repeat(strings.Repeat("<blockquote>", 90)+"a"+strings.Repeat("</blockquote>", 90), n(1000))},
		{"lists 90 deep again and again", strings.Repeat(strings.Repeat("<ul><li>", 45)+"a"+strings.Repeat("</ul>", 45), n(1000))},
		{"tables deep", strings.Repeat("<table><tr><td>", n(50_000)) + "a"},
		{"cells", "<table>" + strings.Repeat("<tr><td>a<td>b", n(100_000))},
		{"columns", "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>a", n(5000)), 20)},
		{"span of columns", "<table><tr><td colspan=100000>a<td rowspan=60000>b<tr><td>c</table>"},
		{"text in tables", strings.Repeat("<table>a<b id=1><tr>", n(50_000))},
		{"16 MB of paragraphs", strings.Repeat("<p>A sentence, of some words, and of more of them.", n(MaxSize/60))},
		{"16 MB of empty paragraphs", strings.Repeat("<p>", n(MaxSize/3))},
		{"16 MB of line breaks", strings.Repeat("a<br>", n(MaxSize/5))},
		{"16 MB of text", strings.Repeat("word, ", n(MaxSize/6))},
		{"16 MB without a blank", strings.Repeat("x", n(MaxSize-100))},
		{"links", strings.Repeat("<a href=/b>A link of some words</a> ", n(100_000))},
		{"list of links", "<ul>" + strings.Repeat("<li><a href=/b>A link of some words</a>", n(50_000))},
		{"attributes", "<p " + strings.Repeat("a=b ", n(2_000_000)) + ">a"},
		{"attributes that tell", "<p " + strings.Repeat("class=b id=c ", n(1_000_000)) + ">a"},
		{"an attribute of 10 MB", "<p class='" + strings.Repeat("a ", n(5_000_000)) + "'>a"},
		{"classes", strings.Repeat("<div class='"+strings.Repeat("aB-", n(1000))+"'>a</div>", n(5000))},
		{"data of 15 MB", strings.Repeat("<img src='data:image/png;base64,"+blob+"'><p>A sentence, of some words, and of more.", 3)},
		{"styles of 15 MB", strings.Repeat("<style>"+strings.Repeat("a{b:c}", n(100_000))+"</style><p>Text.", 20)},
		{"JSON-LD", "<script type='application/ld+json'>" + strings.Repeat("[", n(2_000_000)) + "</script><p>a"},
		{"JSON-LD of many things", "<script type='application/ld+json'>[" + strings.Repeat(`{"@graph":[{}]},`, n(200_000)) + "{}]</script><p>a"},
		{"meta", strings.Repeat("<meta name=author content=b>", n(200_000)) + "<p>a"},
		{"entities", strings.Repeat("&amp;lt;", n(500_000))},
		{"comments", strings.Repeat("<!-- a -->b", n(500_000))},
		{"end tags", strings.Repeat("</div></p></b>", n(500_000)) + "a"},
		{"marks of Markdown", "<p>" + strings.Repeat("[*_`<a", n(200_000))},
		{"marks in paragraphs", strings.Repeat("<p>[*_`&lt;a ![](", n(50_000))},
		{"emphasis", strings.Repeat("<b>a</b><i>b</i>", n(100_000))},
		{"code", strings.Repeat("<code>`</code>", n(50_000))},
		{"pictures", strings.Repeat("<figure><img alt='a picture'><figcaption>b</figcaption></figure>", n(50_000))},
		{"headings", strings.Repeat("<h2>a heading</h2>", n(100_000))},
		{"titles", strings.Repeat("<title>a</title>", n(300_000))},
		{"divs in divs with text", strings.Repeat("<div>A sentence, of words.", 90) + strings.Repeat("<div>a, b</div>", n(99_000))},
		{"parts of MIME in each other", mimeNest(40)},
	}
}

// mimeNest returns a message whose parts are nested n deep.
func mimeNest(n int) string {
	out := "MIME-Version: 1.0\r\n"
	for i := range n {
		b := "b" + strings.Repeat("x", i)
		out += "Content-Type: multipart/related; boundary=" + b + "\r\nFrom: <Saved by Blink>\r\n\r\n--" + b + "\r\n"
	}
	return out + "Content-Type: text/html\r\n\r\n<p>a"
}

func BenchmarkHostilePage(b *testing.B) {
	for _, c := range hostilePages(1) {
		b.Run(c.name, func(b *testing.B) {
			data := []byte(c.data)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Read("a.html", data) // some of them say nothing
			}
		})
	}
}

// BenchmarkReadPage reads the pages of testdata, and saves of them as MHTML and with all their pictures inlined.
func BenchmarkReadPage(b *testing.B) {
	page, err := os.ReadFile("testdata/pages/broadsheet.html")
	if err != nil {
		b.Fatal(err)
	}
	saved, err := os.ReadFile("testdata/pages/saved.mht")
	if err != nil {
		b.Fatal(err)
	}
	blob := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("\x12\x34\x56", 1<<20)))
	inlined := strings.ReplaceAll(string(page), `src="/img/weir.jpg"`, `src="data:image/jpeg;base64,`+blob+blob+`"`)
	for _, c := range []struct{ path, data string }{{"page.html", string(page)}, {"page.mht", string(saved)}, {"singlefile.html", inlined}} {
		b.Run(c.path, func(b *testing.B) {
			data := []byte(c.data)
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
