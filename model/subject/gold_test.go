package subject_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reader/model/library"
	"reader/model/subject"
	"reader/seeds"
)

// builtIn returns the library of the built-in stories.
func builtIn(tb testing.TB) *library.Library {
	tb.Helper()
	l := library.New(nil)
	loader := library.LoadFS(tb.Context(), seeds.Articles, library.Options{})
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		l.Take(readings...)
	}
	return l
}

// judged is a quote of testdata/same.txt.
type judged struct {
	speaker      string
	group        int // of that speaker
	path, begins string
}

func judgement(t *testing.T) []judged {
	t.Helper()
	data, err := os.ReadFile("testdata/same.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []judged
	speaker, group := "", 0
	for l := range strings.Lines(string(data)) {
		l = strings.TrimSpace(l)
		path, begins, _ := strings.Cut(l, " ")
		switch {
		case strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "== "):
			speaker = begins
		case l == "":
			group++
		default:
			out = append(out, judged{speaker, group, path, begins})
		}
	}
	return out
}

// found is a judged quote in the library: who is its speaker there, and which group it was put into.
type found struct {
	judged
	id    library.ID
	group int
}

// put finds the quotes in l and groups them.
func put(t *testing.T, l *library.Library, quotes []judged) []found {
	t.Helper()
	var out []found
	m := subject.NewMaker(l)
	for r := range l.All() {
		a := l.Article(r)
		for i := range a.Quotes {
			q := &a.Quotes[i]
			for _, j := range quotes {
				if q.Speaker != 0 && filepath.Base(a.Path) == j.path && strings.HasPrefix(strings.Join(strings.Fields(a.Quoted(q)), " "), j.begins) {
					m.Add(r, i, len(out))
					out = append(out, found{judged: j, id: l.IDOf(r, q.Speaker)})
					break
				}
			}
		}
	}
	statements := m.Statements()
	for g, group := range subject.Groups(statements) {
		for _, s := range group.Statements {
			for _, n := range statements[s].Quotes {
				out[n].group = g
			}
		}
	}
	return out
}

// Nine in ten pairs of quotes of one speaker that are put together are on the same subject, and three in ten of those that
// are are put together. With -v it tells the numbers, and which are wrong; the floors leave room for another analysis.
func TestQuotesOnTheSameSubject(t *testing.T) {
	t.Parallel()
	quotes := put(t, builtIn(t), judgement(t))
	right, together, same, pairs := 0, 0, 0, 0
	for i, a := range quotes {
		for _, b := range quotes[:i] {
			if a.speaker != b.speaker || a.id != b.id {
				continue
			}
			pairs++
			is, put := a.judged.group == b.judged.group, a.group == b.group
			switch {
			case is && put:
				right++
			case put:
				t.Logf("%s: together are %q and %q", a.speaker, a.begins, b.begins)
			}
			if is {
				same++
			}
			if put {
				together++
			}
		}
	}
	precision, recall := float64(right)/float64(together), float64(right)/float64(same)
	t.Logf("%d quotes, %d pairs, %d on the same subject, %d put together: precision %.3f, recall %.3f", len(quotes), pairs, same, together, precision, recall)
	if pairs < 900 || precision < 0.87 || recall < 0.25 {
		t.Errorf("of %d pairs precision is %.3f, at least 0.87 is wanted, and recall %.3f, at least 0.25", pairs, precision, recall)
	}
}
