package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
	"reader/model/nlp/token"
)

// names collects names. A name is kept as its tokens in lower case, without accents, with blanks between them.
type names struct {
	class  map[string]gazetteer.Class
	votes  map[string]*[2]int // for a first name of women, of men: of lists, some of which count more
	common map[string]bool    // English words
}

// add adds a name as a list has it, unless it is none: it has no letter, is not written in Latin letters, has
// something in brackets, is too long, or is a word of grammar.
func (n *names) add(name string, c gazetteer.Class) {
	words := split(name)
	if len(words) == 0 || len(words) > gazetteer.MaxLen || !latin(name) {
		return
	}
	if len(words) == 1 && (grammar[words[0]] || utf8.RuneCountInString(words[0]) < 2) {
		return
	}
	n.put(words, c, 1)
}

// put adds a name by its tokens. A first name counts as many votes for its gender.
func (n *names) put(words []string, c gazetteer.Class, votes int) {
	name := strings.Join(words, " ")
	n.class[name] |= c
	if c&(gazetteer.Female|gazetteer.Male) == 0 {
		return
	}
	if n.votes[name] == nil {
		n.votes[name] = new([2]int)
	}
	if c&gazetteer.Female != 0 {
		n.votes[name][0] += votes
	}
	if c&gazetteer.Male != 0 {
		n.votes[name][1] += votes
	}
}

// split returns the tokens of a name in lower case.
func split(name string) []string {
	name = strings.TrimSpace(name)
	d := doc.New(&model.Article{Text: name, Blocks: []model.Block{{Span: model.Span{End: uint32(len(name))}}}})
	token.Split(d)
	out := make([]string, len(d.Tokens))
	for i := range out {
		out[i] = cluster.Plain(d.Lower(i))
	}
	return out
}

// latin reports whether a name has letters, all of them Latin, and nothing that a name does not have.
func latin(name string) bool {
	letters := false
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Latin, r):
			letters = true
		case unicode.IsDigit(r), unicode.Is(unicode.Mn, r), strings.ContainsRune(" -.'’‘&/!+ʼʻ", r):
		default:
			return false
		}
	}
	return letters
}

// clean marks the names that are English words, too, and drops classes that a name hardly ever has.
func (n *names) clean() {
	for name, c := range n.class {
		words := strings.Fields(name)
		if len(words) == 1 && n.common[name] {
			c |= gazetteer.Common
		}
		c = n.settle(name, c)
		if n.class[name] = c; c&^gazetteer.Common == 0 {
			delete(n.class, name)
		}
	}
}

// settle returns what is left of the classes of a name when its first name is that of the gender that most lists have, and
// a country is only a person's name if many lists have that, too.
func (n *names) settle(name string, c gazetteer.Class) gazetteer.Class {
	var women, men int
	if votes := n.votes[name]; votes != nil {
		women, men = votes[0], votes[1]
	}
	switch {
	case women >= 6*men:
		c &^= gazetteer.Male
	case men >= 6*women:
		c &^= gazetteer.Female
	}
	if women+men < 4 {
		switch {
		case c&gazetteer.Country != 0:
			c &^= gazetteer.Person
		case c&gazetteer.Large != 0:
			c &^= gazetteer.Female | gazetteer.Male
		}
	}
	return c
}

// table shows the names with their classes, one a line.
func (n *names) table() []byte {
	var text []byte
	for _, name := range n.sorted() {
		text = fmt.Appendf(text, "%s\t", name)
		for i, class := range classes {
			if n.class[name]&(1<<i) != 0 {
				text = fmt.Appendf(text, " %s", class)
			}
		}
		text = append(text, '\n')
	}
	return text
}

func (n *names) sorted() []string {
	out := make([]string, 0, len(n.class))
	for name := range n.class {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// grammar is words that are never names by themselves.
var grammar = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`a about above after again all also am an and any are as at back be been before being below
		between both but by can could did do does down during each every few for from get go had has have he her here
		him his how i if in into is it its itself just last like many me more most much my near never new next no nor not
		now of off on once one only or other our out over own same she should since so some such than that the their them
		then there these they this those through to too under until up us very was we were what when where which while
		who whom whose why with would yes you your first second third two three four five six seven eight nine ten
		monday tuesday wednesday thursday friday saturday sunday said says say`) {
		out[w] = true
	}
	return out
}()
