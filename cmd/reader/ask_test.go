package main

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"reader/model/correct"
	"reader/model/report"
	"reader/model/state"
)

const treaty = `---
title: "Ministers part without a deal"
publisher: Orven Post
url: https://post.example/treaty
date: 2026-02-03
authors: [Cem Roth]
---

“The price is not sustainable,” Energy Minister Ada Brändt told Interfax. She said that the talks would go on.

“A price is a price,” said Ben Osk, mayor of Tallmar. The meeting [sic] went on.
`

// archive makes a folder of articles, one of them with all that is known of an article, and changes to it.
func archive(t *testing.T) {
	t.Helper()
	newsstand(t)
	if err := os.WriteFile("treaty.md", []byte(treaty), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Each row is a question, and all that is printed.
func TestAnswers(t *testing.T) {
	archive(t)
	for _, c := range []struct {
		name, command, query, format string
		want                         string
	}{
		{"lists a folder", "list", "", "text", `Harbour of Tallmar stays shut · 3 quotes
Radar station to close · 2 quotes
2026-02-03  Ministers part without a deal · Orven Post · 3 quotes
`},
		{"lists what a person speaks in", "list", "speaker:brandt", "text", "2026-02-03  Ministers part without a deal · Orven Post · 2 quotes\n"},
		{"lists in an order", "list", "sort:-title", "text", `Radar station to close · 2 quotes
2026-02-03  Ministers part without a deal · Orven Post · 3 quotes
Harbour of Tallmar stays shut · 3 quotes
`},
		{"lists in Markdown", "list", "date:2026", "md", "- [Ministers part without a deal](<https://post.example/treaty>), Orven Post, 2026-02-03, 3 quotes\n"},
		{"lists a table", "list", "source:orven kind:indirect", "csv", `article,path,title,published,source,url,language,quotes
https://post.example/treaty,treaty.md,Ministers part without a deal,2026-02-03,Orven Post,https://post.example/treaty,en,1
`},
		{"lists lines", "list", "title:deal", "jsonl", `{"article":"https://post.example/treaty","path":"treaty.md","title":"Ministers part without a deal","published":"2026-02-03","source":"Orven Post","url":"https://post.example/treaty","language":"en","quotes":3}
`},
		{"finds nothing", "list", "title:zebra", "text", ""},

		{"searches words", "search", "talks", "text", "treaty.md:1: …Minister Ada Brändt told Interfax. She said that the talks would go on.\n"},
		{"searches the title", "search", "title:radar", "text", "radar.md:title: Radar station to close\n"},
		{"searches what somebody says", "search", "speaker:osk said:price", "text", "treaty.md:2: “A price is a price,” said Ben Osk, mayor of Tallmar. The meeting …\n" +
			"treaty.md:2: “A price is a price,” said Ben Osk, mayor of Tallmar. The meeting [sic] went …\n"},
		{"searches in Markdown", "search", `"is a price"`, "md", "- [Ministers part without a deal](<https://post.example/treaty>), Orven Post, 2026-02-03: " +
			"“A price **is a price**,” said Ben Osk, mayor of Tallmar. The meeting &#91;sic] went …\n"},
		{"searches a table", "search", "interfax", "csv", `article,path,title,published,source,url,start,end,in,paragraph,text,context
https://post.example/treaty,treaty.md,Ministers part without a deal,2026-02-03,Orven Post,https://post.example/treaty,64,72,,1,Interfax,"…is not sustainable,” Energy Minister Ada Brändt told Interfax. She said that the talks would go on."
`},
		{"searches what has no place", "search", "date:2026", "text", ""},

		{"asks who is mentioned beside somebody", "entities", "person:brändt", "csv", `type,name,role,quotes,mentions,articles,aliases
person,Ada Brändt,Energy Minister,2,2,1,
person,Ben Osk,mayor of Tallmar,1,1,1,
organization,Interfax,,0,1,1,
place,Tallmar,,0,1,1,TALLMAR
`},
		{"asks who is mentioned", "entities", "path OR title:radar", "text", "Ben Osk, mayor of Tallmar · person · 2 quotes · 1 mention · 1 article\n"},
		{"asks in Markdown", "entities", "title:radar", "md", "| name | role | type | quotes | mentions | articles |\n| --- | --- | --- | --- | --- | --- |\n" +
			"| Ben Osk | mayor of Tallmar | person | 2 | 1 | 1 |\n"},
		{"asks for lines", "entities", "title:radar", "jsonl", `{"type":"person","name":"Ben Osk","role":"mayor of Tallmar","quotes":2,"mentions":1,"articles":1,"aliases":[]}
`},

		{"shows an article", "show", "title:deal", "text", `Ministers part without a deal
Cem Roth · Orven Post · 2026-02-03
https://post.example/treaty

“The price is not sustainable,” Energy Minister Ada Brändt told Interfax. She said that the talks would go on.
  Quote by Ada Brändt, Energy Minister: “The price is not sustainable,”
  Quote by Ada Brändt, Energy Minister: the talks would go on

“A price is a price,” said Ben Osk, mayor of Tallmar. The meeting [sic] went on.
  Quote by Ben Osk, mayor of Tallmar: “A price is a price,”
`},
		{"shows what is asked for", "show", "speaker:brändt kind:indirect", "md", `# [Ministers part without a deal](<https://post.example/treaty>)

Cem Roth · Orven Post · 2026-02-03

“The price is not sustainable,” Energy Minister Ada Brändt told Interfax. She said that the talks would go on.

“A price is a price,” said Ben Osk, mayor of Tallmar. The meeting &#91;sic] went on.

## Quotes

Quote by Ada Brändt, Energy Minister:

> the talks would go on
`},

		{"quotes what meets all conditions", "quotes", "role:minister to:interfax", "text", `“The price is not sustainable,”
  — Ada Brändt, Energy Minister
    Ministers part without a deal, Orven Post, 2026-02-03
    https://post.example/treaty
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := runWith(t, "", c.command, ".", "--query", c.query, "--format", c.format)
			if got.code != 0 || got.stderr != "" || got.stdout != c.want {
				t.Errorf("exit %d %s\n%s\nwant\n%s", got.code, got.stderr, got.stdout, c.want)
			}
		})
	}
}

// Two articles are told apart, and JSON Lines of show are those of export.
func TestShowSeveral(t *testing.T) {
	archive(t)
	if got := runWith(t, "", "show", ".", "--query", "radar OR title:harbour"); strings.Count(got.stdout, "\n* * *\n\n") != 1 {
		t.Errorf("got %s", got.stdout)
	}
	if got := runWith(t, "", "show", ".", "--query", "radar OR title:harbour", "--format", "md"); strings.Count(got.stdout, "\n---\n\n") != 1 {
		t.Errorf("got %s", got.stdout)
	}
	shown, exported := runWith(t, "", "show", "radar.md", "--format", "jsonl"), runWith(t, "", "export", "radar.md")
	if shown.stdout != exported.stdout {
		t.Errorf("got %s", shown.stdout)
	}
}

// A hit's offsets are those of export, and what it says stands there.
func TestSearchAndExportAgree(t *testing.T) {
	archive(t)
	var a exported
	if err := json.Unmarshal([]byte(runWith(t, "", "export", "treaty.md").stdout), &a); err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(runWith(t, "", "search", "treaty.md", "--query", "price OR person:brändt OR ministers", "--format", "jsonl").stdout) {
		var h hit
		if err := json.Unmarshal([]byte(line), &h); err != nil {
			t.Fatal(err)
		}
		text := map[string]string{"": a.Text, "title": a.Title}[h.In]
		if got := string([]rune(text)[h.Start:h.End]); got != h.Text || !strings.Contains(h.Context, h.Text) || (h.In == "title") != (h.Paragraph == 0) {
			t.Errorf("%q stands where %s", got, line)
		}
		n++
	}
	if n != 6 {
		t.Errorf("%d hits, want 6", n)
	}
}

// --speaker and --query are both heeded, and about the same quote.
func TestSpeakerAndQuery(t *testing.T) {
	archive(t)
	got := runWith(t, "", "quotes", ".", "--speaker", "osk", "--query", "said:price")
	if got.code != 0 || got.stderr != "" || strings.Count(got.stdout, "— Ben Osk") != 1 || !strings.Contains(got.stdout, "A price is a price") {
		t.Errorf("exit %d: %s%s", got.code, got.stdout, got.stderr)
	}
	got = runWith(t, "", "quotes", ".", "--speaker", "osk", "--query", "said:sustainable")
	if got.code != 0 || got.stdout != "" {
		t.Errorf("exit %d: %s", got.code, got.stdout)
	}
}

func TestAMistakeInAQueryIsPointedAt(t *testing.T) {
	archive(t)
	for _, command := range []string{"list", "show", "search", "quotes", "entities"} {
		got := runWith(t, "", command, "nothing", "--query", "Härl speeker:x")
		want := "reader: There is no field \"speeker\"; did you mean speaker? To look for the words put them in quotation marks.\n" +
			"  Härl speeker:x\n       ^\nTry: reader --help\n"
		if got.code != 2 || got.stdout != "" || got.stderr != want {
			t.Errorf("%s: exit %d\n%s%s\nwant\n%s", command, got.code, got.stdout, got.stderr, want)
		}
	}
	if got := runWith(t, "", "list", "--query", "\x1b[31m\" "); got.code != 2 || strings.Contains(got.stderr, "\x1b") {
		t.Errorf("exit %d: %q", got.code, got.stderr)
	}
}

// A context is cut at words and never within a character.
func TestContextIsCut(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Härl ", 30)
	for _, s := range []string{"", "short", long, strings.Repeat("é", 100), strings.Repeat("é", 50) + " " + strings.Repeat("a", 59)} {
		for _, got := range []string{tail(s), start(s)} {
			if len(got) > around+len("…")+1 || !strings.Contains(s, strings.Trim(got, "…")) || len(s) <= around && got != s {
				t.Errorf("%q became %q", s, got)
			}
		}
	}
	if got := tail(long); !strings.HasPrefix(got, "…Härl ") {
		t.Errorf("got %q", got)
	}
	if got := start(long); !strings.HasSuffix(got, "Härl …") {
		t.Errorf("got %q", got)
	}
}

// What was read, starred and met is known wherever a question is asked.
func TestQuestionsKnowWhatWasRead(t *testing.T) {
	newsstand(t)
	freshState(t)
	kept, err := openState()
	if err != nil {
		t.Fatal(err)
	}
	var radar report.Article
	if err := json.Unmarshal([]byte(runWith(t, "", "list", "radar.md", "--format", "jsonl").stdout), &radar); err != nil {
		t.Fatal(err)
	}
	id := []string{radar.Article}
	if err := errors.Join(kept.Opened(radar.Article), kept.Meet(id), kept.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Star(id, true); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ command, query, want string }{
		{"list", "is:unread", "Harbour of Tallmar stays shut · 3 quotes\n"},
		{"list", "is:read", "Radar station to close · 2 quotes\n"},
		{"list", "is:starred", "Radar station to close · 2 quotes\n"},
		{"list", "is:new", "Harbour of Tallmar stays shut · 3 quotes\n"},
		{"list", "is:noted", ""},
		{"search", "is:starred title:radar", "radar.md:title: Radar station to close\n"},
	} {
		if got := runWith(t, "", c.command, ".", "--query", c.query); got.stdout != c.want || got.stderr != "" {
			t.Errorf("%s %s: got %+v", c.command, c.query, got)
		}
	}
}

// What was noted on the screen stands with its quote or article wherever they are printed.
func TestNotesArePrinted(t *testing.T) {
	newsstand(t)
	freshState(t)
	kept, err := openState()
	if err != nil {
		t.Fatal(err)
	}
	before := runWith(t, "", "quotes", "radar.md", "--format", "csv").stdout
	var q report.Quote
	first, _, _ := strings.Cut(runWith(t, "", "quotes", "radar.md", "--format", "jsonl").stdout, "\n")
	if err := json.Unmarshal([]byte(first), &q); err != nil {
		t.Fatal(err)
	}
	_, onQuote := kept.Write(state.Note{Article: q.Article, Text: "ask again", Anchor: correct.Anchor{Words: q.Text}})
	_, onArticle := kept.Write(state.Note{Article: q.Article, Text: "read this"})
	if err := errors.Join(onQuote, onArticle); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ command, format, want string }{
		{"quotes", "text", "\n    Note: ask again\n"},
		{"quotes", "md", "\n\nNote: ask again\n"},
		{"quotes", "jsonl", `,"note":"ask again"}` + "\n"},
		{"quotes", "csv", ",ask again\n"},
		{"list", "text", " · 2 quotes · Note: read this\n"},
		{"list", "csv", ",2,read this\n"},
	} {
		out := runWith(t, "", c.command, ".", "--query", "has:note", "--format", c.format)
		if strings.Count(out.stdout, c.want) != 1 || out.stderr != "" {
			t.Errorf("%s as %s: got %+v", c.command, c.format, out)
		}
	}
	if after := runWith(t, "", "quotes", "harbour.md", "--format", "csv").stdout; strings.Contains(after, "note") || strings.Contains(before, "note") {
		t.Errorf("there is a column for notes though there are none:\n%s", after)
	}
}
