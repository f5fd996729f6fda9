package source

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"

	"reader/model/markdown"
)

func TestFragment(t *testing.T) {
	base, err := url.Parse("https://a.example/news/one")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, source, want string }{
		{"paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
		{"text without any", "One.", "One."},
		{"line breaks", "One,<br>two.<br><br>Three.", "One,  \ntwo.\n\nThree."},
		{"emphasis", "<p>An <em>old</em> and <strong>new</strong> <i>idea</i>, <b>said</b> he.</p>", "An *old* and **new** *idea*, **said** he."},
		{
			"links", `<p><a href="two">One</a> <a href="//b.example/">two</a> <a href="#x">three</a> <a href="mailto:a@b.example">four</a> <a>five</a> <a href="data:x">six</a></p>`,
			"[One](https://a.example/news/two) [two](https://b.example/) three [four](mailto:a@b.example) five six",
		},
		{"headings", "<h2>Head</h2><p>One.</p>", "## Head\n\nOne."},
		{"lists", "<ul><li>One<li>Two<ol><li>Three</ol></ul>", "- One\n\n- Two\n\n  1. Three"},
		{"block quotations", "<blockquote><p>One.</p><p>Two.</p></blockquote>", "> One.\n>\n> Two."},
		{"tables", "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "| A | B |\n| --- | --- |\n| 1 | 2 |"},
		{"code", "<p>Type <code>a*b</code>.</p>", "Type `a*b`."},
		{"keys", "<p>Press <kbd>&amp;</kbd>, <samp>&lt;</samp>.</p>", "Press `&`, `<`."},
		{"marks of Markdown are text", "<p># 1 * 2 * 3 _a_ [b](c) `d` &lt;e&gt; ![f](g)</p>", "&#35; 1 &#42; 2 &#42; 3 &#95;a&#95; &#91;b](c) &#96;d&#96; &lt;e> !&#91;f](g)"},
		{"a number that begins no list", "<p>1. May was cold.</p>", "1&#46; May was cold."},
		{"what is no text", "<style>a</style><script>b</script><iframe>c</iframe><noscript>d</noscript><form><button>e</button></form><svg><text>f</text></svg><video>g</video><!-- h -->One.", "One."},
		{"pictures", `<p>One <img src="a.png" alt="a boat"> two.</p>`, "(a boat)\n\nOne two."},
		{"emoji that are pictures", `<p>One <img src="a.png" alt="🌊"> two.</p>`, "One 🌊 two."},
		{"a table in a figure", "<figure><table><tr><th>A</th></tr><tr><td>1</td></tr></table><figcaption>All of it</figcaption></figure>", "| A |\n| --- |\n| 1 |\n\n(All of it)"},
		{"the title once more", "<h2>Old news</h2><p><b>Old news</b> is no news.</p>", "**Old news** is no news."},
		{"text in unknown elements", "<main><x-lede>One.</x-lede><details><summary>Two</summary>Three</details><dl><dt>Four<dd>Five</dl></main>", "One.\n\nTwo\n\nThree\n\nFour\n\nFive"},
	} {
		t.Run(c.name, func(t *testing.T) {
			said := fragment(c.source, base, "Old news")
			blocks := said.blocks
			for i, b := range blocks {
				if isMark(b) {
					text := "(" + said.marked[0].Text + ")"
					blocks[i].Markdown, blocks[i].Text, said.marked = text, text, said.marked[1:]
				}
			}
			if got := string(markdown.Join(blocks).Source); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestFragmentTooLargeKeepsItsWords(t *testing.T) {
	blocks := fragment("<style>a</style><p>One <b>two</b>.</p>"+strings.Repeat("<p>Three.</p>", maxFragment/12), nil, "").blocks
	if len(blocks) < 1000 || blocks[0].Text != "One two." || blocks[1].Text != "Three." {
		t.Errorf("%d blocks, the first %+v", len(blocks), blocks[0])
	}
}

// FuzzFragment tests that no word of a text that HTML holds is lost, nor any put in.
func FuzzFragment(f *testing.F) {
	for _, s := range []string{"# 1 * 2 _a_ [b](c) `d` <e> ![f](g)", "1. a\n- b\n> c\n\n    d", "a | b\n--|--\n1 | 2", `\# \* &amp; &#42; &lt;`, "a~~b~~ https://a.example www.a.example a@b.example", "{{ $1 }} ***", "a\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = Sanitize(s)
		if len(s) > 4<<10 || !strings.ContainsFunc(s, func(r rune) bool { return r > ' ' }) {
			return
		}
		blocks := fragment("<p>"+html.EscapeString(s)+"</p>", nil, "").blocks
		got := fields(markdown.Join(blocks).Text)
		if want := fields(s); !slices.Equal(got, want) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}
