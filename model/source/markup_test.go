package source

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// However deep a page nests its elements, parser and extractor get it flat enough, and what is read of it is an article.
func TestHostilePagesAreMadeFlat(t *testing.T) {
	for _, c := range hostilePages(40) { // the benchmark reads all of them.
		root, err := html.Parse(strings.NewReader(strip(c.data).html))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		const around = 8 // what the parser adds, besides a tbody in each table
		if depth := depthOf(root); depth > maxNesting+maxNesting/3+around {
			t.Errorf("%s: %d deep", c.name, depth)
		}
		fuzzPage(t, "a.html", []byte(c.data))
	}
}

func depthOf(n *html.Node) int {
	deepest := 0
	for c := range n.ChildNodes() {
		deepest = max(deepest, depthOf(c))
	}
	return deepest + 1
}

// What nobody reads is gone before anything is parsed; what is to be read is there.
func TestStrip(t *testing.T) {
	blob := strings.Repeat("AAAA", 1<<18)
	for _, c := range []struct{ name, page, want string }{
		{"scripts and styles", "<style>p{}</style><p>a<script>if (a<b) {}</script>b</p>", "<p>ab</p>"},
		{"comments", "a<!-- <p> -->b", "ab"},
		{"inlined data", `<img src="data:image/png;base64,` + blob + `" alt="x">`, `<img alt="x">`},
		{"attributes that tell nothing", `<p onclick="a()" data-x="1" class="c" class="d">a</p>`, `<p class="c">a</p>`},
		{"styles that hide", `<p style="color: red">a</p><p style="display: none">b</p>`, `<p>a</p><p hidden="">b</p>`},
		{"pictures drawn", "<svg><title>x</title><svg></svg><path/></svg>a", "a"},
		{"pictures that do not end", "<svg><path><h1>a</h1>", "<h1>a</h1>"},
		{"paragraphs without ends", "<p>a<p>b<div>c", "<p>a</p><p>b</p><div>c</div>"},
		{"items without ends", "<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"},
		{"cells without ends", "<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"},
		{"cells without a table", "<td>a<td>b", " a b"},
		{"ends without beginnings", "</div>a</p></b>", "a"},
		{"ends in a cell", "<div><table><tr><td></div>a</table>b</div>", "<div><table><tr><td>a</td></tr></table>b</div>"},
		{"ends in the wrong order", "<p><b>a<i>b</b>c</i></p>", "<p><b>a<i>b</i></b>c</p>"},
		{"links in links", "<a href=b>a<a href=c>d</a>", `<a href="b">a d</a>`},
		{"tags as text", "<xmp><b>&amp;</xmp>", "<pre>&lt;b&gt;&amp;amp;</pre>"},
		{"the inside of an element of the page's own", "<x-a><template shadowrootmode=open><p>a</template></x-a>", "<x-a><div><p>a</p></div></x-a>"},
		{"templates", "<template><p>a</template>b", "b"},
		{"elements that end at once", "<?xml version='1.0'?><div/><script src='a'/>b", "<div></div>b"},
		{"the same in HTML", "<div/>b", "<div>b</div>"},
		{"a title with tags in it", "<title>a<b>&lt;</title>", "<title>a&lt;b&gt;&lt;</title>"},
		{"two bodies", "<body class=a><body class=b>c", `<body class="a">c`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strip(c.page).html; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A browser writes into a page where it was saved from.
func TestStripFindsTheAddressOfASavedPage(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<!-- saved from url=(0024)https://post.example/a?b -->", "https://post.example/a?b"},
		{"<!--\n Page saved with SingleFile \n url: https://post.example/a \n saved date: now\n-->", "https://post.example/a"},
		{"<!-- url: https://post.example/a -->", ""},
		{"<!-- saved from url=(0014)about:internet -->", ""},
	} {
		if got := strip(c.page).saved; got != c.want {
			t.Errorf("%q: got %q, want %q", c.page, got, c.want)
		}
	}
}
