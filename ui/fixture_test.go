package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/library"
)

// draft is an article in the making: its people, and who says what in it.
type draft struct{ *model.Article }

// write returns an article of paragraphs parted by blank lines.
func write(path, title, publisher, date, text string) draft {
	text = strings.TrimSpace(text)
	a := &model.Article{
		ID: path, Path: path, Title: title, Publisher: publisher, Language: "en", Markdown: text, Text: text,
	}
	if day, err := time.Parse(time.DateOnly, date); err == nil {
		a.Published = model.Date{Time: day}
	}
	at := 0
	for p := range strings.SplitSeq(text, "\n\n") {
		a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: uint32(at), End: uint32(at + len(p))}})
		a.Sentences = append(a.Sentences, a.Blocks[len(a.Blocks)-1].Span) // long ones
		at += len(p) + 2
	}
	return draft{a}
}

// names adds an entity and a mention wherever its name, or the last word of it, stands.
func (d draft) names(kind model.EntityType, name, role string) draft {
	d.Entities = append(d.Entities, model.Entity{Name: name, Detail: role, Type: kind})
	id := model.EntityID(len(d.Entities))
	last := name
	if kind == model.Person {
		last = name[strings.LastIndexByte(name, ' ')+1:]
	}
	for at := 0; ; {
		i := strings.Index(d.Text[at:], last)
		if i < 0 {
			return d
		}
		span := model.Span{Start: uint32(at + i), End: uint32(at + i + len(last))}
		if start := int(span.End) - len(name); start >= 0 && d.Text[start:span.End] == name {
			span.Start = uint32(start)
		}
		link := model.LinkFirst
		switch {
		case span.Len() < len(name):
			link = model.LinkSurname
		case at > 0:
			link = model.LinkSame
		}
		d.Mentions = append(d.Mentions, model.Mention{Span: span, Entity: id, Link: link})
		at += i + len(last)
	}
}

// says adds a quote of the entity name: words, which stand in the text, with the mention and the cue in by.
func (d draft) says(name, words, mention, cue string, confidence float32) draft {
	q := model.Quote{Span: d.find(words), Confidence: confidence, Kind: model.Indirect, Rule: model.RuleClause}
	if strings.HasPrefix(words, "“") {
		q.Kind, q.Rule = model.Direct, model.RuleSubjectCue
	}
	if name == "" {
		q.Rule = model.RuleUnattributed
	}
	for i := range d.Entities {
		if d.Entities[i].Name == name {
			q.Speaker = model.EntityID(i + 1)
		}
	}
	from := int(max(q.Span.Start, 60)) - 60
	near := func(s string) model.Span {
		if s == "" {
			return model.Span{}
		}
		i := from + strings.Index(d.Text[from:]+" ", s+" ") // and not the beginning of a word
		if i < from {
			i = from + strings.Index(d.Text[from:], s)
		}
		if end := int(q.Span.End); strings.HasPrefix(d.Text[end:], " "+s) || strings.HasPrefix(d.Text[end:], " "+mention+" "+s) {
			i = end + strings.Index(d.Text[end:], s)
		}
		return model.Span{Start: uint32(i), End: uint32(i + len(s))}
	}
	q.Mention, q.Cue = near(mention), near(cue)
	if strings.EqualFold(mention, "he") || strings.EqualFold(mention, "she") {
		d.Mentions = append(d.Mentions, model.Mention{Span: q.Mention, Entity: q.Speaker, Form: model.Pronoun, Link: model.LinkPronoun})
	}
	d.Quotes = append(d.Quotes, q)
	return d
}

// to tells whom the last quote was told to: words that stand behind it.
func (d draft) to(words string) draft {
	q := &d.Quotes[len(d.Quotes)-1]
	at := q.Span.End + uint32(strings.Index(d.Text[q.Span.End:], words))
	q.To = model.Span{Start: at, End: at + uint32(len(words))}
	return d
}

func (d draft) find(words string) model.Span {
	i := strings.Index(d.Text, words)
	if i < 0 {
		panic("not in the text: " + words)
	}
	return model.Span{Start: uint32(i), End: uint32(i + len(words))}
}

// done returns the article, its annotations in order.
func (d draft) done(tb testing.TB) *model.Article {
	tb.Helper()
	slices.SortStableFunc(d.Mentions, func(a, b model.Mention) int { return int(a.Span.Start) - int(b.Span.Start) })
	slices.SortStableFunc(d.Quotes, func(a, b model.Quote) int { return int(a.Span.Start) - int(b.Span.Start) })
	if err := d.Check(); err != nil {
		tb.Fatalf("%s: %v", d.Path, err)
	}
	return d.Article
}

