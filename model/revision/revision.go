// Package revision tells what changed between two versions of an article: its title, its blocks, and above all its quotes,
// which were edited, given to somebody else, taken out or put in.
//
// What counts are words, runs of letters and digits. Quotation marks, punctuation and emphasis may change without a
// word of it, and so may the place: a block or a quote that stands elsewhere with the same words is the same.
package revision

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
)

// Kind says what became of a block or a quote.
type Kind uint8

// The kinds of changes.
const (
	Edited Kind = iota
	Removed
	Added
)

// String returns the name of k.
func (k Kind) String() string { return [...]string{"edited", "removed", "added"}[k] }

// None is the place of what one version does not have.
const None = -1

// Change is what changed between two versions. The zero Change is none.
type Change struct {
	Title  bool          // its words did
	Blocks []BlockChange // by place in the new version; those removed come first
	Quotes []QuoteChange // the same
}

// BlockChange is a block with other words, or one that only one version has.
type BlockChange struct {
	Kind     Kind
	Old, New int // in Blocks of the versions, or None
}

// QuoteChange is a quote that says something else or is somebody else's, or one that only one version has.
type QuoteChange struct {
	Kind     Kind
	Old, New int  // in Quotes of the versions, or None
	Words    bool // of one that was edited: its words are others
	Speaker  bool // of one that was edited: it has another speaker, or has one now, or none any more
}

// Empty reports whether nothing changed.
func (c *Change) Empty() bool { return !c.Title && len(c.Blocks) == 0 && len(c.Quotes) == 0 }

// Between returns what changed from old to new, two versions of one article that were both analysed. A quote that is no
// quote in the other version while its words still stand there has not changed: the analysis of a sentence may depend on
// what is around it. Between(new, old) tells the same the other way round. It takes time and memory linear in the words
// of both, as words that stand in many places do not tell which of these belong together.
func Between(old, new *model.Article) Change {
	return Change{
		Title:  words(old.Title) != words(new.Title),
		Blocks: betweenBlocks(blocksOf(old), blocksOf(new)),
		Quotes: betweenQuotes(old, new),
	}
}

func betweenBlocks(old, new []item) []BlockChange {
	al := align(old, new)
	var out []BlockChange
	for i, j := range al.toNew {
		if j == None {
			out = append(out, BlockChange{Removed, i, None})
		}
	}
	for j, i := range al.toOld {
		switch {
		case i == None:
			out = append(out, BlockChange{Added, None, j})
		case old[i].key != new[j].key:
			out = append(out, BlockChange{Edited, i, j})
		}
	}
	return out
}

func betweenQuotes(from, to *model.Article) []QuoteChange {
	old, new := quotesOf(from), quotesOf(to)
	al := align(old, new)
	already, still := textOf(from), textOf(to)
	var out []QuoteChange
	for i, j := range al.toNew {
		if j == None && !still.has(old[i].key) {
			out = append(out, QuoteChange{Kind: Removed, Old: i, New: None})
		}
	}
	for j, i := range al.toOld {
		switch {
		case i != None:
			q := QuoteChange{Edited, i, j, old[i].key != new[j].key, !sameSpeaker(old[i].speaker, new[j].speaker)}
			if q.Words || q.Speaker {
				out = append(out, q)
			}
		case !already.has(new[j].key):
			out = append(out, QuoteChange{Kind: Added, Old: None, New: j})
		}
	}
	return out
}

// blocksOf returns the blocks of a to align.
func blocksOf(a *model.Article) []item {
	out := make([]item, len(a.Blocks))
	for i := range a.Blocks {
		text := a.Blocks[i].Span.In(a.Text)
		out[i].key = cmp.Or(words(text), text) // without words what stands there tells blocks apart
	}
	return out
}

// quotesOf returns the quotes of a to align.
func quotesOf(a *model.Article) []item {
	out := make([]item, len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		out[i] = item{key: words(a.Quoted(q))}
		if e := a.Speaker(q); e != nil {
			out[i].speaker = words(e.Name)
		}
	}
	return out
}

// sameSpeaker reports whether two names, as words, can be of one: they are the same, or one is the end of the other.
func sameSpeaker(a, b string) bool {
	return a == b || a != "" && b != "" && (strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a))
}

// text is the words of an article, to look for words in.
type text struct {
	words string
	tried int // bytes that were looked through
}

// The words that are looked for are at least so many, and no more is looked through than so many bytes an article.
const (
	minSearched = 4
	maxSearched = 64 << 20
)

func textOf(a *model.Article) *text {
	return &text{words: " " + words(a.Title) + " | " + words(a.Text) + " "}
}

// has reports whether the words of key stand in t one after the other.
func (t *text) has(key string) bool {
	if strings.Count(key, " ") < minSearched-1 || t.tried > maxSearched {
		return false
	}
	t.tried += len(t.words)
	return strings.Contains(t.words, " "+key+" ")
}

// Words returns where the words of two versions of a quote or block differ: the stretch of old that is gone and the one
// of new that came, from the first word that is another to the last. Either is empty where nothing is gone or came.
func Words(old, new string) (gone, came model.Span) {
	a, b := slices.Collect(eachWord(old)), slices.Collect(eachWord(new))
	same := func(i, j int) bool { return a[i].In(old) == b[j].In(new) }
	start := 0
	for start < len(a) && start < len(b) && same(start, start) {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && same(len(a)-1-end, len(b)-1-end) {
		end++
	}
	return stretch(a[start : len(a)-end]), stretch(b[start : len(b)-end])
}

// stretch returns the span from the first of words to the last.
func stretch(words []model.Span) model.Span {
	if len(words) == 0 {
		return model.Span{}
	}
	return model.Span{Start: words[0].Start, End: words[len(words)-1].End}
}
