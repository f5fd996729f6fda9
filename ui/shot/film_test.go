package shot

import (
	"image/color"
	"strings"
	"testing"
)

func scenes() []Scene {
	return []Scene{
		{Rows: Cells("first\nsame", 6, 2), Says: "It begins.", Seconds: 3},
		{Rows: Cells("second\nsame", 6, 2), Key: "<", Says: "a & b", Seconds: 1},
	}
}

func TestFilm(t *testing.T) {
	var b strings.Builder
	if err := Film(&b, scenes(), color.White, color.Black); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	isXML(t, got)
	for _, want := range []string{
		"#s0 { animation: s0 4.0s step-end infinite }",
		"@keyframes s0 { 0% { visibility: hidden } 0.000% { visibility: visible } 75.000% { visibility: hidden } }",
		"@keyframes s1 { 0% { visibility: hidden } 75.000% { visibility: visible } 100.000% { visibility: hidden } }",
		"prefers-reduced-motion: no-preference", "#s0 { visibility: hidden }", ">It begins.</text>", ">&lt;</text>", ">a &amp; b</text>",
		`<g id="s1">` + "\n" + `<use href="#r2" y="12"/>` + "\n" + `<use href="#r1" y="29"/>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "#s1 { visibility: hidden }") {
		t.Error("the last scene is hidden where nothing moves")
	}
	if n := strings.Count(got, ">same</text>"); n != 1 {
		t.Errorf("a row that stays is there %d times", n)
	}
}

func TestFilmTellsOfErrors(t *testing.T) {
	if err := Film(full{}, scenes(), color.White, color.Black); err == nil {
		t.Error("no error")
	}
}
