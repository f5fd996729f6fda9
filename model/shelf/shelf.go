// Package shelf keeps the articles that were fetched as files that anybody can read: Markdown with front matter, beside
// it the original, and in a hidden folder the versions that were there before.
//
//	2026-11-24-harbour-stays-shut-3f9a1c0b7d42.md
//	2026-11-24-harbour-stays-shut-3f9a1c0b7d42.original
//	.versions/2026-11-24-harbour-stays-shut-3f9a1c0b7d42/20261124T081500Z.md
//	.versions/2026-11-24-harbour-stays-shut-3f9a1c0b7d42/20261124T081500Z.original
//
// The files are all there is: what is on a shelf is told by their names and what stands in them.
package shelf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"reader/model"
	"reader/model/disk"
)

// The endings of files, and where old versions are.
const (
	article  = ".md"
	original = ".original" // which is not read as an article
	versions = ".versions"
)

const (
	keySize  = 12 // of the part of a name that tells the ID, in characters
	slugSize = 60 // of the part that tells the title, in bytes
)

// Shelf is a folder of articles. One goroutine at a time may use it, and one program: see Lock.
type Shelf struct {
	folder string
	names  map[string]string // of files without their ending, by the key of the article's ID
	batch  disk.Batch        // what is kept and not in its place yet
}

// maxBatch is how many files may wait to be put in their places.
const maxBatch = 64

// Lock keeps other programs from the shelf in folder until unlock is called. The error is disk.ErrHeld or a *disk.Error.
func Lock(folder string, patience time.Duration) (unlock func(), err error) {
	return disk.Lock(filepath.Join(folder, ".lock"), patience)
}

// Open returns the shelf in folder, which need not be there yet. It costs one reading of the folder's names.
func Open(folder string) (*Shelf, error) {
	s := &Shelf{folder: folder, names: map[string]string{}}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the articles in %s could not be read: %w", folder, err)
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), article); ok && len(name) > keySize && name[0] != '.' {
			s.names[name[len(name)-keySize:]] = name
		}
	}
	return s, nil
}

// Item is an article to be kept.
type Item struct {
	Article  *model.Article
	Original []byte // what it was made from; nil: there is nothing but it
	Mark
}

// Mark is what a file has in its front matter for the shelf alone.
type Mark struct {
	Fetched time.Time
	Hash    string // see Hash
	Full    bool   // the text is that of the article's page, and what it came from had a part of it
}

// Outcome says what became of an item.
type Outcome uint8

// The outcomes.
const (
	New Outcome = iota
	Changed
)

// Hash returns what tells whether an article is the one that is kept: it is the same while everything that people read
// of it is.
func Hash(a *model.Article) string {
	h := sha256.New()
	for _, part := range append([]string{a.Title, a.URL, a.Published.String(), a.Markdown}, a.Authors...) {
		_, _ = fmt.Fprintf(h, "%d:%s", len(part), part) // never fails
	}
	return hex.EncodeToString(h.Sum(nil)[:keySize])
}

// Path returns where the article of that ID is kept, "" if it is not.
func (s *Shelf) Path(id string) string {
	if name := s.names[key(id)]; name != "" {
		return filepath.Join(s.folder, name+article)
	}
	return ""
}

// Kept returns the mark of the article of that ID, false if it is not kept.
func (s *Shelf) Kept(id string) (Mark, bool) {
	path := s.Path(id)
	if path == "" {
		return Mark{}, false
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Mark{}, false // what can't be read is written anew
	}
	return readMark(data), true
}

// Keep keeps item, and the version that was there before, by the next Flush at the latest. It is done at once or not at
// all. An ID may be given once until then. The error is a *disk.Error.
func (s *Shelf) Keep(item Item) (Outcome, error) {
	id := key(item.Article.ID)
	outcome := Changed
	name := s.names[id]
	if name == "" {
		outcome, name = New, nameOf(item)
	} else if err := s.putAway(name); err != nil {
		return 0, err
	}
	if item.Original != nil {
		if err := s.batch.Write(filepath.Join(s.folder, name+original), item.Original); err != nil {
			return 0, err
		}
	}
	if err := s.batch.Write(filepath.Join(s.folder, name+article), render(item)); err != nil {
		return 0, err
	}
	s.names[id] = name
	if s.batch.Len() >= maxBatch {
		return outcome, s.Flush()
	}
	return outcome, nil
}

// Flush waits until all that was kept is on the disk. The error is a *disk.Error.
func (s *Shelf) Flush() error { return s.batch.Commit() }

// putAway copies the article called name, and its original, to the old versions, unless that was done already before a
// crash: the article is copied last, so that where it is, the original is, too.
func (s *Shelf) putAway(name string) error {
	data, err := os.ReadFile(filepath.Join(s.folder, name+article))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the version before could not be read: %w", err)
	}
	to, done := versionPath(filepath.Join(s.folder, versions, name), data)
	if done {
		return nil
	}
	old, err := os.ReadFile(filepath.Join(s.folder, name+original))
	if err == nil {
		if err := s.batch.Write(to+original, old); err != nil {
			return err
		}
	}
	return s.batch.Write(to+article, data)
}

// versionPath returns where in folder the version data goes, without the ending, and whether it is there already. Its
// name is when it was fetched.
func versionPath(folder string, data []byte) (path string, done bool) {
	first := filepath.Join(folder, readMark(data).Fetched.UTC().Format(stamp))
	for path, n := first, 2; ; path, n = first+"-"+strconv.Itoa(n), n+1 {
		kept, err := os.ReadFile(path + article)
		if err != nil {
			return path, false
		}
		if bytes.Equal(kept, data) {
			return path, true
		}
	}
}

// key returns the part of a file's name that tells the ID of its article.
func key(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:keySize/2])
}

// nameOf returns the name of the file of an item, without the ending.
func nameOf(item Item) string {
	day := item.Article.Published.Time
	if day.IsZero() {
		day = item.Fetched
	}
	title := Slug(item.Article.Title)
	if title == "" {
		title = "untitled"
	}
	return day.Format(time.DateOnly) + "-" + title + "-" + key(item.Article.ID)
}

// Slug returns s as part of a file's name: the letters and digits of its first words, in lower case and without
// accents, joined by "-"; "" if there are none.
func Slug(s string) string {
	var out strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			out.WriteRune(unicode.ToLower(r))
			gap = false
		case unicode.Is(unicode.M, r), r == '\'', r == '’':
		default:
			gap = true
		}
		if out.Len() >= slugSize {
			break
		}
	}
	return out.String()
}
