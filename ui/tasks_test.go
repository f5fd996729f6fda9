package ui

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/seeds"
)

// The ten tasks that README counts keys for, done by the keys that stand there.

// reporter is somebody who does them in the built-in library, with what is kept of it.
type reporter struct {
	t          *testing.T
	log, marks string
	more       map[string]string // articles besides
}

func newReporter(t *testing.T) *reporter {
	t.Helper()
	folder := t.TempDir()
	return &reporter{t: t, log: filepath.Join(folder, "corrections.jsonl"), marks: filepath.Join(folder, "state.jsonl"), more: map[string]string{}}
}

// open starts the reader anew.
func (r *reporter) open() *screen {
	r.t.Helper()
	log, err := correct.Open(r.log)
	if err != nil {
		r.t.Fatal(err)
	}
	marks, err := state.Open(r.marks)
	if err != nil {
		r.t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	names, err := seeds.Articles.ReadDir(".")
	if err != nil {
		r.t.Fatal(err)
	}
	for _, name := range names {
		text, err := seeds.Articles.ReadFile(name.Name())
		if err != nil {
			r.t.Fatal(err)
		}
		fsys[name.Name()] = &fstest.MapFile{Data: text}
	}
	for name, text := range r.more {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o := Options{Loader: library.LoadFS(r.t.Context(), fsys, library.Options{Log: log}), Log: log, State: marks, First: seeds.First}
	s := sit(r.t, o)
	s.send(tea.WindowSizeMsg{Width: 160, Height: 60})
	s.run(s.m.load.next())
	s.check()
	return s
}

// run does what cmd leads to, until nothing is left to be done.
func (s *screen) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, cmd := range msg {
			s.run(cmd)
		}
	default:
		_, cmd := s.m.Update(msg)
		s.run(cmd)
	}
}

// said asserts that these stand among the quotes alone, in this order, each by its speaker and how its words begin, "Sohal: That lamp", and none of
// anybody else.
func (s *screen) said(want ...string) *screen {
	s.t.Helper()
	entries, met := s.m.transcript.Entries(), 0
	for _, q := range entries {
		a := s.m.lib.Article(q.Ref)
		got := "nobody known: "
		if e := a.Speaker(&a.Quotes[q.Index]); e != nil {
			got = e.Name + ": "
		}
		of := func(w string) bool { return strings.Contains(got, w[:strings.Index(w, ": ")+2]) }
		if !slices.ContainsFunc(want, of) {
			s.t.Errorf("there is something of %s", got)
		}
		if got += strings.Trim(a.Quoted(&a.Quotes[q.Index]), `"“`); met < len(want) && strings.Contains(got, want[met]) {
			met++
		}
	}
	if met < len(want) || !s.m.quotes {
		s.t.Errorf("%q is not among the %d quotes alone, behind those before:\n%s", want[met:], len(entries), s.text())
	}
	return s
}

// task is a row of the table in README.
type task struct {
	keys   []string  // in the reader: names of keys, and what is typed
	counts [4]string // with the reader, newsboat, less, grep and find
}

// others returns by which keys newsboat, less, and grep with find do what they can of a task, as README counts them. In newsboat the two
// sources stand first among the feeds, as they do in the reader. For the others the articles are the files of one folder, named by date.
func others() map[int][3][]string {
	star, next := []string{"^E", "s", "Enter"}, []string{"j", "^E", "s", "Enter"}
	find := []string{"restart", "/", "Orvena", "Enter", "F", `flags =~ "s"`, "Enter", "g", "d"}
	newsboat := slices.Concat([]string{"/", "Orvena", "Enter"}, star, next, next, next, next, find)
	return map[int][3][]string{
		1:  {2: {"grep -n pay *|grep Roest", "Enter"}},
		2:  {{"/", "lamp", "Enter"}, {"less *", "Enter", "/*lamp", "Enter"}, {"grep -n lamp *", "Enter"}},
		3:  {2: {"grep ghosts *>>q", "Enter", "grep closer *>>q", "Enter", "grep 'hard work' *>>q", "Enter"}},
		5:  {{"Enter", "Enter", "q", "q", "j", "Enter", "Enter", "n"}},
		6:  {2: {"grep -n 'told.*Corvan' *", "Enter"}},
		7:  {{"/", "safest", "Enter", "Enter"}, {"less *", "Enter", "/*safest", "Enter"}, {"grep -l safest *", "Enter"}},
		10: {newsboat, nil, {"grep -l Orvena *>st", "Enter", "restart", "sort st", "Enter", "find . -newer st", "Enter"}},
	}
}

