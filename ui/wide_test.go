package ui

import (
	"fmt"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/ui/shot"
)

// Text that is wide, joined of several characters, or written from right to left.

// script is a way to write: who says what in it, and some of it that is looked for.
type script struct {
	name, who, words, hit string
}

func scripts() []script {
	return []script{
		{"Han", "王小明", "“这座大坝是全国最安全的大坝，”", "大坝"},
		{"kana", "田中花子", "“ダムはとても安全です。”", "ダム"},
		{"half-width kana", "ﾀﾅｶ ﾊﾅｺ", "“ﾀﾞﾑﾊ ｱﾝｾﾞﾝ”", "ｱﾝｾﾞﾝ"},
		{"Hangul", "김영희", "“이 댐은 안전합니다.”", "댐"},
		{"joined Hangul", "김영희", "“이 댐은 안전합니다.”", "안전"},
		{"combining marks", "Zoe\u0301 Mu\u0308ller", "“La digue est fe\u0302le\u0301e, et re\u0301pare\u0301e.”", "fe\u0302le\u0301e"},
		{"many marks on one letter", "Zed Mo\u0301\u0323\u0302r", "“It is cra\u0301\u0323\u0302\u0327cked.”", "cra\u0301\u0323\u0302\u0327cked"},
		{"Arabic", "ليلى حداد", "“السد آمن تمامًا اليوم”", "آمن"},
		{"Hebrew", "דוד לוי", "“הסכר בָּטוּחַ לגמרי”", "לגמרי"},
		{"Devanagari", "अनिल शर्मा", "“बाँध पूरी तरह सुरक्षित है”", "सुरक्षित"},
		{"Thai", "สมชาย ใจดี", "“เขื่อนนี้ปลอดภัยที่สุด”", "ปลอดภัย"},
		{"emoji", "Ann 👩‍👩‍👧", "“Dams are 🏗️ and 👍🏽 and 🇩🇪 too”", "👍🏽"},
	}
}

// written returns an article in s, in which the words of who stand in the middle of a long paragraph, with one of them in the title.
func written(t *testing.T, s script, path string) *model.Article {
	t.Helper()
	text := fmt.Sprintf("%s %s %s said. %s", strings.Repeat(strings.Trim(s.words, "“”")+" ", 3), s.words, s.who, strings.Repeat(strings.Trim(s.words, "“”")+" ", 9))
	return write(path, strings.Trim(s.words, "“”")+" · "+strings.Repeat(s.who+" ", 4), s.who+" "+s.who, "2026-04-01", text).
		names(model.Person, s.who, s.words).says(s.who, s.words, s.who, "said", 0.99).done(t)
}

// Every line of every frame is as wide as the screen (see check), whatever is written.
func TestEveryScriptFitsEverySize(t *testing.T) {
	all := make([]*model.Article, 0, len(scripts()))
	for i, s := range scripts() {
		all = append(all, written(t, s, fmt.Sprintf("%d.md", i)))
	}
	for _, at := range []size{{20, 5}, {27, 9}, {40, 10}, {57, 17}, {81, 24}, {120, 40}} {
		s := openWith(t, Options{}, at[0], at[1], results(all...))
		for range len(all) {
			s.press("2 n 3 j t j 1 2 i Esc p Esc c l j o h Esc v i Esc v y 1 j")
		}
		s.press("g s ↓ ↓ ↓ Tab Tab Enter v G 1 w ↓ Tab Esc F").enter("speaker:").press("↓ ↓ ↓ Esc =  Esc : ↓ Esc")
		for _, sc := range scripts() {
			s.press("1 /").enter(sc.words + sc.who).press("← ← ← Backspace → Esc f").enter(sc.words).press("Esc s").enter(sc.who).press("← Backspace Esc")
		}
	}
}

