package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reader/ui/intent"
)

// No sentence in the sources of the screen has a key in it, as what is bound may be something else, but for Enter, Tab and Esc in what is
// said where text is typed, as they always hold there.
func TestNoSentenceHasAKeyInIt(t *testing.T) {
	t.Parallel()
	typed := regexp.MustCompile(`^Enter |^Tab |^Type |^Esc goes back$|^edit the query|has ended. Enter goes back`)
	tells := regexp.MustCompile(keysTold())
	for sentence, is := range map[string]bool{
		"r ends this": true, "stops (Esc stops)": true, "! tells all": true, "so: ^p tells all": true, "As x is": true, "leave with q.": true,
		"a class of words": false, "on this": false, ", and ends": false,
	} {
		if tells.MatchString(sentence) != is {
			t.Errorf("%q tells of a key: %v", sentence, !is)
		}
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "linear": // has no keys
			return fs.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, err := strconv.Unquote(lit.Value)
				if err != nil || tells.MatchString(text) && !typed.MatchString(text) {
					t.Errorf("%s: %q %v", files.Position(lit.Pos()), text, err)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// keysTold returns what matches one of the built-in keys with what it does behind it, "r ends", or before it how, "with q", but for those that are words and marks
// of sentences, too.
func keysTold() string {
	var labels []string
	for _, g := range intent.New().All() {
		for _, b := range g.Bindings {
			for _, k := range b.Keys {
				if label := intent.Label(k); !slices.Contains([]string{"a", ",", ".", ":"}, label) {
					labels = append(labels, regexp.QuoteMeta(label))
				}
			}
		}
	}
	keys := "(" + strings.Join(labels, "|") + ")"
	return `(^|[ (])` + keys + ` [a-z]+s\b|\b(with|press) ` + keys + `($|[ .;:])`
}
