package sentence

import "strings"

// titles are abbreviations before a name or a number, which never end a sentence.
var titles = set(`mr. mrs. ms. messrs. mme. mlle. dr. drs. prof. profs. gen. lt. col. sgt. capt. cpl. pvt. maj. adm. brig. cmdr.
	cdr. supt. insp. det. gov. govs. sen. sens. rep. reps. rev. hon. pres. amb. st. ste. mt. ft. no. nos. ca. vs. v. p. pp. c.
	cf. vol. fig. art. sec. ch. e.g. i.e. eg. ie. op. al. viz. approx. est. atty. lt.gen. maj.gen. brig.gen.`)

// enders are abbreviations that names do not follow, so that a capital after one begins a sentence.
var enders = set("a.m. p.m. etc. b.c. a.d. jr. sr. esq. ph.d. m.d. m.b.a.")

// starters are words with which sentences begin and names do not.
var starters = set(`the a an this that these those he she it they we you i his her its their our my your there here
	in on at for from to with by as of about under over during until after before since although though because if when
	while unless once but and or so yet nor however meanwhile moreover instead also still then now what who where why how
	which some many most more all both each every no not none nothing several few only even just nearly
	one two three four five six seven eight nine ten mr. mrs. ms. according despite among between against
	without within through last later earlier today yesterday another other such let is are was were do does did has have
	had can could will would should may might don isn didn won`)

var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.`)

// cues follow the name of who asked.
var cues = set(`asked said says asks told wrote added shouted cried replied wondered exclaimed demanded yelled screamed
	tweeted joked declared inquired remarked continued`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
