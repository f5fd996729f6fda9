package source

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"reader/model"
	"reader/model/markdown"
)

// fixture is one article of testdata: a file as it is found, and "want": what Read makes of it.
type fixture struct {
	name  string
	input txtar.File
	want  string
}

// fixtures reads testdata/*.txt.
func fixtures(tb testing.TB) []fixture {
	tb.Helper()
	return fixturesIn(tb, "testdata/*.txt")
}

// fixturesIn reads the archives that pattern matches. In each a file "want" follows the file it is for. A final newline of
// an archive is no part of an input that ends in "¶".
func fixturesIn(tb testing.TB, pattern string) []fixture {
	tb.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		tb.Fatal("no testdata", err)
	}
	var out []fixture
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			in := archive.Files[i]
			if s, ok := strings.CutSuffix(string(in.Data), "¶\n"); ok {
				in.Data = []byte(s)
			}
			out = append(out, fixture{filepath.Base(path) + "/" + in.Name, in, string(archive.Files[i+1].Data)})
		}
	}
	return out
}

func TestRead(t *testing.T) {
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			articles, err := Read(f.input.Name, f.input.Data)
			if err != nil {
				t.Fatal(err)
			}
			a := articles[0]
			if got := describe(a); got != f.want {
				t.Errorf("got\n%s\nwant\n%s", got, f.want)
			}
			check(t, f.input.Name, decoded(t, f.input.Data), a)
		})
	}
}

// describe writes a as the fixtures have it: a field a line if it is set, the text, then the Markdown if it is different.
func describe(a *model.Article) string {
	var out strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&out, "%s: %s\n", name, value)
		}
	}
	field("title", a.Title)
	field("authors", strings.Join(a.Authors, "; "))
	field("published", a.Published.String())
	field("publisher", a.Publisher)
	field("url", a.URL)
	field("tags", strings.Join(a.Tags, "; "))
	field("dateline", a.Dateline.In(a.Text))
	if a.Language != "en" {
		field("language", a.Language)
	}
	for _, f := range a.Furniture {
		field(f.Kind.String(), fmt.Sprintf("%q before %.12q", f.Text, a.Text[f.At:]))
	}
	fmt.Fprintf(&out, "\n%s\n", a.Text)
	if a.Markdown != a.Text {
		fmt.Fprintf(&out, "\n=== Markdown\n%s\n", a.Markdown)
	}
	return out.String()
}

// check tests what holds for every article, whatever it was read from: path is the name and text the decoded
// content of its file.
func check(tb testing.TB, path, text string, a *model.Article) {
	tb.Helper()
	all := strings.Join(checkArticle(tb, a), "\n")
	// The address of a link that can't be one is shown behind its label, which may go on into a word.
	squeezed := strings.NewReplacer("-", "", "\n", "", " ", "").Replace(regexp.MustCompile(` \([a-z]+:[^)]*\)`).ReplaceAllString(all, ""))
	for _, word := range wordsOf(path, text) {
		if !strings.Contains(all, word) && !strings.Contains(squeezed, word) {
			tb.Fatalf("the word %q is lost: %q", word, all)
		}
	}
}

// checkArticle tests what holds for every article by itself, and returns all that it says.
func checkArticle(tb testing.TB, a *model.Article) (said []string) {
	tb.Helper()
	if err := a.Check(); err != nil {
		tb.Fatal(err)
	}
	doc := markdown.Parse(a.Markdown)
	if doc.Text != a.Text {
		tb.Fatalf("Markdown %q shows %q, not %q", a.Markdown, doc.Text, a.Text)
	}
	if a.ID == "" || a.Language == "" {
		tb.Fatal("no ID or no language")
	}
	said = append([]string{a.Title, a.Text, a.URL, a.Publisher, a.Language, a.ID}, append(a.Authors, a.Tags...)...)
	for _, f := range a.Furniture {
		said = append(said, f.Text)
	}
	for _, s := range append(said, a.Markdown) {
		if strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) || Sanitize(s) != s {
			tb.Fatalf("%q is not clean", s)
		}
	}
	return said
}

// wordsOf returns the words of the decoded text of an article file: runs of letters and digits, once it is sanitised. Of
// Markdown that is the plain text: the names of tags and the targets of links are no words of the article.
func wordsOf(path, text string) []string {
	var words []string
	if header, body, ok := splitFrontMatter(text); ok {
		words, text = withoutDates(header), body
	}
	if isMarkdown(path, text) {
		text = markdown.Parse(Sanitize(text)).Text
	}
	return append(words, fields(Sanitize(text))...)
}

func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// withoutDates returns the words of front matter but for its keys, and for dates, which become another form.
func withoutDates(header string) []string {
	var words []string
	for line := range strings.Lines(header) {
		key, value, ok := strings.Cut(line, ":")
		if ok && !strings.Contains(key, "date") {
			if strings.Contains(key, "author") {
				value = strings.NewReplacer("By ", "", " and ", " ").Replace(value)
			}
			words = append(words, fields(value)...)
		}
	}
	return words
}

func FuzzRead(f *testing.F) {
	for _, x := range fixtures(f) {
		f.Add(x.input.Name, x.input.Data)
	}
	f.Add("a.md", []byte("aa &#27;]52;c;aGFja2Vk&#7; &#x202e;gpj [ok](javascript:alert(1))"))
	f.Add("a.txt", []byte("\xff\xfeh\x00i\x00"))
	f.Add("a.txt", []byte("\x93quoted\x94 caf\xe9"))
	f.Add("a", []byte("---\na: &a [*a]\n---\ntext"))
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		articles, err := Read(path, data)
		if err != nil {
			if !isOurs(err) {
				t.Fatalf("error is not one of ours: %v", err)
			}
			return
		}
		if isFeed(path, data) {
			return // see FuzzReadFeed
		}
		check(t, path, withoutFrontMatter(t, data), articles[0])
	})
}

func isOurs(err error) bool {
	for _, ours := range []error{ErrEmpty, ErrBinary, ErrTooLarge, ErrNoFeed, ErrItems} {
		if errors.Is(err, ours) {
			return true
		}
	}
	return false
}

// decoded returns the text of a file.
func decoded(tb testing.TB, data []byte) string {
	tb.Helper()
	text, err := decode(data)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// withoutFrontMatter returns the text of the body: what YAML takes for a word is not for the fuzzer to tell.
func withoutFrontMatter(tb testing.TB, data []byte) string {
	tb.Helper()
	text := decoded(tb, data)
	if _, body, ok := splitFrontMatter(text); ok {
		return body
	}
	return text
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		data string
		want error
	}{
		{"nothing", "", ErrEmpty},
		{"blanks", " \n\t\n\r\n\ufeff", ErrEmpty},
		{"a PDF", "%PDF-1.7\n%\xe2\xe3", ErrBinary},
		{"a program", "\x7fELF\x02\x01\x01\x00\x00\x00\x00", ErrBinary},
		{"zeros among bytes", "ab\x00\xff\x00\xfe\x00\x01cd", ErrBinary},
		{"17 MiB", strings.Repeat("x", MaxSize+1), ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Read("dir/\x1b[2Jfile", []byte(c.data))
			if !errors.Is(err, c.want) || a != nil {
				t.Fatalf("got %v, %v; want %v", a, err, c.want)
			}
			if s := err.Error(); Sanitize(s) != s || !strings.HasPrefix(s, "dir/␛[2Jfile: ") {
				t.Errorf("message %q", s)
			}
		})
	}
}
