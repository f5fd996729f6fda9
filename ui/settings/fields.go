package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reader/model/report"
	"reader/ui/intent"
	"reader/ui/style"
)

// The tables of a file.
const (
	exporterTable  = "exporter"
	widthsTable    = "widths"
	keysTable      = "keys"
	selectingTable = "keys-while-selecting"
)

func tables() []string {
	return []string{exporterTable, widthsTable, themesTable, keysTable, selectingTable}
}

// isTable reports whether there is such a table.
func isTable(name string) bool {
	_, theme := themeOf(name)
	return theme || slices.Contains(tables(), name)
}

// noTable says what to write instead of the table [name].
func noTable(name string) error {
	if mine, ok := strings.CutPrefix(name, "theme."); ok {
		return fmt.Errorf("there is no table [%s], as theme is the name of the one that is chosen; write [%s.%s]", name, themesTable, mine)
	}
	return fmt.Errorf("there is no table [%s]; %s", name, instead(name, tables(), "the tables are [%s]", "], ["))
}

// field is a setting: where it stands in a file, what to say about it, and its way out of a file and back.
type field struct {
	table, name string
	about       string
	take        func(s *Settings, value any) error
	write       func(s *Settings) string
}

// fields returns all settings but the keys, in the order in which they are printed.
func fields() []field {
	return []field{
		{
			"", "theme", "auto, which follows the terminal; dark, light, high-contrast; 16, the terminal's own colours; none, no colours; or yours",
			takeTheme,
			func(s *Settings) string { return quote(string(s.Theme)) },
		},
		{
			"", "mouse", "false: the mouse is the terminal's, which selects text with it",
			func(s *Settings, v any) error { return takeBool(&s.Mouse, "mouse", v) },
			func(s *Settings) string { return strconv.FormatBool(s.Mouse) },
		},
		{
			"", "opener", `what opens addresses, as ["firefox", "--new-tab"]: the address comes last, and no shell is between; []: BROWSER, or the system's`,
			func(s *Settings, v any) error { return takeCommand(&s.Opener, "opener", `["firefox", "--new-tab"]`, v) },
			func(s *Settings) string { return quoteAll(s.Opener) },
		},
		{
			"", "pipe", `what the articles shown are piped to unless you name another, as ["less", "-R"]; no shell is between; []: nothing`,
			func(s *Settings, v any) error { return takeCommand(&s.Pipe, "pipe", `["less", "-R"]`, v) },
			func(s *Settings) string { return quoteAll(s.Pipe) },
		},
		{
			exporterTable, "format", "what is offered first where something is written to a file: md, csv, jsonl or txt",
			func(s *Settings, v any) error { return takeName(&s.Exporter.Format, "format", report.Suffixes(), v) },
			func(s *Settings) string { return quote(s.Exporter.Format) },
		},
		{
			exporterTable, "folder", `the folder that is offered for it, as "~/clips"; "": the one that the reader is started in`,
			func(s *Settings, v any) error { return takeFolder(&s.Exporter.Folder, v) },
			func(s *Settings) string { return quote(s.Exporter.Folder) },
		},
		{
			widthsTable, "list", "columns of the list of articles, its border included; 0: as suits the screen",
			func(s *Settings, v any) error { return takeWidth(&s.Widths.List, "list", LeastSide, true, v) },
			func(s *Settings) string { return strconv.Itoa(s.Widths.List) },
		},
		{
			widthsTable, "entities", "columns of the entities; 0: as suits the screen",
			func(s *Settings, v any) error { return takeWidth(&s.Widths.Entities, "entities", LeastSide, true, v) },
			func(s *Settings) string { return strconv.Itoa(s.Widths.Entities) },
		},
		{
			widthsTable, "article", "columns of an article's text at most: longer lines are hard to read",
			func(s *Settings, v any) error { return takeWidth(&s.Widths.Article, "article", LeastArticle, false, v) },
			func(s *Settings) string { return strconv.Itoa(s.Widths.Article) },
		},
	}
}

// fieldFor returns the setting that a is about.
func fieldFor(a assignment) (field, error) {
	all := fields()
	var names []string
	for _, f := range all {
		switch {
		case f.table == a.table && f.name == a.name:
			return f, nil
		case f.table == a.table:
			names = append(names, f.name)
		case f.name == a.name && f.table != "" && a.table == "":
			return field{}, fmt.Errorf("%s belongs to the table [%s]; write it below that", a.name, f.table)
		case f.name == a.name && f.table == "":
			return field{}, fmt.Errorf("%s belongs to no table; write it above the first", a.name)
		}
	}
	switch {
	case a.table == "" && slices.Contains(tables(), a.name):
		return field{}, fmt.Errorf("%s is a table; write [%s] in a line of its own, and what is in it below", a.name, a.name)
	case a.table == themesTable:
		return field{}, fmt.Errorf("%s belongs to a theme; write [%s.mine] above it", a.name, themesTable)
	case a.table == "" || slices.Contains(tables(), a.table):
		return field{}, fmt.Errorf("there is no setting %q; %s", a.name, instead(a.name, names, "there are %s", ", "))
	default:
		return field{}, noTable(a.table)
	}
}

