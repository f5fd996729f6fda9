package quote

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// documented makes c, whose verb is one by which documents speak, a cue if its subject is a document: the report
// showed, a statement read. It reports false if c is none.
func (f *finder) documented(c *cue, u unit, later bool) bool {
	l, ok := testimony[f.d.Lower(c.at)]
	if !ok {
		return true
	}
	_, speech := lexicon[f.d.Lower(c.at)]
	d := cue{lexeme: l, at: c.at, first: c.first, rest: c.rest, shape: c.shape}
	if f.findSubject(&d, u, later); f.document(d.subject) && d.shape <= relative {
		if f.is(d.subject.first, "that") && strings.HasSuffix(f.d.Lower(d.subject.head), "s") { // says that polls show
			d.subject.first++
		}
		*c = d
		if f.figures(c.at+1, u.last) {
			c.use |= acts
		}
		return true
	}
	return speech
}

// figures reports whether what stands at i, without a verb of its own, says how somebody does: the poll showed Voss
// leading, Hale with 40 %.
func (f *finder) figures(i, last int) bool {
	for last = min(last, i+maxFigures); i < last && !f.closes(i) && f.marks[i] == 0; i++ {
		if f.ing(i) || f.is(i, "%", "percent") {
			return true
		}
	}
	return false
}

// maxFigures is how many tokens behind the verb figures are looked for.
const maxFigures = 24

// lexeme returns what the word at token i is as a cue verb, if it is one, also if only documents speak by it or it tells
// what somebody thinks.
func (f *finder) lexeme(i int) (lexeme, bool) {
	w := f.d.Lower(i)
	if f.wordsFrom(i) != i+1 {
		return saidBy[w], true
	}
	if l, ok := lexicon[w]; ok {
		return l, !f.in(i, demands) || !f.is(i+2, "know") // demanded to know: the cue is the second verb
	}
	if l, ok := testimony[w]; ok {
		return l, true
	}
	if l, ok := beliefs[w]; ok {
		return l, true
	}
	if w == "know" && f.is(i-1, "to") && f.in(i-2, demands) {
		return lexeme{says, base}, true
	}
	l, ok := commitments[w]
	return l, ok
}

// document reports whether p is a text that says something: a report, a poll, the lawsuit.
func (f *finder) document(p phrase) bool { return !p.empty() && p.head >= 0 && f.in(p.head, documents) }

// issuer returns who issued the document p, as far as words tell: Voss’s letter, a report by the ministry, a statement
// signed by Voss; the statement, if it was spoken of before. It returns 0 if it is not told.
func (f *finder) issuer(p phrase) (model.EntityID, float32) {
	if !f.document(p) {
		return 0, 0
	}
	if q := f.author(p); !q.empty() {
		return f.someone(q)
	}
	if f.is(p.first, "the", "that", "this") {
		return f.earlierIssuer(p), linked[model.LinkRole]
	}
	return 0, 0
}

// author returns the words for who issued the document p, in or right behind it.
func (f *finder) author(p phrase) phrase {
	for i := p.head - 1; i > p.first; i-- {
		if f.possessive(i) {
			return f.before(i, p.first)
		}
	}
	if f.in(p.first, possessives) && p.first < p.head {
		return phrase{p.first, p.first + 1, p.first}
	}
	if m := f.mentionAt(p.head - 1); m != nil && m.Type == model.Organization && m.First >= p.first && f.named(p.head-1) && !f.in(p.head-1, platforms) {
		return phrase{m.First, m.Last, m.Last - 1}
	}
	for i := p.head + 1; i < min(p.head+maxIssued, len(f.d.Tokens)) && !f.endsIssued(i, p.head); i++ {
		if f.is(i, "by") && !f.in(i-1, gotten) || f.is(i, "from") && (i < p.last || i == p.head+1) {
			return f.after(i+1, len(f.d.Tokens))
		}
	}
	return phrase{}
}

// maxIssued is how many tokens behind a document it may be told who issued it.
const maxIssued = 8

// endsIssued reports whether token i ends what belongs to the document at head: a verb, or punctuation other than the
// comma of "the letter, signed by Voss".
func (f *finder) endsIssued(i, head int) bool {
	if f.is(i, ",") {
		return i > head+1 || f.tag(i+1) != doc.VERB
	}
	if f.tag(i) == doc.VERB && (f.tag(i+1) == doc.DET || f.tag(i+1) == doc.PRON || f.named(i+1)) { // the website rated a statement by Voss
		return true
	}
	_, cue := f.lexeme(i)
	return f.closes(i) || f.marks[i] != 0 || f.tag(i) == doc.AUX || cue && f.tag(i) == doc.VERB
}

