package near_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"reader/model/generate"
	"reader/model/near"
)

// sample returns the bodies of n articles, and of whom each is a copy: 0 of nobody.
func sample(seed uint64, n int) (texts []string, copies []int) {
	g := generate.New(seed)
	for range n {
		a := g.Next()
		texts = append(texts, body(a))
		copies = append(copies, a.Truth.Copy)
	}
	return texts, copies
}

// body returns the text of a without its front matter.
func body(a generate.Article) string {
	_, text, _ := strings.Cut(string(a.Markdown[4:]), "---\n")
	return text
}

func indexOf(texts []string) *near.Index {
	x := near.New()
	for i, text := range texts {
		x.Add(int32(i), text)
	}
	return x
}

// score returns the share of the pairs in groups that are copies, and of the pairs of copies that are in groups.
func score(x *near.Index, copies []int) (precision, recall float64) {
	var right, grouped, all int
	byCopy := map[int]int{}
	for ref, c := range copies {
		for _, other := range x.Members(int32(ref)) {
			if int(other) < ref {
				grouped++
				if c != 0 && copies[other] == c {
					right++
				}
			}
		}
		if c != 0 {
			all += byCopy[c]
			byCopy[c]++
		}
	}
	return float64(right) / float64(grouped), float64(right) / float64(all)
}

func TestCopiesOfOneArticleAreAGroup(t *testing.T) {
	t.Parallel()
	texts, copies := sample(21, 6000)
	precision, recall := score(indexOf(texts), copies)
	t.Logf("precision %.4f, recall %.4f", precision, recall)
	if precision < 0.99 || recall < 0.95 {
		t.Errorf("precision %.4f, recall %.4f", precision, recall)
	}
}

func TestGroupsDoNotDependOnTheOrder(t *testing.T) {
	t.Parallel()
	texts, _ := sample(22, 3000)
	x, y := indexOf(texts), near.New()
	for i, text := range slices.Backward(texts) {
		y.Add(int32(i), text)
	}
	for ref := range int32(len(texts)) {
		if !slices.Equal(x.Members(ref), y.Members(ref)) || x.Group(ref) != y.Group(ref) {
			t.Errorf("%d is with %v, and the other way round with %v", ref, x.Members(ref), y.Members(ref))
		}
	}
}

// TestCopies holds groups against testdata/copies.txtar.
func TestCopies(t *testing.T) {
	t.Parallel()
	archive, err := txtar.ParseFile("testdata/copies.txtar")
	if err != nil {
		t.Fatal(err)
	}
	x := near.New()
	for i, f := range archive.Files {
		x.Add(int32(i), string(f.Data))
	}
	for i, f := range archive.Files {
		for k, other := range archive.Files[:i] {
			if want, got := f.Name == other.Name, x.Group(int32(i)) == x.Group(int32(k)); got != want {
				t.Errorf("%s and %s: one group is %t, want %t", f.Name, other.Name, got, want)
			}
		}
	}
}

func TestWhatIsEditedMovesToAnotherGroup(t *testing.T) {
	t.Parallel()
	texts, copies := sample(23, 400)
	var group []int32 // an article and two copies of it
	for i := range copies {
		if i > 1 && copies[i] != 0 && copies[i-1] == copies[i] && copies[i-2] == copies[i] {
			group = []int32{int32(i - 2), int32(i - 1), int32(i)}
			break
		}
	}
	x := near.New()
	for _, r := range group {
		x.Add(r, texts[r])
	}
	if got := x.Members(group[1]); !slices.Equal(got, group) {
		t.Fatalf("got %v, want %v", got, group)
	}
	x.Add(group[0], "Something else is told here now, of which no other article has ever had a word to tell.")
	if got := x.Members(group[0]); len(got) != 1 {
		t.Errorf("the edited one is with %v", got)
	}
	if got := x.Members(group[2]); !slices.Equal(got, group[1:]) || x.Group(group[2]) != group[1] {
		t.Errorf("the others are %v", got)
	}
	x.Add(group[0], texts[group[0]])
	if got := x.Members(group[2]); !slices.Equal(got, group) || x.Group(group[2]) != group[0] {
		t.Errorf("got %v, want %v as before", got, group)
	}
	x.Remove(group[1])
	if x.Group(group[1]) != -1 || x.Members(group[1]) != nil {
		t.Error("what was removed is still there")
	}
	if got := x.Members(group[0]); !slices.Equal(got, []int32{group[0], group[2]}) {
		t.Errorf("the others are %v", got)
	}
}

func TestPartsWhatOnlyOneHeldTogether(t *testing.T) {
	t.Parallel()
	texts, _ := sample(24, 3)
	paragraphs := func(i, from, to int) string {
		return strings.Join(strings.Split(texts[i], "\n\n")[from:to], "\n\n")
	}
	x := near.New()
	x.Add(0, paragraphs(0, 0, 8))
	x.Add(1, paragraphs(0, 0, 8)+"\n\n"+paragraphs(1, 0, 8))
	x.Add(2, paragraphs(1, 0, 8))
	if got := x.Members(0); len(got) != 3 {
		t.Fatalf("got %v, want all three", got)
	}
	x.Remove(1)
	if x.Group(0) != 0 || x.Group(2) != 2 {
		t.Errorf("0 is still of the group %d, 2 of %d", x.Group(0), x.Group(2))
	}
}

func TestTextsWithoutWordsAreLikeNoOther(t *testing.T) {
	t.Parallel()
	x := near.New()
	for ref, text := range []string{"", "— … !", "", "Closed.", "Closed!"} {
		x.Add(int32(ref), text)
	}
	for ref, want := range []int32{0, 1, 2, 3, 3} {
		if got := x.Group(int32(ref)); got != want {
			t.Errorf("%d is of the group %d, want %d", ref, got, want)
		}
	}
	if got := x.Group(5); got != -1 {
		t.Errorf("an article that is not there is of the group %d", got)
	}
}

// BenchmarkAdd is what the latest thousand of so many articles cost each, and what all of them keep.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var spent time.Duration
			var kept float64
			for b.Loop() {
				x, before := near.New(), heap()
				spent += fill(x, n)
				kept = float64(heap()-before) / float64(n)
				runtime.KeepAlive(x)
			}
			b.ReportMetric(float64(spent.Nanoseconds())/float64(b.N)/1000, "ns/article")
			b.ReportMetric(kept, "B/article")
		})
	}
}

// fill adds n articles to x and returns how long the last thousand took.
func fill(x *near.Index, n int) time.Duration {
	g := generate.New(1)
	texts := make([]string, 1000)
	var start time.Time
	for ref := 0; ref < n; ref += len(texts) {
		for k := range texts {
			texts[k] = body(g.Next())
		}
		start = time.Now()
		for k, text := range texts {
			x.Add(int32(ref+k), text)
		}
	}
	return time.Since(start)
}

// heap returns how many bytes are in use.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
