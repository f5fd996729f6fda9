package source

import (
	"strings"
	"unicode"
)

// What it takes to say that a text is not English: so many function words of another language, one word in share at
// least, as running text has. A text with one English one in plain words is English without looking further.
const (
	evidence = 6
	share    = 10
	plain    = 6
)

// detectLanguage returns the language of text by its script and function words: "en" unless it is plainly another.
func detectLanguage(text string) string {
	text = strings.ToLower(text[:min(len(text), 2<<10)])
	if language := byScript(text); language != "" {
		return language
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	english := 0
	for _, word := range words {
		if isEnglish(word) {
			english++
		}
	}
	if english*plain >= len(words) {
		return "en"
	}
	best, most := "en", 0
	for _, l := range []struct{ code, words string }{
		{"de", " der die das und ist nicht ein eine mit den von zu auf für sich dem des im als auch wird bei werden wurde "},
		{"fr", " le la les des et est une un dans pour que qui sur par du au avec pas ne plus ce sont aux ses été "},
		{"es", " el la los las de que y en un una por con para del se su al es como más pero sus fue ha "},
		{"it", " il la di che e un una per non con del della sono è si da al nel le gli i ha anche alla dei "},
		{"pt", " o a os as de que e em um uma por com para do da não se no na ao mais foi dos das são "},
		{"nl", " de het een en van is dat niet op te zijn voor met die aan er om ook als bij naar uit heeft wordt "},
		{"pl", " w i na z się nie do to że jest o jak po przez od dla są oraz ma był tym który które jego "},
		{"sv", " och att det som en på är av för med den till inte har de ett om var han vid från men sig "},
		{"da", " og at det som en på er af for med den til ikke har de et om var han ved fra men sig "},
		{"cs", " se na je že jako pro ale jsou byl byla které který od podle také při už bude není "},
		{"tr", " ve bir bu da de için ile olarak çok olan daha gibi en kadar sonra ne var değil ise ancak "},
		{"ro", " și în de la cu a o că pe nu un din să pentru care mai este au fost prin "},
		{"id", " yang dan di dengan untuk dari ini itu pada tidak dalam akan ke oleh telah juga adalah "},
	} {
		if count := countWords(words, l.words); count > most {
			best, most = l.code, count
		}
	}
	if most >= evidence && most > 2*english && most > len(words)/share {
		return best
	}
	return "en"
}

// isEnglish reports whether word is one of the small words of English that other languages do not have.
func isEnglish(word string) bool {
	switch word {
	case "the", "of", "and", "to", "that", "is", "was", "for", "with", "on", "as", "he", "it", "said", "by", "from", "at", "be", "are", "has",
		"his", "which", "an", "not", "would", "will", "they", "have", "had", "who", "she", "her", "their", "this", "were", "been", "but":
		return true
	}
	return false
}

// countWords returns how many of words are in list, whose words are parted by blanks.
func countWords(words []string, list string) int {
	n := 0
	for _, word := range words {
		if strings.Contains(list, " "+word+" ") {
			n++
		}
	}
	return n
}

// byScript returns the language that most letters of text belong to by their script, or "" for Latin.
func byScript(text string) string {
	var latin, cyrillic, arabic, han, kana, hangul, greek, hebrew, thai, devanagari int
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || 0x80 <= r && r < 0x370 && unicode.IsLetter(r):
			latin++
		case r < 0x370:
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case unicode.Is(unicode.Greek, r):
			greek++
		case unicode.Is(unicode.Hebrew, r):
			hebrew++
		case unicode.Is(unicode.Thai, r):
			thai++
		case unicode.Is(unicode.Devanagari, r):
			devanagari++
		}
	}
	// A Chinese or Japanese character says about as much as three Latin letters.
	for _, s := range []struct {
		code  string
		count int
	}{
		{"cyrillic", cyrillic},
		{"arabic", arabic},
		{"ja", min(kana, 1) * (han + kana) * 3},
		{"zh", han * 3},
		{"ko", hangul * 2},
		{"el", greek},
		{"he", hebrew},
		{"th", thai},
		{"hi", devanagari},
	} {
		if s.count < 12 || s.count <= latin {
			continue
		}
		switch s.code { // scripts of several languages, which it takes another look to tell
		case "cyrillic":
			return cyrillicLanguage(text)
		case "arabic":
			return arabicLanguage(text)
		}
		return s.code
	}
	return ""
}

func cyrillicLanguage(text string) string {
	switch {
	case strings.ContainsAny(text, "іїєґ"):
		return "uk"
	case strings.ContainsAny(text, "јљњћђ"):
		return "sr"
	case strings.ContainsAny(text, "ыэё"):
		return "ru"
	case strings.Count(text, "ъ") > 1:
		return "bg"
	}
	return "ru"
}

func arabicLanguage(text string) string {
	switch {
	case strings.ContainsAny(text, "ٹڈںے"):
		return "ur"
	case strings.ContainsAny(text, "پچژگ"):
		return "fa"
	}
	return "ar"
}
