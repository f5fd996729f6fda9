package settings

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reader/ui/intent"
	"reader/ui/style"
)

const everything = `
theme = "evening"
mouse = false
opener = ["firefox", "--new-tab"]
pipe = ["less", "-R"] # with colours

[exporter]
format = "csv"
folder = "~/clips"

[themes.evening]
base = "light"
accent = "#7AA2F7"
bar = 238
speakers = ["#aa0000", 20]

[themes.bare]

[widths]
list = 40
entities = 0
article = 72

[keys]
next-quote = ["]", "^n"]
copies = []
quit = "ctrl+q"

[keys-while-selecting]
word-on = ["PgDn"]
`

func TestAFileIsRead(t *testing.T) {
	s, mistakes := Parse("config.toml", []byte(everything))
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	evening := style.Own{Base: style.Light, Colours: map[string]string{"accent": "#7aa2f7", "bar": "238", "speaker 1": "#aa0000", "speaker 2": "20"}}
	bare := style.Own{Base: style.Dark, Colours: map[string]string{}}
	if s.Theme != "evening" || !reflect.DeepEqual(s.Themes, map[style.Name]style.Own{"evening": evening, "bare": bare}) {
		t.Errorf("got %s of %+v", s.Theme, s.Themes)
	}
	if s.Exporter != (Exporter{"csv", "~/clips"}) || s.Mouse || s.Widths != (Widths{40, 0, 72}) {
		t.Errorf("got %+v", s)
	}
	if !slices.Equal(s.Opener, []string{"firefox", "--new-tab"}) || !slices.Equal(s.Pipe, []string{"less", "-R"}) {
		t.Errorf("got %q and %q", s.Opener, s.Pipe)
	}
	if s.Keys.For("]") != intent.NextQuote || s.Keys.For("ctrl+n") != intent.NextQuote || s.Keys.For("n") != intent.None ||
		s.Keys.For("=") != intent.None || s.Keys.For("ctrl+q") != intent.Quit || s.Keys.WhileSelecting("pgdown") != intent.Right {
		t.Error("the keys are others")
	}
}

// The README's example is a file of settings in which all is otherwise than it is built in.
func TestTheExampleInTheREADMEIsFine(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## Settings\n")
	var example strings.Builder
	for l := range strings.Lines(section) {
		if strings.HasPrefix(l, "#") {
			break
		}
		if code, ok := strings.CutPrefix(l, "    "); ok {
			example.WriteString(code)
		}
	}
	s, mistakes := Parse("README.md", []byte(example.String()))
	if len(mistakes) > 0 {
		t.Error(mistakes)
	}
	def := Default()
	for _, f := range fields() {
		if f.write(&s) == f.write(&def) {
			t.Errorf("%s is not in it", f.name)
		}
	}
	if s.Keys.For("ctrl+n") != intent.NextQuote || s.Keys.WhileSelecting("space") != intent.Right {
		t.Error("there are no keys in it")
	}
}

func TestWithoutAFileAllIsAsBuiltIn(t *testing.T) {
	if s, mistakes := Parse("", nil); len(mistakes) > 0 || !reflect.DeepEqual(s, Default()) {
		t.Errorf("got %+v, %v", s, mistakes)
	}
}

