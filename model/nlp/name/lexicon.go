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

// calendar are days and months: never names.
var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.`)

// common are words that have a capital at the head of a sentence only.
var common = set(`the a an this that these those it its he she they we i you his her their our my your and but or nor so
	yet for of in on at by to from with without about after before during since until while when where why how what
	which who whom whose if although though because as than then there here not no yes is are was were be been do does
	did has have had will would can could may might must shall should one two three four five six seven eight nine ten
	some many most more all both each every other another such only also even just still now today yesterday tomorrow
	however meanwhile despite under over between among against through according asked officials police people`)

// particles join the parts of a person's name.
var particles = set(`de da do dos das di del della du la le van von der den ter ten te bin ibn al el ben zu af og i y e ní ó`)

// speech are verbs that a speaker's name stands beside.
var speech = set(`said says say told tells added adds asked warned warns insisted insists replied wrote writes argued
	argues explained noted denied urged called announced claimed stated recalled conceded admitted`)

// bodyHeads are nouns that make a name one of an organization.
var bodyHeads = set(`ministry department office bureau agency authority commission committee council court board bank
	university college institute school academy party union federation association league alliance foundation fund
	group company corporation corp. corp inc. inc ltd. ltd plc llc co. times post news journal tribune gazette herald
	guardian observer daily press wire agency airlines airways motors energy systems hospital museum police army navy
	congress parliament senate assembly house club united city fc directorate administration organization organisation
	society center centre register courier lines terminal`)

// placeHeads are nouns that make a name one of a place.
var placeHeads = set(`river lake sea ocean bay gulf strait island islands mount mountain mountains valley desert province
	county district region republic kingdom street avenue road square peninsula coast cape port valley sound`)

// countries are states and the names of continents, in lower case, blanks as "_".
var countries = set(`afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
	bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria
	burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti dominica
	ecuador egypt eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada
	guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
	jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein
	lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco
	mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman
	pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal
	serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan
	tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan
	vanuatu venezuela vietnam yemen zambia zimbabwe britain england scotland wales america europe africa asia
	united_states united_kingdom u.s. u.k. us uk usa saudi_arabia south_africa south_korea north_korea new_zealand
	sri_lanka costa_rica el_salvador czech_republic middle_east european_union_countries hong_kong`)

// places are capitals and other cities that news is datelined from.
var places = set(`moscow washington london paris berlin brussels beijing tokyo kyiv kiev rome madrid vienna geneva
	jerusalem cairo baghdad tehran kabul islamabad delhi new_delhi mumbai shanghai seoul pyongyang bangkok jakarta manila
	canberra sydney ottawa toronto montreal vancouver mexico_city havana lima bogota caracas santiago buenos_aires
	brasilia nairobi lagos johannesburg pretoria addis_ababa khartoum tripoli tunis algiers rabat dakar accra warsaw
	prague budapest bucharest sofia athens ankara istanbul belgrade zagreb helsinki stockholm oslo copenhagen dublin
	lisbon amsterdam luxembourg minsk baku tbilisi yerevan astana tashkent damascus beirut amman riyadh doha dubai
	kuwait_city new_york los_angeles chicago houston boston philadelphia san_francisco caspian_sea black_sea
	mediterranean red_sea kremlin`)

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

// bodies are organizations known by one name.
var bodies = set(`nato un u.n. eu e.u. reuters interfax itar-tass tass ap afp xinhua bloomberg cnn bbc unicef unesco who
	imf fbi cia nasa google facebook microsoft apple amazon twitter congress senate parliament pentagon hamas hezbollah
	taliban opec united_nations european_union european_commission white_house state_department supreme_court
	associated_press world_bank red_cross`)

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
