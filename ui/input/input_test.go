package input

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func press(l *Line, keys ...string) {
	codes := map[string]tea.KeyPressMsg{
		"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
		"^w": {Code: 'w', Mod: tea.ModCtrl}, "^u": {Code: 'u', Mod: tea.ModCtrl}, "^k": {Code: 'k', Mod: tea.ModCtrl},
	}
	for _, k := range keys {
		msg, ok := codes[k]
		if !ok {
			msg = tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
		}
		l.Type(msg)
	}
}

func TestTyping(t *testing.T) {
	for _, c := range []struct {
		name, start string
		keys        []string
		want        string
	}{
		{"letters", "", []string{"a", "é", "東"}, "aé東"},
		{"in the middle", "ac", []string{"left", "b"}, "abc"},
		{"at the beginning", "bc", []string{"home", "a"}, "abc"},
		{"back", "abc", []string{"backspace"}, "ab"},
		{"back at the beginning", "abc", []string{"home", "backspace"}, "abc"},
		{"delete", "abc", []string{"home", "delete"}, "bc"},
		{"delete at the end", "abc", []string{"delete"}, "abc"},
		{"a word", "one two ", []string{"^w"}, "one "},
		{"all before the cursor", "one two", []string{"left", "^u"}, "o"},
		{"all after it", "one two", []string{"home", "right", "^k"}, "o"},
		{"back over a letter with its accents", "Zoe\u0301", []string{"backspace"}, "Zo"},
		{"delete a letter with its accents", "e\u0301a", []string{"home", "delete"}, "a"},
		{"left and right over a flag", "a🇩🇪b", []string{"left", "left", "x", "right", "y"}, "ax🇩🇪yb"},
		{"back over a family", "a👩‍👩‍👧", []string{"backspace"}, "a"},
		{"right over Devanagari", "कि", []string{"home", "right", "a"}, "किa"},
		{"right at the end", "a", []string{"right", "right", "b"}, "ab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := New(c.start)
			press(&l, c.keys...)
			if l.Text() != c.want {
				t.Errorf("got %q, want %q", l.Text(), c.want)
			}
		})
	}
}

func TestWhatCannotBePrintedIsLeftOut(t *testing.T) {
	var l Line
	l.Insert("a\x1b[31m\u202eb\nc\x00")
	if got, want := l.Text(), "a[31mb c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// However long the text and wherever the cursor, that is in view, and nothing is wider than the room.
func TestViewOfWideText(t *testing.T) {
	for _, text := range []string{"这座大坝是全国最安全的大坝", "a这b座c大d坝", "👩‍👩‍👧🇩🇪👍🏽ab", "Zoe\u0301 Mu\u0308ller", "هذا السد آمن", "می\u200cخواهم"} {
		for width := 1; width < 20; width++ {
			l := New(text)
			if l.Text() != text {
				t.Fatalf("%q was taken for %q", text, l.Text())
			}
			for range len(text) {
				s, x := l.View(width)
				if ansi.StringWidth(s) > width || x >= width {
					t.Errorf("%q in %d columns is %q, with the cursor in column %d", text, width, s, x)
				}
				press(&l, "left")
			}
			if s, x := l.View(width); x != 0 || !strings.HasPrefix(text, s) {
				t.Errorf("%q in %d columns begins with %q, with the cursor in column %d", text, width, s, x)
			}
		}
	}
}

func TestOtherKeysAreLeft(t *testing.T) {
	var l Line
	for _, k := range []tea.KeyPressMsg{{Code: tea.KeyEnter}, {Code: tea.KeyEscape}, {Code: tea.KeyDown}, {Code: tea.KeyTab}} {
		if l.Type(k) {
			t.Errorf("%s was taken for text", k)
		}
	}
}

func TestViewFollowsTheCursor(t *testing.T) {
	l := New("abcdefghij")
	if s, x := l.View(5); s != "ghij" || x != 4 {
		t.Errorf("got %q, %d", s, x)
	}
	press(&l, "home")
	if s, x := l.View(5); s != "abcde" || x != 0 {
		t.Errorf("got %q, %d", s, x)
	}
	if s, x := l.View(0); s != "" || x != 0 {
		t.Errorf("got %q, %d in no room", s, x)
	}
}

func TestALineThatIsFull(t *testing.T) {
	l := New("ab")
	press(&l, "left")
	l.Insert(strings.Repeat("é", 2*Most))
	if got, want := l.Text(), "a"+strings.Repeat("é", Most-2)+"b"; got != want {
		t.Errorf("it holds %d characters, %q at the end", len([]rune(got)), got[len(got)-5:])
	}
	l.Insert("x")
	press(&l, "end", "backspace")
	if l.Insert("y"); !strings.HasSuffix(l.Text(), "éy") {
		t.Errorf("what is put in after one was taken out is lost: %q", l.Text()[len(l.Text())-5:])
	}
}

func TestReplacing(t *testing.T) {
	for _, c := range []struct {
		start, end         int
		text, want, before string
	}{
		{0, 0, "x ", "x eé bär", "x "},
		{4, 8, "brä", "eé brä", "eé brä"},
		{0, 3, "o", "o bär", "o"},
		{8, 8, " x\n\x1b", "eé bär x ", "eé bär x "},
	} {
		l := New("eé bär")
		l.Replace(c.start, c.end, c.text)
		if l.Text() != c.want || l.Before() != c.before {
			t.Errorf("[%d,%d): %q with the cursor behind %q, want %q and %q", c.start, c.end, l.Text(), l.Before(), c.want, c.before)
		}
	}
}

// Whatever is pasted and typed, the line has printable text, no more than there is room for, and a cursor in it.
func FuzzLine(f *testing.F) {
	f.Add("lease", "\x1b[2J\u202ex\r\n", uint8(7))
	f.Add("東京 👩‍👩‍👧", "e\u0301\u0301", uint8(3))
	f.Add("\xff", "\t\u200b\u200c", uint8(0))
	f.Fuzz(func(t *testing.T, text, pasted string, n uint8) {
		l := New(text)
		press(&l, []string{"left", "home", "^w", "delete", "backspace", "end", "^k", "^u"}[n%8])
		l.Insert(pasted)
		press(&l, []string{"backspace", "left", "x", "right", "end"}[n%5])
		if !strings.HasPrefix(l.Text(), l.Before()) || printable(l.Text()) != l.Text() {
			t.Errorf("the line has %q, before the cursor %q", l.Text(), l.Before())
		}
		s, cursor := l.View(int(n))
		if w := ansi.StringWidth(s); w > int(n) || cursor > w || n > 0 && cursor >= int(n) {
			t.Errorf("%q is %d wide in %d, its cursor at %d", s, w, n, cursor)
		}
	})
}
