package source

import (
	"strings"
	"unicode/utf8"
)

// maxLine is the length of the longest line that is read as one, in bytes.
const maxLine = 64 << 10

// splitLines breaks lines that are longer than maxLine into paragraphs, at a blank where there is one.
func splitLines(text string) (short string, cut bool) {
	if !hasLongLine(text) {
		return text, false
	}
	var out strings.Builder
	out.Grow(len(text) + len(text)/maxLine*2)
	for line := range strings.Lines(text) {
		for len(line) > maxLine {
			end := cutAt(line[:maxLine])
			out.WriteString(line[:end])
			out.WriteString("\n\n")
			line = line[end:]
		}
		out.WriteString(line)
	}
	return out.String(), true
}

func hasLongLine(text string) bool {
	for line := range strings.Lines(text) {
		if len(line) > maxLine {
			return true
		}
	}
	return false
}

// cutAt returns where to cut a line: behind the last blank of its second half, else before its last character.
func cutAt(line string) int {
	if at := strings.LastIndexByte(line, ' '); at > len(line)/2 {
		return at + 1
	}
	end := len(line) - 1
	for end > 1 && !utf8.RuneStart(line[end]) {
		end--
	}
	return end
}
