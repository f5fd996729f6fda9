package coref

import (
	"strings"

	"reader/model"
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// honorifics are forms of address: they say nothing of what a person does.
var honorifics = set(`mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady madam mme m. herr frau señor señora
	mister messrs messrs. the`)

// lowerInNames are the words that an acronym leaves out.
var lowerInNames = set("of the and for in on to de la du des di del da do e y et und für")

// papers are the last words of newspapers' names, which are short for them.
var papers = set("times post journal gazette herald tribune telegraph guardian chronicle globe inquirer examiner")

// companyTail are the last words that a company's or body's short name does without.
var companyTail = set(`inc inc. corp corp. corporation co co. company ltd ltd. limited plc ag sa gmbh llc group
	holdings bank energy airlines airways motors systems technologies industries international party association
	institute university college foundation fund agency committee council commission authority union federation`)

// roles are nouns for what a person is or does, the heads of titles and appositions, beside those that the gazetteer knows.
var roles = set(`activist actor actress administrator adviser advisor agent aide ambassador analyst
	announcer archbishop architect artist assistant astronomer attorney auditor author banker baron biographer
	biologist bishop boss broker candidate captain cardinal chair chairman chairperson chairwoman chancellor
	chemist chief cleric coach cofounder colonel columnist commander commissioner commodore conductor
	congressman congresswoman consultant coordinator coroner correspondent councillor councilman councilwoman
	counsel counselor curator dean defenseman delegate deputy designer detective developer diplomat director
	doctor donor economist editor engineer envoy executive expert farmer filmmaker fisherman founder
	front-runner frontrunner general geologist governor head historian hydrologist inspector investigator
	investor journalist judge justice king lawmaker lawyer leader lecturer lieutenant magistrate major manager
	mayor mediator meteorologist minister monk musician negotiator neurosurgeon nominee novelist nun nurse
	officer official ombudsman operative organizer owner painter partner pastor philanthropist philosopher
	photographer physician physicist pilot player poet politician pollster pope premier president priest prince
	princess principal producer professor prosecutor psychologist publisher purser queen rector referee
	reporter representative researcher retailer scholar scientist secretary secretary-general senator sergeant
	sheriff singer skipper sociologist spokesman spokesperson spokeswoman strategist striker student
	superintendent surgeon teacher trader trainer translator treasurer undersecretary veteran virologist
	volunteer warden witness worker writer`)

// relations are nouns for what a person is to another one: "his wife, Ann Lee".
var relations = set(`boy brother child daughter father friend girl husband man mother neighbor neighbour sister son wife woman`)

// rivals are the nouns for those who want one office: "the nominee" may be another one than who is called so.
var rivals = set(`candidate contender frontrunner front-runner nominee`)

// unabbreviated are the roles that are cut short before a name.
var unabbreviated = map[string]string{
	"adm.": "Admiral", "capt.": "Captain", "cmdr.": "Commander", "col.": "Colonel", "gen.": "General", "gov.": "Governor",
	"lt.": "Lieutenant", "maj.": "Major", "prof.": "Professor", "rep.": "Representative", "rev.": "Reverend", "sen.": "Senator",
	"sgt.": "Sergeant",
}

// known are the nouns by which well-known bodies go, beside the words of their own names.
var known = map[string][]string{
	"alliance": {"nato"},
	"bloc":     {"eu", "european union", "asean", "nato"},
}

// bodies are nouns for organizations: "the ministry" is the one whose name has that word.
var bodies = set(`academy administration agency alliance army assembly association authority bank bloc board bureau
	cabinet chamber club college commission committee company congress corporation council court department
	directorate federation firm force foundation fund government group institute league ministry museum navy
	office organisation organization parliament party police senate society team tribunal union university`)

// pronouns are the third-person pronouns of people, with the gender they tell.
var pronouns = map[string]model.Gender{
	"he": model.Male, "him": model.Male, "his": model.Male, "himself": model.Male,
	"she": model.Female, "her": model.Female, "hers": model.Female, "herself": model.Female,
}

// genderOf are the words of a role that tell a gender.
var genderOf = map[string]model.Gender{
	"spokesman": model.Male, "chairman": model.Male, "congressman": model.Male, "councilman": model.Male,
	"actor": model.Male, "king": model.Male, "prince": model.Male, "baron": model.Male, "lord": model.Male,
	"sir": model.Male, "mr": model.Male, "mr.": model.Male, "priest": model.Male, "monk": model.Male,
	"spokeswoman": model.Female, "chairwoman": model.Female, "congresswoman": model.Female,
	"councilwoman": model.Female, "actress": model.Female, "queen": model.Female, "princess": model.Female,
	"dame": model.Female, "lady": model.Female, "mrs": model.Female, "mrs.": model.Female, "ms": model.Female,
	"ms.": model.Female, "miss": model.Female, "nun": model.Female, "madam": model.Female,
}
