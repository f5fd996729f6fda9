package quote

// implied moves the "to" at i, behind which a cue stands, back over what implies that it was said: took to Twitter to say,
// tried to explain, demanded to know, was quick to add. It returns i if nothing does.
func (f *finder) implied(i, low int) int {
	switch {
	case i-1 > low && f.in(i-1, attempts), i-1 > low && f.is(i+1, "know") && f.in(i-1, demands):
		return i - 1
	case i-2 > low && f.in(i-1, readiness) && f.in(i-2, passives):
		return i - 2
	}
	for t := i - 2; t > max(low, i-maxMedium); t-- {
		if f.is(t, "to") && f.is(t-1, "took", "takes", "taken") {
			return t - 1
		}
		if f.marks[t] != 0 || f.closes(t) {
			break
		}
	}
	return i
}

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
