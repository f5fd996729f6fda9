package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/model/state"
)

// What is kept of articles besides what is corrected: read, star, place.

// habit is a person who comes back to the newsroom, with the file in which is kept what they read.
type habit struct {
	t    *testing.T
	file string
}

func newHabit(t *testing.T) *habit {
	t.Helper()
	return &habit{t, filepath.Join(t.TempDir(), "reader", "state.jsonl")}
}

// open starts the reader anew, with all articles.
func (h *habit) open(w, lines int) *screen {
	h.t.Helper()
	return h.with(Options{}, w, lines, results(newsroom(h.t)...))
}

func (h *habit) with(o Options, w, lines int, batches ...[]library.Reading) *screen {
	h.t.Helper()
	log, err := state.Open(h.file)
	if err != nil {
		h.t.Fatal(err)
	}
	o.State = log
	return openWith(h.t, o, w, lines, batches...)
}

// unread asserts which articles the list tells to be unread, by the beginnings of their titles.
func (s *screen) unread(want ...string) *screen {
	s.t.Helper()
	var got []string
	for l := range strings.SplitSeq(s.text(), "\n") {
		if r := []rune(l); len(r) > 4 && r[0] == '│' && r[2] == '•' {
			got = append(got, string(r[4:10]))
		}
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		s.t.Errorf("unread are %q, want %q:\n%s", got, want, s.text())
	}
	return s
}

func TestWhatIOpenIsRead(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake").press("j j").reads(answers)
	s.unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake") // a preview is not read
	s.press("Enter").unread("The mi", "Le bar", "Engine", "Minist", "A bake").press("J").unread("The mi", "Le bar", "Minist", "A bake")
	s.press("1 j k").unread("The mi", "Le bar", "Minist", "A bake").press("U").says("nothing to undo") // it went by itself
	h.open(140, 40).unread("The mi", "Le bar", "Minist", "A bake")
}

func TestWhatIsOpenWhenIStartIsReadOnceIDoSomething(t *testing.T) {
	s := newHabit(t).with(Options{First: "osk-warns.md"}, 140, 40, results(newsroom(t)...)).reads(warns)
	s.unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake").press("d").unread("The mi", "Le bar", "“Hairl", "Minist", "A bake")
}

func TestAClickOpensWhatIsReadThen(t *testing.T) {
	s := newHabit(t).open(140, 40)
	s.send(tea.MouseClickMsg{X: 5, Y: 8, Button: tea.MouseLeft}).reads(answers).unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake")
	s.send(tea.MouseClickMsg{X: 60, Y: 8, Button: tea.MouseLeft}).unread("The mi", "Le bar", "Engine", "Minist", "A bake")
}

func TestWhatAPickerShowsIsNotRead(t *testing.T) {
	s := newHabit(t).open(140, 40).press("2").unread("Le bar", "“Hairl", "Engine", "Minist", "A bake")
	s.press("s ↓").reads(answers).press("Esc").reads(minutes).unread("Le bar", "“Hairl", "Engine", "Minist", "A bake")
}

func TestIMarkAsReadAndUnread(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("j m").says("1 article marked as read. U undoes it.").unread("The mi", "“Hairl", "Engine", "Minist", "A bake")
	s.press("m").says("marked as unread").unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake")
	s.press("2").unread("The mi", "“Hairl", "Engine", "Minist", "A bake").press("m").says("marked as unread")
	s.press("d u").unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake") // and stays so while I am here
	s.press("1 U").says("Undone: 1 article marked as unread.").unread("The mi", "“Hairl", "Engine", "Minist", "A bake")
	h.open(140, 40).unread("The mi", "“Hairl", "Engine", "Minist", "A bake")
}

func TestIMarkAllThatIsListedAsRead(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("s").enter("harl").press("Enter 1 m M").sees("Mark as read ─", "Mark 2 unread articles of this list as read?", "▌  yes").press("Esc")
	s.unread("“Hairl", "Minist").press("M").enter("no").press("Enter").unread("“Hairl", "Minist")
	s.press("M Enter").says("2 articles marked as read. U undoes it.").unread().press("M").says("No unread article is listed.").press("Esc")
	s.unread("Le bar", "Engine", "A bake").press("U").says("Undone: 2 articles").unread("Le bar", "“Hairl", "Engine", "Minist", "A bake")
	h.open(140, 40).unread("Le bar", "“Hairl", "Engine", "Minist", "A bake")
}