// Every mistake is told with its line and what to write instead, the setting is as it is built in, and all others count.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		`thme = "dark"`:                              `c.toml:1: there is no setting "thme"; did you mean theme?`,
		`theme = "drak"`:                             `c.toml:1: there is no theme "drak"; did you mean dark?`,
		`theme = "blue"`:                             `c.toml:1: there is no theme "blue"; there are auto, dark, light, high-contrast, 16, none`,
		`theme = true`:                               `c.toml:1: theme is to be a name in quotation marks, and not true; write theme = "auto"`,
		`theme = dark`:                               `c.toml:1: this is no TOML: `,
		`mouse = "off"`:                              `c.toml:1: mouse is to be true or false, and not a string; write mouse = true`,
		`opener = "firefox --new-tab"`:               `c.toml:1: opener is to be a list of strings, the program and its arguments, and not one string; write opener = ["firefox", "--new-tab"]`,
		`pipe = ["less", 1]`:                         `c.toml:1: pipe is to be a list of strings, the program and its arguments, and not a number in it; write pipe = ["less", "-R"]`,
		`opener = [""]`:                              `c.toml:1: opener names no program; write opener = ["firefox", "--new-tab"]`,
		`opener = ["a\u001b]0;x"]`:                   `c.toml:1: opener is to be a list of strings, the program and its arguments, and not a character in it that does not print`,
		"\n\n[widths]\nlist = 1":                     `c.toml:4: list is to be a number from 16 to 400, or 0, and not 1; write list = 16`,
		"[widths]\narticle = 84.5":                   `c.toml:2: article is to be a number from 40 to 400, and not a number with a fraction; write article = 84`,
		`list = 30`:                                  `c.toml:1: list belongs to the table [widths]; write it below that`,
		"[widths]\nmouse = true":                     `c.toml:2: mouse belongs to no table; write it above the first`,
		`keys = 3`:                                   `c.toml:1: keys is a table; write [keys] in a line of its own`,
		"[kyes]\nquit = \"x\"\nhelp = 3":             `c.toml:1: there is no table [kyes]; did you mean keys?`,
		"[colours]\n":                                `c.toml:1: there is no table [colours]; the tables are [exporter], [widths], [themes], [keys], [keys-while-selecting]`,
		"[exporter]\nformat = \"cvs\"":               `c.toml:2: there is no format "cvs"; did you mean csv?`,
		"[exporter]\nformat = \"spreadsheet\"":       `c.toml:2: there is no format "spreadsheet"; there are md, csv, jsonl, txt`,
		"[exporter]\nformat = [\"csv\"]":             `c.toml:2: format is to be a name in quotation marks, and not a list; write format = "md"`,
		"[exporter]\nfolder = 1":                     `c.toml:2: folder is to be a path in quotation marks, and not a number; write folder = "~/clips"`,
		"[exporter]\nfolder = \"a\\u001bb\"":         `c.toml:2: folder has a character in it that does not print; write folder = "~/clips"`,
		"[exporter]\nfolder = \"~ada/clips\"":        `c.toml:2: no shell is there that knows the folder "~ada/clips"; write the whole path, or ~/ for your own`,
		"[exporter]\nfromat = \"csv\"":               `c.toml:2: there is no setting "fromat"; did you mean format?`,
		"format = \"csv\"":                           `c.toml:1: format belongs to the table [exporter]; write it below that`,
		"exporter = \"csv\"":                         `c.toml:1: exporter is a table; write [exporter] in a line of its own`,
		"[theme.mine]\naccent = 3":                   `c.toml:1: there is no table [theme.mine], as theme is the name of the one that is chosen; write [themes.mine]`,
		"[themes]\naccent = 3":                       `c.toml:2: accent belongs to a theme; write [themes.mine] above it`,
		"[themes.dark]\naccent = 3":                  `c.toml:1: the theme dark is built in; give yours another name, as [themes.my-dark]`,
		"[themes.\"my own\"]\naccent = 3":            `c.toml:1: a theme has a name of letters, digits, - and _, and not "my own"; write [themes.mine]`,
		"[themes.a.b]\naccent = 3":                   `c.toml:1: a theme has a name of letters, digits, - and _, and not "a.b"; write [themes.mine]`,
		"theme = \"mien\"\n[themes.mine]":            `c.toml:1: there is no theme "mien"; did you mean mine?`,
		"[themes.mine]\nacent = 3":                   `c.toml:2: no theme has "acent"; did you mean accent?`,
		"[themes.mine]\nspeaker = [3]":               `c.toml:2: no theme has "speaker"; did you mean speakers?`,
		"[themes.mine]\nsparkle = 3":                 `c.toml:2: no theme has "sparkle"; there are text, dim, line, accent, code, error, warning, bar, hit, focus, base, speakers`,
		"[themes.mine]\nbase = \"drak\"":             `c.toml:2: there is no base "drak"; did you mean dark?`,
		"[themes.mine]\nbase = \"16\"":               `c.toml:2: there is no base "16"; there are dark, light, high-contrast`,
		"[themes.mine]\nbase = 16":                   `c.toml:2: base is to be a name in quotation marks, and not a number; write base = "dark"`,
		"[themes.mine]\ndim = \"blue\"":              `c.toml:2: dim is to be a colour, as "#7aa2f7", or a number from 0 to 255, and not "blue"; write dim = "#9a9a9a"`,
		"[themes.mine]\ndim = \"#fff\"":              `c.toml:2: dim is to be a colour, as "#7aa2f7", or a number from 0 to 255, and not "#fff"`,
		"[themes.mine]\nbase = \"light\"\ndim = 256": `c.toml:3: dim is to be a colour, as "#7aa2f7", or a number from 0 to 255, and not 256; write dim = "#636363"`,
		"[themes.mine]\nspeakers = 3":                `c.toml:2: speakers is to be a list of one to 6 colours, and not a number; write speakers = ["#56b4e9", "#e69f00"]`,
		"[themes.mine]\nspeakers = [1,2,3,4,5,6,7]":  `c.toml:2: speakers is to be a list of one to 6 colours, and not a list of 7`,
		"[themes.mine]\nspeakers = []":               `c.toml:2: speakers is to be a list of one to 6 colours, and not a list of 0`,
		"[themes.mine]\nspeakers = [1, \"red\"]":     `c.toml:2: speakers are to be colours, as "#7aa2f7", or numbers from 0 to 255, and not "red"; write "#e69f00" there`,
		"[[keys]]\nquit = \"x\"":                     `c.toml:1: [[keys]] is no table here; write [keys]`,
		"[keys]\n[widths]\n[keys]":                   `c.toml:3: the table [keys] begins a second time, first in line 1; put both together`,
		"mouse = true\nmouse = false":                `c.toml:2: mouse is set a second time, first in line 1; take one of them away`,
		"[keys]\nnext-qoute = [\"]\"]":               `c.toml:2: there is no action "next-qoute"; did you mean next-quote?`,
		"[keys]\nquit = []":                          `c.toml:2: quit must have a key: one could not leave; write quit = ["ctrl+c"]`,
		"[keys]\nzoom = [\"j\"]":                     `c.toml:2: key j is bound twice: to zoom and to down; take another here, or give down other keys, too`,
		"[keys]\nzoom = [\"pgdwn\"]":                 `c.toml:2: zoom: there is no key "pgdwn"; did you mean "pgdown"?`,
		"[keys]\nzoom = 1":                           `c.toml:2: zoom: keys are to be a list of strings, and not a number; write ["n", "ctrl+n"]`,
		"keys.zoom = [\"^i\"]":                       `c.toml:1: zoom: most terminals can't tell ctrl+i from Tab; write "tab" or take another key`,
		"keys = {zoom = \"Z\", hlep = \"H\"}":        `c.toml:1: there is no action "hlep"; did you mean help?`,
		"[keys-while-selecting]\nzoom = \"Z\"":       `c.toml:2: there is no action "zoom"`,
		"x\u202e = 1":                                `c.toml:1: this is no TOML: `,
		"\"\\u001b\" = 1":                            `c.toml:1: there is no setting "\x1b"`,
	} {
		s, mistakes := Parse("c.toml", []byte(text))
		if len(mistakes) != 1 || !strings.HasPrefix(mistakes[0].Error(), want) {
			t.Errorf("%s\n got %v\nwant %s", text, mistakes, want)
		}
		want := Default()
		if strings.HasPrefix(text, "keys = {") {
			want.Keys, _ = want.Keys.With([]intent.Change{{Name: "zoom", Keys: []string{"Z"}}})
		}
		if !reflect.DeepEqual(s.Keys, want.Keys) || s.Theme != want.Theme || s.Widths != want.Widths || len(s.Opener) > 0 {
			t.Errorf("%s: not as it is built in: %+v", text, s)
		}
	}
}

