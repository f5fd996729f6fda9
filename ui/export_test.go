package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/report"
	"reader/ui/clip/cliptest"
)

// What is shown goes to files and programs.

// inFolder makes a folder of its own the current one and returns it.
func inFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Chdir(folder)
	return folder
}

// holds asserts what is in the file of that name.
func holds(t *testing.T, name, want string) {
	t.Helper()
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s has\n%s\nwant\n%s\n(%v)", name, got, want, err)
	}
}

// answer returns what the command line prints for a query: quotes, or articles if list is set.
func answer(t *testing.T, lib *library.Library, s *screen, format string, list bool) string {
	t.Helper()
	var out strings.Builder
	articles, quotes := report.Articles(false).Writer(&out, format), report.Quotes(false).Writer(&out, format)
	found := s.m.filter.search
	out.Reset()
	for _, r := range found.Found() {
		var err error
		if list {
			err = articles.Write(report.ArticleOf(lib, r, len(found.Quotes(r)), nil))
		} else {
			for _, q := range report.QuotesIn(lib, r, found.Quotes(r), nil) {
				err = quotes.Write(q)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if list {
		_ = articles.Flush()
	} else {
		_ = quotes.Flush()
	}
	return out.String()
}

func TestIWriteTheQuotesOfASpeakerToAFile(t *testing.T) {
	inFolder(t)
	s := open(t, 140, 40).press("s").enter("osk").press("Enter v E").sees("Write 2 quotes to a file", "> quotes.md", "Markdown: a list of sources to paste")
	s.press("Enter").says("Wrote 2 quotes to quotes.md.")
	holds(t, "quotes.md", `> he knew no such thing
>
> — Ben Osk, in “Hairlines,” says the minister, and asks for patience, The Orven Post, 2026-03-11

> “I have counted eleven,”
>
> — Ben Osk, engineer, in Engineer warns of cracks, Tallmar Herald, 2026-03-09
`)
}

func TestIWriteTheQuotesOfAnArticleWithMyNotes(t *testing.T) {
	inFolder(t)
	s := newHabit(t).open(140, 40).press("2 J J n n C").enter("=ask").press("Enter E").sees("Write 4 quotes").press("Enter")
	got, _ := os.ReadFile("quotes.md")
	if !strings.Contains(string(got), "2026-03-11\n\nNote: =ask\n\n> “Mr. Osk") {
		t.Errorf("the note is not there:\n%s", got)
	}
	s.press("E Tab").sees("> quotes.csv", "a table for spreadsheets").press("Enter").says("Wrote 4 quotes to quotes.csv.")
	if got, _ = os.ReadFile("quotes.csv"); !strings.Contains(string(got), ",told,0.99,rule,'=ask\n") {
		t.Errorf("the note is not there:\n%s", got)
	}
	s.press("Esc").press("1 E").sees("Write 6 articles", "> articles.md").press("Esc")
}

func TestIWriteTheArticlesListed(t *testing.T) {
	inFolder(t)
	s := open(t, 140, 40).press("s").enter("harl").press("Enter 1 E").sees("Write 3 articles to a file", "> articles.md").press("Enter").says("Wrote 3 articles to articles.md.")
	holds(t, "articles.md", `- The minutes of the commission, Gazette, 2026-03-20, 2 quotes
- “Hairlines,” says the minister, and asks for patience, The Orven Post, 2026-03-11, 3 quotes
- Minister opens the dam at Ostrel and calls it safe, The Orven Post, 2026-03-02, 3 quotes
`)
	s.press("E Tab Tab Tab").sees("> articles.txt", "plain text").press("Tab").sees("> articles.md").press("Esc").seesNot("articles.md")
}

// The file has, in every format, what the command line prints for the query.
func TestAFileHasWhatTheCommandLinePrints(t *testing.T) {
	inFolder(t)
	for _, query := range []string{"speaker:harl", "speaker:osk sort:date", "kind:direct said:dam", "title:nothing OR source:post"} {
		s := open(t, 140, 40)
		s.m.apply(query)
		for i, end := range report.Suffixes() {
			x := "." + end
			format, _ := report.FormatOf(x)
			s.press("1 E ^u").enter(fmt.Sprint("a", i, x)).press("Enter")
			holds(t, fmt.Sprint("a", i, x), answer(t, s.m.lib, s, format, true))
			s.press("v E ^u").enter(fmt.Sprint("q", i, x)).press("Enter Esc")
			holds(t, fmt.Sprint("q", i, x), answer(t, s.m.lib, s, format, false))
			for _, name := range []string{"a", "q"} {
				_ = os.Remove(fmt.Sprint(name, i, x))
			}
		}
	}
}

func TestNothingIsOverwrittenUnasked(t *testing.T) {
	folder := inFolder(t)
	if err := os.WriteFile("quotes.md", []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, 140, 40).press("v E Enter").sees("There is such a file", "quotes.md is there already.")
	s.press("Esc").seesNot("There is such a file")
	holds(t, "quotes.md", "mine")
	s.press("E Enter").press("Enter").sees("> quotes.md").press("^u").enter("other.jsonl").press("Enter").says("Wrote 13 quotes to other.jsonl.")
	holds(t, "quotes.md", "mine")
	s.press("E Enter ↓ Enter").says("Wrote 13 quotes to quotes.md.")
	if got, _ := os.ReadFile("quotes.md"); !strings.HasPrefix(string(got), "> the lake was full") {
		t.Errorf("it has %s", got)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 2 {
		t.Errorf("there is %v, %v", left, err)
	}
}

func TestAPlaceWhereNothingCanBeWrittenIsTold(t *testing.T) {
	folder := inFolder(t)
	if err := os.Mkdir("notes.md", 0o700); err != nil {
		t.Fatal(err)
	}
	s := open(t, 140, 40).press("v E ^u").enter("quotes.pdf").press("Enter").sees("The end of the name tells the format: .md, .csv, .jsonl or .txt.")
	s.press("^u").enter("missing/quotes.md").press("Enter").sees("missing/quotes.md could not be written: there is no folder for it")
	s.sees("> missing/quotes.md").press("^u").enter("notes.md").press("Enter").sees("notes.md is a folder: name a file in it")
	s.press("^u").enter("quotes.md").press("Enter").says("Wrote 13 quotes to quotes.md.")
	if left, err := os.ReadDir(folder); err != nil || len(left) != 2 {
		t.Errorf("there is %v, %v", left, err)
	}
}

func TestAFileInMyHomeFolder(t *testing.T) {
	inFolder(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	open(t, 140, 40).press("v E ^u").enter("~/quotes.csv").press("Enter").says("Wrote 13 quotes to ~/quotes.csv.")
	if got, err := os.ReadFile(filepath.Join(home, "quotes.csv")); err != nil || !strings.HasPrefix(string(got), "article,") {
		t.Errorf("it has %s, %v", got, err)
	}
}

// Who always writes tables to one folder types nothing.
func TestMyFormatAndFolderAreOfferedFirst(t *testing.T) {
	inFolder(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	if err := os.Mkdir(filepath.Join(home, "clips"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := chosen(t, "[exporter]\nformat = \"csv\"\nfolder = \"~/clips\"\n").press("v E").sees("> ~/clips/quotes.csv", "a table for spreadsheets")
	s.press("Enter").says("Wrote 13 quotes to ~/clips/quotes.csv.")
	if got, err := os.ReadFile(filepath.Join(home, "clips", "quotes.csv")); err != nil || !strings.HasPrefix(string(got), "article,") {
		t.Errorf("it has %s, %v", got, err)
	}
	s.press("E Tab").sees("> ~/clips/quotes.jsonl").press("Tab Tab Tab").sees("> ~/clips/quotes.csv").press("Esc")
	s.press("1 E").sees("> ~/clips/articles.csv").press("Esc")
	for _, folder := range []string{"~", "clips/", "/tmp"} {
		want := map[string]string{"~": "> ~/quotes.md", "clips/": "> clips/quotes.md", "/tmp": "> /tmp/quotes.md"}[folder]
		chosen(t, "[exporter]\nfolder = \""+folder+"\"\n").press("v E").sees(want, "Markdown")
	}
	chosen(t, "[exporter]\nfolder = \"~/nowhere\"\n").press("v E Enter").sees("> ~/nowhere/quotes.md", "written:", "folder", "another") // in as many lines as the path needs
}

func TestWhereThereIsNothingToTakeOut(t *testing.T) {
	for _, keys := range []string{"E", "|", "P"} {
		openWith(t, Options{}, 140, 40, nil).press(keys).says("No article is listed.")
		open(t, 140, 40).press("J 2 " + keys).says("Nobody is quoted in this article.")
	}
	open(t, 140, 40).press("s").enter("osk").press("Enter 1").press("Esc").press("2 v").press("F").enter("title:bakery").press("Enter E").says("Nobody is quoted in the articles listed.")
}

// plenty returns more articles than are taken out at once, in each of which Ada Harl speaks.
func plenty(t *testing.T) [][]library.Reading {
	t.Helper()
	articles := make([]*model.Article, 3*stretch)
	for i := range articles {
		text := fmt.Sprintf("Ada Harl said that it was number %d.", i)
		articles[i] = write(fmt.Sprintf("%d.md", i), fmt.Sprintf("Number %d", i), "Gazette", "2026-03-20", text).
			names(model.Person, "Ada Harl", "").says("Ada Harl", fmt.Sprintf("it was number %d", i), "Ada Harl", "said", 0.97).done(t)
	}
	return [][]library.Reading{results(articles...)}
}

func TestMuchIsTakenOutBesideTheScreen(t *testing.T) {
	folder := inFolder(t)
	s := openWith(t, Options{}, 140, 40, plenty(t)...).press("1 E Enter").says("Wrote 192 articles to articles.md.")
	if got, _ := os.ReadFile("articles.md"); strings.Count(string(got), "\n") != 192 {
		t.Errorf("it has %s", got)
	}
	s.press("E ^u").enter("x.csv")
	_, cmd := s.m.Update(keyOf("Enter"))
	cmd = s.step(s.step(cmd)) // the file is begun, and a first stretch written
	s.says("taking out 64 of 192 articles (Esc stops)")
	s.m.Update(keyOf("E"))
	s.says("The last is on its way still.")
	s.m.Update(keyOf("Esc"))
	s.step(cmd)
	s.says("Not written: it was stopped.").press("j").seesNot("taking out")
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("there is %v, %v", left, err)
	}
}

func TestQuittingLeavesNoHalfOfAFile(t *testing.T) {
	folder := inFolder(t)
	s := openWith(t, Options{}, 140, 40, plenty(t)...).press("1 E")
	_, cmd := s.m.Update(keyOf("Enter"))
	s.step(s.step(cmd))
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("there is %v, %v", left, err)
	}
	s.press("^c")
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 || !s.quit {
		t.Errorf("there is %v, %v", left, err)
	}
}

// handed returns the program that gets the terminal by msg, as Bubble Tea tells nobody else; nil if msg gives it to none.
func handed(msg tea.Msg) (program tea.ExecCommand, then tea.ExecCallback) {
	if typeName(msg) != "tea.execMsg" {
		return nil, nil
	}
	m := reflect.New(reflect.TypeOf(msg)).Elem()
	m.Set(reflect.ValueOf(msg))
	for _, field := range m.Fields() {
		switch f := reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Interface().(type) {
		case tea.ExecCommand:
			program = f
		case tea.ExecCallback:
			then = f
		}
	}
	return program, then
}

// program returns the command for a program that writes what it gets to the file at path: a process of this test, see cliptest.IsProgram.
func program(t *testing.T, path string) string {
	t.Helper()
	return fmt.Sprintf("%s -test.run=^%s$ '%s'", os.Args[0], t.Name(), path)
}

func TestIHandWhatIsShownToAProgram(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	inFolder(t)
	s := newHabit(t).open(140, 40).press("2 J J n n C").enter("ask her").press("Enter |").sees("Hand 4 quotes to a program", "as Markdown on its standard input")
	s.enter(program(t, "it’s mine.md")).press("Enter").says("Handed 4 quotes to ui.test.")
	s.press("E Enter").says("Wrote 4 quotes")
	want, _ := os.ReadFile("quotes.md")
	holds(t, "it’s mine.md", string(want))
	s.press("P").sees("it’s mine.md'").press("Esc 1 P Enter").says("Handed 6 articles to ui.test.")
}

func TestAProgramThatFailsSaysWhy(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	inFolder(t)
	s := open(t, 140, 40).press("v |").enter(program(t, "missing/x")).press("Enter").says("Failed (! tells all): ui.test: exit status 1: no ␛room")
	s.press("!").sees("Failed: ui.test: exit status 1: no ␛room").press("Esc")
	s.press("| ^u").enter("no-such-program x").press("Enter").says("there is no program no-such-program")
	s.press("| ^u").enter("cat > x").press("Enter").sees("there is no shell here").press("^u Enter").sees("name a program").press("Esc")
}

func TestTheProgramThatISetIsOfferedFirst(t *testing.T) {
	openWith(t, Options{Pipe: []string{"less", "-R", "two words"}}, 140, 40, results(newsroom(t)...)).press("|").sees("> less -R 'two words'")
}
