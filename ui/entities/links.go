package entities

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"reader/model"
	"reader/model/address"
	"reader/model/markdown"
	"reader/ui/line"
	"reader/ui/page"
)

// Link is where a row of the links leads.
type Link struct {
	Address string // as the article has it
	To      string // percent-encoded, or where it can't be opened, what can be printed of it
	Host    string // as the network knows it; "": it can't be opened
	Hides   bool   // the label reads like another address
}

// links returns the links of a's body, each address once, and where the article comes from.
func links(a *model.Article) []Row {
	var rows []Row
	add := func(label, address string) {
		if address == "" {
			return
		}
		hides := page.Hides(label, address)
		same := func(r Row) bool { return r.Link.Address == address }
		if i := slices.IndexFunc(rows, same); i >= 0 {
			rows[i].Mentions++
			rows[i].Link.Hides = rows[i].Link.Hides || hides
			return
		}
		rows = append(rows, linkRow(label, address, hides))
	}
	d := markdown.Parse(a.Markdown)
	for i := 0; i < len(d.Pieces); {
		node, address := linkOf(d, d.Pieces[i].Node)
		label := d.Pieces[i].Text
		for i++; node != nil && i < len(d.Pieces) && inside(d.Pieces[i].Node, node); i++ {
			label.End = d.Pieces[i].Text.End
		}
		add(line.One(label.In(d.Text)), address)
	}
	if a.URL != "" && !slices.ContainsFunc(rows, func(r Row) bool { return r.Link.Address == a.URL }) {
		rows = append(rows, linkRow("The article’s address", a.URL, false))
	}
	return rows
}

func linkRow(label, link string, hides bool) Row {
	l := Link{Address: link, Hides: hides}
	if to, ok := address.Parse(link); ok {
		l.To, l.Host = to.URL, to.Host
	} else {
		l.To = strings.Trim(strconv.Quote(link), `"`)
	}
	return Row{Name: cmp.Or(label, l.To), Mentions: 1, Link: l}
}

// linkOf returns the link that n of d stands in, and its address; nil if it stands in none.
func linkOf(d *markdown.Document, n ast.Node) (node ast.Node, address string) {
	for ; n != nil; n = n.Parent() {
		switch n := n.(type) {
		case *ast.AutoLink:
			address = string(n.URL(d.Source))
			if n.AutoLinkType == ast.AutoLinkEmail {
				address = "mailto:" + strings.TrimPrefix(address, "mailto:")
			}
			return n, address
		case *ast.Link:
			return n, string(n.Destination)
		}
	}
	return nil, ""
}

// inside reports whether n is outer, or stands in it.
func inside(n, outer ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n == outer {
			return true
		}
	}
	return false
}
