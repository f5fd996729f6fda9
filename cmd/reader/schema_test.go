package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/report"
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
				{Name: "Härl", Detail: "minister", Gender: model.Female},
				{Name: "3 May", Type: model.DateTime, Detail: "2026-05-03"},
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
	if err := report.Lines(&got).Encode(export(gates())); err != nil {
		t.Fatal(err)
	}
	if got.String() != compact.String()+"\n" {
		t.Errorf("exported\n%s\nwant\n%s", &got, &compact)
	}
}

func TestExportOfNothingHasNoNull(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := report.Lines(&got).Encode(export(&model.Article{})); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.String(), "null") {
		t.Errorf("exported %s", &got)
	}
}
