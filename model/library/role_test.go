package library

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestSomebodyHasTheRoleThatArticlesTellNow(t *testing.T) {
	t.Parallel()
	type article struct {
		role string
		day  int
	}
	many := func(n int, a article) (out []article) {
		for range n {
			out = append(out, a)
		}
		return out
	}
	for _, c := range []struct {
		name     string
		articles []article
		want     string
	}{
		{"nobody tells one", []article{{"", 1}}, ""},
		{"the one that is told", []article{{"", 3}, {"mayor", 1}, {"", 4}}, "mayor"},
		{"the later one", []article{{"governor", 9}, {"mayor", 1}}, "governor"},
		{"a new office, told as often as it could be by now", append(many(20, article{"foreign minister", 1}), many(4, article{"prime minister", 2})...), "prime minister"},
		{"not a turn of phrase", append(many(20, article{"senator", 1}), article{"then a student", 2}), "senator"},
		{"on one day the one told most", []article{{"chair", 1}, {"senator", 1}, {"Senator", 1}}, "senator"},
		{"in whatever case", append(many(6, article{"Senator", 1}), article{"senator", 3}, article{"author", 2}), "Senator"},
	} {
		for range 20 {
			var told roles
			rand.Shuffle(len(c.articles), func(i, j int) { c.articles[i], c.articles[j] = c.articles[j], c.articles[i] })
			for _, a := range c.articles {
				told.add(a.role, time.Unix(int64(a.day), 0))
			}
			if got := told.current(); words(got) != words(c.want) {
				t.Errorf("%s: %q, not %q", c.name, got, c.want)
			}
		}
	}
}
