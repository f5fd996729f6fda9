package mark

import "reader/model/nlp/doc"

// side says which side of a quotation a mark stands on.
type side uint8

const (
	either side = iota
	opening
	closing
)

// shape returns what kind of quotation mark w is, if any, and the side its shape is for.
func shape(w string) (kind, side) {
	switch w {
	case `"`, "''", "＂":
		return double, either
	case "“", "«", "„", "``", "‟", "‘‘":
		return double, opening
	case "”", "»", "’’":
		return double, closing
	case "'":
		return single, either
	case "‘", "‚", "‹", "`":
		return single, opening
	case "’", "›":
		return single, closing
	default:
		return neither, either
	}
}

// side returns the side that mark i is for: that which the characters around it tell, else that of its glyph.
// Between two words a mark closes what is open.
func (p *pairer) side(i int, glyph side) side {
	switch left, right := p.leftFree(i), p.rightFree(i); {
	case left && !right:
		return opening
	case right && !left:
		return closing
	case !left && len(p.open) > 0:
		return closing
	default:
		return glyph
	}
}

// run is how many marks may stand in a row; more would make the search slow.
const run = 4

// leftFree reports whether no word touches token i, or the marks it stands among, on the left.
func (p *pairer) leftFree(i int) bool {
	for end := max(p.first, i-run); i > end && p.Glued(i); i-- {
		if k, _ := shape(p.Word(i - 1)); k == neither {
			return opensBracket(p.Word(i-1)) || dash(p.Word(i-1))
		}
	}
	return true
}

// rightFree reports whether no word touches token i, or the marks it stands among, on the right.
func (p *pairer) rightFree(i int) bool {
	for end := min(p.last, i+run); i+1 < end && p.Glued(i+1); i++ {
		if k, _ := shape(p.Word(i + 1)); k == neither {
			return p.Tokens[i+1].Kind == doc.Punct && joinsLeft(p.Word(i+1)) || clitic(p.Word(i+1))
		}
	}
	return true
}

// joinsLeft reports whether the punctuation w follows a word and does not begin a quotation.
func joinsLeft(w string) bool { return !opensBracket(w) && w != "..." && w != "…" }

// opensBracket reports whether a quotation may begin right behind w.
func opensBracket(w string) bool { return w == "(" || w == "[" || w == "{" || w == "=" }

func dash(w string) bool { return w[0] == '-' || w == "—" || w == "–" || w == "/" }

// clitic reports whether w is a clitic, which follows a closing mark: "Titanic"'s.
func clitic(w string) bool { return len(w) > 1 && (w[0] == '\'' || w[0] == 0xe2) }

// inch reports whether the straight mark i measures something: 5'10", a 12" pipe.
func (p *pairer) inch(i int) bool {
	if p.Word(i) != `"` || !p.Glued(i) || i == p.first || p.Tokens[i-1].Kind != doc.Number || !p.rightFree(i) {
		return false
	}
	if i-2 >= p.first && p.Glued(i-1) && (p.Word(i-2) == "'" || p.Word(i-2) == "’") {
		return true
	}
	return len(p.open) == 0 || p.closesNext(i)
}

// closesNext reports whether the double mark that follows mark i closes a quotation, so that i does not.
func (p *pairer) closesNext(i int) bool {
	const far = 60 // tokens; keeps the search linear
	for j := i + 1; j < min(i+far, p.last); j++ {
		if k, glyph := shape(p.Word(j)); k == double {
			return p.side(j, glyph) == closing
		}
	}
	return false
}