// instead returns which of names is likely to be meant by wrong; else all of them, joined in the format.
func instead(wrong string, names []string, format, between string) string {
	if like, ok := intent.Nearest(wrong, names); ok {
		return fmt.Sprintf("did you mean %s?", like)
	}
	return fmt.Sprintf(format, strings.Join(names, between))
}

// takeTheme takes the theme that is chosen: a built-in one, or one of s.
func takeTheme(s *Settings, v any) error {
	if n, isInt := v.(int); isInt && strconv.Itoa(n) == string(style.Sixteen) {
		v = string(style.Sixteen)
	}
	return takeName(&s.Theme, "theme", slices.Concat(style.Names(), slices.Sorted(maps.Keys(s.Themes))), v)
}

// takeName takes one of names.
func takeName[N ~string](to *N, setting string, names []N, v any) error {
	name, ok := v.(string)
	if !ok {
		return fmt.Errorf("%s is to be a name in quotation marks, and not %s; write %s = %q", setting, kindOf(v), setting, *to)
	}
	if !slices.Contains(names, N(name)) {
		all := make([]string, len(names))
		for i, n := range names {
			all[i] = string(n)
		}
		return fmt.Errorf("there is no %s %q; %s", setting, name, instead(name, all, "there are %s", ", "))
	}
	*to = N(name)
	return nil
}

// takeFolder takes a folder, which need not be there yet.
func takeFolder(to *string, v any) error {
	path, ok := v.(string)
	switch {
	case !ok:
		return fmt.Errorf(`folder is to be a path in quotation marks, and not %s; write folder = "~/clips"`, kindOf(v))
	case strings.ContainsFunc(path, func(r rune) bool { return !unicode.IsPrint(r) }):
		return errors.New(`folder has a character in it that does not print; write folder = "~/clips"`)
	case strings.HasPrefix(path, "~") && path != "~" && !strings.HasPrefix(path, "~/"):
		return fmt.Errorf("no shell is there that knows the folder %q; write the whole path, or ~/ for your own", path)
	}
	*to = path
	return nil
}

func takeBool(to *bool, name string, v any) error {
	b, ok := v.(bool)
	if !ok {
		return fmt.Errorf("%s is to be true or false, and not %s; write %s = %t", name, kindOf(v), name, *to)
	}
	*to = b
	return nil
}

// takeWidth takes a width from least on; 0, too, if free.
func takeWidth(to *int, name string, least int, free bool, v any) error {
	n, ok := v.(int)
	if ok && (n >= least && n <= Most || free && n == 0) {
		*to = n
		return nil
	}
	or := ""
	if free {
		or = ", or 0"
	}
	what := kindOf(v)
	if ok {
		what = strconv.Itoa(n)
	}
	return fmt.Errorf("%s is to be a number from %d to %d%s, and not %s; write %s = %d", name, least, Most, or, what, name, max(*to, least))
}

// takeCommand takes a program and its arguments.
func takeCommand(to *[]string, name, example string, v any) error {
	list, err := stringsOf(v)
	if _, ok := v.(string); ok {
		err = errors.New("one string")
	}
	if err != nil {
		return fmt.Errorf("%s is to be a list of strings, the program and its arguments, and not %w; write %s = %s", name, err, name, example)
	}
	if len(list) > 0 && strings.TrimSpace(list[0]) == "" {
		return fmt.Errorf("%s names no program; write %s = %s", name, name, example)
	}
	*to = list
	return nil
}

// keysOf returns the keys that v lists, or the one that it is, as Bubble Tea names them.
func keysOf(v any) ([]string, error) {
	if s, ok := v.(string); ok {
		v = []any{s}
	}
	list, err := stringsOf(v)
	if err != nil {
		return nil, fmt.Errorf(`keys are to be a list of strings, and not %w; write ["n", "ctrl+n"]`, err)
	}
	keys := make([]string, 0, len(list))
	for _, s := range list {
		key, err := intent.ParseKey(s)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys, nil
}

// stringsOf returns the strings that v lists. The error says what it is instead.
func stringsOf(v any) ([]string, error) {
	list, ok := v.([]any)
	if !ok {
		return nil, errors.New(kindOf(v))
	}
	var out []string
	for _, item := range list {
		s, ok := item.(string)
		if !ok {
			return nil, fmt.Errorf("%s in it", kindOf(item))
		}
		if strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) {
			return nil, errors.New("a character in it that does not print")
		}
		out = append(out, s)
	}
	return out, nil
}

// kindOf says what v is.
func kindOf(v any) string {
	switch v := v.(type) {
	case string:
		return "a string"
	case bool:
		return strconv.FormatBool(v)
	case int:
		return "a number"
	case []any:
		return "a list"
	default:
		return fmt.Sprint(v)
	}
}
