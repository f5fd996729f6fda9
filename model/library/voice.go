package library

import (
	"slices"

	"reader/model/query"
)

// Voice is whose quotes are asked for.
type Voice struct {
	ID     ID   // 0: nobody's, as it can't be told who says them
	Unsure bool // with those of which it is not sure that they are theirs
}

// Unknown is the voice of the quotes of which nobody can tell who says them.
func Unknown() Voice { return Voice{Unsure: true} }

// wholes returns voices by the IDs that are theirs now.
func (l *Library) wholes(voices []Voice) []Voice {
	out := make([]Voice, len(voices))
	for i, v := range voices {
		if out[i] = v; v.ID != 0 {
			out[i].ID = l.names[v.ID-1].whole
		}
	}
	return out
}

// voiceOf returns the place in voices, which wholes returned, of that which says s, a quote of article r; -1 if none does.
func (l *Library) voiceOf(r Ref, s *said, voices []Voice) int {
	id := l.IDOf(r, s.speaker)
	for i, v := range voices {
		if v.ID == id && (s.sure || v.Unsure) && (id != 0 || s.speaker == 0) {
			return i
		}
	}
	return -1
}

// VoiceOf returns the place in voices of that which says quote i of article r; -1 if none does.
func (l *Library) VoiceOf(r Ref, i int, voices []Voice) int {
	return l.voiceOf(r, &l.saidOf(r)[i], l.wholes(voices))
}

// QuotesOf returns which quotes of article r are of one of voices, or all with no voices: indices into its Quotes, by place.
func (l *Library) QuotesOf(r Ref, voices ...Voice) []int {
	quotes, wanted := l.saidOf(r), l.wholes(voices)
	out := make([]int, 0, len(quotes))
	for i := range quotes {
		if len(wanted) == 0 || l.voiceOf(r, &quotes[i], wanted) >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// QuotesBy returns which quotes of article r are surely spoken by one of speakers, or all with no speakers: see QuotesOf.
func (l *Library) QuotesBy(r Ref, speakers ...ID) []int {
	voices := make([]Voice, len(speakers))
	for i, id := range speakers {
		voices[i].ID = id
	}
	return l.QuotesOf(r, voices...)
}

// Chosen returns the voices that the speaker: terms of q select (not the negated ones), in the order of q.
func (l *Library) Chosen(q query.Query) []Voice {
	var out []Voice
	for t := range query.Terms(q.Root) {
		if t.Field == query.Speaker {
			for _, v := range l.voices(t) {
				out = with(out, v)
			}
		}
	}
	return out
}

// voices returns what the speaker: term t selects.
func (l *Library) voices(t query.Term) []Voice {
	if t.Unknown() {
		return []Voice{Unknown()}
	}
	ids := l.named(t)
	out := make([]Voice, len(ids))
	for i, id := range ids {
		out[i] = Voice{id, t.Unsure}
	}
	return out
}

// with returns voices with v among them.
func with(voices []Voice, v Voice) []Voice {
	i := slices.IndexFunc(voices, func(w Voice) bool { return w.ID == v.ID })
	if i < 0 {
		return append(voices, v)
	}
	voices[i].Unsure = voices[i].Unsure || v.Unsure
	return voices
}
