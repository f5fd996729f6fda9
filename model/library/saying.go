package library

import "reader/model/near"

// Saying is what somebody says, wherever it is quoted: quotes that are one saying count once. These are quotes of one speaker in
// the same words: of five words or more in any articles, of fewer in articles that are copies of one another, as short
// answers are given more than once. Quotes of which it is not sure who says them are one in copies alone.
type Saying struct {
	speaker ID
	sure    bool // that it is this speaker
	group   Ref  // the copies in which it is one; -1: everywhere
	words   near.Print
}

// Saying returns what quote i of article r is. It costs no reading of the article.
func (l *Library) Saying(r Ref, i int) Saying { return l.saying(r, &l.saidOf(r)[i]) }

func (l *Library) saying(r Ref, s *said) Saying {
	out := Saying{l.IDOf(r, s.speaker), s.sure, -1, s.words}
	if out.speaker == 0 || !s.sure || !s.words.Long() {
		out.group = l.copies.Group(r)
	}
	return out
}

// Quoted counts sayings in one walk over quotes. Most are quoted once in a library, which is known beforehand, and cost next
// to nothing.
type Quoted struct {
	lib   *Library
	found map[Saying]int
}

// Quoted returns a count of no sayings, of some n quotes that are to come. It holds until l changes.
func (l *Library) Quoted(n int) *Quoted { return &Quoted{l, make(map[Saying]int, n/expected)} }

// expected is which share of quotes somebody else carries, too.
const expected = 4

// Add adds quote i of article r as the n-th. It returns the number of the first that was the same saying: n, if there was none.
func (q *Quoted) Add(r Ref, i, n int) int { return q.add(r, &q.lib.saidOf(r)[i], n) }

func (q *Quoted) add(r Ref, s *said, n int) int {
	if !q.lib.mayRepeat(s.words) {
		return n
	}
	k := q.lib.saying(r, s)
	first, there := q.found[k]
	if !there {
		q.found[k], first = n, n
	}
	return first
}

// mayRepeat reports whether there may be several quotes of the print p: it may err in one of 8.
func (l *Library) mayRepeat(p near.Print) bool {
	r := &l.repeats
	r.meet(l.said)
	return r.twice.has(r.twice.slot(p))
}

// repeats tells which prints there are more than once, by their slots. The zero value has met none.
type repeats struct {
	once, twice set
	met         int // how many of the quotes of a library were met, the first ones
}

// roomy is how many slots there are for each quote when they are made, and half of that when they are made anew.
const roomy = 16

// meet meets those of list that it has not.
func (r *repeats) meet(list []said) {
	if 64*len(r.once) < roomy/2*len(list) || len(r.once) == 0 {
		size := 1
		for size*64 < roomy*len(list) {
			size *= 2
		}
		*r = repeats{once: make(set, size), twice: make(set, size)}
	}
	for _, s := range list[r.met:] {
		at := r.once.slot(s.words)
		if r.once.has(at) {
			r.twice.add(at)
		}
		r.once.add(at)
	}
	r.met = len(list)
}

// slot returns which bit of s, of which there is a power of two, is that of prints like p.
func (s set) slot(p near.Print) int32 { return int32(int(p>>1) & (len(s)*64 - 1)) }
