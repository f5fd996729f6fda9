package source

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path/filepath"
	"strings"

	"reader/model"
)

// maxParts is how deep the parts of a MIME message may be nested.
const maxParts = 32

// errNoPage says that a saved page holds none.
var errNoPage = fmt.Errorf("%w: the archive holds no page of HTML", ErrEmpty)

// isMHTML reports whether data is a page that a browser saved as MHTML: by how it begins, else by the ending of the path.
func isMHTML(path string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".mht", ".mhtml":
		return binaryKind(data) == ""
	}
	first, _, _ := bytes.Cut(bytes.TrimLeft(data[:min(len(data), sample)], "\r\n"), []byte("\n"))
	key, _, ok := bytes.Cut(first, []byte(":"))
	if !ok || bytes.ContainsAny(key, " \t<") {
		return false // most files are something else, and known by their first line
	}
	head := strings.ToLower(string(data[:min(len(data), sample)]))
	return strings.Contains(head, "multipart/related") &&
		(strings.Contains(head, "snapshot-content-location:") || strings.Contains(head, "<saved by ")) // unlike mail
}

// readMHTML reads the article of a page that was saved as MHTML.
func readMHTML(path string, data []byte) ([]*model.Article, error) {
	r := textproto.NewReader(bufio.NewReader(bytes.NewReader(bytes.TrimLeft(data, "\r\n"))))
	header, headerErr := r.ReadMIMEHeader()
	if header.Get("Content-Type") == "" {
		return readHTML(path, data) // a page by another name
	}
	root, err := findPage(header, r.R, 0)
	if err != nil {
		return nil, err
	}
	damaged := root.broken || headerErr != nil && !errors.Is(headerErr, io.EOF)
	text, err := decodeHTML(root.data, root.mimeType)
	if err != nil {
		return nil, err
	}
	location := root.location
	if location == "" {
		location, _ = webAddress(header.Get("Snapshot-Content-Location"))
	}
	articles, err := readPage(path, text, location)
	if err == nil && damaged {
		note(articles[0], "The file breaks off or is damaged; what could be read of it is here.")
	}
	return articles, err
}

// note adds a notice to what stands at the beginning of a.
func note(a *model.Article, text string) {
	a.Furniture = append([]model.Furniture{{Kind: model.Notice, Text: text}}, a.Furniture...)
}

// part is the page in a MIME message.
type part struct {
	data     []byte
	mimeType string
	location string // the address from which it was saved, or ""
	broken   bool   // whether data ends before the page does
}

// findPage returns the first part that is HTML of the one with this header and body, which is nested so deep.
func findPage(header textproto.MIMEHeader, body io.Reader, depth int) (*part, error) {
	mimeType := header.Get("Content-Type")
	kind, params, err := mime.ParseMediaType(mimeType)
	if err != nil {
		kind, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(mimeType)), ";")
	}
	switch {
	case kind == "text/html" || kind == "application/xhtml+xml":
		data, err := io.ReadAll(decodeTransfer(header.Get("Content-Transfer-Encoding"), body))
		location, _ := webAddress(header.Get("Content-Location"))
		return &part{data: data, mimeType: mimeType, location: location, broken: err != nil}, nil
	case !strings.HasPrefix(kind, "multipart/") || params["boundary"] == "":
		return nil, errNoPage
	case depth == maxParts:
		return nil, fmt.Errorf("%w: its parts are nested more than %d deep", ErrBinary, maxParts)
	}
	parts := multipart.NewReader(body, params["boundary"])
	for {
		p, err := parts.NextRawPart()
		if err != nil { // the end, or nothing more that can be read
			return nil, errNoPage
		}
		if page, err := findPage(p.Header, p, depth+1); !errors.Is(err, errNoPage) {
			return page, err
		}
	}
}

// decodeTransfer returns what body holds once the encoding for its transfer is undone.
func decodeTransfer(name string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