// A theme in which something is wrong is there, and what is right in it counts.
func TestAThemeWithAMistakeIsThereAllTheSame(t *testing.T) {
	s, mistakes := Parse("c.toml", []byte("theme = \"mine\"\n[themes.mine]\naccent = \"#7aa2f7\"\nspeekers = [1]\n"))
	if len(mistakes) != 1 || s.Theme != "mine" || s.Themes["mine"].Colours["accent"] != "#7aa2f7" {
		t.Errorf("got %+v, %v", s, mistakes)
	}
}

func TestWhatIsHardToReadIsDoubted(t *testing.T) {
	const text = "[themes.a]\ndim = \"#444444\"\naccent = \"#7cb7ff\"\n[themes.b]\nbase = \"light\"\nspeakers = [\"#0063a8\", \"#ffff00\"]\n[themes.c]\nbase = \"high-contrast\"\ncode = 226\n"
	if _, mistakes := Parse("c.toml", []byte(text)); len(mistakes) > 0 {
		t.Errorf("it is forbidden: %v", mistakes)
	}
	want := []string{
		`c.toml:2: warning: dim #444444 on the bar of dark, #303030, has a contrast of 1.36:1, and from 4.5:1 on everybody can read it; write "#9c9c9c"`,
		`c.toml:6: warning: speaker 2 #ffff00 on the background of light, #ffffff, has a contrast of 1.07:1, and from 4.5:1 on everybody can read it; write "#686800"`,
		`c.toml:9: warning: code 226 on the focus of light, #e6f0ff, has a contrast of 1.07:1, and from 4.5:1 on everybody can read it; take another`,
	}
	doubts := Doubts("c.toml", []byte(text))
	for i, m := range doubts {
		if i >= len(want) || m.Error() != want[i] {
			t.Errorf("got  %v", m)
		}
	}
	if len(doubts) != len(want) {
		t.Errorf("got %d, want %d", len(doubts), len(want))
	}
	if def := Default(); len(Doubts("", []byte(def.TOML()))) > 0 {
		t.Error("the built-in settings are doubted")
	}
}

