package library

import (
	"maps"
	"reflect"
	"slices"

	"reader/model"
)

// file is what a library knows of a file.
type file struct {
	stamp Stamp // zero: it is to be read again
	refs  []Ref // of its articles
}

// Take takes in what a loader has read: articles are added, and where their file was known put in the place of its old
// ones; those that it has no longer are removed.
func (l *Library) Take(readings ...Reading) {
	for i := range readings {
		rd := &readings[i]
		if rd.Problem != nil && !rd.Gone && len(rd.Results) == 0 {
			continue // what was there last stays
		}
		old := slices.Clone(l.files[rd.Path].refs)
		refs := make([]Ref, len(rd.Results))
		for k, place := range l.places(old, rd.Results) {
			if refs[k] = place; place < 0 {
				refs[k] = Ref(len(l.rows))
				l.receive(&rd.Results[k])
				continue
			}
			l.renew(place, &rd.Results[k])
			old = slices.DeleteFunc(old, func(r Ref) bool { return r == place })
		}
		for _, r := range old {
			l.Remove(r)
		}
		l.know(rd, refs)
	}
	if len(readings) > 0 {
		l.relink()
	}
}

// places returns in the place of which of old, the articles of a file, each of results belongs: of the one of the same
// identity, else of one that is left over; -1 where there is none.
func (l *Library) places(old []Ref, results []Result) []Ref {
	places := make([]Ref, len(results))
	left := slices.Clone(old)
	for i := range results {
		places[i] = -1
		k := slices.IndexFunc(left, func(r Ref) bool { return l.rows[r].ID == results[i].Article.ID })
		if k >= 0 {
			places[i] = left[k]
			left = slices.Delete(left, k, k+1)
		}
	}
	for i := range places {
		if places[i] < 0 && len(left) > 0 {
			places[i], left = left[0], left[1:]
		}
	}
	return places
}

// renew puts the article of r in the place of old, if it is another one.
func (l *Library) renew(old Ref, r *Result) {
	w := &l.rows[old]
	if same := r.Key != 0 && r.Key == w.key && r.Article.Path == w.Path; same || r.Key == 0 && reflect.DeepEqual(r.Article, l.Article(old)) {
		return
	}
	l.Replace(old, r.Article)
	if r.Key != 0 {
		l.rows[old].key = r.Key
		delete(l.held, old)
		l.lend(old, r.Article)
	}
}

// know takes note that the file of rd has the articles refs.
func (l *Library) know(rd *Reading, refs []Ref) {
	switch {
	case rd.Path == "":
	case rd.Gone:
		delete(l.files, rd.Path)
	case rd.Problem != nil: // which is to be told at the next start, too
		l.files[rd.Path] = file{Stamp{}, refs}
	default:
		l.files[rd.Path] = file{rd.Stamp, refs}
	}
}

// Files returns what files the articles are from, and when each was read.
func (l *Library) Files() map[string]Stamp {
	out := make(map[string]Stamp, len(l.files))
	for path, f := range maps.All(l.files) {
		out[path] = f.stamp
	}
	return out
}

// Remove removes the article r. Its number is not used again.
func (l *Library) Remove(r Ref) {
	l.Replace(r, &model.Article{})
	delete(l.held, r)
	delete(l.lent, r)
	l.copies.Remove(r)
	l.gone = append(l.gone, r)
	l.newest = slices.DeleteFunc(slices.Clone(l.newest), func(n Ref) bool { return n == r })
}

// At returns the first article of the file at path, if it has one.
func (l *Library) At(path string) (Ref, bool) {
	refs := l.files[path].refs
	if len(refs) == 0 {
		return 0, false
	}
	return refs[0], true
}