func TestIGoFromUnreadToUnread(t *testing.T) {
	s := newHabit(t).open(140, 40).press("m j j m j m g .").reads(barrage).press(".").reads(opens).press(".").reads(bakery)
	s.press(".").says("last unread article").reads(bakery).press(", ,").reads(barrage).press(",").says("first unread article").reads(barrage)
	s.press("2 .").reads(opens).press(".").reads(bakery).press(",").says("first unread article") // those I went to are read
	s.press("1 k m v g .").reads(opens).press(".").says("last unread article").reads(opens)
}

func TestIStar(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("j *").says("1 article starred. U undoes it.").sees("Le Courrier du Lac", "★ fr").press("G *").sees("The Orven Post  ★")
	s.press("*").says("star taken from 1 article").seesNot("Post  ★").press("U").says("Undone: the star taken").sees("The Orven Post  ★")
	h.open(140, 40).sees("★ fr", "The Orven Post  ★")
	h.open(40, 10).sees(" ★ fr").seesNot("Bakery ★")
}

func TestMyPlaceIsThereWhenIComeBack(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 20).press("2 / ").enter("paragraph 20").press("Enter Esc").sees("Paragraph 20 of").press("1")
	s.press("j k").sees("Paragraph 20 of").press("q")
	again := h.open(60, 20).press("Enter").reads(minutes).sees("Paragraph 20 of").seesNot("the lake was full")
	again.press("G 1 q")
	h.open(140, 20).reads(minutes).sees("the lake was full") // it was read to the end
}

func TestMyPlaceGivesWayToTheSpeakerIChose(t *testing.T) {
	h := newHabit(t)
	h.open(140, 20).press("2 d d 1 q")
	h.open(140, 20).seesNot("the lake was full").press("s").enter("harl").press("Enter").on("the lake was full")
}

func TestUndoTakesBackTheLastOfBothKinds(t *testing.T) {
	d, h := newDesk(t), newHabit(t)
	s := d.open(140, 40)
	log, err := state.Open(h.file)
	if err != nil {
		t.Fatal(err)
	}
	s.m.options.State = log
	s.press("n n c").enter("osk").press("Enter").says("Ben Osk said").press("*").says("starred").press("n c").enter("harl").press("Enter").says("Ada Harl said")
	s.press("U").says("Undone: Ada Harl said").press("U").says("Undone: 1 article starred.").press("U").says("Undone: Ben Osk said").press("U").says("nothing to undo")
}

func TestWhatAnotherReaderChangedIsNotUndone(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("m")
	h.open(140, 40).press("m").says("marked as unread")
	s.press("U").says("changed elsewhere").unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake")
}

func TestWhereNothingCanBeKeptItSaysSoOnce(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40)
	if err := os.RemoveAll(filepath.Dir(h.file)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Dir(h.file), nil, 0o600); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	s.press("m").says("Not kept (! tells all)").press("2").says("Not kept").press("1 2 * 1").says("1 problem (!)")
	s.unread("The mi", "Le bar", "“Hairl", "Engine", "Minist", "A bake").press("!").sees("! what you have read in", "written: ", "mkdir").press("Esc q")
	if !s.quit {
		t.Error("one cannot leave any more")
	}
}

func TestWithoutAFileNothingIsMarked(t *testing.T) {
	s := open(t, 140, 40).press("2 1").seesNot("•").press("m").says("Not kept", "nothing is kept").press("M").sees("Mark 6 unread").press("Enter").says("Not kept")
	s.press(". , U").says("nothing to undo")
	openWith(t, Options{Problems: []error{state.ErrNotKept}}, 140, 40, results(newsroom(t)...)).says("1 problem (!)").press("!").sees("nothing is kept")
	openWith(t, Options{}, 140, 40, nil).press("m").says("There is no article here.").press("*").says("There is no article here.").press("M . ,")
}

func TestWhatIsNewTheNextTime(t *testing.T) {
	h, all := newHabit(t), newsroom(t)
	s := h.with(Options{}, 140, 40, results(all[:2]...)).press("q")
	if !s.quit {
		t.Fatal("it does not quit")
	}
	s = h.with(Options{}, 140, 40, results(all[:3]...), results(all[3:]...))
	for i, a := range all {
		if s.m.options.State.New(a.ID) != (i >= 2) {
			t.Errorf("article %d is new: %v", i, i < 2)
		}
	}
}

func TestWhatIsBeingKeptIsKeptBeforeILeave(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40)
	_, first := s.m.Update(keyOf("*"))
	_, second := s.m.Update(keyOf("q"))
	if first == nil || second != nil {
		t.Fatal("it leaves before the star is written")
	}
	s.says("Writing").receive(first())
	if log, err := state.Open(h.file); err != nil || !s.quit || !log.Starred(newsroom(t)[5].ID) {
		t.Errorf("it does not leave, or nothing is written: %v", err)
	}
}
