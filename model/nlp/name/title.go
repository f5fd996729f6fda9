package name

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// split takes the titles off the run [first, last) and adds what is left as candidates: the names of countries
// and bodies in front of a title are names of their own.
func (f *finder) split(first, last int, s doc.Sentence) {
	if name := f.titleEnd(first, last); name > first {
		f.addKnown(first, name)
		if name < last {
			f.addTitled(first, name, last)
		}
		return
	}
	if nationalities[f.d.Lower(first)] {
		f.add(candidate{first: first, last: first + 1, kind: int(model.Nationality)})
		if first++; first < last && f.d.Lower(first) == "-" {
			first++
		}
		if first >= last {
			return
		}
	}
	c := candidate{first: first, last: last, kind: open}
	if from := f.lowTitle(first, s); from < first && last-first <= 4 {
		c.kind, c.title = int(model.Person), f.d.Cover(from, first)
	}
	f.add(c)
}

// titleEnd returns where the titles at the head of the run [first, last) end.
func (f *finder) titleEnd(first, last int) int {
	end := first
	for i := first; i < last; i++ {
		if titles[f.d.Lower(i)] && (i+1 == last || f.d.Lower(i+1) != "of") {
			end = i + 1
		}
	}
	return end
}

// addKnown adds the known names among the tokens [first, last) of a title.
func (f *finder) addKnown(first, last int) {
	for i := first; i < last; i++ {
		if f.d.Tokens[i].Kind == doc.Word && !titles[f.d.Lower(i)] && f.known(i) {
			f.add(candidate{first: i, last: i + 1, kind: open})
		}
	}
}

// addTitled adds the person [name, last) with the title [first, name).
func (f *finder) addTitled(first, name, last int) {
	c := candidate{first: name, last: last, kind: int(model.Person), title: f.d.Cover(first, name)}
	for i := first; i < name; i++ {
		c.gender = max(c.gender, genders[f.d.Lower(i)])
	}
	f.add(c)
}

// lowTitle returns where a title in lower case begins that ends before token i: "spokesman", "deputy mayor".
func (f *finder) lowTitle(i int, s doc.Sentence) int {
	from := i
	for from > s.First && titles[f.d.Lower(from-1)] && !f.d.Capital(from-1) {
		from--
	}
	if from == i {
		return i
	}
	for from > s.First && !f.d.Capital(from-1) && (f.d.Tokens[from-1].Tag == doc.ADJ || f.d.Tokens[from-1].Tag == doc.NOUN) {
		from--
	}
	return from
}

func (f *finder) add(c candidate) {
	if g := firstNames[f.d.Lower(c.first)]; c.gender == 0 && g > 0 && c.last-c.first > 1 {
		c.gender = g
	}
	if c.kind == open {
		c.kind, c.weak = f.typeOf(c)
	}
	if c.kind == none {
		return
	}
	f.found = append(f.found, c)
	if c.kind >= 0 && !c.weak && c.kind < len(f.votes[""]) {
		f.vote(c)
	}
}

// vote counts the type of c for its whole name and, of a person, for the surname.
func (f *finder) vote(c candidate) {
	keys := []string{f.d.LowerIn(f.d.Cover(c.first, c.last))}
	if c.kind == int(model.Person) && c.last-c.first > 1 {
		keys = append(keys, f.d.Lower(c.last-1))
		if len(keys[0]) > 0 && c.last-c.first > 2 {
			keys = append(keys, f.d.LowerIn(f.d.Cover(c.first+1, c.last)))
		}
	}
	for _, k := range keys {
		if f.votes[k] == nil {
			f.votes[k] = new([4]int)
		}
		f.votes[k][c.kind]++
	}
}

// settle gives weak candidates the type that the same words have elsewhere in the document.
func (f *finder) settle() {
	for i := range f.found {
		c := &f.found[i]
		if !c.weak {
			continue
		}
		votes := f.votes[f.d.LowerIn(f.d.Cover(c.first, c.last))]
		if votes == nil {
			continue
		}
		for k, n := range votes {
			if n > votes[max(c.kind, 0)] || c.kind < 0 {
				c.kind = k
			}
		}
	}
}

// acronymLike reports whether w is written in capitals, as NATO and U.N. are.
func acronymLike(w string) bool {
	letters := strings.ReplaceAll(w, ".", "")
	return len(letters) >= 2 && len(letters) <= 6 && letters == strings.ToUpper(letters) && letters != strings.ToLower(letters)
}
