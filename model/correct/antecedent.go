package correct

import "reader/model"

// antecedents returns to which places the mentions point back, by their own.
func (e editor) antecedents() map[place]place {
	out := map[place]place{}
	for i := range e.Mentions {
		if m := &e.Mentions[i]; m.Back > 0 {
			out[placeOf(m)] = placeOf(&e.Mentions[i-int(m.Back)])
		}
	}
	return out
}

// pointBack lets the mentions point back to where they did before, as far as that is still of the same entity: mentions
// came, went and changed hands.
func (e editor) pointBack(to map[place]place) {
	at := make(map[place]int, len(e.Mentions))
	for i := range e.Mentions {
		m := &e.Mentions[i]
		m.Back = 0
		at[placeOf(m)] = i
		before, pointed := to[placeOf(m)]
		if !pointed || m.Form == model.Name {
			continue
		}
		if k, there := at[before]; there && k < i && i-k < 1<<8 && e.Mentions[k].Entity == m.Entity && before.span.Start < m.Span.Start {
			m.Back = uint8(i - k)
		}
	}
}

func placeOf(m *model.Mention) place { return place{m.Field, m.Span} }
