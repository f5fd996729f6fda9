package ui

import (
	"net/url"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
	"reader/model/nlp"
	"reader/model/source"
)

// FuzzFrame holds the rule of safety over the whole way from bytes to the screen: a frame has printable text, line
// ends, styles, and links to the web or to mail; it has as many lines as the screen, each as wide as it.
func FuzzFrame(f *testing.F) {
	for _, s := range []string{
		"", "# Title\n\nText, “she” said.", "---\ntitle: \"\x1b]52;c;aGk=\a\"\n---\nA\x1b[31mB\u009b2J",
		"# a\u202eb\n\n&#27;]0;x&#7; [link](http://a.example/%1b) <javascript:x>\n\n| a | b |\n|---|---|\n| 1 | 2 |",
		"\xff\xfeh\x00i\x00", "東京 e\u0301\u0301 👩‍👩‍👧 \u200b\u00ad x\ty\r\nz\rw",
		"By Ann Lee\n\nANKARA — “No,” Ann Lee said. Bo Osk \x07told \x9d8;;file:///etc Lee he would.",
		"---\ntitle: x\npublisher: \"\\e[2J\"\nlanguage: \"\\x07\"\ndate: 2026-01-01\n---\n> q\n\n- i\n\n```\ncode \x1b\n```",
		"[mail](mailto:a@b.example) ![pic](x.png \"t\x1b\") <https://x.example/\u202e>", "﷽𒐫꧅ \U000e0041\U000e007f",
		"---\ntitle: x\n\xe0ublisher: y\nlanguage: \"\\x07\"\n---\nWhat is wrong with its head is told on several lines.",
	} {
		f.Add([]byte(s), "j n v e t s")
	}
	f.Fuzz(func(t *testing.T, data []byte, keys string) {
		articles, err := source.Read("x.md", data)
		read := library.Reading{Path: "x.md"}
		if err != nil {
			read.Problem = &library.Problem{Path: "x.md", Err: err}
		}
		for _, a := range articles {
			nlp.Analyze(a)
			read.Results = append(read.Results, library.Result{Article: a})
		}
		s := openWith(t, Options{State: longAgo(t), Feeds: delivers()}, 80, 24, []library.Reading{read})
		typed := strings.Fields(keys)
		typed = append(typed[:min(len(typed), 8)], "n", "i", "Esc", "=", "j", "Enter", "V", "Esc", "n", "c", "Esc", "3", "i", "Esc", "t", "a", "Esc", "A", "Esc", "t", "2", "G", "c", "j", "o", "w", "k", "Enter", "x", "Esc", "Esc", "v", "c", "Esc", "G", "i", "Esc", "s", "Tab", "Esc", "!", "Esc", "m", "*", "M", "Esc", ".", "U", "w", "↓", "Tab", "x", "Esc", "L", "↓", "Enter", "f", "Tab", "Esc", "f", "x", "Enter", "S", "↓", "Enter", "3", "p", "j", "t", "G", "Enter", "Esc", "Esc", "3", "n", "n", "T", "T", "Enter", "Esc", "p", "R", "!", "Enter", "?", "/", "q", "Esc", "Esc", "2", ";", "a", "Esc", "Esc", "G", ";", "Y", "s", "Esc", ":", "z", "o", "Enter", "U", "^o", "y", "Y", "C", "x", "Enter", "n", "C", "y", "Enter", "E", "Tab", "Esc", "v", "|", "<", "Enter", "Esc", "?")
		sizes := []size{{80, 24}, {130, 40}, {40, 10}, {22, 6}, {100, 12}}
		for i, k := range typed {
			s.send(keyOf(k))
			at := sizes[i%len(sizes)]
			s.send(tea.WindowSizeMsg{Width: at[0], Height: at[1]})
			if err := allowed(s.m.View().Content); err != "" {
				t.Fatalf("after %s at %v: %s", k, at, err)
			}
		}
	})
}

// allowed returns what is wrong with a frame, or "".
func allowed(frame string) string {
	var state byte
	parser := ansi.NewParser()
	for len(frame) > 0 {
		seq, w, n, next := ansi.DecodeSequence(frame, state, parser)
		state, frame = next, frame[n:]
		switch {
		case seq == "\n":
		case strings.HasPrefix(seq, "\x1b["):
			if strings.Trim(seq[2:], "0123456789;:") != "m" {
				return "a control sequence " + quoted(seq)
			}
		case strings.HasPrefix(seq, "\x1b]8;"):
			if !isLink(seq) {
				return "a link " + quoted(seq)
			}
		case w == 0 && !joins(seq):
			return "something that does not print: " + quoted(seq)
		default:
			if i := strings.IndexFunc(seq, hidden); i >= 0 {
				return "a character that does not print: " + quoted(seq)
			}
		}
	}
	return ""
}

func quoted(s string) string {
	return strings.ToValidUTF8(strings.Trim(strings.ReplaceAll(s, "\x1b", "␛"), "\n"), "?")
}

// joins reports whether s is nothing but marks that join what stands before.
func joins(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.In(r, unicode.M, unicode.Cf, unicode.Lo) }) < 0
}

// hidden reports whether r may not be in a frame: controls, and what changes the direction of text.
func hidden(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u2028' || r == '\u2029'
}

// isLink reports whether seq begins a link to the web or to mail, or ends one.
func isLink(seq string) bool {
	body := strings.TrimSuffix(strings.TrimSuffix(seq, "\a"), "\x1b\\")
	_, target, ok := strings.Cut(strings.TrimPrefix(body, "\x1b]8;"), ";")
	if !ok || target == "" {
		return ok
	}
	u, err := url.Parse(target)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto") &&
		strings.IndexFunc(target, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}
