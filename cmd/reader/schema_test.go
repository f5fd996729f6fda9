package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
)

// spanOf returns where part stands in text.
func spanOf(text, part string) model.Span {
	i := strings.Index(text, part)
	return model.Span{Start: uint32(i), End: uint32(i + len(part))}
}

// gates is an article with one of everything. Its offsets in code points are not those in bytes.
func gates() *model.Article {
	const title, text = "“No more,” Härl says", "TALLMAR — Härl told the Post on 3 May: “It’s old.”"
	in := func(part string) model.Span { return spanOf(text, part) }
	return &model.Article{
		ID: "gates", Path: "a/gates.md", URL: "https://post.example/gates", Title: title, Authors: []string{"Cem Roth"},
		Published: model.Date{Time: time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC)}, Publisher: "Orven Post", Language: "en",
		Text: text, Dateline: in("TALLMAR"), Blocks: []model.Block{{Span: in(text)}},
		Furniture: []model.Furniture{{Kind: model.Byline, Text: "By Cem Roth"}},
		Annotations: model.Annotations{
			Sentences: []model.Span{in(text)},
			Entities: []model.Entity{
				{Name: "Härl", Role: "minister", Gender: model.Female},
				{Name: "3 May", Type: model.DateTime, Value: "2026-05-03"},
			},
			Mentions: []model.Mention{
				{Span: in("Härl"), Entity: 1},
				{Span: in("3 May"), Entity: 2},
				{Span: spanOf(title, "Härl"), Entity: 1, Field: model.Title, Link: model.LinkSame},
			},
			Quotes: []model.Quote{
				{Span: in("“It’s old.”"), Mention: in("Härl"), Cue: in("told"), To: in("the Post"), Speaker: 1, Confidence: 0.97, Rule: model.RuleColon},
				{Span: spanOf(title, "“No more,”"), Field: model.Title},
			},
		},
	}
}

func TestExportIsAsPromised(t *testing.T) {
	t.Parallel()
	if err := gates().Check(); err != nil {
		t.Fatal(err)
	}
	want := `{
 "schema": "reader.article/1", "id": "gates", "path": "a/gates.md", "url": "https://post.example/gates",
 "title": "“No more,” Härl says", "authors": ["Cem Roth"], "published": "2026-05-04", "publisher": "Orven Post",
 "dateline": "TALLMAR", "language": "en", "text": "TALLMAR — Härl told the Post on 3 May: “It’s old.”",
 "furniture": [{"kind": "byline", "text": "By Cem Roth"}],
 "paragraphs": [{"start": 0, "end": 50}], "sentences": [{"start": 0, "end": 50}],
 "entities": [
  {"id": 1, "type": "person", "name": "Härl", "aliases": [], "role": "minister", "gender": "female", "mentions": [
   {"start": 10, "end": 14, "form": "name", "link": "first"}, {"start": 11, "end": 15, "in": "title", "form": "name", "link": "same"}]},
  {"id": 2, "type": "date", "name": "3 May", "aliases": [], "role": "", "gender": "", "mentions": [
   {"start": 32, "end": 37, "form": "name", "value": "2026-05-03", "link": "first"}]}],
 "quotes": [
  {"start": 39, "end": 50, "kind": "direct", "speaker": 1, "mention": {"start": 10, "end": 14},
   "cue": {"start": 15, "end": 19, "text": "told"}, "to": "the Post", "confidence": 0.97,
   "evidence": {"rule": "colon", "says": "X said: “Q”", "chain": [
    {"start": 10, "end": 14, "text": "Härl", "form": "name", "link": "first", "says": "named here first"}]}},
  {"start": 0, "end": 10, "in": "title", "kind": "direct", "speaker": null, "mention": null, "cue": null, "confidence": 0,
   "evidence": {"rule": "unattributed", "says": "nobody is named for it", "chain": []}}]}`
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(want)); err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := newLines(&got).Encode(export(gates())); err != nil {
		t.Fatal(err)
	}
	if got.String() != compact.String()+"\n" {
		t.Errorf("exported\n%s\nwant\n%s", &got, &compact)
	}
}

func TestExportOfNothingHasNoNull(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := newLines(&got).Encode(export(&model.Article{})); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.String(), "null") {
		t.Errorf("exported %s", &got)
	}
}

func TestFormats(t *testing.T) {
	t.Parallel()
	a := gates()
	a.Quotes[0].Confidence = 0.5
	texts := fieldsOf(a)
	a.Mentions[0].Link = model.LinkSame
	quotes := []quotation{quotationOf(a, &a.Quotes[0], "Ada Härl", texts), quotationOf(a, &a.Quotes[1], "", texts)}
	for format, want := range map[string]string{
		"text": `“It’s old.”
  — Ada Härl (?), minister
    “No more,” Härl says, Orven Post, 2026-05-04
    https://post.example/gates

“No more,”
  — unknown
    “No more,” Härl says, Orven Post, 2026-05-04
    https://post.example/gates
`,
		"md": `> “It’s old.”
>
> — Ada Härl (?), minister, in [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04

> “No more,”
>
> — unknown, in [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04
`,
		"csv": `article,path,title,published,text,start,end,in,kind,speaker,role,to,cue,confidence,by
gates,a/gates.md,"“No more,” Härl says",2026-05-04,“It’s old.”,39,50,,direct,Ada Härl,minister,the Post,told,0.5,rule
gates,a/gates.md,"“No more,” Härl says",2026-05-04,"“No more,”",0,10,title,direct,,,,,0,rule
`,
		"jsonl": `{"article":"gates","path":"a/gates.md","title":"“No more,” Härl says","published":"2026-05-04","text":"“It’s old.”","start":39,"end":50,"kind":"direct","speaker":"Ada Härl","role":"minister","to":"the Post","cue":"told","confidence":0.5,"by":"rule"}
{"article":"gates","path":"a/gates.md","title":"“No more,” Härl says","published":"2026-05-04","text":"“No more,”","start":0,"end":10,"in":"title","kind":"direct","speaker":"","role":"","to":"","cue":"","confidence":0,"by":"rule"}
`,
	} {
		write, _ := newWriter(format)
		var got bytes.Buffer
		if err := write(&got, slices.Values(quotes)); err != nil || got.String() != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", format, err, &got, want)
		}
	}
}

// A cell that a spreadsheet would run is text.
func TestTableHoldsNoFormula(t *testing.T) {
	t.Parallel()
	q := quotation{Speaker: "=1+1", Text: "@SUM(A1)", Title: "-2", Path: "+3", Role: "\t=4"}
	var got bytes.Buffer
	if err := writeTable(&got, slices.Values([]quotation{q})); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{",=", ",@", ",-", ",+", ",\t", "\"="} {
		if strings.Contains(got.String(), s) {
			t.Errorf("%q in %s", s, &got)
		}
	}
}

func TestMarkdownHoldsNoForeignMarkup(t *testing.T) {
	t.Parallel()
	q := quotation{Text: "one\n# two", Title: "a](<x>) *b*", Speaker: "_c_", url: "https://x.example/> <a"}
	var got bytes.Buffer
	if err := writeMarkdown(&got, slices.Values([]quotation{q})); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got.String(), "> one # two\n") || !strings.Contains(got.String(), "(<https://x.example/%3E%20%3Ca>)") {
		t.Errorf("got %s", &got)
	}
	q.url = "javascript:alert(1)"
	got.Reset()
	if err := writeMarkdown(&got, slices.Values([]quotation{q})); err != nil || strings.Contains(got.String(), "javascript") {
		t.Errorf("got %s, %v", &got, err)
	}
}
