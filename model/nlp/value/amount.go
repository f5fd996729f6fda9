package value

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// amount returns the money, percentage or quantity that begins at token i.
func (f *finder) amount(i int) (expression, bool) {
	if code, at, ok := f.currencyBefore(i); ok {
		n, last, ok := f.number(at)
		if !ok {
			return expression{}, false
		}
		n, last = f.letterScale(n, last)
		value := ""
		if code != "" {
			value = code + " " + n.String()
		}
		if end, ok := f.rangeEnd(last); ok {
			last, value = end, ""
		}
		if code == "USD" { // "$5 Canadian", "$5 million US" say which dollar
			code, last = f.dollarAfter(last)
			if value != "" {
				value = code + value[len("USD"):]
			}
		}
		return expression{last, model.Money, value}, true
	}
	n, last, ok := f.number(i)
	if !ok {
		return f.vague(i)
	}
	value := n.String()
	if end, ok := f.rangeEnd(last); ok {
		last, value = end, ""
	} else if end, ok := f.between(i, last); ok {
		last, value = end, ""
	}
	for _, unit := range []func(int, string) (expression, bool){f.percent, f.moneyAfter, f.quantity} {
		if e, ok := unit(last, value); ok {
			return e, true
		}
	}
	return expression{}, false
}

// rangeEnd returns the end of the range whose first number ends before token i: "-15 million".
func (f *finder) rangeEnd(i int) (int, bool) {
	to := f.hyphen(i)
	if to == i || f.Tokens[to].Kind != doc.Number {
		if !f.is(i, "to") || i+1 >= f.last || f.Tokens[i+1].Kind != doc.Number {
			return i, false
		}
		to = i + 1
	}
	n, last, ok := f.number(to)
	if ok {
		_, last = f.letterScale(n, last)
	}
	return last, ok
}

// between returns the end of the range whose first number is the tokens [i, last): "between 5 and 10 percent".
func (f *finder) between(i, last int) (int, bool) {
	if !f.is(i-1, "between") || !f.is(last, "and") {
		return last, false
	}
	_, end, ok := f.number(last + 1)
	return end, ok
}

// letterScale reads the letters that stand for a scale, glued to an amount of money: "$3.5m", "€4bn".
func (f *finder) letterScale(n number, i int) (number, int) {
	if exp, ok := lookup(f, letterScales, i); ok && f.Glued(i) {
		n.exp += exp
		return n, i + 1
	}
	return n, i
}

// currencyBefore returns the currency that the sign or code at token i is for, and the token after it.
func (f *finder) currencyBefore(i int) (code string, last int, ok bool) {
	w := f.Word(i)
	switch {
	case (w == "R" || w == "N") && f.Tokens[i].Kind != doc.Symbol: // a letter
		return "", i, false
	case w == "$" && i > f.first && len(f.Word(i-1)) > 1: // "HK $35", where HK may be taken for a name
		if code, ok = signs[f.Word(i-1)+w]; ok {
			return code, i + 1, true
		}
	case len(w) > 1 && i+2 < f.last && f.Tokens[i+1].Kind == doc.Symbol:
		if code, ok = signs[w+f.Word(i+1)]; ok {
			return code, i + 2, true
		}
	}
	if code, ok = signs[w]; ok {
		return code, i + 1, true
	}
	return w, i + 1, codes[w] && i+1 < f.last && f.Tokens[i+1].Kind == doc.Number
}

// dollarAfter returns the currency of the dollars before token i, which "Canadian" or "U.S. dollars" after them
// may tell, and the token after it.
func (f *finder) dollarAfter(i int) (string, int) {
	if code, last, ok := f.dollar(i); ok {
		return code, last
	}
	if f.is(i, "canadian", "australian") {
		return dollars[f.Lower(i)], i + 1
	}
	return "USD", i
}

// percent reads "%", "percent", "per cent" or "percentage points" at token i.
func (f *finder) percent(i int, value string) (expression, bool) {
	i = f.hyphen(i)
	switch {
	case f.is(i, "%", "percent", "pct"):
		return expression{i + 1, model.Percent, value}, true
	case f.is(i, "per") && f.is(i+1, "cent"), f.is(i, "percentage") && f.is(i+1, "point", "points"):
		return expression{i + 2, model.Percent, value}, true
	default:
		return expression{}, false
	}
}

