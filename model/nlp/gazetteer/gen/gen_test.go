package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

func newNames() *names {
	return &names{class: map[string]gazetteer.Class{}, votes: map[string]*[2]int{}, common: map[string]bool{}}
}

func TestAdd(t *testing.T) {
	for in, want := range map[string]string{
		"São Tomé and Príncipe":   "sao tome and principe",
		" Jean-Pierre ":           "jean - pierre",
		"St. John’s":              "st. john 's",
		"Nguyễn":                  "nguyen",
		"Xi":                      "xi",
		"X":                       "", // one letter
		"of":                      "", // grammar
		"Москва":                  "", // not Latin
		"Riga (city)":             "",
		"2019":                    "",
		"":                        "",
		"a b c d e f g h i":       "", // too long
		"Bosnia and Herzegovina!": "bosnia and herzegovina !",
	} {
		n := newNames()
		n.add(in, gazetteer.City)
		var got string
		for name := range n.class {
			got = name
		}
		if got != want {
			t.Errorf("%q is kept as %q, not %q", in, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	n := newNames()
	n.common["will"] = true
	add := func(name string, c gazetteer.Class, times int) {
		for range times {
			n.add(name, c)
		}
	}
	add("Will", gazetteer.Male, 9)
	add("Will", gazetteer.Female, 1)
	add("Robin", gazetteer.Male, 3)
	add("Robin", gazetteer.Female, 2)
	add("Norway", gazetteer.Country|gazetteer.Surname, 1)
	add("Norway", gazetteer.Female, 1)
	add("Jordan", gazetteer.Country|gazetteer.Surname, 1)
	add("Jordan", gazetteer.Male, 4)
	add("Oslo", gazetteer.City|gazetteer.Large|gazetteer.Surname, 1)
	add("Oslo", gazetteer.Male, 1)
	n.clean()
	for name, want := range map[string]gazetteer.Class{
		"will":   gazetteer.Male | gazetteer.Common,
		"robin":  gazetteer.Male | gazetteer.Female,
		"norway": gazetteer.Country,
		"jordan": gazetteer.Country | gazetteer.Surname | gazetteer.Male,
		"oslo":   gazetteer.City | gazetteer.Large | gazetteer.Surname,
	} {
		if got := n.class[name]; got != want {
			t.Errorf("%s is %b, not %b", name, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for noun, want := range map[string]string{
		"minister": "ministers", "spokesman": "spokesmen", "deputy": "deputies", "boss": "", "stepchild": "", "coach": "",
	} {
		if got := plural(noun); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// Packed tries as the library efrt makes them.
func TestUnpack(t *testing.T) {
	for packed, want := range map[string]string{
		"oslo":                   "oslo",
		"oslo,bergen":            "bergen oslo",
		"bett1f0;arth0ew0in0;er": "better farther fewer finer",
		"ber1os0;lo;!lin,gen":    "ber bergen berlin oslo",
		"0:3;a1;b1;c0;ing":       "abcing", // "0" is node 3 everywhere
	} {
		got, err := unpack(packed)
		slices.Sort(got)
		if strings.Join(got, " ") != want || err != nil {
			t.Errorf("%q is %q, not %q: %v", packed, got, want, err)
		}
	}
	for _, bad := range []string{"", "a9", "0:0;a0", "x0;"} {
		if got, err := unpack(bad); !errors.Is(err, errTrie) {
			t.Errorf("%q is %q: %v", bad, got, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add("bett1f0;arth0ew0in0;er")
	f.Add("0:3;a2b0;c0;d0;ing")
	f.Fuzz(func(t *testing.T, s string) {
		if words, err := unpack(s); err == nil && len(words) > mostWords+len(s) {
			t.Errorf("%d words", len(words))
		}
	})
}

func TestFakerFile(t *testing.T) {
	n := newNames()
	n.fakerFile(`class Provider:
    formats = (
        "{{first_name}}",
    )
    first_names_male = (
        "Egil",  # "Olav"
        "Tor", 'Åge',
    )
    first_names = first_names_male
    prefixes = ("Dr",)
    first_name_female_pairs = (
        ("晃", "アキラ", "Aki"),
    )
    last_names: Dict[str, float] = OrderedDict(
        (
            ("Vik", 0.5),
        )
    )

    def first_name(self):
        return "nobody"
`)
	want := map[string]gazetteer.Class{
		"egil": gazetteer.Male, "tor": gazetteer.Male, "age": gazetteer.Male, "aki": gazetteer.Female, "vik": gazetteer.Surname,
	}
	if len(n.class) != len(want) {
		t.Errorf("names %v", n.class)
	}
	for name, c := range want {
		if n.class[name] != c {
			t.Errorf("%s is %b, not %b", name, n.class[name], c)
		}
	}
}

func FuzzFakerFile(f *testing.F) {
	f.Add("    last_names = (\n        \"Vik\",\n    )\n")
	f.Fuzz(func(t *testing.T, s string) {
		n := newNames()
		n.fakerFile(s)
		for name := range n.class {
			if name == "" || strings.ContainsAny(name, "\n(") {
				t.Errorf("%q is a name", name)
			}
		}
	})
}

// A city of the table is read if it is large enough or a capital; another name of it, if news has that, too.
func TestCityRow(t *testing.T) {
	row := func(name, others, kind, people string) []string {
		column := make([]string, columns)
		column[columnName], column[columnOtherNames], column[columnKind], column[columnPeople] = name, others, kind, people
		return column
	}
	n := newNames()
	known := map[string]bool{"christiania": true, "trolltown": true}
	n.cityRow(row("Oslo", "Christiania,Ånslo,oslo", capital, "580000"), known)
	n.cityRow(row("Bergen/Bjørgvin", "Trolltown", "PPLA", "90000"), known)
	n.cityRow(row("Vaduz", "", capital, "5197"), known)
	n.cityRow(row("Hell", "", "PPL", "1500"), known)
	n.cityRow(row("Sector 4", "", "PPL", "20000"), known)
	want := map[string]gazetteer.Class{
		"oslo": gazetteer.City | gazetteer.Large, "christiania": gazetteer.City | gazetteer.Large,
		"bergen": gazetteer.City, "bjorgvin": gazetteer.City, "vaduz": gazetteer.City | gazetteer.Large,
	}
	if !maps.Equal(n.class, want) {
		t.Errorf("names %v, not %v", n.class, want)
	}
}

// Names of a census are counted by rank; a list that is too short is an error.
func TestCensus(t *testing.T) {
	file := filepath.Join(t.TempDir(), "names.json")
	if err := os.WriteFile(file, []byte(`{"List":["mary","will","the"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	n := newNames()
	if err := n.census(file, gazetteer.Female, 3); err != nil || len(n.class) != 2 || n.votes["mary"][0] != sure {
		t.Errorf("names %v, votes %v: %v", n.class, n.votes["mary"], err)
	}
	if err := n.census(file, gazetteer.Female, 4); err == nil || !strings.Contains(err.Error(), "3 names, not 4") {
		t.Errorf("a short list: %v", err)
	}
}

// Our own lists can be read, and their headings are classes.
func TestOwn(t *testing.T) {
	n := newNames()
	if err := n.own(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]gazetteer.Class{
		"transnet": gazetteer.Organization, "kaizer chiefs": gazetteer.Team,
		"prime minister": gazetteer.Role, "us": gazetteer.Country, "le monde": gazetteer.Media, "inc.": gazetteer.OrgWord,
	} {
		if n.class[name]&c == 0 {
			t.Errorf("%s is %b", name, n.class[name])
		}
	}
}

// A list of ours with a heading that is no class, or a name that is too long to be looked up, is an error.
func TestOwnFileIsChecked(t *testing.T) {
	for text, want := range map[string]string{
		"[planet]\nMars\n":                          `no class "planet"`,
		"[organization]\nOslo, a b c d e f g h i\n": "more than 8 words",
	} {
		if err := newNames().ownFile(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}

// The same names make the same bytes, and are found where package gazetteer looks for them.
func TestPack(t *testing.T) {
	pack := func() []byte {
		n := newNames()
		for _, name := range []string{"Oslo", "Rio", "Rio de Janeiro", "Rio Grande", "Lake Oslo"} {
			n.add(name, gazetteer.City)
		}
		n.add("Rio", gazetteer.Surname)
		packed, err := n.pack()
		if err != nil {
			t.Fatal(err)
		}
		return packed
	}
	packed := pack()
	if !bytes.Equal(packed, pack()) {
		t.Error("the same names made other bytes")
	}
	number := func(at int) uint32 {
		return uint32(packed[at]) | uint32(packed[at+1])<<8 | uint32(packed[at+2])<<16 | uint32(packed[at+3])<<24
	}
	find := func(words ...string) uint32 {
		hash := cluster.Hash(words[0])
		for _, w := range words[1:] {
			hash = gazetteer.Join(hash, cluster.Hash(w))
		}
		key := gazetteer.Key(hash)
		b := int(key >> (32 - gazetteer.BucketBits))
		entries := 4 * (gazetteer.Buckets + 1)
		for i := number(4 * b); i < number(4*b+4); i++ {
			entry := number(entries + 4*int(i))
			if entry>>gazetteer.BucketBits == key<<gazetteer.BucketBits>>gazetteer.BucketBits {
				return number(entries + 4*int(number(4*gazetteer.Buckets)) + 4*int(entry%gazetteer.Buckets))
			}
		}
		return 0
	}
	for _, c := range []struct {
		words string
		want  uint32
	}{
		{"oslo", uint32(gazetteer.City)},
		{"rio", 3<<16 | uint32(gazetteer.City|gazetteer.Surname)},
		{"rio de janeiro", uint32(gazetteer.City)},
		{"rio grande", uint32(gazetteer.City)},
		{"lake", 2 << 16},
		{"rio de", 0},
		{"oslo rio", 0},
	} {
		if got := find(strings.Fields(c.words)...); got != c.want {
			t.Errorf("%s is %x, not %x", c.words, got, c.want)
		}
	}
}

func TestFrequentWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "vectors.json")
	words := strings.Repeat(`"the",`, frequent)
	for text, ok := range map[string]bool{
		`{"precision":8,"words":[` + words + `"oslo"],"vectors":{}}`: true,
		`{"precision":8}`:               false,
		`{"precision":8,"words":["the"`: false,
		``:                              false,
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := frequentWords(file)
		if (err == nil) != ok || ok && (!got["the"] || got["oslo"]) {
			t.Errorf("%.60s: %v, %v", text, got, err)
		}
	}
}
