package settings

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"reader/ui/style"
)

// themesTable is the table of the tables of a person's own themes.
const themesTable = "themes"

// speakers is what lists the colours of the chosen speakers.
const speakers = "speakers"

// themeOf returns the name of the theme that a table is of; false if it is of none.
func themeOf(table string) (name style.Name, ok bool) {
	of, ok := strings.CutPrefix(table, themesTable+".")
	return style.Name(of), ok
}

// refuseTheme says why nobody can have a theme of that name.
func refuseTheme(name style.Name) error {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
	}
	switch {
	case name == "" || strings.ContainsFunc(string(name), func(r rune) bool { return !plain(r) }):
		return fmt.Errorf("a theme has a name of letters, digits, - and _, and not %q; write [%s.mine]", name, themesTable)
	case slices.Contains(style.Names(), name):
		return fmt.Errorf("the theme %s is built in; give yours another name, as [%s.my-%s]", name, themesTable, name)
	}
	return nil
}

// takeRole sets what name is in the theme own, which must not be shared with other settings.
func takeRole(own *style.Own, name string, v any) error {
	switch name {
	case "base":
		return takeName(&own.Base, "base", style.Bases(), v)
	case speakers:
		return takeSpeakers(own, v)
	}
	if names := roleNames(); !slices.Contains(names, name) {
		return fmt.Errorf("no theme has %q; %s", name, instead(name, append(names, "base", speakers), "there are %s", ", "))
	}
	colour, ok := colourOf(v)
	if !ok {
		return fmt.Errorf("%s is to be a colour, as \"#7aa2f7\", or a number from 0 to 255, and not %s; write %s = %q",
			name, shown(v), name, style.Colour(own.Base, name))
	}
	own.Colours[name] = colour
	return nil
}

func takeSpeakers(own *style.Own, v any) error {
	list, ok := v.([]any)
	if !ok || len(list) == 0 || len(list) > style.Speakers {
		return fmt.Errorf("speakers is to be a list of one to %d colours, and not %s; write speakers = [%q, %q]", style.Speakers, counted(v),
			style.Colour(own.Base, style.SpeakerRole(0)), style.Colour(own.Base, style.SpeakerRole(1)))
	}
	colours := make([]string, len(list))
	for i, item := range list {
		if colours[i], ok = colourOf(item); !ok {
			return fmt.Errorf("speakers are to be colours, as \"#7aa2f7\", or numbers from 0 to 255, and not %s; write %q there",
				shown(item), style.Colour(own.Base, style.SpeakerRole(i)))
		}
	}
	for i, c := range colours {
		own.Colours[style.SpeakerRole(i)] = c
	}
	return nil
}

// colourOf returns the colour that v is.
func colourOf(v any) (colour string, ok bool) {
	switch v := v.(type) {
	case string:
		return style.ParseColour(v)
	case int:
		return style.ParseColour(strconv.Itoa(v))
	default:
		return "", false
	}
}

// shown tells v, in its words where it has some.
func shown(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.Quote(v)
	case int:
		return strconv.Itoa(v)
	default:
		return kindOf(v)
	}
}

// counted tells v, of a list how long it is.
func counted(v any) string {
	if list, ok := v.([]any); ok {
		return fmt.Sprintf("a list of %d", len(list))
	}
	return kindOf(v)
}

func roleNames() []string {
	names := make([]string, 0, len(style.Roles()))
	for _, r := range style.Roles() {
		names = append(names, r.Name)
	}
	return names
}

// faint tells what is hard to read in themes, which r made.
func (r *reader) faint(themes map[style.Name]style.Own) (doubts []Mistake) {
	for _, a := range r.assignments {
		name, _ := themeOf(a.table)
		faint := themes[name].Faint()
		for _, role := range setBy(a.name) {
			f, ok := faint[role]
			if !ok {
				continue
			}
			then := "take another"
			if f.Instead != "" {
				then = fmt.Sprintf("write %q", f.Instead)
			}
			doubts = append(doubts, mistake(a.line, "warning: %s, has a contrast of %.2f:1, and from 4.5:1 on everybody can read it; %s", f.Pair, f.Ratio, then))
		}
	}
	return doubts
}

// setBy returns the roles of which the setting name says the colour.
func setBy(name string) []string {
	if name != speakers {
		return []string{name}
	}
	roles := make([]string, style.Speakers)
	for i := range roles {
		roles[i] = style.SpeakerRole(i)
	}
	return roles
}

// writeThemes writes the themes of s, and if there are none, how one would look.
func writeThemes(b *strings.Builder, s *Settings) {
	b.WriteString("\n# A theme of your own, which theme chooses by its name: what is otherwise than in its base, as \"#7aa2f7\", or as a number from\n" +
		"# 0 to 255 of the terminal's palette. What is hard to read with it is told by reader config check.\n")
	if len(s.Themes) == 0 {
		sample := style.Own{Base: style.Dark, Colours: map[string]string{}}
		for _, name := range roleNames() {
			sample.Colours[name] = style.Colour(style.Dark, name)
		}
		for _, role := range setBy(speakers) {
			sample.Colours[role] = style.Colour(style.Dark, role)
		}
		writeTheme(b, "# ", "mine", sample)
		return
	}
	for i, name := range slices.Sorted(maps.Keys(s.Themes)) {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeTheme(b, "", name, s.Themes[name])
	}
}

// writeTheme writes a theme, with lead before each line.
func writeTheme(b *strings.Builder, lead string, name style.Name, own style.Own) {
	fmt.Fprintf(b, "%s[%s.%s]\n%sbase = %s\n", lead, themesTable, name, lead, quote(string(own.Base)))
	for _, r := range style.Roles() {
		if c, ok := own.Colours[r.Name]; ok {
			fmt.Fprintf(b, "%s%s = %s  # %s\n", lead, r.Name, quote(c), r.About)
		}
	}
	var list []string
	for _, role := range setBy(speakers) {
		if c, ok := own.Colours[role]; ok {
			list = append(list, c)
		}
	}
	if len(list) > 0 {
		fmt.Fprintf(b, "%s%s = %s  # of the chosen speakers, in their order\n", lead, speakers, quoteAll(list))
	}
}