// The theme that is printed as an example is one, and that of its base.
func TestTheThemePrintedAsAnExampleIsOne(t *testing.T) {
	def := Default()
	_, after, _ := strings.Cut(def.TOML(), "# [themes.mine]\n")
	text := "[themes.mine]\n"
	for l := range strings.Lines(after) {
		code, ok := strings.CutPrefix(l, "# ")
		if !ok {
			break
		}
		text += code
	}
	s, mistakes := Parse("c.toml", []byte(text))
	if len(mistakes) > 0 || len(Doubts("c.toml", []byte(text))) > 0 || len(s.Themes["mine"].Colours) != len(style.Roles())+style.Speakers {
		t.Errorf("%v of\n%s", mistakes, text)
	}
	mine, dark := s.Themes["mine"].Theme(style.Dark, true), style.New(true)
	if !reflect.DeepEqual(mine, dark) {
		t.Errorf("it is %+v", mine)
	}
}

// All mistakes are told at once, and what is right counts, before and behind what is no TOML.
func TestAllMistakesAreTold(t *testing.T) {
	s, mistakes := Parse("c.toml", []byte(`theme = "light"
opener = [
  "firefox"
  "--new-tab",
]
mouse = yes
[widths]
article = 50
list = 40
entites = 20
[keys]
zoom = "Z"
help = "Z"
`))
	lines := make([]int, 0, len(mistakes))
	for _, m := range mistakes {
		lines = append(lines, m.Line)
	}
	if want := []int{4, 6, 10, 13}; !slices.Equal(lines, want) {
		t.Errorf("mistakes in the lines %v, want %v: %v", lines, want, mistakes)
	}
	if s.Theme != style.Light || s.Widths.List != 40 || s.Keys.For("Z") != intent.Zoom || s.Keys.For("?") != intent.Help {
		t.Errorf("what is right does not count: %+v", s)
	}
}

