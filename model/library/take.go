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
	t := taking{Library: l, met: map[Ref]bool{}}
	for i := range readings {
		if rd := &readings[i]; rd.Problem == nil || rd.Gone || len(rd.Results) > 0 { // else what was there last stays
			t.take(rd)
		}
	}
	t.settle()
	if len(readings) > 0 {
		l.relink()
	}
}

// taking is what a library has to change yet, to do it at once.
type taking struct {
	*Library
	changes []change
	lost    []Ref
	met     map[Ref]bool // those to be changed or removed
}

// take adds the articles of rd that are new, and takes note of the others.
func (t *taking) take(rd *Reading) {
	old := slices.Clone(t.files[rd.Path].refs)
	if slices.ContainsFunc(old, func(r Ref) bool { return t.met[r] }) {
		t.settle() // the file was read twice
	}
	refs := make([]Ref, len(rd.Results))
	for k, place := range t.places(old, rd.Results) {
		if refs[k] = place; place < 0 {
			refs[k] = Ref(len(t.rows))
			t.receive(&rd.Results[k])
			continue
		}
		t.renew(place, &rd.Results[k])
		old = slices.DeleteFunc(old, func(r Ref) bool { return r == place })
	}
	for _, r := range old {
		t.changes, t.lost, t.met[r] = append(t.changes, change{at: r, article: &model.Article{}}), append(t.lost, r), true
	}
	t.know(rd, refs)
}

// renew puts the article of res in the place of old, if it is another one.
func (t *taking) renew(old Ref, res *Result) {
	row, a := &t.rows[old], res.Article
	if same := res.Key != 0 && res.Key == row.key && a.Path == row.Path; same || res.Key == 0 && reflect.DeepEqual(a, t.Article(old)) {
		return
	}
	t.changes, t.met[old] = append(t.changes, change{old, a, res.Key}), true
}

// settle makes all changes. The numbers of articles that are removed are not used again.
func (t *taking) settle() {
	if len(t.changes) == 0 {
		return
	}
	t.replace(t.changes)
	for _, r := range t.lost {
		delete(t.held, r)
		delete(t.lent, r)
		t.copies.Remove(r)
	}
	if t.gone = append(t.gone, t.lost...); len(t.lost) > 0 {
		t.newest = slices.DeleteFunc(slices.Clone(t.newest), t.removed().has)
	}
	t.changes, t.lost = nil, nil
	clear(t.met)
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

// At returns the first article of the file at path, if it has one.
func (l *Library) At(path string) (Ref, bool) {
	refs := l.files[path].refs
	if len(refs) == 0 {
		return 0, false
	}
	return refs[0], true
}
