package library_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/generate"
	"reader/model/library"
	"reader/model/query"
)

// synthetic returns n articles of about 3 KB with twelve entities each, drawn so that few are in many. Every third article
// tells a person's role, and every other role a town.
func synthetic(n int) []*model.Article {
	r := rand.New(rand.NewPCG(3, 4))
	draw := func(of int) int { return int(float64(of) * r.Float64() * r.Float64() * r.Float64()) }
	out := make([]*model.Article, n)
	for i := range out {
		a := written("")
		a.Title = fmt.Sprintf("Story %d of the day", i)
		a.Published.Time = a.Published.AddDate(2020, draw(12), draw(28))
		for k := range 12 {
			given, surname := draw(300), draw(4000)
			e := model.Entity{Name: fmt.Sprintf("Given%d Surname%d", given, surname), Gender: model.Gender(given % 3)}
			if r.IntN(3) == 0 {
				who := given + surname
				e.Detail = []string{"mayor", "fire chief", "energy minister", "striker", "analyst", "professor"}[who%6]
				e.Detail = []string{"", "Leeds ", "", "Toronto "}[who%4] + e.Detail
			}
			switch k % 6 {
			case 1, 4:
				e = model.Entity{Name: fmt.Sprintf("Office of Thing%d", draw(2000)), Type: model.Organization}
			case 5:
				e = model.Entity{Name: []string{"Leeds", "Toronto", "Oslo"}[draw(3)], Type: model.Place}
			}
			quotes := k % 3
			if e.Type == model.Place {
				quotes = 0
			}
			a = a.with(e, quotes, e.Name[strings.LastIndex(e.Name, " ")+1:])
		}
		for len(a.Text) < 3000 {
			a.append(fmt.Sprintf("The “harbour” %d stays shut, and nobody %d in the town said why %d it had to be so for %d another year.", i, i, i, i))
		}
		out[i] = a.Article
	}
	return out
}

