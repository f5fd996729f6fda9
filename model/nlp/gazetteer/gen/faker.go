package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"reader/model/nlp/gazetteer"
)

var (
	assignment = regexp.MustCompile(`^    ([a-z_]+)\s*(?::.*?)?=\s*.*[(\[{]\s*$`)
	literal    = regexp.MustCompile(`"([^"\\]+)"|'([^'\\]+)'`)
)

// faker adds the names of people of the locales of Faker that are written in Latin letters.
func (n *names) faker(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "providers/person/*/__init__.py"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("%s: no locales: %w", dir, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("locale: %w", err)
		}
		n.fakerFile(string(text))
	}
	return nil
}

// fakerFile adds the names of the lists of a file: "first_names_male = (", a name a line, ")".
func (n *names) fakerFile(text string) {
	var class gazetteer.Class
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n")
		if m := assignment.FindStringSubmatch(line); m != nil {
			class = fakerClass(m[1])
			continue
		}
		if strings.HasPrefix(line, "    ") && !strings.HasPrefix(line, "     ") {
			class = 0
		}
		if class == 0 {
			continue
		}
		line, _, _ = strings.Cut(line, "#")
		for _, m := range literal.FindAllStringSubmatch(line, -1) {
			n.add(m[1]+m[2], class)
		}
	}
}

// fakerClass returns the class of the names of a list by its own name.
func fakerClass(list string) gazetteer.Class {
	switch {
	case hasPrefix(list, "first_names_male", "first_romanized_names_male", "first_name_male_pairs"):
		return gazetteer.Male
	case hasPrefix(list, "first_names_female", "first_romanized_names_female", "first_name_female_pairs"):
		return gazetteer.Female
	case strings.Contains(list, "last_name"):
		return gazetteer.Surname
	}
	return 0
}

func hasPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}
