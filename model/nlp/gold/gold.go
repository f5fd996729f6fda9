// Package gold reads the annotated news of ../testdata/news, which trains the analysis and tests it. The
// format and what is marked are told there, in STYLE.md.
package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"reader/model"
)

// Article is one annotated article.
type Article struct {
	Path   string
	Fields map[string]string // of the header, but for the title: outlet, style, beat, region
	Text   string            // the title, an empty line, the body with an empty line between paragraphs
	BodyAt uint32            // where the body begins in Text
	Names  []Name            // by place; none lies in another
	Words  []Words           // roles and other words for somebody, by place
	Quotes []Quote           // by place; a quote may lie in another
	Read   bool              // for its quotes: Quotes has all of them
	Drafts []Draft           // the quotes of an article that was not read for them, by place
}

// Name is a marked name. Its span is in Text.
type Name struct {
	Span model.Span
	Type model.EntityType
	Key  string // the same for all names of one person or thing in the article; "" for types that need none
}

// Words are a role, or words that refer to somebody who is named elsewhere or never.
type Words struct {
	Span model.Span
	Role bool
	Key  string
}

// Draft is a quote as it was marked while the article was written: some are missing.
type Draft struct {
	Spans []model.Span // its parts, by place
	Kind  model.QuoteKind
	Key   string // of the speaker; "?" if the article does not tell
}

// Title returns the title of a.
func (a *Article) Title() string { return a.Text[:a.BodyAt-2] }

// Body returns the body of a.
func (a *Article) Body() string { return a.Text[a.BodyAt:] }

// Held reports whether a belongs to the kept tenth, from which nothing is learned.
func (a *Article) Held() bool { return strings.HasPrefix(filepath.Base(a.Path), "held-") }

// ReadDir returns the articles of a folder by name.
func ReadDir(dir string) ([]*Article, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("annotated news: %w", err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("annotated news: no *.txt in %s", dir)
	}
	out := make([]*Article, 0, len(paths))
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("annotated news: %w", err)
		}
		a, err := Parse(path, string(data))
		if err != nil {
			return nil, err
		}
		if err := a.readQuotes(); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// readQuotes reads the file of a's quotes, if there is one.
func (a *Article) readQuotes() error {
	path := strings.TrimSuffix(a.Path, ".txt") + ".quotes"
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("annotated news: %w", err)
	}
	return a.ReadQuotes(path, string(data))
}
