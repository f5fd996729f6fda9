package quote

import "strings"

// use says how a cue verb introduces what was said. A verb may have several uses.
type use uint16

const (
	says     use = 1 << iota // takes a clause, with or without "that": say, add
	that                     // takes a clause after "that" only: suggest, agree
	tells                    // names the listener before the clause: tell, remind
	to                       // takes an infinitive: vow to leave
	asks                     // takes an object and an infinitive: urge him to leave
	words                    // takes the quoted words alone: call it "Q", describe it as "Q"
	beside                   // stands beside a quotation: "Q," she began
	inverts                  // may stand before its subject: said Smith
	channel                  // what agencies do: report
	acts                     // takes as its object what is spoken of: criticise the plan
	forIt                    // the same behind "for": call for a vote
	aboutIt                  // the same behind "about", "of" or "against": warn of a storm
	toIt                     // the same behind "to": refer to the plan
	believes                 // tells what somebody thinks, which is quoted where it stands between quotation marks
)

// verb is the verbs of one use.
type verb struct {
	use  use
	list string
}

// verbs are the cue verbs by their uses; irregular past forms and participles follow slashes.
var verbs = []verb{
	{says | words | inverts, `say/said add state write/wrote/written note explain insist argue claim warn acknowledge admit/admitted announce
		confirm maintain recall observe remark declare conclude comment contend assert concede stress joke quip/quipped
		tweet reply respond continue recount lament complain predict testify allege boast confide caution emphasize
		emphasise reiterate repeat muse reason opine counter deadpan shout yell whisper exclaim scoff snap/snapped fume
		retort enthuse interject proclaim post mutter crow sniff speculate theorize protest protests marvel/marveled/marvelled grumble
		volunteer venture echo text email e-mail elaborate clarify agree`},
	{says | tells | words | inverts, `tell/told assure remind inform reassure`},
	{tells | that, `notify convince advise`},
	{says | words | inverts | channel, `report`},
	{inverts, `suggest reveal`},
	{that | words, `suggest estimate reveal disclose indicate hint imply deny signal/signaled/signalled point stipulate certify profess vow pledge swear/swore/sworn recommend propose demand
		mention charge underscore`},
	{says | inverts, `ask wonder inquire`},
	{to, `vow pledge promise threaten offer agree`},
	{that | tells | words, `promise`},
	{asks | words, `urge ask call implore beg/begged invite encourage press challenge order instruct warn tell/told advise`},
	{words, `call describe label/labeled/labelled dub/dubbed brand denounce decry condemn criticize criticise blast slam/slammed
		praise hail mock deride dismiss accuse cite characterize characterise voice liken ridicule attack rail
		lambaste chide scold pronounce bemoan tout defend extol/extolled assail berate castigate excoriate denigrate belittle vilify`},
	{beside | inverts, `begin/began/begun go/went speak/spoke/spoken talk read/read chant sing/sang/sung cheer pen/penned laugh sigh smile cry
		express apologize apologise thank caption stutter`},
	{says | inverts, `confess chime`},
	{acts, `criticize criticise praise denounce decry condemn blast slam/slammed mock deride dismiss accuse defend tout hail ridicule
		lambaste bemoan extol/extolled disparage scold assail berate castigate excoriate denigrate belittle vilify reiterate propose outline cite mention stress emphasize emphasise
		question advocate describe call label/labeled/labelled dub/dubbed brand characterize characterise voice express demand recommend blame
		laud deplore lament rebuke chastise acknowledge underscore underline suggest note urge explain warn reject attack liken compare`},
	{forIt, `call ask plead press push argue apologize apologise`},
	{aboutIt, `warn complain boast speak/spoke/spoken talk joke testify argue brag/bragged speculate rail`},
	{toIt, `refer/referred allude`},
}

// form is what a word form does in its clause.
type form uint8

const (
	base   form = iota // say
	third              // says
	past               // said: past tense or participle
	gerund             // saying
)

// lexeme is a word form of a cue verb.
type lexeme struct {
	use  use
	form form
}

// lexicon maps the word forms of the cue verbs.
var lexicon = inflected(verbs)

// wording maps the forms of the verbs that have for an object what somebody speaks of, and are nothing but speaking.
var wording = inflected([]verb{{acts, `accuse acknowledge assail belittle bemoan berate blame blast call castigate chastise cite compare condemn
	criticize criticise decry defend demand denigrate denounce deplore deride describe dismiss disparage emphasize emphasise excoriate explain
	express extol/extolled hail lambaste lament laud liken mention mock note outline praise propose question rail rebuke recommend
	refer/referred reiterate ridicule scold slam/slammed stress talk tout urge vilify voice warn`}})

// inflected maps the word forms of verbs.
func inflected(verbs []verb) map[string]lexeme {
	m := map[string]lexeme{}
	put := func(word string, u use, f form) {
		m[word] = lexeme{m[word].use | u, f}
	}
	for _, v := range verbs {
		for entry := range strings.FieldsSeq(v.list) {
			lemma, irregular, _ := strings.Cut(entry, "/")
			pasts := strings.FieldsFunc(irregular, func(r rune) bool { return r == '/' })
			if len(pasts) == 0 {
				pasts = []string{regularPast(lemma)}
			}
			put(lemma, v.use, base)
			put(thirdPerson(lemma), v.use, third)
			put(presentParticiple(lemma, pasts[0]), v.use, gerund)
			for _, p := range pasts {
				if p != lemma {
					put(p, v.use, past)
				}
			}
		}
	}
	return m
}

// consonantY reports whether lemma ends in a y that becomes i before an ending.
func consonantY(lemma string) bool {
	n := len(lemma)
	return n > 1 && lemma[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(lemma[n-2]))
}

func regularPast(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case consonantY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	}
	return lemma + "ed"
}

func thirdPerson(lemma string) string {
	if consonantY(lemma) {
		return lemma[:len(lemma)-1] + "ies"
	}
	for _, hiss := range []string{"s", "sh", "ch", "x", "o"} {
		if strings.HasSuffix(lemma, hiss) {
			return lemma + "es"
		}
	}
	return lemma + "s"
}

// presentParticiple takes a doubled consonant from the past: quipped, quipping.
func presentParticiple(lemma, past string) string {
	switch {
	case strings.HasSuffix(lemma, "ee"), strings.HasSuffix(lemma, "y"):
		return lemma + "ing"
	case strings.HasSuffix(past, "ed"):
		return strings.TrimSuffix(past, "ed") + "ing"
	case strings.HasSuffix(lemma, "e"):
		return strings.TrimSuffix(lemma, "e") + "ing"
	case lemma == "begin" || lemma == "hit":
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}