// The cells that are painted are those of the words, no more, no fewer, and no character is cut in two.
func TestMarksAreOnTheirCellsInEveryScript(t *testing.T) {
	for i, sc := range scripts() {
		t.Run(sc.name, func(t *testing.T) {
			for _, w := range []int{40, 61, 80, 140} {
				s := openWith(t, Options{}, w, 40, results(written(t, sc, fmt.Sprintf("%d.md", i)))).press("s Enter 2")
				if got, want := packed(s.inColour(s.m.theme.Speaker[0].Fg)), packed(sc.words); got != want {
					t.Errorf("at %d columns %q is in the speaker’s colour, want %q:\n%s", w, got, want, s.text())
				}
				s.press("/").enter(sc.hit).press("Enter")
				_, hits := s.m.article.Hits()
				if got, want := s.inHits(), strings.Repeat(packed(sc.hit), hits); got != want || hits < 13 {
					t.Errorf("at %d columns %d hits, marked: %q, want %q:\n%s", w, hits, got, want, s.text())
				}
			}
		})
	}
}

// Beside the words stand the initials with the bar, or alone, and a blank, in the article and in the quotes alone.
func TestInitialsHaveRoomInEveryScript(t *testing.T) {
	for i, sc := range scripts() {
		for view, at := range map[string]int{"2": 0, "v": 2} {
			s := openWith(t, Options{}, 100, 40, results(written(t, sc, fmt.Sprintf("%d.md", i)))).press("s Enter").press(view)
			bars := 0
			r := s.m.layout.Inside(ArticlePane)
			for _, row := range shot.Cells(s.m.View().Content, s.w, s.h)[r.Y : r.Y+r.H] {
				beside := textOf(row[r.X+at : r.X+at+4])
				if letters, bar := strings.CutSuffix(beside, "▌ "); bar && strings.TrimSpace(letters) != "" {
					if bars++; ansi.StringWidth(letters) != 2 {
						t.Errorf("%s: %q stands beside the words:\n%s", sc.name, beside, s.text())
					}
				}
			}
			if bars == 0 {
				t.Errorf("%s: no initials with a bar:\n%s", sc.name, s.text())
			}
		}
	}
}

func textOf(cells []uv.Cell) string {
	var out strings.Builder
	for _, c := range cells {
		out.WriteString(c.Content)
	}
	return out.String()
}

// A selection grows by what a terminal draws as one, or by more, and what is selected is what is marked.
func TestASelectionCutsNoCharacterInEveryScript(t *testing.T) {
	for i, sc := range scripts() {
		t.Run(sc.name, func(t *testing.T) {
			s := openWith(t, Options{}, 80, 40, results(written(t, sc, fmt.Sprintf("%d.md", i)))).press("2 c j j j j")
			text := s.m.article.Article().Text
			for range 12 {
				f, span := s.m.article.Selection()
				if f != model.Body {
					s.press("j o j o")
					continue
				}
				for _, at := range []uint32{span.Start, span.End} {
					if !drawnApart(text, int(at)) {
						t.Fatalf("the selection %q cuts a character", span.In(text))
					}
				}
				if got, want := packed(s.inSelection()), packed(span.In(text)); got != want {
					t.Errorf("marked: %q, selected: %q", got, want)
				}
				s.press("l")
			}
		})
	}
}

// drawnApart reports whether the characters before and after the byte at of text are drawn in cells of their own.
func drawnApart(text string, at int) bool {
	for end := 0; end < at; {
		g, _ := ansi.FirstGraphemeCluster(text[end:], ansi.GraphemeWidth)
		if end += len(g); end > at {
			return false
		}
	}
	return true
}

// packed returns text without blanks.
func packed(text string) string { return strings.Join(strings.Fields(text), "") }

// inStyle returns what stands in the article in one of the styles.
func (s *screen) inStyle(like func(uv.Style) bool) string {
	var out strings.Builder
	r := s.m.layout.Inside(ArticlePane)
	for _, row := range shot.Cells(s.m.View().Content, s.w, s.h)[r.Y : r.Y+r.H] {
		for _, cell := range row[r.X : r.X+r.W] {
			if like(cell.Style) {
				out.WriteString(cell.Content)
			}
		}
	}
	return packed(out.String())
}

func (s *screen) inHits() string {
	hit := s.m.theme.Hit.Bg
	return s.inStyle(func(st uv.Style) bool { return st.Bg != nil && st.Bg == hit || st.Attrs&uv.AttrReverse != 0 })
}

func (s *screen) inSelection() string {
	return s.inStyle(func(st uv.Style) bool { return st.Attrs&uv.AttrReverse != 0 })
}
