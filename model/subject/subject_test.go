package subject

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"reader/model/library"
)

// about returns a statement of a speaker about things of one weight.
func about(speaker library.ID, things ...string) Statement {
	s := Statement{Speaker: speaker}
	for _, t := range things {
		s.Terms = append(s.Terms, Term{Key: t, Shown: t, Weight: 1})
	}
	return s
}

// together returns the statements of each group.
func together(groups []Group) [][]int {
	out := make([][]int, len(groups))
	for i, g := range groups {
		out[i] = g.Statements
	}
	return out
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		name       string
		statements []Statement
		want       [][]int
	}{
		{"nothing", nil, [][]int{}},
		{"the same words", []Statement{about(1, "dam", "gate"), about(1, "school"), about(1, "dam", "gate")}, [][]int{{0, 2}, {1}}},
		{"another speaker", []Statement{about(1, "dam", "gate"), about(2, "dam", "gate")}, [][]int{{0}, {1}}},
		{"a chain", []Statement{about(1, "a", "b"), about(1, "b", "c"), about(1, "c", "d")}, [][]int{{0, 1, 2}}},
		{"no words", []Statement{about(1), about(1)}, [][]int{{0}, {1}}},
		{"one word of many", []Statement{about(1, "a", "b", "c", "d", "e"), about(1, "a", "v", "w", "x", "y")}, [][]int{{0}, {1}}},
		{"larger ones first, speaker by speaker", []Statement{about(2, "x"), about(1, "y"), about(1, "z"), about(1, "z"), about(2, "x", "y")}, [][]int{{0, 4}, {2, 3}, {1}}},
	} {
		if got := together(Groups(c.statements)); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAGroupDoesNotGrowWithoutBound(t *testing.T) {
	all := make([]Statement, 0, 3*most)
	for range 3 * most {
		all = append(all, about(1, "dam", "gate"))
	}
	for _, g := range Groups(all) {
		if len(g.Statements) > most {
			t.Errorf("%d statements are on one subject", len(g.Statements))
		}
	}
}

func TestTheTermsOfAGroupAreWhatItsStatementsShare(t *testing.T) {
	got := Groups([]Statement{about(1, "dam", "gate", "rain"), about(1, "dam", "gate", "sun"), about(1, "dam")})[0].Terms
	if len(got) != 2 || got[0].Shown != "dam" || got[1].Shown != "gate" {
		t.Errorf("got %v", got)
	}
}

// Every statement is in one group, whatever the statements are.
func TestEveryStatementIsInOneGroup(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		n := rng.IntN(80)
		all := make([]Statement, 0, n)
		for range n {
			var things []string
			for k := range 12 {
				if rng.IntN(4) == 0 {
					things = append(things, fmt.Sprint(k))
				}
			}
			all = append(all, about(library.ID(1+rng.IntN(3)), things...))
		}
		met := make([]bool, len(all))
		for _, g := range Groups(all) {
			for _, i := range g.Statements {
				if met[i] || all[i].Speaker != all[g.Statements[0]].Speaker {
					t.Fatalf("statement %d is in two groups, or in one of another speaker", i)
				}
				met[i] = true
			}
		}
		if slices.Contains(met, false) {
			t.Fatal("a statement is in no group")
		}
	}
}

// What one speaker said ten thousand times, of twenty terms out of two thousand, some of which are in every other statement.
func BenchmarkGroups(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	all := make([]Statement, 10_000)
	for i := range all {
		things := make([]string, 0, 20)
		for range 20 {
			things = append(things, fmt.Sprint(int(2000*rng.Float64()*rng.Float64()*rng.Float64())))
		}
		slices.Sort(things)
		all[i] = about(1, slices.Compact(things)...)
	}
	for b.Loop() {
		Groups(all)
	}
}
