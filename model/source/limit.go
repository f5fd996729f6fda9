package source

import (
	"strings"
	"unicode/utf8"

	"reader/model/markdown"
)

// The caps on what the Markdown parser gets to see; its time grows with the square of each. All are far beyond what
// people write.
const (
	maxLine    = 64 << 10              // bytes of a line
	maxMarkers = markdown.MaxDepth + 8 // of quotes and items at the beginning of a line
	maxIndent  = 4 * maxMarkers        // blanks there
	maxOpeners = 500                   // brackets, backticks and tags in a paragraph
	maxColumns = 100                   // of a table
)

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
	for len(text) > maxLine {
		end := strings.LastIndexByte(text[:maxLine+1], '\n')
		if end < 0 {
			return true
		}
		text = text[end+1:]
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

// tame escapes what exceeds the caps, so that it is text to the Markdown parser.
func tame(text string) string {
	var out strings.Builder
	openers, done, at := 0, 0, 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			openers = 0
		}
		start := openers
		openers += countOpeners(line)
		if tamed := tameLine(line, start); tamed != line {
			out.WriteString(text[done:at])
			out.WriteString(tamed)
			done = at + len(line)
		}
		at += len(line)
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return out.String()
}

func isOpener(c byte) bool { return c == '[' || c == '`' || c == '<' }

func countOpeners(s string) int {
	return strings.Count(s, "[") + strings.Count(s, "`") + strings.Count(s, "<")
}

// tameLine escapes what is too much in a line whose paragraph has had openers already.
func tameLine(line string, openers int) string {
	content := strings.TrimLeft(line, " \t")
	if indent := len(line) - len(content); indent > maxIndent {
		line = line[indent-maxIndent:]
	}
	if at := excessMarker(line); at > 0 {
		line = line[:at] + `\` + line[at:]
	}
	if strings.Count(line, "|") > maxColumns && strings.Trim(line, "|:- \t\n>") == "" {
		line = strings.ReplaceAll(line, "|", `\|`)
	}
	if openers+countOpeners(line) <= maxOpeners {
		return line
	}
	out := make([]byte, 0, len(line)+len(line)/8)
	for i := range len(line) {
		if isOpener(line[i]) {
			if openers++; openers > maxOpeners && (i == 0 || line[i-1] != '\\') {
				out = append(out, '\\')
			}
		}
		out = append(out, line[i])
	}
	return string(out)
}

// excessMarker returns the place of the first mark of a quote or item at the beginning of line that is too deep, or 0.
func excessMarker(line string) int {
	markers := 0
	for i := range len(line) {
		switch c := line[i]; c {
		case ' ', '\t', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			continue
		case '-', '+', '*', '.', ')':
			if i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\t' {
				return 0
			}
		case '>':
		default:
			return 0
		}
		if markers++; markers > maxMarkers {
			if strings.Trim(line, "-* \t\n") == "" {
				return 0 // a rule
			}
			return i
		}
	}
	return 0
}
