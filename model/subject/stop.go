package subject

import (
	"strings"
	"unicode"
)

// isContent reports whether a folded word tells what is spoken of: a number of two digits or more, or a word of three letters or more
// that is none of the closed classes, and not one that reports speech.
func isContent(word string) bool {
	word = strings.TrimSuffix(word, "'s")
	letters := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 {
		return len(word) > 1
	}
	return letters > 2 && !isFunction(word) && !isVague(word)
}

// isFunction reports whether word is of a closed class: a pronoun, a determiner, a preposition, a conjunction, an auxiliary, an adverb
// of degree or negation, or a number word.
func isFunction(word string) bool {
	switch word {
	case "the", "and", "but", "nor", "for", "yet", "not", "all", "any", "both", "each", "every", "few", "many", "more", "most", "much",
		"some", "such", "other", "others", "another", "either", "neither", "own", "same", "this", "that", "these", "those", "what", "which", "who", "whom",
		"whose", "when", "where", "why", "how", "whether", "while", "because", "although", "though", "unless", "until", "since", "than",
		"then", "thus", "there", "here", "hence", "his", "him", "her", "hers", "she", "its", "our", "ours", "you", "your", "yours", "they",
		"them", "their", "theirs", "mine", "myself", "himself", "herself", "itself", "ourselves", "themselves", "yourself", "one", "ones",
		"about", "above", "across", "after", "against", "along", "amid", "among", "around", "before", "behind", "below", "beneath", "beside",
		"besides", "between", "beyond", "despite", "down", "during", "except", "from", "inside", "into", "like", "near", "off", "onto", "out",
		"outside", "over", "per", "through", "throughout", "toward", "towards", "under", "upon", "with", "within", "without", "via",
		"are", "was", "were", "been", "being", "has", "have", "had", "having", "does", "did", "done", "doing", "can", "cannot", "could", "may",
		"might", "must", "shall", "should", "will", "would", "ought", "let", "get", "got", "also", "again", "already", "always", "almost",
		"even", "ever", "just", "least", "less", "never", "now", "often", "once", "only", "perhaps", "quite", "rather", "really", "soon",
		"still", "too", "very", "well", "nobody", "nothing", "none", "somebody", "someone", "something", "anybody", "anyone", "anything",
		"everybody", "everyone", "everything", "however", "nevertheless", "therefore", "instead", "otherwise", "anyway", "whole", "enough", "together", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second",
		"third", "last", "next":
		return true
	}
	stem, _, contracted := strings.Cut(word, "'") // don't, we've
	return contracted && len(stem) < 7
}

// isVague reports whether word is said of everything: it reports speech, tells the time of the report, or what any sentence may have.
func isVague(word string) bool {
	switch word {
	case "say", "says", "said", "saying", "tell", "tells", "told", "ask", "asks", "asked", "asking", "add", "adds", "added", "adding", "answer", "answered",
		"reply", "replied", "call", "called", "calls", "claim", "claimed", "deny", "denied", "insist", "insisted", "note", "noted", "repeat", "repeated",
		"according", "quote", "quoted", "speak", "speaking", "spoke", "spoken", "talk", "describe", "described", "explain", "explained",
		"statement", "interview", "reporter", "reporters", "journalists", "agency", "newspaper", "news", "monday", "tuesday", "wednesday",
		"thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
		"october", "november", "december", "today", "yesterday", "tomorrow", "day", "days", "week", "weeks", "month", "months", "year", "years", "time", "times",
		"make", "made", "makes", "take", "took", "taken", "give", "gave", "given", "come", "came", "comes", "coming", "went", "going", "goes", "put",
		"know", "knew", "known", "think", "thought", "want", "wanted", "wants", "see", "saw", "seen", "look", "looked", "use", "used", "thing", "things", "way", "lot",
		"new", "old", "good", "long", "late", "later", "people", "man", "woman", "men", "women", "minister", "president", "chief", "executive",
		"director", "spokesman", "spokeswoman", "official", "officials":
		return true
	}
	return false
}
