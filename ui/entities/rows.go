package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"reader/model"
	"reader/model/library"
	"reader/model/markdown"
)

// collect returns the rows of all tabs for a: those with the highest count first, else in the order of the text.
// Speakers who are only guessed come after the others, and quotes of nobody known last.
func collect(a *model.Article) [tabCount][]Row {
	var tabs [tabCount][]Row
	sure, weak, mentions := counts(a)
	for i := range a.Entities {
		e, id := &a.Entities[i], model.EntityID(i+1)
		row := Row{Entity: id, Name: e.Name, Role: e.Role, Count: sure[id], Yours: e.Ruling != model.Unruled}
		if row.Count == 0 {
			row.Count, row.Weak = weak[id], true
		}
		if row.Count > 0 {
			tabs[Speakers] = append(tabs[Speakers], row)
		}
		row.Count, row.Weak = mentions[id], false
		switch e.Type {
		case model.Person:
			tabs[People] = append(tabs[People], row)
		case model.Organization:
			tabs[Organizations] = append(tabs[Organizations], row)
		case model.Place:
			tabs[Places] = append(tabs[Places], row)
		default:
		}
	}
	for t := range tabs {
		slices.SortStableFunc(tabs[t], func(a, b Row) int {
			switch {
			case a.Weak == b.Weak:
				return cmp.Compare(b.Count, a.Count)
			case a.Weak:
				return 1
			default:
				return -1
			}
		})
	}
	if n := sure[0] + weak[0]; n > 0 {
		tabs[Speakers] = append(tabs[Speakers], Row{Name: "Unknown", Count: n, Role: "Quotes whose speaker cannot be told"})
	}
	tabs[Links] = links(a)
	return tabs
}

// counts returns how many quotes that count as theirs, other quotes, and mentions each entity has, by its id.
func counts(a *model.Article) (sure, weak, mentions []int) {
	n := len(a.Entities) + 1
	sure, weak, mentions = make([]int, n), make([]int, n), make([]int, n)
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if q.Confidence < library.Least {
			weak[q.Speaker]++
		} else {
			sure[q.Speaker]++
		}
	}
	for i := range a.Mentions {
		mentions[a.Mentions[i].Entity]++
	}
	return sure, weak, mentions
}

// links returns the links of a's body, each address once, and where the article comes from.
func links(a *model.Article) []Row {
	var rows []Row
	add := func(label, address string) {
		same := func(r Row) bool { return r.Role == address }
		if address == "" || slices.ContainsFunc(rows, same) {
			return
		}
		rows = append(rows, Row{Name: cmp.Or(label, address), Role: address})
	}
	d := markdown.Parse(a.Markdown)
	for _, p := range d.Pieces {
		address := ""
		if auto, ok := p.Node.(*ast.AutoLink); ok {
			address = string(auto.URL(d.Source))
		}
		for n := p.Node; n != nil && address == ""; n = n.Parent() {
			if link, ok := n.(*ast.Link); ok {
				address = string(link.Destination)
			}
		}
		add(p.Text.In(d.Text), address)
	}
	add("The article’s address", a.URL)
	return rows
}

// matching returns the rows with words in their names.
func matching(rows []Row, words string) []Row {
	words = library.Fold(words)
	var out []Row
	for _, r := range rows {
		if strings.Contains(library.Fold(r.Name), words) {
			out = append(out, r)
		}
	}
	return out
}