// moneyAfter reads a currency at token i: "euros", "U.S. dollars", "€", "USD".
func (f *finder) moneyAfter(i int, value string) (expression, bool) {
	i = f.hyphen(i)
	if i >= f.last {
		return expression{}, false
	}
	code, last, ok := f.currency(i)
	switch {
	case !ok:
		return expression{}, false
	case value == "" || code == "":
		value = ""
	default:
		value = code + " " + value
	}
	return expression{last, model.Money, value}, true
}

// currency reads a sign, a code or a name of a currency, and the country before it: "U.S. dollars", "Swiss
// francs". The code is "" if several countries have one of the name.
func (f *finder) currency(i int) (code string, last int, ok bool) {
	w := f.Word(i)
	if code, ok = signs[w]; ok {
		return code, i + 1, true
	}
	if codes[w] {
		return w, i + 1, true
	}
	if code, last, ok = f.dollar(i); ok {
		return code, last, true
	}
	return f.namedCurrency(i)
}

// dollar reads "U.S. dollars", "New Zealand dollars".
func (f *finder) dollar(i int) (code string, last int, ok bool) {
	code, ok = lookup(f, dollars, i)
	last = i + 1
	if f.is(i, "new", "hong") {
		last++
	}
	return code, last + 1, ok && f.is(last, "dollar", "dollars")
}

// namedCurrency reads "roubles", "Swiss francs". Pounds of something are a weight.
func (f *finder) namedCurrency(i int) (code string, last int, ok bool) {
	if f.is(i, "pound", "pounds") && (f.is(i+1, "of") || f.weighed(i)) {
		return "", i, false
	}
	if code, ok = lookup(f, currencies, i); ok {
		return code, i + 1, true
	}
	if i+1 < f.last && f.Capital(i) {
		if code, ok = nationalCurrencies[f.LowerIn(f.Cover(i, i+2))]; ok {
			return code, i + 2, true
		}
		if code, ok = lookup(f, currencies, i+1); ok && code != "" {
			return code, i + 2, true
		}
	}
	return "", i, false
}

// weighed reports whether something is said to weigh what ends at token i.
func (f *finder) weighed(i int) bool {
	for j := max(f.first, i-5); j < i; j++ {
		if strings.HasPrefix(f.Lower(j), "weigh") {
			return true
		}
	}
	return false
}

// vague reads "millions of dollars".
func (f *finder) vague(i int) (expression, bool) {
	if !f.is(i, "thousands", "millions", "billions", "trillions") || !f.is(i+1, "of") {
		return expression{}, false
	}
	return f.moneyAfter(i+2, "")
}

// quantity reads a unit at token i: "km", "square miles", "megawatt-hours".
func (f *finder) quantity(i int, value string) (expression, bool) {
	i = f.hyphen(i)
	power := ""
	switch {
	case f.is(i, "square", "sq"):
		power, i = "2", f.hyphen(i+1)
	case f.is(i, "cubic", "cu"):
		power, i = "3", f.hyphen(i+1)
	case f.is(i, "nautical") && f.is(i+1, "miles", "mile"):
		return measure(i+2, value, "nmi"), true
	}
	unit, ok := lookup(f, units, i)
	if !ok || unit == "m" && f.Glued(i) && i+1 < f.last && f.Tokens[i+1].Tag == doc.NOUN { // "10m people" are millions
		return expression{}, false
	}
	i++
	if next := f.hyphen(i); f.is(next, "hour", "hours") && unit[len(unit)-1] == 'W' {
		return measure(next+1, value, unit+"h"), true
	}
	if f.is(i, "per") && f.is(i+1, "hour") || f.is(i, "an") && f.is(i+1, "hour") && (unit == "mi" || unit == "km") {
		return measure(i+2, value, unit+"/h"), true
	}
	if scale, ok := lookup(f, degrees, i); ok && unit == "°" {
		return measure(i+1, value, unit+scale), true
	}
	return measure(i, value, unit+power), true
}

func measure(last int, value, unit string) expression {
	if value != "" {
		value += " " + unit
	}
	return expression{last, model.Quantity, value}
}
