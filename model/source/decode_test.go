package source

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// utf16Bytes returns text as UTF-16 in an order.
func utf16Bytes(text string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// Whatever way a file was saved, the same article is read.
func TestEveryEncodingIsRead(t *testing.T) {
	const text = "Gates fall on the Vesk\n\n“They were old,” said Zoë Dvořák. It cost €3."
	const latin = "Gates fall on the Vesk\n\n“They were old,” said Zoë Dvorak. It cost €3."
	windows := strings.NewReplacer("“", "\x93", "”", "\x94", "ë", "\xeb", "€", "\x80").Replace(latin)
	for _, c := range []struct {
		name, data, want string
	}{
		{"UTF-8", text, text},
		{"UTF-8 with a byte order mark", "\ufeff" + text, text},
		{"UTF-16, little end first, with a mark", string(utf16Bytes("\ufeff"+text, binary.LittleEndian)), text},
		{"UTF-16, big end first, with a mark", string(utf16Bytes("\ufeff"+text, binary.BigEndian)), text},
		{"UTF-16, little end first", string(utf16Bytes(text, binary.LittleEndian)), text},
		{"UTF-16, big end first", string(utf16Bytes(text, binary.BigEndian)), text},
		{"Windows-1252", windows, latin},
		{"line ends of Windows", strings.ReplaceAll(text, "\n", "\r\n"), text},
		{"line ends of old Macs", strings.ReplaceAll(text, "\n", "\r"), text},
		{"a final newline", text + "\n", text},
		{"one wrong byte", strings.Replace(text, "old", "o\xffld", 1), strings.Replace(text, "old", "o\ufffdld", 1)},
		{"line and paragraph separators", strings.Replace(text, "They were", "They\u2028were", 1), text},
		{"a bare carriage return", strings.Replace(text, "They were", "They\rwere", 1), strings.Replace(text, "They were", "They␍were", 1)},
		{"a zero byte", strings.Replace(text, "They were", "They \x00were", 1), strings.Replace(text, "They were", "They ␀were", 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, err := Read("a.txt", []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			a := articles[0]
			if got := a.Title + "\n\n" + a.Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
