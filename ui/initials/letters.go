package initials

import (
	"maps"
	"slices"

	"reader/model"
	"reader/model/library"
)

// Nobody stands beside the quotes of which nobody can tell who says them.
const Nobody = "??"

// Letters are the initials of those who speak in articles. Those of the chosen are the same in every article; others are told apart
// from them, and from one another.
type Letters struct {
	lib    *library.Library
	chosen map[library.ID]string
	taken  table
	by     map[*model.Article][]string // by entity
}

// most is how many articles are remembered.
const most = 64

// New returns the letters of those who speak in articles of lib, as it is now, with the chosen ones first.
func New(lib *library.Library, chosen []library.Voice) *Letters {
	l := &Letters{lib: lib, chosen: map[library.ID]string{}, by: map[*model.Article][]string{}}
	for _, v := range chosen {
		if v.ID != 0 {
			e := lib.Entity(v.ID)
			l.chosen[v.ID] = l.taken.next(e.Name, e.Type)
		}
	}
	return l
}

// Of returns the letters of entity e of a, the article r, which speaks there; Nobody for 0.
func (l *Letters) Of(r library.Ref, a *model.Article, e model.EntityID) string {
	if e == 0 {
		return Nobody
	}
	list, known := l.by[a]
	if !known {
		if len(l.by) >= most {
			clear(l.by)
		}
		list = l.in(r, a)
		l.by[a] = list
	}
	return list[e-1]
}

// in returns the letters of those who speak in a, the article r, by entity.
func (l *Letters) in(r library.Ref, a *model.Article) []string {
	free := table{maps.Clone(l.taken.taken)}
	list, same := make([]string, len(a.Entities)), maps.Clone(l.chosen)
	quotes := slices.Clone(a.Quotes)
	slices.SortStableFunc(quotes, func(p, q model.Quote) int { return int(q.Field) - int(p.Field) }) // the title is read first
	for i := range quotes {
		at := quotes[i].Speaker
		if at == 0 || list[at-1] != "" {
			continue
		}
		id := l.lib.IDOf(r, at)
		if s, known := same[id]; known && id != 0 {
			list[at-1] = s
			continue
		}
		name, kind := a.Entities[at-1].Name, a.Entities[at-1].Type
		if id != 0 {
			name, kind = l.lib.Entity(id).Name, l.lib.Entity(id).Type
		}
		list[at-1] = free.next(name, kind)
		same[id] = list[at-1]
	}
	return list
}
