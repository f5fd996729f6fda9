package name

import (
	"strings"

	"reader/model"
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[strings.ReplaceAll(w, "_", " ")] = true
	}
	return out
}

// titles are the words of titles and roles that stand in front of names.
var titles = set(`mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady madam gen gen. general
	col col. colonel capt capt. captain lt lt. lieutenant maj. major sgt sgt. sergeant adm. admiral cmdr. commander
	sen. senator rep. representative gov. governor president vice prime minister premier chancellor deputy first
	foreign defense defence interior finance economy water transport labour labor health justice secretary
	secretary-general secretary-general. minister mayor chief chairman chairwoman chairperson chair director executive
	officer commissioner ambassador envoy judge justice attorney prosecutor inspector detective superintendent bishop
	archbishop cardinal pope father sister reverend rev. rabbi imam sheikh king queen prince princess emperor spokesman
	spokeswoman spokesperson analyst economist professor scientist hydrologist engineer academician editor reporter
	correspondent columnist coach manager striker goalkeeper purser skipper leader mediator harbour harbor master
	speaker nominee candidate ceo cofounder
	state union congressman congresswoman councillor undersecretary acting former assistant general
	shaikh shaikha sheikha crown caliph ayatollah hojjatoleslam mullah maulana mufti ustaz ustad
	haji hajj alhaji hajia hajiya mallam datuk dato datin seri puan encik shri smt smt. thiru advocate adv adv. barrister engr
	engr. cde comrade hon hon. honourable honorable rt brig brig. brigadier maj-gen lt-gen commodore pastor
	monsignor fr fr. srta doña señor señora monsieur madame herr frau signor rector registrar
	magistrate cpl cpl. corporal pte presidents ministers senators dep dep.`)

// days stand before titles and are no part of them: said on Monday Mayor Ann Lee.
var days = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
	october november december`)

var quotationMarks = set("\" ' “ ” ‘ ’")

// ranks are written in capitals.
var ranks = set(`SI ASI PSI DSP ASP SP CSP ACP DCP SSP IGP AIG DIG IG ADGP DGP OC CI PI CM PM MP MLA MEC MK`)

// genders are the titles that tell a gender.
var genders = map[string]model.Gender{
	"mr": model.Male, "mr.": model.Male, "sir": model.Male, "lord": model.Male, "king": model.Male,
	"prince": model.Male, "spokesman": model.Male, "chairman": model.Male, "congressman": model.Male,
	"mrs": model.Female, "mrs.": model.Female, "ms": model.Female, "ms.": model.Female, "miss": model.Female,
	"shri": model.Male, "thiru": model.Male, "datuk": model.Male, "encik": model.Male, "haji": model.Male, "alhaji": model.Male,
	"sheikh": model.Male, "shaikh": model.Male, "herr": model.Male, "signor": model.Male, "señor": model.Male, "monsieur": model.Male,
	"smt": model.Female, "smt.": model.Female, "datin": model.Female, "puan": model.Female, "hajia": model.Female, "hajiya": model.Female,
	"sheikha": model.Female, "shaikha": model.Female, "frau": model.Female, "señora": model.Female, "madame": model.Female,
	"dame": model.Female, "lady": model.Female, "queen": model.Female, "princess": model.Female,
	"spokeswoman": model.Female, "chairwoman": model.Female, "congresswoman": model.Female, "madam": model.Female,
}

// nameless are abbreviations and other words in capitals that name neither people, organizations nor places.
var nameless = set(`covid sars mers hiv aids ebola dna rna pcr vat gst gdp cpi gnp ipo ipos etf etfs pmi esg ngo ngos
	ceo ceos cfo coo cto mp mps mla mlas pm phd mba tv tvs id ids atm atms pin ai ict hr pr ppe sme smes suv suvs ev evs
	lgbt lgbtq lgbtqi mvp dvd cd cds pc pcs usb url faq diy icu ufo iq gmt utc bst est pst usd gbp eur am pm ad bc`)

// particles begin the surnames of people.
var particles = set(`de da do dos das di del della du la le van von der den ter ten te bin binti ibn al el ben zu af ní mac`)

// laws, events and facilities are the last words of their names.
var (
	laws   = set(`act bill treaty convention accord accords agreement protocol constitution charter amendment pact`)
	events = set(`cup games olympics championship championships open festival prix war battle hurricane typhoon cyclone
		summit election elections awards derby marathon fair expo revolution`)
	happenings = set(`hurricane typhoon cyclone battle siege`)                                 // the first word of their names
	contests   = set(`cup olympics paralympics championship championships marathon expo prix`) // no body is called so
	facilities = set(`airport stadium bridge dam tower arena hospital station prison museum cathedral mosque`)
)
