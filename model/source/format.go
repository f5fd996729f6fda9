package source

import (
	"path/filepath"
	"strings"
)

// isMarkdown reports whether the file at path holds Markdown: by its name, else by strong signs alone. A line
// that begins with a dash or blanks is none.
func isMarkdown(path, text string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return true
	}
	for line := range strings.SplitSeq(text, "\n") {
		if hasSign(line) {
			return true
		}
	}
	return false
}

// hasSign reports whether line has something that is written in Markdown only.
func hasSign(line string) bool {
	if level := len(line) - len(strings.TrimLeft(line, "#")); 0 < level && level <= 6 && strings.HasPrefix(line[level:], " ") {
		return strings.TrimLeft(line[level:], " ") != ""
	}
	if strings.Contains(line, `\$`) || strings.Contains(line, "<https://") || strings.Contains(line, "<http://") {
		return true
	}
	_, rest, ok := strings.Cut(line, "**")
	bold, _, closed := strings.Cut(rest, "**")
	return ok && closed && bold != "" && bold == strings.TrimSpace(bold) && strings.Trim(bold, "*") != ""
}
