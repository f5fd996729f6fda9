package report

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
)

// spanOf returns where part stands in text.
func spanOf(text, part string) model.Span {
	i := strings.Index(text, part)
	return model.Span{Start: uint32(i), End: uint32(i + len(part))}
}

// gates is an article with a quote that is not sure, one that is nobody's, and one without quotation marks. Its offsets in
// code points are not those in bytes.
func gates() *model.Article {
	const title, text = "“No more,” Härl says", "TALLMAR — Härl told the Post: “It’s old.” She said it must go."
	in := func(part string) model.Span { return spanOf(text, part) }
	return &model.Article{
		ID: "gates", Path: "a/gates.md", URL: "https://post.example/gates", Title: title,
		Published: model.Date{Time: time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC)}, Publisher: "Orven Post", Language: "en",
		Text: text, Blocks: []model.Block{{Span: in(text)}},
		Annotations: model.Annotations{
			Sentences: []model.Span{in(text)},
			Entities:  []model.Entity{{Name: "Ada Härl", Detail: "minister"}},
			Mentions: []model.Mention{
				{Span: in("Härl"), Entity: 1, Link: model.LinkSurname},
				{Span: in("She"), Entity: 1, Form: model.Pronoun, Link: model.LinkPronoun},
			},
			Quotes: []model.Quote{
				{Span: in("“It’s old.”"), Mention: in("Härl"), Cue: in("told"), To: in("the Post"), Speaker: 1, Confidence: 0.5, Rule: model.RuleColon},
				{Span: in("it must go"), Mention: in("She"), Cue: in("said"), Speaker: 1, Confidence: 0.97, Kind: model.Indirect, Rule: model.RuleClause},
				{Span: spanOf(title, "“No more,”"), Field: model.Title},
			},
		},
	}
}

// filed returns a library of a alone.
func filed(t *testing.T, a *model.Article) *library.Library {
	t.Helper()
	if err := a.Check(); err != nil {
		t.Fatal(err)
	}
	lib := library.New(nil)
	lib.Add(a)
	return lib
}

// noting returns marks with a note on the second quote of a, and one on all of it.
func noting(t *testing.T, a *model.Article) *state.Log {
	t.Helper()
	log, err := state.Open(t.TempDir() + "/state.jsonl")
	_, first := log.Write(state.Note{Article: a.ID, Text: "ask\nher again", Anchor: correct.At(a, model.Body, a.Quotes[1].Span)})
	_, second := log.Write(state.Note{Article: a.ID, Text: "=read"})
	if err = errors.Join(err, first, second); err != nil {
		t.Fatal(err)
	}
	return log
}

// written returns the rows of t in a format.
func written[T any](tb testing.TB, t *Table[T], format string, rows ...T) string {
	tb.Helper()
	var got bytes.Buffer
	w := t.Writer(&got, format)
	if err := errors.Join(w.Write(rows...), w.Flush()); err != nil {
		tb.Fatal(err)
	}
	return got.String()
}

// quotesOf returns all quotes of the only article of lib.
func quotesOf(lib *library.Library, marks *state.Log) []Quote {
	var out []Quote
	for _, q := range QuotesIn(lib, 0, lib.QuotesBy(0), marks) {
		out = append(out, q)
	}
	return out
}

func TestQuotesInAllFormats(t *testing.T) {
	t.Parallel()
	quotes := quotesOf(filed(t, gates()), nil)
	quotes = []Quote{quotes[0], quotes[2]}
	for format, want := range map[string]string{
		Text: `“It’s old.”
  — Ada Härl (?), minister
    “No more,” Härl says, Orven Post, 2026-05-04
    https://post.example/gates

“No more,”
  — unknown
    “No more,” Härl says, Orven Post, 2026-05-04
    https://post.example/gates
`,
		Markdown: `> “It’s old.”
>
> — Ada Härl (?), minister, in [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04

> “No more,”
>
> — unknown, in [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04
`,
		CSV: `article,path,title,published,text,start,end,in,kind,speaker,role,to,cue,confidence,by
gates,a/gates.md,"“No more,” Härl says",2026-05-04,“It’s old.”,30,41,,direct,Ada Härl,minister,the Post,told,0.5,rule
gates,a/gates.md,"“No more,” Härl says",2026-05-04,"“No more,”",0,10,title,direct,,,,,0,rule
`,
		JSONL: `{"article":"gates","path":"a/gates.md","title":"“No more,” Härl says","published":"2026-05-04","text":"“It’s old.”","start":30,"end":41,"kind":"direct","speaker":"Ada Härl","role":"minister","to":"the Post","cue":"told","confidence":0.5,"by":"rule"}
{"article":"gates","path":"a/gates.md","title":"“No more,” Härl says","published":"2026-05-04","text":"“No more,”","start":0,"end":10,"in":"title","kind":"direct","speaker":"","role":"","to":"","cue":"","confidence":0,"by":"rule"}
`,
	} {
		if got := written(t, Quotes(false), format, quotes...); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", format, got, want)
		}
	}
}

