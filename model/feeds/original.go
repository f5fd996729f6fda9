package feeds

import (
	"bytes"
	"encoding/json"
)

// originalsOf returns the items of the feed in data as they stand there. It looks at nothing but the names of tags, so
// that it works in any encoding that has ASCII in it; of a feed in another it returns none. It costs one pass.
func originalsOf(data []byte) [][]byte {
	if trimmed := bytes.TrimLeft(data, " \t\r\n\xef\xbb\xbf"); bytes.HasPrefix(trimmed, []byte("{")) {
		var feed struct {
			Items []json.RawMessage `json:"items"`
		}
		if json.Unmarshal(trimmed, &feed) != nil {
			return nil
		}
		out := make([][]byte, len(feed.Items))
		for i, raw := range feed.Items {
			out[i] = raw
		}
		return out
	}
	return elementsOf(data)
}

// elementsOf returns the elements called item or entry, the outermost ones.
func elementsOf(data []byte) [][]byte {
	var out [][]byte
	start, at := -1, 0
	for {
		next := bytes.IndexByte(data[at:], '<')
		if next < 0 {
			return out
		}
		at += next
		size, name := markup(data[at:])
		switch {
		case size == 0:
			return out
		case name == "" && start < 0 && isItemTag(data[at+1:at+size]):
			start = at
		case name != "" && start >= 0 && isItemTag([]byte(name+">")):
			out = append(out, data[start:at+size])
			start = -1
		}
		at += size
	}
}

// markup returns the size of the markup at the beginning of data, 0 if it does not end, and of an end tag the name.
func markup(data []byte) (size int, ends string) {
	for _, m := range [...]struct{ begin, end string }{{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}} {
		if bytes.HasPrefix(data, []byte(m.begin)) {
			at := bytes.Index(data, []byte(m.end))
			if at < 0 {
				return 0, ""
			}
			return at + len(m.end), ""
		}
	}
	at := bytes.IndexByte(data, '>')
	if at < 0 {
		return 0, ""
	}
	if bytes.HasPrefix(data, []byte("</")) {
		ends = string(bytes.TrimSpace(data[2:at]))
	}
	return at + 1, ends
}

// isItemTag reports whether tag, from behind its "<", begins an item, whatever its prefix.
func isItemTag(tag []byte) bool {
	end := bytes.IndexAny(tag, " \t\r\n>")
	if end < 0 {
		return false
	}
	name := tag[bytes.IndexByte(tag[:end], ':')+1 : end]
	return string(name) == "item" || string(name) == "entry"
}
