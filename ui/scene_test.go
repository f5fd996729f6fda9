package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"

	"reader/model"
	"reader/model/library"
	"reader/ui/settings"
)

// What frames are of: articles, and who reads them.

// scene returns a screen of w columns and h lines. nil is inNewsroom.
type scene func(tb testing.TB, w, h int) *screen

func (s scene) open(tb testing.TB, w, h int) *screen {
	tb.Helper()
	if s == nil {
		s = inNewsroom
	}
	return s(tb, w, h)
}

// inNewsroom is the first run, at an article of the newsroom.
func inNewsroom(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, first(), w, h, results(newsroom(tb)...))
}

func first() Options { return Options{First: "minister-answers.md", Hint: "Your own: reader PATH…"} }

// kept is inNewsroom where what is read is kept.
func kept(tb testing.TB, w, h int) *screen {
	tb.Helper()
	o := first()
	o.State = marks(tb)
	return openWith(tb, o, w, h, results(newsroom(tb)...))
}

// atHome is inNewsroom of somebody who writes tables to the home folder, where there is one already.
func atHome(tb testing.TB, w, h int) *screen {
	tb.Helper()
	home := tb.TempDir()
	tb.Setenv("HOME", home)
	if err := os.WriteFile(filepath.Join(home, "quotes.csv"), []byte("mine"), 0o600); err != nil {
		tb.Fatal(err)
	}
	return set("[exporter]\nformat = \"csv\"\nfolder = \"~\"\n")(tb, w, h)
}

// back is somebody who was here before, and has feeds.
func back(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{State: longAgo(tb), Feeds: delivers()}, w, h, inFolders(tb))
}

// wired has copies among the articles.
func wired(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{}, w, h, results(append(newsroom(tb), wire(tb)...)...))
}

// onSubjects has quotes of one person on several subjects.
func onSubjects(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{}, w, h, results(statements(tb)...))
}

// linking has links, and what could not be read as a whole.
func linking(tb testing.TB, w, h int) *screen {
	tb.Helper()
	articles := append(results(newsroom(tb)[3], cut(tb)), failed("letters/locked.md", "you may not read it; see its permissions"))
	return openWith(tb, Options{First: "links.md"}, w, h, append(articles, withLinks(tb, twoLinks)...))
}

// surfing is linking with a browser.
func surfing(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{First: "links.md", Open: new(surfer).open}, w, h, withLinks(tb, twoLinks))
}

// analysed has articles that were really analysed, and a log for what is corrected in them.
func analysed(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return newDesk(tb).open(w, h)
}

// inScripts has an article in letters that are wide, combined, or written from right to left.
func inScripts(tb testing.TB, w, h int) *screen {
	tb.Helper()
	a := write("scripts.md", "東京のダム: the “Ōta dam” e\u0301te\u0301, סכר, سد", "東京 Post", "2026-03-21", `
東京の田中愛子さんは水曜日にダムを開けた。 Aiko Tanaka 田中愛子 opened the dam on Wednesday, 水曜日に, and it rained: ☔️ 👩‍👩‍👧 🏳️‍🌈 🇯🇵.

“水は満ちている, the water is full,” Tanaka said. “Café, naïve, ậ, क्षत्रिय, ภาษาไทย, 한국어 stay what they are.”

The lake is called אגם הסכר by some and بحيرة السد by others, she said.`).
		names(model.Person, "Aiko Tanaka", "知事").names(model.Place, "東京", "").
		says("Aiko Tanaka", "“水は満ちている, the water is full,”", "Tanaka", "said", 0.99).
		says("Aiko Tanaka", "The lake is called אגם הסכר by some and بحيرة السد by others", "she", "said", 0.95).done(tb)
	return openWith(tb, Options{First: a.Path}, w, h, results(append(newsroom(tb), a)...))
}

// reads is in the midst of reading articles: some are here, and those of its loader are not yet.
func reads(tb testing.TB, w, h int) *screen {
	tb.Helper()
	files := fstest.MapFS{}
	for i := range 12 {
		files[fmt.Sprintf("%d.md", i)] = &fstest.MapFile{Data: []byte("Nothing is said here.")}
	}
	loader := library.LoadFS(tb.Context(), files, library.Options{})
	for {
		if _, found, all := loader.Progress(); all && found == len(files) {
			break
		}
		runtime.Gosched()
	}
	o := first()
	o.Loader = loader
	s := openWith(tb, o, w, h)
	return s.send(loadedMsg{readings: results(newsroom(tb)[:4]...), more: true})
}

func empty(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{}, w, h, nil)
}

// unreadable has nothing but what could not be read.
func unreadable(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{}, w, h, []library.Reading{failed("letters/locked.md", "you may not read it; see its permissions")})
}

// themed is inNewsroom in a theme.
func themed(name string) scene { return set("theme = \"" + name + "\"\n") }

// set is inNewsroom of somebody with the settings text.
func set(text string) scene {
	return func(tb testing.TB, w, h int) *screen {
		tb.Helper()
		chosen, mistakes := settings.Parse("config.toml", []byte(text))
		if len(mistakes) > 0 {
			tb.Fatal(mistakes)
		}
		o := first()
		o.Settings = &chosen
		return openWith(tb, o, w, h, results(newsroom(tb)...))
	}
}
