package ui

import (
	"strings"
	"testing"

	"reader/model"
)

// Copies of one article, and quotes that several carry.

// The story of an agency, in paragraphs.
const (
	ferryLead  = "The night ferry between Stannick and the islands will sail again from Friday on, seven weeks after one of its ramps broke off in a storm."
	ferryQuote = "“We have looked at every bolt of this ship, and then at every bolt once more,” said Ines Tarr, who heads the line."
	ferryWords = "“We have looked at every bolt of this ship, and then at every bolt once more,”"
	ferryBack  = "The ramp had torn loose in the harbour mouth while forty lorries waited on the quay, and nobody was hurt, though two cars went into the water."
	ferryFares = "Fares stay as they were until the autumn, and whoever had booked for the weeks without a ferry gets their money back without asking for it."
	ferryEnd   = "A second ship, which the line has ordered from a yard on the mainland, is to take over every other night from next spring on."
	ferryOwn   = "In our town the bakers are glad: the flour comes with the night ferry, and for seven weeks it had come by helicopter."
)

const (
	ferryTitle  = "Night ferry to sail again"
	heraldTitle = "Ferry is back, and so is the flour"
	postTitle   = "Islands get their ferry back"
)

// carried returns an article of paragraphs in which Ines Tarr says the same as everywhere.
func carried(tb testing.TB, path, publisher, date, title string, paragraphs ...string) *model.Article {
	tb.Helper()
	d := write(path, title, publisher, date, strings.Join(paragraphs, "\n\n")).names(model.Person, "Ines Tarr", "")
	if strings.Contains(d.Text, ferryQuote) {
		d = d.says("Ines Tarr", ferryWords, "Ines Tarr", "said", 0.99)
	}
	return d.done(tb)
}

// wire returns three copies of an agency's article, the oldest first, and in the Post a comment of another day with the
// same quote.
func wire(tb testing.TB) []*model.Article {
	tb.Helper()
	return []*model.Article{
		carried(tb, "post.md", "The Orven Post", "2026-04-01", postTitle, ferryLead, ferryQuote, ferryBack, ferryFares),
		carried(tb, "herald.md", "Tallmar Herald", "2026-04-02", heraldTitle, ferryLead, ferryOwn, ferryQuote, ferryBack, ferryFares),
		carried(tb, "gazette.md", "Gazette", "2026-04-02", ferryTitle, ferryLead, ferryQuote, ferryBack, ferryFares, ferryEnd),
		carried(tb, "comment.md", "The Orven Post", "2026-04-05", "Bolts", "There are words that stay.", ferryQuote, "We hope that there were not too many bolts."),
	}
}

// ferries returns a screen with these and the newsroom.
func ferries(tb testing.TB) *screen {
	tb.Helper()
	return openWith(tb, Options{}, 140, 40, results(append(newsroom(tb), wire(tb)...)...))
}

func TestAStoryThatSeveralCarryIsOneRow(t *testing.T) {
	s := ferries(t).says("10 articles").sees("1/8", heraldTitle[:20], "+2").seesNot(ferryTitle, postTitle)
	s.press("J").reads(heraldTitle).press("J").reads(minutes).press("K K").reads("Bolts")
	s.press("/").enter("ferry").press("Enter").says("3 of 10 articles").sees("1/1", "+2")
}

func TestISeeWhoElseCarriesAStory(t *testing.T) {
	s := ferries(t).press("J =").sees("Who else carries it · 2", "Gazette · 2 Apr 2026", ferryTitle, "The Orven Post · 1 Apr 2026", postTitle)
	s.sees("Only in Gazette", "+ A second ship", "Not there, but here in Tallmar Herald", "− In our town the bakers")
	s.press("j").seesNot("Only in").sees("Not there, but here in Tallmar Herald", "− In our town").press("Esc").reads(heraldTitle)
	s.press("= =").seesNot("Who else").press("G =").says("Nobody else carries this article.")
}

func TestIOpenACopyAndItTakesTheRow(t *testing.T) {
	s := ferries(t).press("J = j Enter").seesNot("Who else").reads(postTitle).sees("2/8", "+2").says("10 articles")
	s.press("J").reads(minutes).press("K").reads(postTitle) // the row shows it until the list is another
	s.press("^o").reads(heraldTitle).sees("2/8")
	s.press("= Enter").reads(ferryTitle).press("n").on(ferryWords).says("2/15")
}

func TestACopyThatTheFilterLeavesOut(t *testing.T) {
	s := ferries(t).press("/").enter("flour").press("Enter").says("1 of 10").seesNot("+2").press("= Enter")
	s.reads(ferryTitle).says("The filter, which left this one out, is cleared.").sees("2/8").press("^o").says("1 of 10").reads(heraldTitle)
}

func TestTheFirstArticleMayBeACopy(t *testing.T) {
	s := openWith(t, Options{First: "post.md"}, 140, 40, results(wire(t)...)).reads(postTitle).sees("2/2", "+2")
	s.press("1 K J").reads(postTitle)
}

func TestAllThatIsListedIsMarkedAsReadAlsoInTheRowsOfCopies(t *testing.T) {
	s := openWith(t, Options{State: marks(t)}, 140, 40, results(wire(t)...))
	s.press("1 M").sees("Mark 4 unread articles")
}

func TestIStepThroughQuotesOfARowOnce(t *testing.T) {
	s := ferries(t).press("s").enter("tarr").press("Enter").says("speaker:tarr", "1/2", "4 of 10 articles")
	s.press("n").says("2/2").reads(heraldTitle).press("n").says("last quote")
}

func TestAQuoteThatSeveralCarryIsOneInTheTranscript(t *testing.T) {
	s := ferries(t).press("s").enter("tarr").sees("Tarr, Ines", "1 quote · 4 articles").press("Enter v")
	s.sees("Quotes ─", "1/1", "also in 3 · Tallmar Herald, Gazette, The Orven Post").press("Enter").reads("Bolts")
	s = ferries(t).press("J v").sees("also in 3").press("J").reads(minutes).press("K").reads("Bolts").press("v").reads("Bolts").on(ferryWords)
	// One stays at the article from which one looks at the quotes, though another carried this one before.
	s.press("1 J v").reads(heraldTitle).sees("1/14", "▌ IT  Ines Tarr").press("=").sees("Who else carries it").press("Esc v").reads(heraldTitle).on(ferryWords)
}

func TestThePickerCountsWhatIsListed(t *testing.T) {
	s := ferries(t).press("F").enter("source:post").press("Enter").says("5 of 10").press("s").sees("Harl, Ada", "6 quotes · 2 articles")
	s.sees("Osk, Ben", " · 1 quote · 1 article").press("Esc F ^u").enter("source:gazette").press("Enter s")
	s.sees("Tarr, Ines", "1 quote · 1 article", "Harl, Ada", "2 quotes · 1 article", "Osk, Ben", "0 here · 2 in all").enter("osk").press("Enter").says("0 of 10")
	// Those who are picked already give way to others, so they leave nobody out.
	ferries(t).press("s").enter("harl").press("Enter s").sees("Tarr, Ines", "1 quote · 4 articles")
	ferries(t).press("F").enter("source:gazette speaker:harl").press("Enter s").sees("Tarr, Ines", "1 quote · 1 article")
}

func TestTheEntitiesSayHowOftenSomebodySpeaksInTheList(t *testing.T) {
	s := ferries(t).press("J e").sees("4 articles, 1 quote").seesNot("in all")
	s.press("F").enter("source:gazette ferry").press("Enter").reads(ferryTitle).sees("here 1 article, 1 quote", "in all 4 articles, 1 quote")
}