// newsroom returns six articles, newest last: a minister and an engineer argue about a dam, in three papers.
func newsroom(tb testing.TB) []*model.Article {
	tb.Helper()
	return []*model.Article{
		write("bakery.md", "A bakery moves across the street", "The Orven Post", "2026-02-03", `
The bakery in Mill Lane has moved to the other side of the street, where there is more sun.

Nobody wanted to comment.`).done(tb),

		write("dam-opens.md", "Minister opens the dam at Ostrel and calls it safe", "The Orven Post", "2026-03-02", `
OSTREL — Energy Minister Ada Harl opened the dam above the town on Monday and promised that it would hold for a century.

“This is the safest dam in the country,” Harl said. “Our children will swim in the lake behind it.”

She said that the turbines would run by the summer. The Orven Water Union, which built the dam, had earlier said that it needed more time.

Engineer Ben Osk did not come to the opening.`).
			names(model.Person, "Ada Harl", "Energy Minister").names(model.Person, "Ben Osk", "Engineer").
			names(model.Organization, "Orven Water Union", "").names(model.Place, "Ostrel", "").
			says("Ada Harl", "“This is the safest dam in the country,”", "Harl", "said", 0.99).
			says("Ada Harl", "“Our children will swim in the lake behind it.”", "Harl", "said", 0.95).
			says("Ada Harl", "the turbines would run by the summer", "She", "said", 0.93).
			says("Orven Water Union", "it needed more time", "Orven Water Union", "said", 0.97).done(tb),

		write("osk-warns.md", "Engineer warns of cracks", "Tallmar Herald", "2026-03-09", `
The engineer who measured the dam at Ostrel says there are cracks in it.

“I have counted eleven,” Ben Osk told the Herald. He said the ministry had his report since autumn.

The ministry did not answer. “Somebody will have to explain this,” a neighbour shouted.`).
			names(model.Person, "Ben Osk", "engineer").names(model.Place, "Ostrel", "").
			says("Ben Osk", "“I have counted eleven,”", "Ben Osk", "told", 0.99).to("the Herald").
			says("Ben Osk", "the ministry had his report since autumn", "He", "said", 0.7).
			says("", "“Somebody will have to explain this,”", "", "", 0).done(tb),

		write("minister-answers.md", "“Hairlines,” says the minister, and asks for patience", "The Orven Post", "2026-03-11", `
TALLMAR — The cracks in the dam are hairlines, Energy Minister Ada Harl said on Wednesday.

“Concrete breathes,” Harl told reporters. “Mr. Osk knows that as well as I do.”

Ben Osk replied in a letter that he knew no such thing.`).
			names(model.Person, "Ada Harl", "Energy Minister").names(model.Person, "Ben Osk", "").
			names(model.Place, "Tallmar", "").
			says("Ada Harl", "The cracks in the dam are hairlines", "Ada Harl", "said", 0.96).
			says("Ada Harl", "“Concrete breathes,”", "Harl", "told", 0.99).to("reporters").
			says("Ada Harl", "“Mr. Osk knows that as well as I do.”", "Harl", "told", 0.95).
			says("Ben Osk", "he knew no such thing", "Ben Osk", "replied", 0.94).done(tb),

		french(tb),

		long(tb),
	}
}

func french(tb testing.TB) *model.Article {
	tb.Helper()
	d := write("barrage.md", "Le barrage inquiète les riverains", "Le Courrier du Lac", "2026-03-12", "Les riverains du lac demandent une réunion publique.")
	d.Language = "fr"
	return d.done(tb)
}

// long returns an article of forty paragraphs with a word of Harl's in the first and one in the last.
func long(tb testing.TB) *model.Article {
	tb.Helper()
	var text strings.Builder
	text.WriteString("Ada Harl said that the lake was full.\n\n")
	for i := range 38 {
		fmt.Fprintf(&text, "Paragraph %d of the minutes records what the commission saw on its way around the lake.\n\n", i+1)
	}
	text.WriteString("At the end Ada Harl said that the dam would be drained.")
	return write("minutes.md", "The minutes of the commission", "Gazette", "2026-03-20", text.String()).
		names(model.Person, "Ada Harl", "").
		says("Ada Harl", "the lake was full", "Ada Harl", "said", 0.97).
		says("Ada Harl", "the dam would be drained", "Ada Harl", "said", 0.97).done(tb)
}

// results wraps articles as a loader returns them.
func results(articles ...*model.Article) []library.Reading {
	out := make([]library.Reading, len(articles))
	for i, a := range articles {
		out[i] = library.Reading{Path: a.Path, Results: []library.Result{{Article: a}}}
	}
	return out
}
