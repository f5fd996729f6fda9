package source

import (
	"path/filepath"
	"strings"

	"reader/model"
)

// format is one way in which articles are written down.
type format struct {
	// is reports whether data, the content of the file at path, is of this format: by what it says of itself, else by
	// the ending of the path.
	is   func(path string, data []byte) bool
	read func(path string, data []byte) ([]*model.Article, error)
}

// formats returns all formats. The first that data is of reads it; the last takes everything.
func formats() []format {
	return []format{
		{isFeed, readFeed},
		{func(string, []byte) bool { return true }, readText},
	}
}

// formatOf returns the format of data, the content of the file at path.
func formatOf(path string, data []byte) format {
	all := formats()
	for _, f := range all[:len(all)-1] {
		if f.is(path, data) {
			return f
		}
	}
	return all[len(all)-1]
}

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
