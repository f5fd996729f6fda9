package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"reader/model"
	"reader/model/markdown"
)

// webAddress returns s as an address if s is one and leads to a page.
func webAddress(s string) (string, bool) {
	s = strings.Trim(strings.TrimSpace(s), "<>")
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") || strings.ContainsAny(s, " \n") {
		return "", false
	}
	return markdown.Address(s)
}

// identify returns what a is known by, wherever it is stored: the identifier it brought along, its address, else a
// hash of what it says.
func identify(a *model.Article, id string) string {
	if id != "" {
		return id
	}
	if a.URL != "" {
		address, _, _ := strings.Cut(a.URL, "#")
		return address
	}
	sum := sha256.Sum256([]byte(a.Title + "\x00" + a.Text))
	return hex.EncodeToString(sum[:12])
}
