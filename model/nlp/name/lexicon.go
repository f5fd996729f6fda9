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
	state union congressman congresswoman councillor undersecretary acting former assistant general`)

// genders are the titles that tell a gender.
var genders = map[string]model.Gender{
	"mr": model.Male, "mr.": model.Male, "sir": model.Male, "lord": model.Male, "king": model.Male,
	"prince": model.Male, "spokesman": model.Male, "chairman": model.Male, "congressman": model.Male,
	"mrs": model.Female, "mrs.": model.Female, "ms": model.Female, "ms.": model.Female, "miss": model.Female,
	"dame": model.Female, "lady": model.Female, "queen": model.Female, "princess": model.Female,
	"spokeswoman": model.Female, "chairwoman": model.Female, "congresswoman": model.Female, "madam": model.Female,
}

// nationalities are the adjectives of states and peoples.
var nationalities = set(`russian russians american americans british french german germans chinese japanese iranian
	iranians iraqi iraqis israeli israelis palestinian palestinians syrian syrians turkish turks ukrainian ukrainians
	polish italian italians spanish greek greeks indian indians pakistani pakistanis afghan afghans azeri azeris
	azerbaijani armenian armenians georgian georgians belarusian canadian canadians mexican mexicans brazilian
	australian australians korean koreans egyptian egyptians ethiopian kenyan nigerian south_african saudi saudis
	lebanese jordanian libyan tunisian moroccan algerian swedish norwegian danish finnish dutch belgian swiss austrian
	hungarian czech slovak romanian bulgarian serbian croatian bosnian albanian european europeans african africans
	asian asians arab arabs jewish muslim muslims christian christians catholic kurdish kurds cuban venezuelan
	colombian argentine chilean peruvian irish scottish welsh english vietnamese thai indonesian malaysian filipino
	democrat democrats republican republicans democratic`)

// firstNames are frequent given names with their gender.
var firstNames = firstNameTable(`james john robert michael william david richard joseph thomas charles christopher daniel
	matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey
	ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander
	patrick raymond jack dennis jerry peter henry adam ivan sergei vladimir dmitry anatoly mikhail alexei viktor anders
	hans karl lars jean pierre jacques ahmed mohammed muhammad mohamed ali hassan omar ibrahim carlos juan jose luis
	pedro antonio francisco marco giovanni hiroshi kenji wei ruslan`, model.Male,
	`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
	kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen
	amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine hillary maria olga natalia
	elena irina tatiana fatima aisha angela ursula ana carmen rosa lucia giulia yuki mei ada philippa benedetta
	caoimhe soledad milica`, model.Female)

func firstNameTable(men string, male model.Gender, women string, female model.Gender) map[string]model.Gender {
	out := map[string]model.Gender{}
	for w := range strings.FieldsSeq(men) {
		out[w] = male
	}
	for w := range strings.FieldsSeq(women) {
		out[w] = female
	}
	return out
}

// laws, events and facilities are the last words of their names.
var (
	laws   = set(`act bill treaty convention accord accords agreement protocol constitution charter amendment pact`)
	events = set(`cup games olympics championship championships open festival prix war battle hurricane typhoon cyclone
		summit election elections awards derby marathon fair expo revolution`)
	facilities = set(`airport stadium bridge dam tower arena hospital station prison museum cathedral mosque`)
)
