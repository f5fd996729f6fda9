package doc_test

import (
	"reflect"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
)

// span returns where s stands in text first.
func span(t *testing.T, text, s string) model.Span {
	t.Helper()
	i := strings.Index(text, s)
	if i < 0 {
		t.Fatalf("%q is not in %q", s, text)
	}
	return model.Span{Start: uint32(i), End: uint32(i + len(s))}
}

func TestNew(t *testing.T) {
	a := doctest.Article("Cole leaves", "SORVAN — Abe Cole left.\n\nHe said so.")
	a.Dateline = span(t, a.Text, "SORVAN")
	d := doc.New(a)
	if got := d.Dateline.In(d.Text); got != "SORVAN" {
		t.Errorf("the dateline is %q", got)
	}
	got := make([]string, 0, len(d.Paragraphs))
	for _, p := range d.Paragraphs {
		got = append(got, p.Span.In(d.Text))
	}
	if want := []string{"Cole leaves", "SORVAN — Abe Cole left.", "He said so."}; !reflect.DeepEqual(got, want) {
		t.Errorf("the paragraphs are %q", got)
	}
	if d.Paragraphs[0].Kind != model.Heading || d.Text[d.BodyAt:] != a.Text {
		t.Errorf("the title is a %d, the body %q", d.Paragraphs[0].Kind, d.Text[d.BodyAt:])
	}
}

func TestNewWithoutTitle(t *testing.T) {
	a := doctest.Article("", "Abe Cole left.")
	if d := doc.New(a); d.Text != a.Text || d.BodyAt != 0 || len(d.Paragraphs) != 1 {
		t.Errorf("the text is %q with %d paragraphs", d.Text, len(d.Paragraphs))
	}
}

// An entity that is named in the title and the body, a quote in each, and a value that no entity has.
func TestAnnotations(t *testing.T) {
	a := doctest.Article("Cole: 'I leave'", "“I leave,” Abe Cole told the Post on Monday.")
	d := doc.New(a)
	d.Entities = []model.Entity{{Name: "Abe Cole"}}
	d.Mentions = []doc.Mention{
		{Span: span(t, d.Text, "Cole"), Entity: 1},
		{Span: span(t, d.Text, "Abe Cole"), Entity: 1, Link: model.LinkSurname},
		{Span: span(t, d.Text, "Monday")},
	}
	d.Quotes = []model.Quote{
		{Span: span(t, d.Text, "'I leave'"), Mention: span(t, d.Text, "Cole"), Speaker: 1},
		{
			Span: span(t, d.Text, "“I leave,”"), Mention: span(t, d.Text, "Abe Cole"), Cue: span(t, d.Text, "told"),
			To: span(t, d.Text, "the Post"), Speaker: 1,
		},
	}
	a.Annotations = d.Annotations()
	if err := a.Check(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range a.Mentions {
		got = append(got, a.Mentioned(&a.Mentions[i]))
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		got = append(got, a.Quoted(q))
		if q.Field == model.Body {
			got = append(got, q.Mention.In(a.Text), q.Cue.In(a.Text), q.To.In(a.Text))
		} else {
			got = append(got, q.Mention.In(a.Title))
		}
	}
	want := []string{"Abe Cole", "Cole", "“I leave,”", "Abe Cole", "told", "the Post", "'I leave'", "Cole"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A quote in the title may be said by someone whom only the body names.
func TestQuoteAcrossFields(t *testing.T) {
	a := doctest.Article("'I leave'", "Abe Cole left.")
	d := doc.New(a)
	d.Quotes = []model.Quote{{Span: span(t, d.Text, "'I leave'"), Mention: span(t, d.Text, "Abe Cole")}}
	if q := d.Annotations().Quotes[0]; !q.Mention.Empty() || q.Field != model.Title {
		t.Errorf("the mention is %v in field %d", q.Mention, q.Field)
	}
}

func TestTokens(t *testing.T) {
	d := doctest.New("ÀB İc “d”")
	for _, s := range []string{"ÀB", "İc", "“", "d", "”"} {
		d.Tokens = append(d.Tokens, doc.Token{Span: span(t, d.Text, s)})
	}
	d.Sentences = []doc.Sentence{{First: 0, Last: 2}, {First: 2, Last: 5}}
	for i, want := range []string{"àb", "İc", "“", "d", "”"} { // the lower case of İ is longer
		if got := d.Lower(i); got != want {
			t.Errorf("token %d is %q in lower case, want %q", i, got, want)
		}
	}
	if !d.Capital(0) || d.Capital(3) || d.Glued(1) || !d.Glued(3) {
		t.Error("capitals or blanks are wrong")
	}
	if s := d.SentenceSpan(d.Sentences[1]).In(d.Text); s != "“d”" {
		t.Errorf("the second sentence is %q", s)
	}
	if d.SentenceOf(1) != 0 || d.SentenceOf(2) != 1 || d.SentenceOf(4) != 1 {
		t.Error("tokens are in the wrong sentences")
	}
	at := d.Tokens[3].Span.Start
	if d.TokenAt(at) != 3 || d.TokenAt(at-1) != 2 || d.TokenAt(uint32(len(d.Text))) != 5 {
		t.Error("offsets are in the wrong tokens")
	}
}

// A mention points back over the mentions between, but neither into the title nor to what was taken from its entity.
func TestWhatIsPointedBackTo(t *testing.T) {
	a := doctest.Article("Cole leaves", "Abe Cole left. Ann Lee saw him. Later he and he wept."+strings.Repeat(" Oslo", 300)+" He left.")
	d := doc.New(a)
	d.Entities = []model.Entity{{Name: "Abe Cole"}, {Name: "Ann Lee"}, {Name: "Oslo", Type: model.Place}}
	at := 0
	add := func(s string, e model.EntityID, from int32) {
		i := at + strings.Index(d.Text[at:], s)
		at = i + len(s)
		span := model.Span{Start: uint32(i), End: uint32(at)}
		d.Tokens = append(d.Tokens, doc.Token{Span: span})
		m := doc.Mention{Span: span, Entity: e, From: from}
		if from > 0 {
			m.Form, m.Link = model.Pronoun, model.LinkPronoun
		}
		d.Mentions = append(d.Mentions, m)
	}
	add("Cole", 1, 0)
	add("Abe Cole", 1, 0)
	add("Ann Lee", 2, 0)
	add("him", 1, 2) // Abe Cole
	add("he", 1, 1)  // the title
	add("he", 1, 3)  // Ann Lee, who is somebody else
	for range 300 {
		add("Oslo", 3, 0)
	}
	add("He", 1, 4) // him, who is too far off
	a.Annotations = d.Annotations()
	if err := a.Check(); err != nil {
		t.Fatal(err)
	}
	for i, want := range []uint8{0, 0, 2, 0, 0} {
		if got := a.Mentions[i].Back; got != want {
			t.Errorf("mention %d (%s) points %d back, want %d", i, a.Mentioned(&a.Mentions[i]), got, want)
		}
	}
	if got := a.Mentions[len(a.Mentions)-2].Back; got != 0 {
		t.Errorf("a mention points over 300 others: %d back", got)
	}
}
