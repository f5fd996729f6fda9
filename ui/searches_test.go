package ui

import (
	"testing"

	"reader/model/state"
)

// Searches that are saved, and the order of what is listed.

func TestISaveASearchAndOpenIt(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("f").says("No search is saved yet").press("s").enter("harl").press("Enter 1 f").sees("Saved searches ─", `speaker:"Ada Harl"`, "Type a name to keep")
	s.enter("minister").sees("“minister”: keep this query under the name").press("Enter").says("The search minister saved. U undoes it.")
	s.press("Esc f").sees("▌  minister", `speaker:"Ada Harl"`).press("Enter").says("3 of 6 articles")
	s.press("f").enter("minister").seesNot("“minister”").press("Esc Esc")
	s = h.open(140, 40).press("f").enter("harl").press("Enter").says("3 of 6 articles")
	s.press("F").enter(" title:minister").press("Enter f").enter("other").press("Enter f").sees("minister", "other").press("Esc U").says("Undone: the search other saved.")
	s.press("f").seesNot("other")
}

// A name that I type is kept, though its letters are in another.
func TestANewNameIsNotTakenForAnother(t *testing.T) {
	s := newHabit(t).open(140, 40).press("/").enter("dam").press("Enter f").enter("The minister, and what he says").press("Enter")
	s.press("/ ^u").enter("crack").press("Enter f").enter("mine").sees("▌  “mine”: keep").sees("  The minister, and").press("Enter").says("The search mine saved")
	s.press("f ^u").enter("min").sees("▌  mine", "  The minister", "  “min”: keep")
}

func TestIChangeASavedSearch(t *testing.T) {
	h := newHabit(t)
	log, err := state.Open(h.file)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"dam": "title:dam", "odd": "speaker:("} {
		if err := log.Save(name, text); err != nil {
			t.Fatal(err)
		}
	}
	s := h.open(140, 40).press("f Tab").sees("dam ─", "title:dam", "▌  open it", "take it away").seesNot("keep the query of now").press("Enter").says("title:dam", "1 of 6 articles")
	s.press("Esc /").enter("crack").press("Enter f Tab").sees("keep the query of now instead").press("↓ Enter").says("The search dam saved. U undoes it.")
	s.press("f Tab").seesNot("keep the query of now").press("Esc Esc f").sees("crack").press("Tab").enter("take").press("Enter").says("The search dam taken away")
	s.press("f").sees("▌  odd").seesNot("  dam").press("Enter").says("6 articles").press("U").says("Undone: the search dam taken away").press("f").sees("▌  dam")
}

func TestASearchIsNotSavedTwiceNorWithoutAFile(t *testing.T) {
	s := newHabit(t).open(140, 40).press("/").enter("dam").press("Enter f").enter("x").press("Enter").says("saved")
	s.m.save("x", "dam")
	s.press("j").says("kept under that name already").press("U").says("Undone: the search x saved")
	open(t, 140, 40).press("/").enter("dam").press("Enter f").enter("x").press("Enter").says("Not kept")
}

func TestIChooseTheOrder(t *testing.T) {
	s := open(t, 140, 40).press("S").sees("Order ─", "▌  newest first", "oldest first", "sort:date", "most quotes first").press("↓ Enter").says("sort:date").reads(minutes).press("g").reads(bakery)
	s.press("S").sees("▌  oldest first").enter("most").press("Enter g").says("sort:-quotes").seesNot("sort:date").press("S").sees("▌  most quotes").enter("newest").press("Enter g").reads(minutes)
	s.seesNot("sort:").press("F").enter("dam OR crack").press("Enter S").enter("title").press("Enter g").says("(dam OR crack) sort:title").press("S Esc").says("sort:title")
	s.press("F ^u").enter("sort:-date").press("Enter S").sees("▌  newest first")
}
