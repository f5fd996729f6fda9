package library

import (
	"context"
	"io"
	"io/fs"

	"reader/model"
)

// Input is something that can be read as one article.
type Input struct {
	Path string // as shown and exported, not sanitised yet
	Open func() (io.ReadCloser, error)
}

// Problem is an input that could not be read. Its text is safe to show.
type Problem struct {
	Path string
	Err  error
}

// Error implements error: what failed, where, and what to do.
func (p *Problem) Error() string { return p.Path + ": " + p.Err.Error() }

// Result is one input, read: an article, or the problem with it.
type Result struct {
	Article *model.Article
	Problem *Problem
}

// Loader reads and analyses inputs on all processors and hands the results over in the order of the inputs.
type Loader struct{}

// Load starts to read paths, files and folders (recursively, in name order, hidden ones passed over); "-" is
// stdin. It does not block, and stops when ctx ends.
func Load(ctx context.Context, paths []string, stdin io.Reader) *Loader {
	_, _, _ = ctx, paths, stdin
	return &Loader{}
}

// LoadFS is Load for all files of fsys.
func LoadFS(ctx context.Context, fsys fs.FS) *Loader { _, _ = ctx, fsys; return &Loader{} }

// Next waits for results and returns them, at least one; false when all inputs were read or the context
// ended. Only one goroutine may call it at a time.
func (l *Loader) Next() ([]Result, bool) { return nil, false }

// Found returns how many inputs were found so far, and whether that is all of them. It is safe to call from
// any goroutine.
func (l *Loader) Found() (n int, all bool) { return 0, true }
