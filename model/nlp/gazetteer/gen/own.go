package main

import (
	_ "embed" // our own lists
	"fmt"
	"strings"

	"reader/model/nlp/gazetteer"
)

//go:embed own.txt
var ownText string

// ownClasses are the headings of our own lists.
var ownClasses = map[string]gazetteer.Class{
	"country": gazetteer.Country, "region": gazetteer.Region, "large city": gazetteer.City | gazetteer.Large,
	"demonym": gazetteer.Demonym, "organization": gazetteer.Organization, "word of organizations": gazetteer.OrgWord,
	"female": gazetteer.Female, "male": gazetteer.Male, "surname": gazetteer.Surname, "team": gazetteer.Team,
	"role": gazetteer.Role, "title": gazetteer.Title, "media": gazetteer.Media,
}

// own adds our own lists: headings in square brackets, then names parted by commas and line breaks.
func (n *names) own() error {
	var class gazetteer.Class
	for line := range strings.Lines(ownText) {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "["); ok {
			heading = strings.TrimSuffix(heading, "]")
			if class, ok = ownClasses[heading]; !ok {
				return fmt.Errorf("own.txt: no class %q", heading)
			}
			continue
		}
		for name := range strings.SplitSeq(line, ",") {
			if words := split(name); len(words) > 0 {
				n.put(words, class, sure)
			}
		}
	}
	return nil
}