// A note stands with its quote, and one on all of an article with the article. Nothing else is otherwise than without.
func TestNotesAreTakenAlong(t *testing.T) {
	t.Parallel()
	a := gates()
	lib, marks := filed(t, a), noting(t, a)
	quotes := quotesOf(lib, marks)
	article := ArticleOf(lib, 0, 3, marks)
	for _, c := range []struct{ got, want string }{
		{written(t, Quotes(true), Text, quotes[1:]...), `it must go
  — Ada Härl, minister
    “No more,” Härl says, Orven Post, 2026-05-04
    https://post.example/gates
    Note: ask her again

“No more,”
  — unknown
    “No more,” Härl says, Orven Post, 2026-05-04
    https://post.example/gates
`},
		{written(t, Quotes(true), Markdown, quotes[1:]...), `> it must go
>
> — Ada Härl, minister, in [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04

Note: ask her again

> “No more,”
>
> — unknown, in [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04
`},
		{written(t, Quotes(true), CSV, quotes[1]), `article,path,title,published,text,start,end,in,kind,speaker,role,to,cue,confidence,by,note
gates,a/gates.md,"“No more,” Härl says",2026-05-04,it must go,51,61,,indirect,Ada Härl,minister,,said,0.97,rule,"ask
her again"
`},
		{written(t, Articles(true), CSV, article), `article,path,title,published,source,url,language,quotes,note
gates,a/gates.md,"“No more,” Härl says",2026-05-04,Orven Post,https://post.example/gates,en,3,'=read
`},
		{written(t, Articles(true), Markdown, article), "- [“No more,” Härl says](<https://post.example/gates>), Orven Post, 2026-05-04, 3 quotes, Note: =read\n"},
		{written(t, Articles(true), Text, article), "2026-05-04  “No more,” Härl says · Orven Post · 3 quotes · Note: =read\n"},
		{written(t, Articles(true), JSONL, article), `{"article":"gates","path":"a/gates.md","title":"“No more,” Härl says","published":"2026-05-04","source":"Orven Post","url":"https://post.example/gates","language":"en","quotes":3,"note":"=read"}` + "\n"},
	} {
		if c.got != c.want {
			t.Errorf("got\n%s\nwant\n%s", c.got, c.want)
		}
	}
	if !Noted(lib, []library.Ref{0}, marks) || Noted(lib, []library.Ref{0}, nil) || Noted(lib, nil, marks) {
		t.Error("it is told wrongly whether there are notes")
	}
}

func TestACitationSaysHowSureItIs(t *testing.T) {
	t.Parallel()
	a := gates()
	abroad := gates()
	abroad.URL = "https://z%C3%BCrich.example/straße" // as feeds write it, and as people do
	bare := gates()
	bare.Publisher, bare.URL, bare.Published, bare.Title = "", "javascript:alert(1)", model.Date{}, ""
	bare.Quotes = bare.Quotes[:1]
	for _, c := range []struct {
		a    *model.Article
		i    int
		want string
	}{
		{a, 0, "“It’s old.” — probably Ada Härl, minister, to the Post. “No more,” Härl says, Orven Post, 4 May 2026. https://post.example/gates"},
		{a, 1, "it must go — Ada Härl, minister. “No more,” Härl says, Orven Post, 4 May 2026. https://post.example/gates"},
		{a, 2, "“No more,” — unattributed. “No more,” Härl says, Orven Post, 4 May 2026. https://post.example/gates"},
		{abroad, 0, "“It’s old.” — probably Ada Härl, minister, to the Post. “No more,” Härl says, Orven Post, 4 May 2026. https://xn--zrich-kva.example/stra%C3%9Fe"},
		{bare, 0, "“It’s old.” — probably Ada Härl, minister, to the Post."},
	} {
		if got := quotesOf(filed(t, c.a), nil)[c.i].Cite(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// A cell that a spreadsheet would run is text.
func TestTableHoldsNoFormula(t *testing.T) {
	t.Parallel()
	got := written(t, Quotes(true), CSV, Quote{Speaker: "=1+1", Text: "@SUM(A1)", Title: "-2", Path: "+3", Role: "\t=4", Note: "=5"})
	for _, s := range []string{",=", ",@", ",-", ",+", ",\t", "\"="} {
		if strings.Contains(got, s) {
			t.Errorf("%q in %s", s, got)
		}
	}
}

func TestMarkdownHoldsNoForeignMarkup(t *testing.T) {
	t.Parallel()
	q := Quote{Text: "one\n# two", Title: "a](<x>) *b*", Speaker: "_c_", url: "https://x.example/> <a", Note: "*d*\n# e"}
	got := written(t, Quotes(true), Markdown, q)
	if !strings.HasPrefix(got, "> one # two\n") || !strings.Contains(got, "(<https://x.example/%3E%20%3Ca>)") || !strings.Contains(got, "\nNote: &#42;d&#42; # e\n") {
		t.Errorf("got %s", got)
	}
	q.url = "javascript:alert(1)"
	if got := written(t, Quotes(true), Markdown, q); strings.Contains(got, "javascript") {
		t.Errorf("got %s", got)
	}
}

// full is a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWhatCouldNotBeWrittenIsTold(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		w := Quotes(false).Writer(full{}, format)
		err := w.Write(make([]Quote, 1000)...)
		if err = errors.Join(err, w.Flush()); err == nil || !strings.Contains(err.Error(), "could not be written: no room") {
			t.Errorf("%s: %v", format, err)
		}
	}
}
