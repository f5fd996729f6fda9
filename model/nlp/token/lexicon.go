package token

import "strings"

// when says where the dot after a word is part of it.
type when uint8

const (
	never when = iota
	always
	beforeNumber // "No. 5", but "He said no."
	afterComma   // "Jackson, Miss.", but "I am a miss."
)

// abbreviations are the words that keep their dot.
var abbreviations = table(map[when]string{
	always: `Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Profs Gen Lt Col Sgt Capt Cpl Pvt Pfc Maj Adm Brig Cmdr Cdr Supt Insp Det
		Gov Govs Sen Sens Rep Reps Rev Hon Pres Amb Atty St Ste Mt Ft Jr Sr Esq Bros Inc Ltd Corp Co Cos Plc Pty Assn Assoc Dept
		Univ Ave Blvd Rd Hwy Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Tues Thurs Thur vs etc cf al eg ie viz approx est
		Ph MSc Conn Calif Fla Tenn Okla Nev Ariz Wis Minn Colo Ala Penn Ont Que jr sr inc ltd corp dept`,
	beforeNumber: "Rs No Nos no nos Art art Sec sec Vol vol Fig fig pp Ch ch Eq Jun Jul Op ca",
	afterComma:   "Miss Mass Ill Ind Kan La Md Me Mich Mo Mont Neb Ore Pa Tex Va Vt Wash Wyo Del Ga Ky Ark Alta Man Sask",
})

// prefixes are the beginnings of words that a hyphen does not part: "e-mail", "co-operate", "re-election".
var prefixes = set(`e co re pre non anti mid ex post semi over under sub multi pro un micro mini intra inter counter
	ultra de bi bio eco neo quasi pseudo trans`)

// units are glued to numbers and tokens of their own.
var units = set(`am pm AM PM km kg cm mm m bn tn mn M B k K mph kph km2 lb lbs ft oz g kw mw kW MW GW gw kWh MWh GWh TWh
	mg ml hp ha mb gb tb MB GB TB Hz MHz GHz hrs min yo C F million billion trillion`)

var shortenings = set("em tis twas til cause n round bout cuz tisn twasn")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func table(words map[when]string) map[string]when {
	m := map[string]when{}
	for k, ws := range words {
		for w := range strings.FieldsSeq(ws) {
			m[w] = k
		}
	}
	return m
}

// prefix reports whether w, before a hyphen, makes one word with what follows.
func prefix(w string) bool { return len(w) <= 7 && prefixes[strings.ToLower(w)] }

// shortened reports whether w is a word that begins with an apostrophe: 'em, 'Twas.
func shortened(w string) bool { return len(w) <= 6 && shortenings[strings.ToLower(w)] }
