package quote

import "maps"

// set makes a read-only set of words.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// with makes a read-only set of those words and words.
func with(some map[string]bool, words ...string) map[string]bool {
	m := set(words...)
	maps.Copy(m, some)
	return m
}

var (
	auxiliaries = set("has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did",
		"'s", "’s", "'ve", "’ve", "'d", "’d", "'re", "’re")
	passives  = set("is", "are", "was", "were", "be", "been", "being", "get", "gets", "got")
	modals    = set("would", "could", "might", "should", "may", "must", "can", "will", "shall", "'ll", "’ll", "wo", "ca")
	negations = set("not", "n't", "n’t", "never", "without", "nobody", "neither", "nor", "hardly", "cannot")
	goOn      = set("went", "goes", "going", "on", "continued", "continues")

	// postnominal prepositions tie a noun to the one before it: a spokesman for the ministry.
	postnominal = set("of", "for", "at", "from", "in", "with", "on", "to", "against", "close", "near", "during", "behind", "within", "under", "over", "by")
	// circumstantial prepositions open what may stand between a cue and its clause: said in a statement that.
	circumstantial = set("in", "at", "on", "during", "to", "by", "via", "through", "from", "with", "outside", "after", "before",
		"following", "amid", "over", "into", "near", "inside", "around", "upon", "until", "since", "between", "without")

	// inside prepositions open a circumstance between a subject and its verb: Smith in a letter said.
	inside = set("in", "at", "on", "during", "to", "by", "via", "through", "from", "with", "for")

	relatives = set("who", "which", "that", "whose", "whom", "where")
	subjects  = set("he", "she", "they", "it", "we", "i", "you", "who", "some", "many", "others", "both", "several", "everyone",
		"everybody", "someone", "one", "another", "most", "few", "those", "these", "this", "that", "critics")
	personal    = set("he", "she", "they", "it", "we", "i")
	possessives = set("his", "her", "their", "its", "our", "my", "your", "whose")
	narrators   = set("i", "we", "you", "one", "me")
	nobody      = set("nobody", "none", "neither", "no", "nothing")

	// sure cues are verbs whatever the tagger says.
	sure = set("said", "says", "told", "tells", "adds", "asks", "writes", "explains", "insists")

	// greetings are no quotes: she said goodbye to the crew.
	greetings = set("goodbye", "hello", "farewell", "goodnight", "thanks")

	plainly = set("say", "said", "says", "saying")

	// asides are participles whose subject is the speaker: what follows them is not what was said.
	asides = set("citing", "referring", "speaking", "pointing", "using", "quoting", "gesturing", "alluding", "echoing",
		"prompting", "drawing", "sparking", "smiling", "laughing", "reading", "talking", "standing", "sitting")
	// times may follow a cue without a preposition: said Tuesday.
	times = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight",
		"tomorrow", "earlier", "later", "recently", "afterward", "afterwards", "then", "again", "also", "last", "this", "that",
		"next", "morning", "afternoon", "evening", "night", "week", "month", "year", "late", "early", "ago", "now", "once", "times",
		"out", "on", "back", "simply", "only", "just", "publicly", "repeatedly", "first", "bluntly", "online", "before", "too", "flatly",
		"matter-of-factly", "quietly", "however", "meanwhile", "previously", "separately", "further")
	// openers of a subordinate clause or phrase that may come before the main clause.
	openers = set("in", "on", "at", "after", "before", "when", "while", "as", "if", "because", "since", "although", "though",
		"during", "despite", "with", "for", "by", "asked", "speaking", "according", "following", "until", "unless", "whereas",
		"like", "unlike", "from", "under", "to", "amid", "instead", "writing", "even", "among", "upon", "besides", "along",
		"later", "earlier", "once", "rather", "given", "without", "still", "then", "yet", "also", "now", "but", "and", "or", "meanwhile", "however")
	wh = set("how", "why", "what", "whether", "if", "where", "who", "which")

	// leads are the first words of lines that lead elsewhere.
	leads = set("read", "watch", "related", "listen", "more", "see", "also", "photos", "video", "gallery")

	// closedClass holds the pronouns.
	closedClass = set("i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your", "his", "its",
		"our", "their", "mine", "yours", "hers", "ours", "theirs", "who", "whom", "whose", "which", "what", "that", "this", "these",
		"those", "there", "one", "ones", "someone", "somebody", "something", "anyone", "anybody", "anything", "everyone",
		"everybody", "everything", "nobody", "nothing", "none", "myself", "yourself", "himself", "herself", "itself",
		"ourselves", "themselves", "whoever", "whatever", "another", "other", "others", "each", "all", "both", "some", "many",
		"much", "few", "any", "either", "neither", "such", "same", "most", "more")

	agentless = set("it", "there", "what", "which", "that", "this", "these", "those")

	// media are where something is said; their noun phrase ends with them.
	media = set("statement", "interview", "email", "e-mail", "tweet", "letter", "report", "post", "release", "speech", "conference",
		"briefing", "message", "article", "column", "note", "memo", "testimony", "address", "briefing", "call", "video")

	// naming participles tell what something is called.
	naming = set("called", "titled", "entitled", "dubbed", "labeled", "labelled")

	// willing verbs may be no speech: agreed to leave.
	willing = set("agree", "agrees", "agreed", "offer", "offers", "offered", "invite", "invites", "invited")

	// plans are what something goes according to without anybody saying it.
	plans = set("plan", "plans", "schedule", "rule", "rules", "custom", "tradition", "need", "needs", "taste", "size", "age")
)