func TestWhatIsPrintedIsReadAgain(t *testing.T) {
	mine, _ := Parse("", []byte(everything))
	mine.Opener = []string{`C:\Program Files\"x".exe`, "", "# é"}
	for _, s := range []Settings{Default(), mine} {
		again(t, s)
	}
	def := Default()
	if text := def.TOML(); !strings.Contains(text, "next-quote = [\"n\"]  # next quote of") || !strings.Contains(text, "\n# columns of the list") {
		t.Errorf("there is no comment:\n%s", text)
	}
}

// again asserts that s is read from what is printed of it.
func again(t *testing.T, s Settings) {
	t.Helper()
	text := s.TOML()
	got, mistakes := Parse("printed", []byte(text))
	if len(mistakes) > 0 || !same(got, s) {
		t.Errorf("%v\n got %+v\nwant %+v\nof\n%s", mistakes, got, s, text)
	}
}

// same reports whether a and b are the same settings; an empty list is as good as none.
func same(a, b Settings) bool {
	if !slices.Equal(a.Opener, b.Opener) || !slices.Equal(a.Pipe, b.Pipe) {
		return false
	}
	a.Opener, a.Pipe, b.Opener, b.Pipe = nil, nil, nil, nil
	return a.TOML() == b.TOML() && reflect.DeepEqual(a.Themes, b.Themes) && a.Exporter == b.Exporter && a.Theme == b.Theme && a.Mouse == b.Mouse && a.Widths == b.Widths && reflect.DeepEqual(keysIn(a), keysIn(b))
}

// keysIn returns what each key stands for.
func keysIn(s Settings) map[string]intent.Intent {
	out := map[string]intent.Intent{}
	for _, g := range s.Keys.All() {
		for _, b := range g.Bindings {
			for _, k := range b.Keys {
				out[g.Name+k] = s.Keys.For(k)
				if g.Name == s.Keys.Selecting.Name {
					out[g.Name+k] = s.Keys.WhileSelecting(k)
				}
			}
		}
	}
	return out
}

func FuzzParse(f *testing.F) {
	def := Default()
	for _, s := range []string{
		"", everything, def.TOML(), "[keys]\nzoom = [\"j\"]\n", "a = [1,\n2\n3]\nmouse = false", "[[x]]\ny = {z = {w = 1}}", "a = \"\"\"\n\n", "\uFEFFmouse = true",
		"theme = \"dark\r\n[keys", "opener = [[[[1]]]]", "mouse = 1979-05-27T07:32:00Z", "keys.quit = \"^c\"\n[keys]\nquit = \"x\"",
		"theme = \"a\"\n[themes.a]\nbar = 256\nspeakers = [1]", "themes = {a = {dim = 7}, b = 1}\n[themes.\"c.d\"]", "themes.a.b.c = 1",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, mistakes := Parse("fuzz.toml", data)
		lines := strings.Count(string(data), "\n") + 1
		for _, m := range mistakes {
			if m.Line < 1 || m.Line > lines || m.Text == "" || strings.ContainsFunc(m.Text, func(r rune) bool { return r < ' ' }) {
				t.Errorf("a mistake that can't be told: %q", m)
			}
		}
		_, own := s.Themes[s.Theme]
		if s.Keys.Key(intent.Quit) == "" || s.Widths.Article < LeastArticle || !own && !slices.Contains(style.Names(), s.Theme) {
			t.Errorf("settings that can't be used: %+v", s)
		}
		again(t, s)
	})
}