func BenchmarkAdd10000(b *testing.B) {
	articles := synthetic(10000)
	for b.Loop() {
		l := library.New(nil)
		for len(articles) > l.Len() {
			l.Add(articles[l.Len():min(l.Len()+128, len(articles))]...)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10000, "ns/article")
}

func BenchmarkSelect10000(b *testing.B) {
	l := library.New(nil)
	l.Add(synthetic(10000)...)
	for _, text := range []string{
		"speaker:surname1", `speaker:"Given1 Surname1"`, "speaker:s", "speaker:/surname1[0-9]/", "speaker:~surnmae11",
		"person:surname1 -org:thing1", "said:quoted", "said:zebra", "speaker:surname1 said:quoted", "text:zebra", "zebra",
		"speaker:surname1 text:zebra", `text:"for another year"`, `"stays closed"`, "text:/zebras?/", "text:/harbour stays (open|closed)/",
		"~zebbra", "date:2021-02 sort:-quotes", "has:link",
	} {
		q := parsed(b, text)
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				if _, err := l.Select(b.Context(), q, query.State{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSpeakers10000(b *testing.B) {
	articles := synthetic(10001)
	l := library.New(nil)
	l.Add(articles[:10000]...)
	for b.Loop() {
		l.Add(articles[10000])
		l.Speakers()
		l.Newest()
	}
}

func BenchmarkQuotesBy(b *testing.B) {
	l := library.New(nil)
	l.Add(synthetic(1000)...)
	who := l.Speakers()[:6]
	for b.Loop() {
		for r := range library.Ref(l.Len()) {
			l.QuotesBy(r, who...)
		}
	}
}

// BenchmarkReplace10000 is what a correction costs the library: of somebody few articles mention, and of the one
// whom most do.
func BenchmarkReplace10000(b *testing.B) {
	for _, c := range []struct {
		name string
		of   func(l *library.Library) library.ID
	}{
		{"seldom", func(l *library.Library) library.ID { return l.Speakers()[len(l.Speakers())-1] }},
		{"famous", func(l *library.Library) library.ID { return l.Speakers()[0] }},
	} {
		b.Run(c.name, func(b *testing.B) {
			l := library.New(nil)
			l.Add(synthetic(10000)...)
			r := l.Entity(c.of(l)).Articles[0].Ref
			i := 0
			for l.IDOf(r, model.EntityID(i+1)) != c.of(l) {
				i++
			}
			is := l.Article(r)
			was := *is
			was.Entities = slices.Clone(is.Entities)
			was.Entities[i].Name = "Somebody Else"
			for b.Loop() {
				l.Replace(r, &was)
				l.Replace(r, is)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(2*b.N), "ns/replace")
		})
	}
}

// BenchmarkLoadFeed2000 reads and analyses a file of 2,000 articles.
// A folder of 1,000 articles of 10,000 goes away, as the loader tells it, some at a time.
func BenchmarkFolderGoes(b *testing.B) {
	articles := synthetic(10000)
	for b.Loop() {
		b.StopTimer()
		l := library.New(nil)
		gone := make([]library.Reading, 1000)
		for i, a := range articles {
			path := fmt.Sprintf("%d.md", i)
			l.Take(library.Reading{Path: path, Results: []library.Result{{Article: a}}})
			if i < len(gone) {
				gone[i] = library.Reading{Path: path, Gone: true}
			}
		}
		b.StartTimer()
		for some := range slices.Chunk(gone, 128) {
			l.Take(some...)
		}
		if l.Len() != 9000 {
			b.Fatal(l.Len())
		}
	}
}

func BenchmarkLoadFeed2000(b *testing.B) {
	const items = 2000
	var feed strings.Builder
	feed.WriteString(`<rss version="2.0"><channel><title>Gazette</title>`)
	g := generate.New(1)
	for range items {
		a := g.Next()
		_, text, _ := strings.Cut(string(a.Markdown[4:]), "\n---\n")
		fmt.Fprintf(&feed, "<item><title>%s</title><guid>urn:%s</guid><description>%s</description></item>", a.Name, a.Name, html.EscapeString(text))
	}
	feed.WriteString("</channel></rss>")
	path := filepath.Join(b.TempDir(), "feed.xml")
	if err := os.WriteFile(path, []byte(feed.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l := library.New(nil)
		loader := library.Load(b.Context(), []string{path}, nil, library.Options{})
		for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
			l.Take(readings...)
		}
		if l.Len() != items {
			b.Fatalf("%d articles", l.Len())
		}
	}
	b.ReportMetric(float64(b.Elapsed().Seconds())/float64(b.N), "s/feed")
}

// Who speaks in all of 10,000 articles with 100,000 quotes, of which each is in the same words as others.
func BenchmarkSpeakersAmong10000(b *testing.B) {
	l := library.New(nil)
	l.Add(synthetic(10000)...)
	for b.Loop() {
		l.Everything().Speakers()
	}
}

// Who is in 5,000 of 100,000 articles: until the card of an entity can be shown, and what it costs to read 32 articles for it.
func BenchmarkProfileOf5000In100000(b *testing.B) {
	l := library.New(nil)
	for i := range 100_000 {
		a := written("").with(person(fmt.Sprintf("Given%d Surname%d", i%700, i%9000), "mayor"), 3)
		a.Published.Time = a.Published.AddDate(2020, i%60, i%28)
		if i%20 == 0 {
			a = a.with(person("Ada Härl", "energy minister"), 3, "Härl", "Härl")
		}
		l.Add(a.Article)
	}
	harl := l.Find("Ada Härl")[0]
	l.Newest()
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			l.Profile(harl, nil)
		}
	})
	b.Run("step", func(b *testing.B) {
		p := l.Profile(harl, nil)
		for b.Loop() {
			if p.Step(32) {
				p = l.Profile(harl, nil)
			}
		}
	})
	b.Run("told", func(b *testing.B) {
		p := l.Profile(harl, nil)
		for !p.Step(32) {
			continue
		}
		for b.Loop() {
			p.Timeline(90)
			p.Names()
			p.Companions(10)
		}
	})
}