// someone returns the person or body that p names, and how surely; 0 if it names none.
func (f *finder) someone(p phrase) (model.EntityID, float32) {
	if p.empty() || p.head < 0 {
		return 0, 0
	}
	m := f.mentionAt(p.head)
	if m == nil || m.Entity == 0 || !f.headed(m, p.head) || !f.d.Entities[m.Entity-1].Type.Speaks() {
		return 0, 0
	}
	return m.Entity, min(f.understood(m), institutional)
}

// earlierIssuer returns who issued the document p by the nearest sentence before it that speaks of one: Voss said in a
// statement …, the statement reads. One that is "the statement" itself leads further back. It returns 0 if that does not tell.
func (f *finder) earlierIssuer(p phrase) model.EntityID {
	n, back := f.unitOf(p.first), maxBack
	if f.in(p.head, polls) {
		back = maxPolled
	}
	for k := n; k >= max(0, n-back); k-- {
		u := f.units[k]
		for i := min(u.last, p.first) - 1; i >= u.first; i-- {
			if f.marks[i] != 0 || !f.sameText(i, p.head) || f.tag(i+1) == doc.NOUN { // but not "the survey period"
				continue
			}
			first := min(i, f.before(i+1, u.first).first)
			if id := f.issuedAt(i, u); id != 0 || !f.definite(first, i) {
				return id
			}
		}
	}
	return 0
}

// definite reports whether "the" or the like opens the noun phrase that begins at first, or stands right before its head:
// two in five of those in the latest survey.
func (f *finder) definite(first, head int) bool {
	return slices.ContainsFunc([]int{first, head - 1, head - 2}, func(i int) bool { return f.is(i, "the", "this", "that") })
}

// maxPolled is how many sentences back a poll may have been told of: an article that goes through its figures is all about it.
const maxPolled = 60

// sameText reports whether the tokens i and k are nouns for the same text: a poll is called a survey, too.
func (f *finder) sameText(i, k int) bool {
	return f.d.Lower(i) == f.d.Lower(k) || f.in(i, polls) && f.in(k, polls)
}

// issuedAt returns who issued the document at token i of u: the subject that said something in it, who is told beside it,
// or the subject that did something with it.
func (f *finder) issuedAt(i int, u unit) model.EntityID {
	q := f.before(i+1, u.first)
	if q.empty() {
		return 0
	}
	by := f.mainSubject(u.first, u.last)
	if !f.is(q.first-1, "in") {
		if told := f.author(phrase{q.first, q.last, i}); !told.empty() {
			by = told
		} else if f.tag(q.first-1) != doc.VERB || f.is(i, "website", "page") { // a website is not sent out
			return 0
		}
	} else if f.in(i, polls) { // Voss leads in the poll
		by = f.author(phrase{q.first, q.last, i})
	}
	id, _ := f.someone(by)
	return id
}

// testimony maps the word forms of the verbs by which documents speak and people do not. A text "read" is in the past.
var testimony = func() map[string]lexeme {
	m := inflected([]verb{
		{says | words, "show find/found reveal indicate suggest estimate detail project determine"},
		{says | words | inverts, "read/read"},
	})
	m["read"] = lexeme{m["read"].use, past}
	return m
}()

var (
	// documents are the nouns for texts that say something.
	documents = set("report", "reports", "count", "counts", "poll", "polls", "study", "studies", "survey", "surveys", "statement", "statements", "letter",
		"letters", "lawsuit", "lawsuits", "suit", "complaint", "indictment", "affidavit", "filing", "filings", "document", "documents",
		"record", "records", "data", "figures", "statistics", "analysis", "review", "audit", "memo", "memos", "email", "emails", "e-mail",
		"e-mails", "tweet", "tweets", "post", "posts", "message", "messages", "release", "website", "article", "articles", "editorial",
		"column", "ad", "ads", "order", "ruling", "brief", "petition", "transcript", "transcripts", "warrant", "census", "research", "findings",
		"notice", "sign", "headline", "caption", "bulletin", "advisory", "forecast", "motion", "results", "text", "texts", "plaque",
		"note", "inscription", "summary", "paper", "dossier", "book", "charges", "papers", "numbers", "projections", "estimates", "polling",
		"investigation", "inquiry", "database", "assessment", "log", "logs", "slogan", "banner", "placard", "poster", "invitation", "page", "story")

	// gotten are participles by which a text is told to be in the hands of somebody who did not issue it.
	gotten = set("obtained", "seen", "reviewed", "viewed", "read", "cited", "analyzed", "analysed", "examined", "received", "acquired", "shared",
		"secured", "uncovered", "leaked", "quoted")

	// platforms are where people post.
	platforms = set("facebook", "twitter", "instagram", "x", "youtube", "tiktok", "linkedin", "telegram", "whatsapp", "threads", "snapchat",
		"reddit", "social", "weibo", "bluesky", "mastodon", "vk")
)
