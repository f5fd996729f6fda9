package gold_test

import (
	"regexp"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp/gold"
)

// What people say is known of the whole kept tenth and of enough other articles to tell how well quotes are found.
func TestEnoughArticlesAreReadForQuotes(t *testing.T) {
	articles, quotes := 0, 0
	for _, a := range corpus(t) {
		if a.Held() && !a.Read {
			t.Errorf("%s is not read for quotes", a.Path)
		}
		if a.Read {
			articles++
			quotes += len(a.Quotes)
		}
	}
	t.Logf("%d quotes in %d articles", quotes, articles)
	if articles < 60 || quotes < 600 {
		t.Errorf("%d quotes in %d articles, want 600 in 60", quotes, articles)
	}
}

var more = regexp.MustCompile(`^that (the|an?|he|she|it|they|I|we) |[,;:]$`)

// A quote is the content alone: without "that", and with both its quotation marks or none.
func TestQuotesAreTheContentAlone(t *testing.T) {
	for _, a := range corpus(t) {
		for _, q := range a.Quotes {
			s := text(a, q.Span)
			if more.MatchString(s) {
				t.Errorf("%s: %q is more than what was said", a.Path, s)
			}
			straight := strings.Count(s, `"`)
			open, closed := strings.Count(s, "“"), strings.Count(s, "”")
			if open < closed || straight%2 != 0 && !strings.HasPrefix(s, `"`) {
				t.Errorf("%s: %q is without an opening mark", a.Path, s)
			}
			if open > closed && !strings.HasPrefix(s, "“") {
				t.Errorf("%s: %q is without a closing mark", a.Path, s)
			}
			if q.Speaker == "" && !q.Mention.Empty() && q.Cue.Empty() {
				t.Errorf("%s: %q is nobody’s, but %q names who says it", a.Path, s, text(a, q.Mention))
			}
		}
	}
}

func TestKind(t *testing.T) {
	for quote, want := range map[string]model.QuoteKind{
		"“We lost,”":                   model.Direct,
		`"He said, 'No.'"`:             model.Direct,
		"‘It’s the traders’ fault’":    model.Mixed, // as nobody can tell
		"‘It’s ours’":                  model.Direct,
		"'It's ours'":                  model.Direct,
		"“It goes on.":                 model.Direct,
		"“sorry” and would go":         model.Mixed,
		"he was “sorry” and would go":  model.Mixed,
		"he was 'sorry' and would go":  model.Mixed,
		"it wasn't the traders' fault": model.Indirect,
	} {
		a := &gold.Article{Text: quote}
		if got := a.Kind(gold.Quote{Span: model.Span{Start: 0, End: uint32(len(quote))}}); got != want {
			t.Errorf("%s is %v, want %v", quote, got, want)
		}
	}
}

const ann = "title: [O:club Rovers] chief is “sorry”\n\n" +
	"[P:lee Ann Lee] of the [O:club Rovers] said that the pitch was wet and that the ball was wet, too. “No,” she said. “No.”\n\n" +
	"A fan in the rain told her: “Go home. You are wet.” She went."

func read(t *testing.T, quotes string) (*gold.Article, error) {
	t.Helper()
	a, err := gold.Parse("x.txt", ann)
	if err != nil {
		t.Fatal(err)
	}
	return a, a.ReadQuotes("x.quotes", quotes)
}

func TestReadQuotes(t *testing.T) {
	a, err := read(t, strings.Join([]string{
		"“sorry” | Ann Lee | chief | -",
		"the pitch was … wet, too | Ann Lee | Ann Lee | said",
		"“No,” | Ann Lee | she | said",
		"“No.” | Ann Lee | <Ann Lee | -",
		"“Go home. You are wet.” | A fan | A fan in the rain | told",
		"You are wet. | - | - | -",
		"",
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := make([]string, 0, len(a.Quotes))
	for _, q := range a.Quotes {
		got = append(got, strings.Join([]string{text(a, q.Span), q.Speaker, q.Key, text(a, q.Mention), text(a, q.Cue)}, "|"))
	}
	same(t, got,
		"“sorry”|Ann Lee|lee|chief|",
		"the pitch was wet and that the ball was wet, too|Ann Lee|lee|Ann Lee|said",
		"“No,”|Ann Lee|lee|she|said",
		"“No.”|Ann Lee|lee|Ann Lee|",
		"“Go home. You are wet.”|A fan||A fan in the rain|told",
		"You are wet.||||")
	if !a.Read {
		t.Error("the article is not read for quotes")
	}
}

func TestReadQuotesSaysWhatIsWrongAndWhere(t *testing.T) {
	for quotes, want := range map[string]string{
		"“No,” | Ann Lee | she": `x.quotes:1: "“No,” | Ann Lee | she" is not "words | speaker | mention | cue", with - for none`,
		"\n":                    `x.quotes:1: "" is not "words | speaker | mention | cue", with - for none`,
		"“No,” | Ann Lee | she | said\nthe pitch | Ann Lee | - | -": `x.quotes:2: "the pitch" stands nowhere from the quote before on`,
		"the pitch was … sunny | Ann Lee | - | -":                   `x.quotes:1: "the pitch was … sunny" stands nowhere from the quote before on`,
		"the … wet | Ann Lee | - | -":                               `x.quotes:1: "the … wet" may stand in more than one place of its paragraph: write more words`,
		"“No,” | Bob Lee | she | said":                              `x.quotes:1: nobody is "Bob Lee"`,
		"“No,” | Ann Lee | he | said":                               `x.quotes:1: "he" does not stand beside the quote`,
		"“No,” | Ann Lee | she | <shouted":                          `x.quotes:1: "shouted" does not stand beside the quote`,
		"“No,” | Ann Lee | > | said":                                `x.quotes:1: no words for the mention or the cue: write - for none`,
		"\xff":                                                      `x.quotes: not UTF-8`,
	} {
		if _, err := read(t, quotes); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", quotes, err, want)
		}
	}
	a, err := gold.Parse("x.txt", "title: a\n\n[P:lee Lee] said {i:lee it was wet}.")
	if err != nil {
		t.Fatal(err)
	}
	want := "x.quotes: x.txt has quotes in braces, too: they are to be in one place"
	if err := a.ReadQuotes("x.quotes", "it was wet | Lee | Lee | said\n"); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func FuzzReadQuotes(f *testing.F) {
	f.Add("title: a\n\n[P:lee Lee] said “no” and “no”.", "“no” | Lee | Lee | said\n“no” | Lee | <Lee | -")
	f.Add("title: a b a\n\na b a", "a … a | - | >a | b")
	f.Fuzz(func(t *testing.T, article, quotes string) {
		a, err := gold.Parse("x.txt", article)
		if err != nil || a.ReadQuotes("x.quotes", quotes) != nil {
			return
		}
		at := uint32(0)
		for _, q := range a.Quotes {
			if q.Span.Start >= q.Span.End || int(q.Span.End) > len(a.Text) || q.Span.Start < at {
				t.Errorf("quote %v after %d in %d bytes", q.Span, at, len(a.Text))
			}
			at = q.Span.Start
			if q.Mention.Overlaps(q.Span) || q.Cue.Overlaps(q.Span) || int(max(q.Mention.End, q.Cue.End)) > len(a.Text) {
				t.Errorf("mention %v or cue %v of the quote %v in %d bytes", q.Mention, q.Cue, q.Span, len(a.Text))
			}
		}
	})
}
