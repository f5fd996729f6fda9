package name

import (
	"reader/model/nlp/cluster"
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/hash"
)

// Vote counts what the labels of all tokens make of each word with a capital, and notes which names stand next to each
// run, for VoteFeatures. It replaces what was known before.
func (s *Sequence) Vote(labels []uint8) {
	for k := range s.seen {
		at := &s.seen[k]
		*at = sightings{lower: at.lower, inside: at.inside, runs: at.runs}
	}
	for i := range labels {
		if labels[i] == outside && s.words[i].Form&feature.FirstUpper != 0 && s.words[i].Form&feature.InTitle == 0 {
			count(&s.sighted(s.words[i].Lower).alone[0])
		}
	}
	k := 0
	var names []span
	for _, sentence := range s.d.Sentences {
		names = spans(names[:0], labels[sentence.First:sentence.Last], sentence.First)
		for _, n := range names {
			s.voteFor(n)
			s.voteForInitials(n)
		}
		for rest := 0; k < len(s.runs) && s.runs[k].first < sentence.Last; k++ {
			rest = s.neighbours(&s.runs[k], names, rest)
		}
	}
}

// neighbours sets what stands on the left and on the right of r among the names of its sentence: the kind of the next
// one and, if only one word is between, that word. Names in a list are of one kind. Those before rest stand on
// the left; it returns the same for the next run, so that all runs together take linear time.
func (s *Sequence) neighbours(r *run, names []span, rest int) int {
	r.left, r.right = 0, 0
	for rest < len(names) && names[rest].last <= r.first {
		rest++
	}
	if rest > 0 {
		r.left = s.neighbour(names[rest-1].kind, names[rest-1].last, r.first)
	}
	next := rest
	for next < len(names) && names[next].first < r.last {
		next++
	}
	if next < len(names) {
		r.right = s.neighbour(names[next].kind, r.last, names[next].first)
	}
	return rest
}

// neighbour describes a name of a kind with the tokens [first, last) between it and another one.
func (s *Sequence) neighbour(kind, first, last int) uint32 {
	if last-first == 1 {
		return hash.Mix(s.words[first].Lower, uint32(kind+1))
	}
	return uint32(kind + 1)
}

func (s *Sequence) voteFor(n span) {
	for i := n.first; i < n.last; i++ {
		at := s.sighted(s.words[i].Lower)
		if at == nil || s.words[i].Form&feature.HasUpper == 0 {
			continue
		}
		if n.last-n.first == 1 {
			count(&at.alone[n.kind+1])
			continue
		}
		count(&at.partOf[n.kind+1])
		at.lastOf = at.lastOf || n.kind == person && i == n.last-1
		at.firstOf = at.firstOf || n.kind == person && i == n.first
	}
}

// voteForInitials counts the name n for the acronym that its words make: "World Health Organization" for "WHO".
func (s *Sequence) voteForInitials(n span) {
	var initials []byte
	for i := n.first; i < n.last; i++ {
		if w := s.d.Lower(i); s.words[i].Form&feature.FirstUpper != 0 && len(initials) < 10 {
			initials = append(initials, w[0])
		}
	}
	if at := s.sighted(cluster.Hash(initials)); at != nil && len(initials) > 1 {
		count(&at.spelled[n.kind+1])
	}
}

func count(n *uint8) {
	if *n < 255 {
		*n++
	}
}

// VoteFeatures appends the features of token i that the votes make.
func (s *Sequence) VoteFeatures(out []crf.Feature, sentence doc.Sentence, i int) []crf.Feature {
	w := s.at(sentence, i)
	here, before, after := s.votes(w), s.votes(s.at(sentence, i-1)), s.votes(s.at(sentence, i+1))
	if k := s.runOf[i]; k > 0 {
		r := &s.runs[k-1]
		out = of(out, neighbourTemplates, r.left, r.right, hash.Mix(r.left, r.right), hash.Mix(r.left, here), hash.Mix(r.right, here))
	}
	return of(
		out, voteTemplates,
		1, here, hash.Mix(before, here), hash.Mix(here, after), hash.Mix(here, w.Form), hash.Mix(here, w.Shape),
		here&0xff, here>>8&0xff, here>>16,
	)
}

// votes returns what the document makes of w: in the low byte the most frequent kind of it alone and whether it is
// the only one, above it the same of longer names and, in the high byte, of names that it is the initials of.
func (s *Sequence) votes(w *feature.Word) uint32 {
	at := s.sighted(w.Lower)
	if at == nil || w.Form&feature.HasUpper == 0 {
		return 0
	}
	out := winner(&at.alone) | winner(&at.partOf)<<8 | winner(&at.spelled)<<24
	if at.lastOf {
		out |= 1 << 16
	}
	if at.firstOf {
		out |= 1 << 17
	}
	return out
}

// winner returns the most frequent kind, from 1 for no name, with 16 added where there is another one and 32
// where it has been seen three times or more; 0 if none has been seen.
func winner(counts *[kinds + 1]uint8) uint32 {
	best, others := 0, false
	for k, n := range counts {
		if n > counts[best] {
			best = k
		}
	}
	if counts[best] == 0 {
		return 0
	}
	for k, n := range counts {
		others = others || k != best && n > 0
	}
	out := uint32(best + 1)
	if others {
		out |= 16
	}
	if counts[best] >= 3 {
		out |= 32
	}
	return out
}
