package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"reader/model"
)

// webpage is a page of testdata/pages, and what Read is to find there: the fields and the text of the article.
type webpage struct {
	path   string
	data   []byte
	fields map[string]string
	text   string
}

// webpages reads testdata/pages: beside each page, NAME.html, stands NAME.want.
func webpages(tb testing.TB) []webpage {
	tb.Helper()
	paths, err := filepath.Glob("testdata/pages/*.*")
	if err != nil || len(paths) < 30 {
		tb.Fatal("no pages", err)
	}
	var out []webpage
	for _, path := range paths {
		if filepath.Ext(path) == ".want" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(path, filepath.Ext(path)) + ".want")
		if err != nil {
			tb.Fatal(err)
		}
		head, text, _ := strings.Cut(string(want), "\n\n")
		p := webpage{path, data, map[string]string{}, text}
		for line := range strings.Lines(head) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			p.fields[key] = value
		}
		out = append(out, p)
	}
	return out
}

// fieldsOf returns the fields of a as webpages have them.
func fieldsOf(a *model.Article) map[string]string {
	return map[string]string{
		"title": a.Title, "authors": strings.Join(a.Authors, "; "), "published": a.Published.String(), "publisher": a.Publisher,
		"url": a.URL, "language": a.Language, "tags": strings.Join(a.Tags, "; "),
	}
}

// The main text of pages of every make is found, by words as a multiset, and what they say of it.
func TestPages(t *testing.T) {
	right := map[string]int{}
	var precision, recall, f1 float64
	pages := webpages(t)
	for _, page := range pages {
		articles, err := Read(page.path, page.data)
		if err != nil {
			t.Fatal(err)
		}
		a := articles[0]
		check(t, page.path, "", a)
		p, r, f := compare(wordCounts(page.text), wordCounts(a.Text))
		precision, recall, f1 = precision+p, recall+r, f1+f
		wrong := ""
		for key, got := range fieldsOf(a) {
			if got == page.fields[key] {
				right[key]++
			} else {
				wrong += fmt.Sprintf("; %s: %q, not %q", key, got, page.fields[key])
			}
		}
		t.Logf("%-22s P %5.1f R %5.1f F1 %5.1f%s", filepath.Base(page.path), 100*p, 100*r, 100*f, wrong)
		if r < 0.85 {
			t.Errorf("%s: of the article only %.0f %% was found", page.path, 100*r)
		}
	}
	n := float64(len(pages))
	precision, recall, f1 = 100*precision/n, 100*recall/n, 100*f1/n
	t.Logf("%d pages: P %.1f R %.1f F1 %.1f, right: %v", len(pages), precision, recall, f1, right)
	if precision < 97.5 || recall < 99 || f1 < 98 {
		t.Errorf("main text: P %.1f, R %.1f, F1 %.1f", precision, recall, f1)
	}
	for key, count := range right {
		if count < len(pages)-1 {
			t.Errorf("%s: right on only %d of %d pages", key, count, len(pages))
		}
	}
}

// wordCounts counts the words of s; each character of a script without blanks is one.
func wordCounts(s string) map[string]int {
	out := map[string]int{}
	for _, word := range fields(s) {
		if !strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }) {
			out[strings.ToLower(word)]++
			continue
		}
		for _, r := range word {
			out[string(r)]++
		}
	}
	return out
}

// compare returns how much of got is wanted, how much of what is wanted is in got, and their harmonic mean.
func compare(want, got map[string]int) (precision, recall, f1 float64) {
	both, wanted, found := 0, 0, 0
	for word, n := range want {
		wanted += n
		both += min(n, got[word])
	}
	for _, n := range got {
		found += n
	}
	if both == 0 {
		return 0, 0, 0
	}
	precision, recall = float64(both)/float64(found), float64(both)/float64(wanted)
	return precision, recall, 2 * precision * recall / (precision + recall)
}
