package library

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"reader/model/cache"
	"reader/model/correct"
	"reader/model/nlp"
	"reader/model/source"
)

// maxFile is the size in bytes of the largest file that is read.
const maxFile = source.MaxSize

// What can be wrong with an input.
var (
	errTooLarge = errors.New("larger than 16 MiB, which no article is; split it into one file an article")
	errEmpty    = errors.New("the file is empty")
	errMissing  = errors.New("there is no such file or folder")
	errDenied   = errors.New("you may not read it; see its permissions")
	errPipe     = errors.New("a named pipe, which could wait for ever; give it to standard input instead: reader - < FILE")
	errSocket   = errors.New("a socket, not a file")
	errDevice   = errors.New("a device, not a file")
	errLoop     = errors.New("a symbolic link that leads back to where it stands")
	errDangling = errors.New("a symbolic link to something that is not there")
)

// reader reads as its options say. What it has to do article by article is done by all hands that are free.
type reader struct {
	Options
	hands hands
}

// read reads and analyses the articles of one input, and corrects them. Whatever goes wrong, a panic included, is the
// problem of that input.
func (r *reader) read(in Input) (rd Reading) {
	path := shown(in.Path)
	rd.Stamp = in.stamp
	if in.named {
		rd.Path = in.Path
	}
	defer func() {
		if p := recover(); p != nil {
			rd.Problem = problem(path, fmt.Errorf("reading it failed in the program, not in the file (%v); please report it", p))
		}
	}()
	if in.problem != nil {
		rd.Problem = problem(path, in.problem)
		return rd
	}
	data, err := content(in)
	if err == nil {
		rd.Results, err = r.analysed(path, data)
	}
	if err != nil {
		rd.Problem = problem(path, err)
	}
	r.hands.each(len(rd.Results), func(i int) {
		res := &rd.Results[i]
		if corrections := r.Log.Of(res.Article.ID); len(corrections) > 0 {
			res.Key, res.Unplaced = 0, correct.Apply(res.Article, corrections)
		}
		res.learnt = learn(res.Article)
	})
	return rd
}

// analysed returns the articles in data, the content of the file at path, from the store if it has them.
func (r *reader) analysed(path string, data []byte) ([]Result, error) {
	c := cache.ContentOf(path, data)
	if stored := r.stored(path, c); stored != nil {
		return stored, nil
	}
	articles, err := source.Read(path, data)
	results := make([]Result, len(articles))
	r.hands.each(len(articles), func(i int) {
		nlp.Analyze(articles[i])
		results[i].Article = articles[i]
	})
	if err == nil {
		for i, key := range r.Store.Put(c, articles) {
			results[i].Key = key
		}
	}
	return results, err
}

// stored returns the articles that were read from c, if the store has them all.
func (r *reader) stored(path string, c cache.Content) []Result {
	keys := r.Store.Find(c)
	if len(keys) == 0 {
		return nil
	}
	results := make([]Result, len(keys))
	for i, key := range keys {
		a, err := r.Store.Fetch(key)
		if err != nil {
			return nil
		}
		_, item, several := strings.Cut(filepath.Base(a.Path), "#")
		if a.Path = path; several && len(keys) > 1 {
			a.Path += "#" + item
		}
		results[i] = Result{Article: a, Key: key}
	}
	return results
}

// shown returns path as it is safe to show, on one line.
func shown(path string) string { return strings.ReplaceAll(source.Sanitize(path), "\n", "␊") }

// problem says that the input at path could not be read because of err. The path stands in front of every problem, so
// it is taken out of err.
func problem(path string, err error) *Problem {
	says := source.SanitizeLine(plain(err).Error())
	says = strings.TrimPrefix(says, source.SanitizeLine(path)+": ")
	return &Problem{Path: path, Err: errors.New(says)}
}

// content returns the bytes of in, of which there must be some, but not too many.
func content(in Input) ([]byte, error) {
	if in.stamp.Size > maxFile {
		return nil, errTooLarge
	}
	f, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	var buf bytes.Buffer
	buf.Grow(int(in.stamp.Size) + bytes.MinRead)
	if _, err := buf.ReadFrom(io.LimitReader(f, maxFile+1)); err != nil {
		return nil, fmt.Errorf("it could be opened, but not read: %w", err)
	}
	switch {
	case buf.Len() > maxFile:
		return nil, errTooLarge
	case buf.Len() == 0:
		return nil, errEmpty
	}
	return buf.Bytes(), nil
}

// plain returns err in the reader's words, without the path, which stands in front of it already.
func plain(err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errMissing
	case errors.Is(err, fs.ErrPermission):
		return errDenied
	case errors.As(err, &at):
		return at.Err
	}
	return err
}
