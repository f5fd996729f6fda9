package correct_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"reader/model"
	"reader/model/correct"
)

// FuzzApply corrects an article, annotated as marks say, as steps say, three bytes a correction. What was
// corrected is applied to the article itself, and to one that was edited and is seen with other eyes.
func FuzzApply(f *testing.F) {
	const text = "“No,” Ada Lee said. She left. “No, no,” Lee said.\n\nA clerk told Lee that he was late."
	f.Add(text, "Lee", "", []byte("\x04\x13\x08\x22\x05\x14\x00\x33\x29\x0a"), []byte("\x00\x01\x02\x01\x12\x03\x02\x23\x04\x03\x34\x05\x04\x45\x06\x05\x56\x07"))
	f.Add(text, "", "It rained.\n\n", []byte("\xff\x00\x81\x42\x13"), []byte("\x03\x10\x21\x00\x32\x43\x05\x54\x65\x01\x76\x87\x04\x98\xa9"))
	f.Add("no no no", "no", "no", []byte{1, 2, 3, 4, 5, 6}, []byte{0, 9, 8, 4, 7, 6, 3, 5, 4})
	f.Fuzz(func(t *testing.T, text, title, more string, marks, steps []byte) {
		if len(text)+len(title)+len(more)+len(marks)+len(steps) > 2048 {
			return
		}
		a, b := annotated(text, title, marks), annotated(more+text, title, append([]byte{7}, marks...))
		var cs []correct.Correction
		for ; len(steps) > 2; steps = steps[3:] {
			cs = append(cs, step(a, steps))
		}
		for _, a := range []*model.Article{a, b} {
			if err := a.Check(); err != nil {
				t.Fatalf("before it is corrected: %v", err)
			}
			unplaced := correct.Apply(a, cs)
			if err := a.Check(); err != nil {
				t.Fatalf("after %+v: %v", cs, err)
			}
			if len(unplaced) > len(cs) {
				t.Fatalf("%d of %d corrections are not placed", len(unplaced), len(cs))
			}
		}
	})
}

// annotated returns an article with entities, mentions and quotes of its words as marks say, a byte a word.
func annotated(text, title string, marks []byte) *model.Article {
	a := &model.Article{Text: strings.ToValidUTF8(text, "?"), Title: strings.ToValidUTF8(title, "?")}
	if a.Text != "" {
		a.Blocks = []model.Block{{Span: model.Span{End: uint32(len(a.Text))}}}
	}
	for _, f := range []model.Field{model.Body, model.Title} {
		words := a.Text
		if f == model.Title {
			words = a.Title
		}
		at := 0
		for w := range strings.SplitAfterSeq(words, " ") {
			span := model.Span{Start: uint32(at), End: uint32(at + len(strings.TrimRight(w, " ")))}
			at += len(w)
			if span.Empty() {
				continue
			}
			mark := byte(0)
			if len(marks) > 0 {
				mark, marks = marks[0], marks[1:]
			}
			annotate(a, f, span, mark, uint32(at))
		}
	}
	return a
}

// annotate makes of the word at s nothing, a mention, or the beginning of a quote that ends at end.
func annotate(a *model.Article, f model.Field, s model.Span, mark byte, end uint32) {
	id := model.EntityID(mark>>4)%4 + 1
	for int(id) > len(a.Entities) {
		a.Entities = append(a.Entities, model.Entity{Name: s.In(a.TextOf(f)), Type: model.EntityType(mark>>1) % (model.Unnamed + 1)})
	}
	switch mark % 4 {
	case 1, 2:
		a.Mentions = append(a.Mentions, model.Mention{Span: s, Entity: id, Field: f, Form: model.Form(mark>>2) % 3})
	case 3:
		q := model.Quote{Span: model.Span{Start: s.Start, End: end}, Field: f, Confidence: 0.5, Rule: model.RuleClause}
		if mark>>2%2 > 0 {
			q.Rule = model.RuleFloating + model.Rule(mark>>3%2)
		} else if n := len(a.Mentions); n > 0 && a.Mentions[n-1].Field == f {
			q.Mention, q.Cue = a.Mentions[n-1].Span, a.Mentions[n-1].Span
		}
		if a.Entity(id).Type.Speaks() {
			q.Speaker = id
		}
		a.Quotes = append(a.Quotes, q)
	}
}

// step returns a correction of a, chosen by three bytes.
func step(a *model.Article, by []byte) correct.Correction {
	who := func(i byte) correct.Who {
		if n := len(a.Entities); n > 0 && i%4 > 0 {
			e := &a.Entities[int(i)%n]
			return correct.Who{Type: e.Type, Name: e.Name}
		}
		return []correct.Who{{}, person("Lee"), body("No"), {Type: model.Nationality, Name: "no"}, {Type: model.Unnamed, Name: "a clerk"}}[i/4%5]
	}
	c := correct.Correction{Op: correct.Op(by[0]%7 + 1), Entity: who(by[1]), Is: who(by[2]), Alias: who(by[2] / 3).Name}
	switch which := int(by[2]); {
	case len(a.Quotes) > 0 && which%3 == 0:
		q := &a.Quotes[which%len(a.Quotes)]
		c.Anchor = correct.At(a, q.Field, q.Span)
	case len(a.Mentions) > 0 && which%3 == 1:
		m := &a.Mentions[which%len(a.Mentions)]
		e := a.Entity(m.Entity)
		c.Anchor, c.Alias, c.Entity = correct.At(a, m.Field, m.Span), a.Mentioned(m), correct.Who{Type: e.Type, Name: e.Name}
	case a.Text != "":
		_, n := utf8.DecodeRuneInString(a.Text)
		c.Anchor = correct.At(a, model.Body, model.Span{End: uint32(n)})
	}
	return c
}
