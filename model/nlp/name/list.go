package name

import (
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/gazetteer"
	"reader/model/nlp/hash"
)

// listed is what the gazetteer knows of a token.
type listed struct {
	word  gazetteer.Class // alone
	entry gazetteer.Class // of the longer entry that it is part of
	part  uint32          // which part: 0 none, 1 the first word, 2 a middle one, 3 the last one
}

// list looks up the words of a sentence, longest entries first come.
func (s *Sequence) list(sentence doc.Sentence) {
	for i := sentence.First; i < sentence.Last; {
		m := gazetteer.Longest(s.hashes[i:sentence.Last])
		for k := range max(1, m.Len) {
			s.listed[i+k].word = gazetteer.Word(s.hashes[i+k])
			if m.Len < 2 {
				continue
			}
			s.listed[i+k].entry = m.Class
			switch k {
			case 0:
				s.listed[i+k].part = 1
			case m.Len - 1:
				s.listed[i+k].part = 3
			default:
				s.listed[i+k].part = 2
			}
		}
		i += max(1, m.Len)
	}
}

// entry returns the classes of the entry that the tokens [first, last) are, 0 if they are none.
func (s *Sequence) entry(first, last int) gazetteer.Class {
	if m := gazetteer.Longest(s.hashes[first:last]); m.Len == last-first {
		return m.Class
	}
	return 0
}

// entryAt returns the longest entry that begins at token i.
func (s *Sequence) entryAt(i int) gazetteer.Match {
	return gazetteer.Longest(s.hashes[i:min(len(s.hashes), i+gazetteer.MaxLen)])
}

// lists returns what the gazetteer knows of token i and its neighbours, as values of features.
func (s *Sequence) lists(sentence doc.Sentence, i int) [Listed]uint32 {
	here, before, after := s.known(sentence, i), s.known(sentence, i-1), s.known(sentence, i+1)
	capital := s.words[i].Form & (feature.FirstUpper | feature.First | feature.InTitle)
	word, entry := uint32(here.word), hash.Mix(uint32(here.entry), here.part)
	return [...]uint32{
		hash.Mix(word, capital),
		hash.Mix(word&uint32(gazetteer.Person|gazetteer.Common), capital),
		hash.Mix(word&uint32(gazetteer.Place|gazetteer.Demonym|gazetteer.Large), capital),
		hash.Mix(word&uint32(gazetteer.Organization|gazetteer.OrgWord|gazetteer.Team|gazetteer.Media), capital),
		entry,
		hash.Mix(entry, capital),
		hash.Mix(uint32(before.word), word),
		hash.Mix(word, uint32(after.word)),
		hash.Mix(uint32(before.word)&uint32(gazetteer.Role|gazetteer.Title|gazetteer.Demonym), s.words[i].Shape),
		hash.Mix(uint32(after.word|after.entry)&uint32(gazetteer.OrgWord|gazetteer.Surname|gazetteer.Role), s.words[i].Shape),
	}
}

func (s *Sequence) known(sentence doc.Sentence, i int) listed {
	if i < sentence.First || i >= sentence.Last {
		return listed{}
	}
	return s.listed[i]
}
