package popup

import (
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// typing returns a finder in which text was typed.
func typing(text string) *finder {
	f := &finder{}
	for _, r := range text {
		f.edit(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return f
}

func TestWordsThatBeginSoComeFirst(t *testing.T) {
	few := []string{"barlow", "ann bar", "oberon", "crabari", "bxaxr"}
	many := slices.Clone(few)
	for i := range 2 * plenty {
		many = append(many, fmt.Sprintf("bar %d", i))
	}
	if got, want := typing("bar").find(few), []int{0, 1, 3, 4}; !slices.Equal(sortedTail(got), want) {
		t.Errorf("of a few: %v, want %v", got, want)
	}
	got := typing("bar").find(many)
	if len(got) != 2*plenty+3 || got[0] != 0 || got[1] != 1 || got[len(got)-1] != 3 {
		t.Errorf("of many: %d, from %v to %v", len(got), got[:3], got[len(got)-1])
	}
	if got := typing("zz").find(many); len(got) > 0 {
		t.Errorf("nobody is called so, and it finds %v", got)
	}
}

// sortedTail returns rows with the first two in order: which of two words that begin alike is first is for package fuzzy to say.
func sortedTail(rows []int) []int {
	rows = slices.Clone(rows)
	slices.Sort(rows[:min(2, len(rows))])
	return rows
}
