// Package links finds where an article leads.
package links

import (
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

// Link is an address that an article leads to.
type Link struct {
	Label   string // what the article calls it; "": nothing
	Address string // as the article has it
	To      string // percent-encoded, or where it can't be opened, what can be printed of it
	Host    string // as the network knows it; "": it can't be opened
	Hides   bool   // a label reads like another address
	Times   int    // how often it stands there
}

// Of returns the links of a's body, each address once, in the order of the text, and last where the article comes from.
func Of(a *model.Article) []Link {
	var out []Link
	add := func(label, address string) {
		hides := page.Hides(label, address)
		if i := find(out, address); i >= 0 {
			out[i].Times++
			out[i].Hides = out[i].Hides || hides
			return
		}
		out = append(out, to(label, address, hides))
	}
	each(a, func(label model.Span, address string) { add(line.One(label.In(a.Text)), address) })
	if a.URL != "" && find(out, a.URL) < 0 {
		out = append(out, to("The article’s address", a.URL, false))
	}
	return out
}

// Disguise is a link of which the words read like another address.
type Disguise struct {
	Words model.Span // in the article's text
	Host  string     // where it leads
}

// Disguised returns the links of a's body that are made to look like others.
func Disguised(a *model.Article) []Disguise {
	var out []Disguise
	each(a, func(label model.Span, url string) {
		if to, ok := address.Parse(url); ok && page.Hides(line.One(label.In(a.Text)), url) {
			out = append(out, Disguise{label, to.Host})
		}
	})
	return out
}

// each calls f with where the words of each link of a's body stand, and its address.
func each(a *model.Article, f func(label model.Span, address string)) {
	d := markdown.Parse(a.Markdown)
	for i := 0; i < len(d.Pieces); {
		node, address := linkOf(d, d.Pieces[i].Node)
		label := d.Pieces[i].Text
		for i++; node != nil && i < len(d.Pieces) && inside(d.Pieces[i].Node, node); i++ {
			label.End = d.Pieces[i].Text.End
		}
		if address != "" && int(label.End) <= len(a.Text) {
			f(label, address)
		}
	}
}

func find(links []Link, address string) int {
	return slices.IndexFunc(links, func(l Link) bool { return l.Address == address })
}

func to(label, url string, hides bool) Link {
	l := Link{Label: label, Address: url, Hides: hides, Times: 1}
	if to, ok := address.Parse(url); ok {
		l.To, l.Host = to.URL, to.Host
	} else {
		l.To = strings.Trim(strconv.Quote(url), `"`)
	}
	return l
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
