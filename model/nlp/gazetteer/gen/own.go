package main

import (
	"embed"
	"fmt"
	"strings"

	"reader/model/nlp/gazetteer"
)

// Our own lists: own.txt of all kinds, bodies.txt of organizations, teams and media, region by region.
//
//go:embed own.txt bodies.txt
var ownLists embed.FS

// ownClasses are the headings of our own lists.
var ownClasses = map[string]gazetteer.Class{
	"country": gazetteer.Country, "region": gazetteer.Region, "large city": gazetteer.City | gazetteer.Large,
	"demonym": gazetteer.Demonym, "organization": gazetteer.Organization, "word of organizations": gazetteer.OrgWord,
	"female": gazetteer.Female, "male": gazetteer.Male, "surname": gazetteer.Surname, "team": gazetteer.Team,
	"role": gazetteer.Role, "title": gazetteer.Title, "media": gazetteer.Media,
}

// own adds our own lists.
func (n *names) own() error {
	for _, file := range []string{"own.txt", "bodies.txt"} {
		text, err := ownLists.ReadFile(file)
		if err != nil {
			return fmt.Errorf("own lists: %w", err)
		}
		if err := n.ownFile(string(text)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// ownFile adds the names of a list of ours: headings in square brackets, then names parted by commas and line breaks.
func (n *names) ownFile(text string) error {
	var class gazetteer.Class
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "["); ok {
			heading = strings.TrimSuffix(heading, "]")
			if class, ok = ownClasses[heading]; !ok {
				return fmt.Errorf("no class %q", heading)
			}
			continue
		}
		for name := range strings.SplitSeq(line, ",") {
			words := split(name)
			if len(words) > gazetteer.MaxLen {
				return fmt.Errorf("%q has more than %d words", name, gazetteer.MaxLen)
			}
			if len(words) > 0 {
				n.put(words, class, sure)
			}
		}
	}
	return nil
}
