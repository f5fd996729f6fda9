package fetch

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
)

// unpack returns body as it was before it was packed as header says.
func unpack(header http.Header, body io.Reader) (io.Reader, error) {
	switch packed := strings.ToLower(strings.TrimSpace(header.Get("Content-Encoding"))); packed {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		r, err := gzip.NewReader(body)
		if err != nil {
			return nil, fmt.Errorf("not packed with gzip, as it says: %w", err)
		}
		return r, nil
	case "br":
		return brotli.NewReader(body), nil
	case "deflate":
		return inflate(body)
	default:
		return nil, errPacked(packed)
	}
}

// inflate unpacks what is named deflate: zlib by the standard, but some servers send it bare.
func inflate(body io.Reader) (io.Reader, error) {
	b := bufio.NewReader(body)
	head, err := b.Peek(2)
	if err != nil || head[0]&0x0f != 8 || (int(head[0])<<8|int(head[1]))%31 != 0 {
		return flate.NewReader(b), nil
	}
	r, err := zlib.NewReader(b)
	if err != nil {
		return nil, fmt.Errorf("not packed with deflate, as it says: %w", err)
	}
	return r, nil
}