// tasks returns the table in README.
func tasks(t *testing.T) []task {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "### Ten tasks, counted in keys\n")
	table, _, _ := strings.Cut(after, "\n## ")
	var out []task
	for l := range strings.SplitSeq(table, "\n") {
		cells := strings.Split(strings.Trim(l, "| "), " | ")
		if _, err := strconv.Atoi(cells[0]); err != nil {
			continue
		}
		if len(cells) != 7 || cells[0] != strconv.Itoa(len(out)+1) {
			t.Fatalf("the row does not fit: %s", l)
		}
		row := task{counts: [4]string(cells[3:])}
		for _, key := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cells[2], -1) {
			row.keys = append(row.keys, key[1])
		}
		out = append(out, row)
	}
	if len(out) != 10 {
		t.Fatalf("%d tasks are in README", len(out))
	}
	return out
}

// named reports whether key is the name of a key, and no text that is typed.
func named(key string) bool {
	return utf8.RuneCountInString(key) == 1 || slices.Contains([]string{"Enter", "Esc", "Tab", "^E", "restart"}, key)
}

// do presses and types what stands in a row. At "restart" the reader is left and started anew.
func (row task) do(s *screen, again func() *screen) *screen {
	s.t.Helper()
	for _, key := range row.keys {
		switch {
		case key == "restart":
			s.press("1 q")
			s = again()
		case named(key):
			s.press(key)
		default:
			s.enter(key)
		}
	}
	return s
}

// count returns how many keys those in keys are: a text is as many as it has letters, and starting the program is none.
func count(keys []string) int {
	n := 0
	for _, key := range keys {
		switch {
		case key == "restart":
		case named(key):
			n++
		default:
			n += utf8.RuneCountInString(key)
		}
	}
	return n
}

func TestTheKeysOfTheTasksAreCountedRight(t *testing.T) {
	for i, row := range tasks(t) {
		other := others()[i+1]
		for by, keys := range [][]string{row.keys, other[0], other[1], other[2]} {
			want, _, _ := strings.Cut(row.counts[by], ",") // behind it, how much of the task that does
			if got := strconv.Itoa(count(keys)); keys != nil && got != want || keys == nil && want != "cannot" {
				t.Errorf("task %d, column %d: README has %q, %q are %s keys", i+1, by+1, row.counts[by], keys, got)
			}
		}
	}
}

func TestTenTasks(t *testing.T) {
	rows := tasks(t)
	for i, do := range []func(*testing.T, task){whatSheSaidOfIt, whoDisputesWhom, threeQuotes, wrongSpeaker, unreadToday, toTheAgency, halfRemembered, theirSpeakers, twoNames, aPlace} {
		t.Run(fmt.Sprint(i+1), func(t *testing.T) { do(t, rows[i]) })
	}
}

func whatSheSaidOfIt(t *testing.T, row task) {
	t.Helper()
	row.do(newReporter(t).open(), nil).said("Roest: This is not a payment", "Roest: It is a payment for a wall", "Roest: I have never ruled out paying", "Roest: What I ruled out")
}

func whoDisputesWhom(t *testing.T, row task) {
	t.Helper()
	s := row.do(newReporter(t).open(), nil)
	s.sees("The lamp was dead", "That lamp went out on Boxing Day", "a lamp on the bridge showed green", "Jagtar Sohal", "Njål Brekkhus")
}

func threeQuotes(t *testing.T, row task) {
	t.Helper()
	inFolder(t)
	row.do(newReporter(t).open(), nil).says("Wrote 3 quotes to quotes.md.")
	text, err := os.ReadFile("quotes.md")
	if err != nil || strings.Count(string(text), "> — Anders Fogh Rasmussen") != 3 || strings.Count(string(text), "Reader, 2011-06-09") != 3 {
		t.Errorf("the file has\n%s\n(%v)", text, err)
	}
}

