package shelf

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Version is an article as it was fetched once.
type Version struct {
	Path    string
	Fetched time.Time // zero if nothing tells
}

// stamp is the form of the name of an old version: when it was fetched.
const stamp = "20060102T150405Z"

// Versions returns all versions of the article that is in the file at path, the oldest first and the present one last; none
// if there are no older ones. It reads the names of a folder, and where there is one the file at path.
func Versions(path string) ([]Version, error) {
	name, ok := strings.CutSuffix(filepath.Base(path), article)
	if !ok {
		return nil, nil
	}
	folder := filepath.Join(filepath.Dir(path), versions, name)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the older versions of %s could not be read: %w", path, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("it could not be read when %s was fetched: %w", path, err)
	}
	var olds []old
	for _, e := range entries {
		if o, ok := oldOf(e.Name()); ok {
			o.Path = filepath.Join(folder, e.Name())
			olds = append(olds, o)
		}
	}
	if len(olds) == 0 {
		return nil, nil
	}
	slices.SortFunc(olds, func(a, b old) int { return cmp.Or(a.Fetched.Compare(b.Fetched), cmp.Compare(a.number, b.number)) })
	out := make([]Version, 0, len(olds)+1)
	for _, o := range olds {
		out = append(out, o.Version)
	}
	return append(out, Version{path, readMark(data).Fetched}), nil
}

// old is an old version. Of those that were fetched in one second, number tells the order.
type old struct {
	Version
	number int
}

// oldOf returns what the name of a file tells of the old version in it; false if there is none in it.
func oldOf(name string) (old, bool) {
	name, ok := strings.CutSuffix(name, article)
	if !ok {
		return old{}, false
	}
	at, number, several := strings.Cut(name, "-")
	fetched, err := time.Parse(stamp, at)
	o := old{Version{Fetched: fetched}, 1}
	if several && err == nil {
		o.number, err = strconv.Atoi(number)
	}
	return o, err == nil
}
