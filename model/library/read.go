package library

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

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

// read reads and analyses the articles of one input, and corrects them as log says. Whatever goes wrong, a panic
// included, is the problem of that input, and the last of the results.
func read(in Input, log *correct.Log) (results []Result) {
	path := shown(in.Path)
	defer func() {
		if p := recover(); p != nil {
			results = append(results, failed(path, fmt.Errorf("reading it failed in the program, not in the file (%v); please report it", p)))
		}
	}()
	if in.problem != nil {
		return []Result{failed(path, in.problem)}
	}
	data, err := content(in)
	if err != nil {
		return []Result{failed(path, err)}
	}
	articles, err := source.Read(path, data)
	for _, a := range articles {
		nlp.Analyze(a)
		results = append(results, Result{Article: a, Unplaced: correct.Apply(a, log.Of(a.ID))})
	}
	if err != nil {
		results = append(results, failed(path, err))
	}
	return results
}

// shown returns path as it is safe to show, on one line.
func shown(path string) string { return strings.ReplaceAll(source.Sanitize(path), "\n", "␊") }

// failed returns the result of the input at path that could not be read because of err. The path stands in
// front of every problem, so it is taken out of err.
func failed(path string, err error) Result {
	says := source.SanitizeLine(plain(err).Error())
	says = strings.TrimPrefix(says, source.SanitizeLine(path)+": ")
	return Result{Problem: &Problem{Path: path, Err: errors.New(says)}}
}

// content returns the bytes of in, of which there must be some, but not too many.
func content(in Input) ([]byte, error) {
	if in.size > maxFile {
		return nil, errTooLarge
	}
	f, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	var buf bytes.Buffer
	buf.Grow(int(in.size) + bytes.MinRead)
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
