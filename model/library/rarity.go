package library

import "sort"

// Having returns in how many articles word stands in the text, roughly: those that were replaced may count twice. It costs a look-up.
func (l *Library) Having(word string) int { return l.texts.number(Fold(word)) }

// number returns under how many articles the word is filed.
func (p *postings) number(word string) int {
	n := len(p.fresh[word]) + len(p.sealed[word])
	for _, s := range p.segments {
		if i := sort.Search(len(s.starts), func(i int) bool { return s.word(i) >= word }); i < len(s.starts) && s.word(i) == word {
			n += int(s.set(i).GetCardinality())
		}
	}
	return n
}