func wrongSpeaker(t *testing.T, row task) {
	t.Helper()
	r := newReporter(t)
	row.do(r.open(), nil).says("Tamsin van der Roest said")
	of := func() *screen { return r.open().press("v /").enter("second half").press("Enter") }
	of().said("Roest: The sentence").sees("corrected by you").press("U").says("Undone").said("nobody known: The sentence")
	of().said("nobody known: The sentence").seesNot("corrected by you")
}

func unreadToday(t *testing.T, row task) {
	t.Helper()
	r := newReporter(t)
	add := func(name, publisher, title string) {
		r.more[name] = fmt.Sprintf("---\ntitle: %s\npublisher: %s\ndate: %s\n---\n\n%[1]s.\n", title, publisher, time.Now().Format(time.DateOnly))
	}
	add("a.md", "Meridian", "The melons of the Lower Vesk are late")
	add("b.md", "Corvan News Agency", "No ship is waiting off the bar")
	add("c.md", "Corvan News Agency", "Twelve pigs have eaten well")
	add("d.md", "Harbour 24", "Soup is to be had at Gate 4")
	s := row.do(r.open(), nil).says("6 of 16 articles").reads("Twelve pigs have eaten well")
	read := 0
	for ref := range s.m.lib.All() {
		if h := s.m.lib.Head(ref); s.m.options.State.Read(h.ID) {
			read++
			if name := h.Path; name != "a.md" && name != "b.md" && name != "c.md" {
				t.Errorf("%s is read", name)
			}
		}
	}
	if read != 3 {
		t.Errorf("%d articles are read", read)
	}
}

func toTheAgency(t *testing.T, row task) {
	t.Helper()
	row.do(newReporter(t).open(), nil).said("nobody known: The sentence", "Ní Fhaoláin: Six and a half", "Terhorst-Tan: We never", "Nzinga-Pires: the whole", "Dobrenko: Not one gate", "Noh Yun-ha: the hope")
}

func halfRemembered(t *testing.T, row task) {
	t.Helper()
	row.do(changed(t, 140, 40), nil).reads(opens).sees("Changed 2 times", "Quotes edited", "− “This is the safest dam in the world,”")
}

func theirSpeakers(t *testing.T, row task) {
	t.Helper()
	inFolder(t)
	row.do(newReporter(t).open(), nil).says("quotes to quotes.csv.")
	file, err := os.Open("quotes.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil || len(lines) < 15 {
		t.Fatal(len(lines), err)
	}
	speaker := slices.Index(lines[0], "speaker")
	for _, l := range lines[1:] {
		if l[speaker] != "Lower Vesk Growers' Association" && !strings.Contains(l[speaker], "Nzinga-Pires") {
			t.Errorf("%q", l)
		}
	}
}

func twoNames(t *testing.T, row task) {
	t.Helper()
	row.do(newReporter(t).open(), nil).said("Obi-Thornbury: It is better", "Obi-Thornbury: she was", "Obi-Thornbury: I should like the date",
		"Obi-Thornbury: the public", "Obi-Thornbury: he need not")
}

func aPlace(t *testing.T, row task) {
	t.Helper()
	r := newReporter(t)
	again := func() *screen {
		r.more["new.md"] = "---\ntitle: The melons are here\ndate: 2026-11-20\n---\n\nMelons are cheap again, said Tamsin van der Roest.\n"
		return r.open()
	}
	s := row.do(r.open(), again).sees("New since", "Tamsin van der Roest", "1 new quote").press("Esc").says("is:starred sort:date", "5 of 13 articles")
	days := make([]string, 0, 5)
	for _, ref := range s.m.list.Refs() {
		days = append(days, s.m.lib.Head(ref).Published.Format(time.DateOnly))
	}
	if !slices.IsSorted(days) || len(days) != 5 {
		t.Errorf("listed are those of %q", days)
	}
}
