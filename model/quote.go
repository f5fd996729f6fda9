package model

// QuoteKind says how much of a quote stands between quotation marks.
type QuoteKind uint8

// The kinds of quotes.
const (
	Direct   QuoteKind = iota // the whole span, marks included
	Mixed                     // a part of it
	Indirect                  // nothing
)

// String returns the name of k in exported articles.
func (k QuoteKind) String() string { return [...]string{"direct", "mixed", "indirect"}[k] }

// Fact is the least confidence at which a speaker is shown as a fact.
const Fact = 0.9

// Quote is a stretch of text that reports what somebody said. Its span is the content alone: for a direct
// quote the quotation marks and what stands between them; for an indirect one the clause without "that", the
// cue and the speaker. Two stretches parted by "he said" are two quotes; a quotation that runs over several
// paragraphs is one quote a paragraph.
type Quote struct {
	Span       Span
	Mention    Span // where the speaker is named for this quote, of one that floats in the paragraph for the one before; else empty
	Cue        Span // the word that says it is speech: "said"; empty if there is none
	To         Span // whom it was told to or reported through: "Interfax"; empty if nobody
	Speaker    EntityID
	Confidence float32 // that Speaker is right, 0 to 1
	Kind       QuoteKind
	Field      Field
	Rule       Rule
}

// Rule is the evidence for a quote: the construction by which it was found and its speaker chosen.
type Rule uint8

// The rules, in the notation of the constructions they match: Q a marked quotation, C a clause, X the speaker.
const (
	RuleUnattributed Rule = iota // a marked quotation whose speaker can't be told
	RuleSubjectCue               // "Q," X said
	RuleCueSubject               // "Q," said X
	RuleLeading                  // X said, "Q"
	RuleColon                    // X said: "Q"
	RuleAdding                   // …, adding: "Q": a cue whose subject is the clause before
	RuleCoordinated              // X met Y and said …: a cue that shares its subject
	RuleSigned                   // "Q" — X
	RuleAccording                // according to X
	RuleClause                   // X said (that) C
	RuleTrailing                 // C, X said
	RuleMixed                    // X called it "Q": the quotation is part of the clause of X
	RuleObject                   // X criticised N, X urged N to leave: what is spoken of, not a clause
	RuleFloating                 // a wholly quoted sentence after an attributed one
	RuleParagraph                // a paragraph of quotation after a paragraph of X's
	RuleContinued                // the quotation mark was left open in the paragraph before
	RuleTurn                     // X: C, a turn of an interview or a debate
	RuleHeadline                 // X: C, or C – X, in a headline
	RuleScored                   // the best of the candidates, by score
	RuleUser                     // a person said that it is a quote and who its speaker is
)

// Name returns the name of r in exported articles.
func (r Rule) Name() string {
	return [...]string{
		"unattributed", "subject-cue", "cue-subject", "leading", "colon", "adding", "coordinated", "signed", "according", "clause",
		"trailing", "mixed", "object", "floating", "paragraph", "continued", "turn", "headline", "scored", "user",
	}[r]
}

// String says in plain words what r matched.
func (r Rule) String() string {
	return [...]string{
		"nobody is named for it", `“Q,” X said`, `“Q,” said X`, `X said, “Q”`, `X said: “Q”`, `…, adding: “Q”`,
		"X did one thing and said another", "“Q” — X", "according to X", "X said that C", "C, X said", "X used the words “Q”",
		"X criticised, demanded or promised something",
		"follows a quote of X’s in the same paragraph", "a quoted paragraph after one of X’s",
		"the quotation goes on from the paragraph before", "stands behind X’s name, as in an interview",
		"a headline names X beside it, or has it from the text", "the most likely candidate", "you said so",
	}[r]
}
