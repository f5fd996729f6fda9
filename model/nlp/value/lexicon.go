package value

import (
	"strings"
	"time"
)

// pairs reads a table of "word value" pairs, parted by ";"; several words may share the value at the end.
func pairs(s string) map[string]string {
	m := map[string]string{}
	for entry := range strings.SplitSeq(s, ";") {
		words := strings.Fields(entry)
		value := words[len(words)-1]
		for _, w := range words[:len(words)-1] {
			m[strings.ReplaceAll(w, "_", " ")] = value
		}
	}
	return m
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// scales are words for powers of ten.
var scales = map[string]int{
	"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7,
}

// letterScales are those glued to money.
var letterScales = map[string]int{"k": 3, "m": 6, "mn": 6, "bn": 9, "b": 9, "tn": 12, "mln": 6, "bln": 9}

var numerals = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}

var signs = codesOf(pairs(`$ US$ USD; € EUR; £ GBP; ¥ JPY; ₽ RUB; ₹ INR; RM MYR; Dh Dhs AED; R ZAR; ₴ UAH; ₩ KRW; ₪ ILS; ₺ TRY; ₦ NGN; ₫ VND; ₱ PHP;
	Rs Rs. INR; ₸ KZT; ₼ AZN; ₾ GEL; A$ AU$ AUD; C$ CA$ CAN$ CAD; NZ$ NZD; HK$ HKD; S$ SGD; NT$ TWD; R$ BRL; J$ JMD; Z$ ZWL;
	Tk BDT; KSh Ksh Kshs KES; TSh Tsh TZS; USh Ush UGX; Sh Shs -; N NGN; ₵ GH₵ GH¢ GHS`))

var codes = set(`USD EUR GBP JPY CHF CNY RMB RUB UAH INR AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF TRY ZAR BRL MXN KRW ILS AED SAR
	NGN EGP PKR BDT IDR MYR THB PHP VND KZT AZN GEL BYN RON BGN ARS CLP COP PEN KES GHS UGX TZS
	ZMW BWP ETB LKR NPR QAR KWD BHD OMR JOD IQD IRR AFN MMK KHR LAK TWD`)

// dollars are the countries that say which dollar is meant.
var dollars = pairs(`us u.s. american USD; canadian CAD; australian AUD; singapore singaporean SGD; new NZD; hong hk HKD; taiwan TWD;
	jamaican JMD; zimbabwean ZWL`)

// currencies have the code "-" where several countries have one of the name.
var currencies = codesOf(pairs(`dollar dollars USD; euro euros EUR; pound pounds sterling GBP; yen JPY; yuan renminbi CNY; rouble roubles
	ruble rubles RUB; hryvnia hryvnias hryvnya UAH; rupee rupees INR; lira liras TRY; rand ZAR; reais BRL; shekel
	shekels ILS; zloty zlotys PLN; forint forints HUF; baht THB; ringgit MYR; naira NGN; tenge KZT; manat manats AZN; lari GEL;
	riyal riyals SAR; dirham dirhams AED; dong VND; rupiah IDR; taka BDT; cedi cedis GHS; leu lei RON; lev leva BGN;
	franc francs peso pesos dinar dinars krona kronor krone kroner crown crowns cents pence shilling shillings -`))

var nationalCurrencies = codesOf(pairs(`swiss_franc swiss_francs CHF; mexican_pesos mexican_peso MXN; argentine_pesos ARS; chilean_pesos CLP;
	colombian_pesos COP; philippine_pesos PHP; swedish_kronor swedish_krona swedish_crowns SEK; norwegian_kroner
	norwegian_crowns NOK; danish_kroner danish_crowns DKK; czech_crowns czech_koruna CZK; korean_won KRW; pakistani_rupees PKR;
	egyptian_pounds EGP; lebanese_pounds LBP; syrian_pounds SYP; kenyan_shillings KES; kuwaiti_dinars KWD; iraqi_dinars IQD;
	serbian_dinars RSD; iranian_rials IRR; belarusian_rubles belarusian_roubles BYN`))

// codesOf leaves out the codes that are "-".
func codesOf(m map[string]string) map[string]string {
	for w, code := range m {
		if code == "-" {
			m[w] = ""
		}
	}
	return m
}

var units = pairs(`km kilometer kilometers kilometre kilometres km; m meter meters metre metres m; cm centimeter centimeters
	centimetre centimetres cm; mm millimeter millimeters millimetre millimetres mm; mile miles mi; foot feet ft ft; inch inches in;
	yard yards yd; acre acres acre; hectare hectares ha ha; kg kilo kilos kilogram kilograms kilogramme kilogrammes kg; gram grams
	g; mg milligram milligrams mg; ton tons ton; tonne tonnes t; pound pounds lb lbs lb; ounce ounces oz oz; liter liters litre
	litres l; ml milliliter milliliters millilitre millilitres ml; gallon gallons gal; barrel barrels bbl; bushel bushels bu;
	watt watts W; kilowatt kilowatts kw kW; megawatt megawatts mw MW; gigawatt gigawatts gw GW; kwh kWh; mwh MWh; gwh GWh; twh TWh;
	volt volts V; hertz hz Hz; mhz megahertz MHz; ghz gigahertz GHz; mph mi/h; kph kmh km/h; knot knots kn; degree degrees ° °;
	byte bytes B; kilobyte kilobytes kb kB; megabyte megabytes mb MB; gigabyte gigabytes gb GB; terabyte terabytes tb TB;
	decibel decibels dB; calorie calories cal; ppm ppm; megaton megatons Mt; kiloton kilotons kt`)

var degrees = pairs("celsius centigrade c C; fahrenheit f F")

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8,
	"sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12, "jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9,
	"sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"tues.": 2, "wed.": 3, "thurs.": 4, "thur.": 4, "fri.": 5,
}

// seasons are named by the month they begin with, as in the north.
var seasons = map[string]time.Month{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

var zones = set("gmt utc est edt et cet cest bst pst pdt cst cdt msk ist")

// future verbs make the infinitive after them future; see tense.
var future = set(`will 'll ’ll shall would wo plan plans planned planning expect expects expected scheduled due set intends intend
	intended hopes hope hoped agreed aims slated poised ready going is are`)

// steps are the words that count from the day of publication.
var steps = map[string]int{"last": -1, "this": 0, "next": 1}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4}
