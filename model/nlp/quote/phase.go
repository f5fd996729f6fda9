package quote

// implied moves the "to" at i, behind which a cue stands, back over what implies that it was said: took to Twitter to say, used a speech to say,
// tried to explain, demanded to know, was quick to add. It returns i if nothing does.
func (f *finder) implied(i, low int) int {
	switch {
	case i-1 > low && f.in(i-1, attempts), i-1 > low && f.is(i+1, "know") && f.in(i-1, demands):
		return i - 1
	case i-2 > low && f.in(i-1, readiness) && f.in(i-2, passives):
		return i - 2
	}
	for t := i - 2; t > max(low, i-maxMedium); t-- {
		if f.is(t, "to") && f.is(t-1, "took", "takes", "taken") || f.is(t, "on") && f.is(t-1, "went", "goes") {
			return t - 1
		}
		if f.is(t, "used", "uses") && f.in(i-1, media) {
			return t
		}
		if f.marks[t] != 0 || f.closes(t) {
			break
		}
	}
	return i
}

// wordsFrom returns where the words end that make a verb of saying out of the verb at token i: made it clear that, shot back.
// It returns i+1 if there are none.
func (f *finder) wordsFrom(i int) int {
	t := i + 1
	if f.in(i, retorts) && f.is(t, "back") {
		return t + 1
	}
	if f.is(i, "put", "puts") && f.is(t, "it") && f.is(t+1, ",", ":") { // as Lee put it, “Q”
		return t + 1
	}
	if f.is(t, "it", "the") {
		t++
	}
	if f.is(i, "make", "makes", "made", "making") && f.is(t, "clear", "plain", "case", "argument", "point") && f.is(t+1, "that") {
		return t + 1
	}
	return i + 1
}

// retorts are verbs that tell of an answer with "back" behind them.
var retorts = set("shoot", "shoots", "shot", "shooting", "fire", "fires", "fired", "firing", "hit", "hits", "hitting")

// saidBy maps the forms of verbs that say something by the words behind them.
var saidBy = inflected([]verb{{says, "shoot/shot fire hit/hit make/made put/put"}})

// maxMedium is how many tokens "to his Facebook page" has at most.
const maxMedium = 7

var (
	// commitments are promises of a thing: committed to repainting the gates.
	commitments = inflected([]verb{{toIt, "commit/committed"}})

	// phases are verbs for when somebody speaks, before a gerund: kept saying.
	phases = set("kept", "keeps", "keep", "began", "begins", "begin", "started", "starts", "start", "continued", "continues", "continue")

	attempts  = set("tried", "tries", "sought", "seeks", "hastened", "hastens", "rushed", "began", "begins", "started", "starts", "proceeded", "paused")
	readiness = set("quick", "careful", "keen", "eager", "swift", "adamant")
	demands   = set("demanded", "demands", "demand", "demanding")
)
