package ui

import (
	"fmt"
	"testing"
	"time"

	"reader/model"
)

// What is promised of queries, in the order in which it is promised.

// archive returns the newsroom with what that lacks: an article with an author, a link and a picture.
func archive(tb testing.TB) []*model.Article {
	tb.Helper()
	d := write("report.md", "A report on the lake", "Gazette", "2026-02-10", "The levels are in the table. See the map.\n\nlevel").done(tb)
	d.Markdown = "The levels are in [the table](https://gazette.example/levels). See the map.\n\n![level](https://gazette.example/level.png)"
	d.Authors, d.URL = []string{"Jo Roth"}, "https://gazette.example/report"
	return append(newsroom(tb), d)
}

func TestPromisesOfQueries(t *testing.T) {
	s := newHabit(t).with(Options{}, 140, 40, results(archive(t)...)).press("j m j m j m * C").enter("ask").press("Enter") // read, starred, noted
	day := time.Now().Format(time.DateOnly)
	for i, c := range []struct {
		says, query string
		articles    int
	}{
		{"a bare word in the title", "bakery", 1},
		{"a bare word in the text", "turbines", 1},
		{"a bare word in who speaks", "union", 1},
		{"words side by side: all of them", "dam minister", 2},
		{"OR: one of them", "bakery OR turbines", 2},
		{"parentheses", "(bakery OR turbines) source:post", 2},
		{"a minus: without", "source:post -bakery", 2},
		{"NOT: without", "source:post NOT bakery", 2},
		{"without several", "-(speaker:harl OR speaker:osk)", 3},
		{"a phrase", `"lake was full"`, 1},
		{"the words of a phrase the other way round", `"full was lake"`, 0},
		{"a regular expression", "text:/turb(ine|an)s/", 1},
		{"what is spelt much like it", "person:~oks", 3},
		{"not spelt right, and not asked for", "person:oks", 0},
		{"case does not matter", "SPEAKER:HARL", 3},
		{"accents do not matter", "reunion", 1},
		{"speaker", "speaker:harl", 3},
		{"a speaker by the whole name", `speaker:"ada harl"`, 3},
		{"speakers who are only likely, too", "speaker:?osk", 2},
		{"nobody known", "speaker:?", 1},
		{"said", `said:"concrete breathes"`, 1},
		{"to whom", "to:herald", 1},
		{"role", "role:engineer", 2},
		{"kind", "kind:indirect", 4},
		{"person", "person:osk", 3},
		{"organization", `org:"orven water union"`, 1},
		{"place", "place:ostrel", 1},
		{"mention, of whatever", "mention:ostrel OR mention:union", 2},
		{"text", "text:hairlines", 1},
		{"title", "title:dam", 1},
		{"author", "author:roth", 1},
		{"source", "source:post", 3},
		{"language", "lang:fr", 1},
		{"a month", "date:2026-03", 5},
		{"a day", "date:2026-03-20", 1},
		{"from one month to another", "date:2026-02..2026-03-02", 3},
		{"since", "date:2026-03-12..", 2},
		{"today", "date:today OR date:" + day, 0},
		{"read", "is:read", 3},
		{"unread", "is:unread", 4},
		{"starred", "is:starred", 1},
		{"noted", "is:noted", 1},
		{"unattributed", "is:unattributed", 1},
		{"corrected", "is:corrected", 0},
		{"has quotes", "has:quotes", 4},
		{"has a note", "has:note", 1},
		{"has a link", "has:link", 1},
		{"has a picture", "has:picture", 1},
		{"has a speaker", "has:speaker", 4},
		{"sorted, which leaves nothing out", "sort:-date", 7},
		{"fields of a quote side by side are of the same quote", "speaker:harl said:cracks", 1},
		{"… and not of two", `speaker:osk said:"concrete breathes"`, 0},
		{"… also to whom and what kind", "speaker:osk to:herald kind:direct", 1},
		{"… to whom somebody else said it", "speaker:harl to:herald", 0},
	} {
		t.Run(c.says, func(t *testing.T) {
			s.t = t
			name := fmt.Sprint(c.says, " ", i)
			want := fmt.Sprintf("%d of 7 articles", c.articles)
			if c.query == "sort:-date" {
				want = "7 articles"
			}
			s.press("1 F ^u").enter(c.query).press("Enter").seesNot("─ Query").says(want)
			if i%4 > 0 {
				return
			}
			// The same language keeps it and finds it again.
			s.press("f").enter(name).press("Enter").says("saved.").press("Esc f").enter(name).press("Enter").says(want)
		})
	}
}

func TestPromisesOfWritingAQuery(t *testing.T) {
	t.Run("fields complete", func(t *testing.T) {
		open(t, 140, 40).press("F").enter("sou").sees("source:", "publisher or host").press("Tab").sees("> source:")
	})
	t.Run("values complete, with how often they occur", func(t *testing.T) {
		open(t, 140, 40).press("F").enter("source:").sees("The Orven Post", "3 articles").enter("tall").press("Tab").sees(`> source:"Tallmar Herald"`).says("1 of 6 articles")
	})
	t.Run("a mistake has a caret under it and a plain sentence, and the last good result stays", func(t *testing.T) {
		s := open(t, 140, 40).press("F").enter("title:dam").says("1 of 6 articles").enter(" kind:loud")
		s.sees("> title:dam kind:loud", "                 ^", "direct, mixed or indirect").says("1 of 6 articles").reads(opens)
		open(t, 140, 40).press("F").enter("(dam").sees("> (dam", "^").says("6 articles")
		open(t, 140, 40).press("F").enter("date:2026-13").sees("^").says("6 articles")
	})
	t.Run("what I corrected is found", func(t *testing.T) {
		s := atDesk(t).press("n c").enter("osk").press("Enter 1 F").enter("is:corrected").press("Enter").says("1 of 2 articles").reads(damOpen)
		s.press("F ^u").enter("has:correction").press("Enter").says("1 of 2 articles")
	})
	t.Run("what has a table is found", func(t *testing.T) {
		d := newDesk(t)
		d.files["levels.md"] = "---\ntitle: Levels\ndate: 2026-01-01\n---\n\n| day | level |\n| --- | --- |\n| 1 | 204 |\n"
		d.open(140, 40).press("1 F").enter("has:table").press("Enter").says("1 of 3 articles").reads("Levels")
	})
	t.Run("somebody is found under every name they have", func(t *testing.T) {
		s := atDesk(t).press("e t j j").at("Benedikt Oskarson").press("a").enter("ben").press("Enter").press("1 F").enter("speaker:oskarson").press("Enter").says("2 of 2 articles")
		s.press("F ^u").enter("speaker:osk").press("Enter").says("2 of 2 articles")
	})
}
