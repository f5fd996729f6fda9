package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// sample is how much of a file is looked at to tell what it is.
const sample = 8 << 10

// decode returns data as UTF-8 without a byte order mark and with "\n" for line ends. It understands UTF-8,
// UTF-16 and Windows-1252; bytes that are invalid in otherwise good UTF-8 stay for Sanitize. The error is
// ErrBinary.
func decode(data []byte) (string, error) {
	if kind := binaryKind(data); kind != "" {
		return "", fmt.Errorf("%w: it looks like %s", ErrBinary, kind)
	}
	var text string
	switch order := utf16Order(data); {
	case order != nil:
		text = decodeUTF16(data, order)
	case isBinary(data):
		return "", ErrBinary
	case isUTF8(data):
		text = string(bytes.TrimPrefix(data, []byte("\uFEFF")))
	default:
		out, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("%w: %w", ErrBinary, err)
		}
		text = string(out)
	}
	return unixLines(text), nil
}

// unixLines makes "\n" of the ends of lines: of "\r\n", and of "\r" in a text without any "\n", as old Macs wrote it.
// Other bare "\r" stay, for Sanitize to show them.
func unixLines(text string) string {
	if !strings.Contains(text, "\n") {
		return strings.ReplaceAll(text, "\r", "\n")
	}
	return strings.ReplaceAll(text, "\r\n", "\n")
}

// binaryKind names what data is by its first bytes, or returns "".
func binaryKind(data []byte) string {
	for _, magic := range []struct{ prefix, kind string }{
		{"%PDF-", "a PDF; convert it to text first"},
		{"PK\x03\x04", "a zip archive or an office document; unpack or convert it first"},
		{"\x1f\x8b", "gzip; unpack it first"},
		{"\x89PNG", "a picture"},
		{"\xff\xd8\xff", "a picture"},
		{"GIF8", "a picture"},
		{"\x7fELF", "a program"},
		{"SQLite format 3\x00", "a database"},
	} {
		if bytes.HasPrefix(data, []byte(magic.prefix)) {
			return magic.kind
		}
	}
	return ""
}

// isBinary reports whether data can't be text: too many control characters, or zeros in what is not UTF-8.
func isBinary(data []byte) bool {
	head := data[:min(len(data), sample)]
	controls := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f' || c == 0x7f {
			controls++
		}
	}
	if bytes.IndexByte(head, 0) >= 0 && !isUTF8(data) {
		return true
	}
	return controls >= 16 && controls*10 > len(head)
}

// isUTF8 reports whether data is UTF-8, perhaps with some damage: no more invalid bytes than good sequences.
func isUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return bad <= good
}

// utf16Order returns the byte order of UTF-16, or nil if data is no UTF-16. Without a byte order mark it must be
// mostly Latin, with its zeros all on one side.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	head := data[:min(len(data), sample)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch pairs := len(head) / 2; {
	case pairs < 4:
	case zeros[0] == 0 && zeros[1]*4 > pairs*3:
		return binary.LittleEndian
	case zeros[1] == 0 && zeros[0]*4 > pairs*3:
		return binary.BigEndian
	}
	return nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	return string(utf16.Decode(units))
}
