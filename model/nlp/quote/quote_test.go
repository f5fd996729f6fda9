package quote_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reader/model"
	"reader/model/nlp"
	"reader/model/nlp/doc/doctest"
)

// A case is a text, of paragraphs parted by empty lines, and behind it the quotes that are in it, one a line:
//
//	> direct “We open on Monday,” = Mara Voss
//
// with "to Interfax" behind the speaker when it was told to somebody, and nobody as the speaker when none can
// be told. A text without such lines holds no quote. A line behind "# " is the title, whose quotes come last.
func TestQuotes(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range archive.Files {
			t.Run(filepath.Base(file)+"/"+c.Name, func(t *testing.T) {
				t.Parallel()
				title, text, want := split(string(c.Data))
				a := doctest.Article(title, text)
				nlp.Analyze(a)
				if err := a.Check(); err != nil {
					t.Fatal(err)
				}
				if got := describe(a); got != want {
					t.Errorf("%s\n%s\n got:\n%s want:\n%s", title, text, got, want)
				}
			})
		}
	}
}

// split parts a case into its title, its text and the lines of the quotes in it.
func split(data string) (title, text, want string) {
	var b strings.Builder
	for line := range strings.Lines(data) {
		if strings.HasPrefix(line, "> ") {
			want += line
		} else if head, ok := strings.CutPrefix(line, "# "); ok {
			title = strings.TrimSpace(head)
		} else {
			b.WriteString(line)
		}
	}
	return title, strings.TrimSpace(b.String()), want
}

// describe returns the quotes of a as a case writes them.
func describe(a *model.Article) string {
	var b strings.Builder
	for i := range a.Quotes {
		q := &a.Quotes[i]
		speaker := "nobody"
		if e := a.Speaker(q); e != nil {
			speaker = e.Name
		}
		fmt.Fprintf(&b, "> %s %s = %s", q.Kind, a.Quoted(q), speaker)
		if !q.To.Empty() {
			fmt.Fprintf(&b, " to %s", q.To.In(a.Text))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
