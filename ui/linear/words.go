package linear

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/line"
)

// markWords does "mark [WORDS]": words of the paragraph that was read are a quote, given as the numbers of sentences, by how they begin and
// end, or as they stand there. Alone it lists the sentences.
func (r *Reader) markWords(ctx context.Context, words string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	if words == "" {
		return r.askWords(ctx)
	}
	s, err := r.meantBy(words)
	if err != nil {
		return err
	}
	return r.markAs(s)
}

// markAs asks who said the stretch s of the paragraph that was read.
func (r *Reader) markAs(s model.Span) error {
	f, _ := r.stretch()
	c, first, ok := amend.AboutWords(r.at.article, f, s)
	if !ok {
		return Mistake{"A quote lies in one paragraph."}
	}
	return r.query(r.whose(c, first, "Who said it? "+line.One(c.Anchor.Words)))
}

// askWords lists the sentences of the paragraph that was read, and asks which of its words are a quote.
func (r *Reader) askWords(context.Context) error {
	f, _ := r.stretch()
	ask := question{about: "Which words are a quote?", byNumber: true, hint: "Type the number of a sentence, or 1 to 2; or how the words begin … and how they end, with three dots between. Enter alone changes nothing."}
	for _, s := range r.sentences() {
		text := line.One(s.In(r.at.article.TextOf(f)))
		ask.options = append(ask.options, option{name: text, do: func(context.Context) error { return r.markAs(s) }})
	}
	ask.other = r.markWords
	return r.query(ask)
}

// stretch returns the paragraph that was read last, or the title: its field and where it stands there.
func (r *Reader) stretch() (model.Field, model.Span) {
	a := r.at.article
	if r.at.block < 0 {
		return model.Title, model.Span{End: uint32(len(a.Title))}
	}
	return model.Body, a.Blocks[r.at.block].Span
}

// sentences returns those of the paragraph that was read last; of a title that is one.
func (r *Reader) sentences() []model.Span {
	f, in := r.stretch()
	if f == model.Title {
		return []model.Span{in}
	}
	var out []model.Span
	for _, s := range r.at.article.Sentences {
		if in.Contains(s) {
			out = append(out, s)
		}
	}
	return out
}

// numbers is how numbers of sentences are written: 2, or 2 to 3.
var numbers = regexp.MustCompile(`^(\d{1,4})\.?(?: ?(?:-|–|to) ?(\d{1,4})\.?)?$`)

// dots stand between how words begin and how they end.
var dots = regexp.MustCompile(`\s*(?:…|\.\.\.)\s*`)

// meantBy returns the stretch of the paragraph that words mean.
func (r *Reader) meantBy(words string) (model.Span, error) {
	if n := numbers.FindStringSubmatch(words); n != nil {
		return r.meantByNumbers(n[1], n[2])
	}
	f, in := r.stretch()
	text := in.In(r.at.article.TextOf(f))
	all := folded(text)
	begin, end, parts := words, "", false
	if at := dots.FindStringIndex(words); at != nil && at[0] > 0 && at[1] < len(words) {
		begin, end, parts = words[:at[0]], words[at[1]:], true
	}
	from, err := placeOf(all, begin)
	if err != nil {
		return model.Span{}, err
	}
	to := from
	if parts {
		if to, err = placeOf(all[from.end:], end); err != nil {
			return model.Span{}, err
		}
		to.end += from.end
	}
	s := model.Span{Start: all[from.start].span.Start, End: all[to.end-1].span.End}
	s = withMarks(text, s)
	return model.Span{Start: in.Start + s.Start, End: in.Start + s.End}, nil
}

// meantByNumbers returns the stretch from one sentence to another, "" for no other.
func (r *Reader) meantByNumbers(from, to string) (model.Span, error) {
	all := r.sentences()
	first, _ := number(from)
	last := first
	if to != "" {
		last, _ = number(to)
	}
	if first < 1 || last < first || last > len(all) {
		return model.Span{}, Mistake{fmt.Sprintf("This paragraph has %s; mark lists them.", line.Count(len(all), "sentence"))}
	}
	return model.Span{Start: all[first-1].Start, End: all[last-1].End}, nil
}

// word is a word of a text, folded.
type word struct {
	text string
	span model.Span
}

// folded returns the words of text: runs of letters and digits.
func folded(text string) []word {
	var out []word
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		end := at + strings.IndexFunc(text[at:]+" ", func(r rune) bool { return !inWord(r) })
		out = append(out, word{library.Fold(text[at:end]), model.Span{Start: uint32(at), End: uint32(end)}})
		at = end
	}
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// segment is some of the words of a text, one after the other.
type segment struct{ start, end int }

// placeOf returns where in text the words wanted stand, if that is one place.
func placeOf(text []word, wanted string) (segment, error) {
	words := folded(wanted)
	found, times := segment{}, 0
	for i := 0; len(words) > 0 && i+len(words) <= len(text); i++ {
		k := 0
		for k < len(words) && text[i+k].text == words[k].text {
			k++
		}
		if k == len(words) {
			found = segment{i, i + k}
			times++
		}
	}
	switch {
	case times == 0:
		return segment{}, Mistake{fmt.Sprintf("“%s” does not stand in this paragraph; mark lists its sentences, and paragraph reads it again.", wanted)}
	case times > 1:
		return segment{}, Mistake{fmt.Sprintf("“%s” stands there %s; type more of the words.", wanted, line.Count(times, "time"))}
	}
	return found, nil
}

// withMarks returns s, words of text, with the quotation marks that stand around it, and what stands before the closing one.
func withMarks(text string, s model.Span) model.Span {
	if before, size := utf8.DecodeLastRuneInString(text[:s.Start]); strings.ContainsRune("“„«\"‘'", before) {
		s.Start -= uint32(size)
	}
	rest := text[s.End:]
	inner := len(rest) - len(strings.TrimLeft(rest, ".,;:!?…"))
	if closing, size := utf8.DecodeRuneInString(rest[inner:]); strings.ContainsRune("”“»\"’'", closing) {
		s.End += uint32(inner + size)
	}
	return s
}

// otherWords returns the option to say which words the quote of c has, instead of those that it is taken to have.
func (r *Reader) otherWords(c correct.Correction) option {
	return option{name: "other words", do: func(ctx context.Context) error {
		a := r.at.article
		r.at.block = min(a.BlockAt(c.Anchor.Field, c.Anchor.Span.Start), len(a.Blocks)-1)
		return r.askWords(ctx)
	}}
}
