package why

import (
	"fmt"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
	"reader/ui/page"
)

// Entity tells why entity e of article r is one: by what names the article calls it and what ties these to it, which names of
// other articles are the same, and from whom it was kept apart.
func Entity(lib *library.Library, r library.Ref, e model.EntityID) Sheet {
	a := lib.Article(r)
	s := Sheet{}
	s.title(titled(a.Entity(e)))
	s.section("In this article")
	s.mentions(a, e)
	if id := lib.IDOf(r, e); id != 0 {
		s.across(lib, id)
	}
	return s
}

// titled returns the name of e with the role behind it.
func titled(e *model.Entity) string {
	if e.Role() == "" {
		return e.Name
	}
	return e.Name + ", " + e.Role()
}

// How many rows of one kind are listed, and how many roles of one name.
const (
	most     = 12
	fewRoles = 4
)

// mentions adds the ways in which a mentions e, each with how often and what ties it to e.
func (s *Sheet) mentions(a *model.Article, e model.EntityID) {
	type way struct {
		words string
		link  model.Link
	}
	type seen struct {
		way
		times int
		where string
	}
	var ways []seen
	at := map[way]int{}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Entity != e {
			continue
		}
		w := way{short(a.Mentioned(m), 80), m.Link}
		if m.Form == model.Pronoun {
			w.words = strings.ToLower(w.words)
		}
		k, known := at[w]
		if !known {
			k = len(ways)
			at[w] = k
			ways = append(ways, seen{way: w, where: page.Where(a, m.Field, m.Span.Start)})
		}
		ways[k].times++
	}
	for _, w := range ways[:min(len(ways), most)] {
		told := w.words + " · " + w.link.String() + ", " + w.where
		if w.times > 1 {
			told += fmt.Sprintf(", and %s more", line.Count(w.times-1, "time"))
		}
		s.add("", told)
	}
	s.rest(len(ways))
}

// across adds why id is one across articles.
func (s *Sheet) across(lib *library.Library, id library.ID) {
	if lib.Entity(id).Type == model.Unnamed {
		s.section("Across articles")
		s.add("", "Somebody without a name is of one article: two spokesmen are not one.")
		return
	}
	known := lib.Identity(id)
	if len(known.Names) > 1 || known.Names[0].Articles > 1 {
		s.section("Across articles")
		s.named(known.Names)
	}
	if len(known.Apart) > 0 {
		s.section("Kept apart from")
		s.named(known.Apart)
	}
}

// Named tells names, each with the reason why it is there.
func Named(names []library.Named) Sheet {
	var s Sheet
	s.named(names)
	return s
}

// named adds names, each with the reason why it is there.
func (s *Sheet) named(names []library.Named) {
	for i, n := range names[:min(len(names), most)] {
		who := append([]string{n.Name}, n.Roles[:min(len(n.Roles), fewRoles)]...)
		told := strings.Join(who, ", ") + " · " + line.Count(n.Articles, "article")
		if i > 0 || n.Articles > 1 || n.Reason != library.SameName {
			told += ": " + n.Reason.String()
		}
		s.add("", told)
	}
	s.rest(len(names))
}

// rest says how many of n rows are not listed.
func (s *Sheet) rest(n int) {
	if n > most {
		s.add("", fmt.Sprintf("and %s more", line.Thousands(n-most)))
	}
}
