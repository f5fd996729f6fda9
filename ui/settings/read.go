package settings

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"reader/model/source"
	"reader/ui/intent"
	"reader/ui/style"
)

// Parse returns the settings that data, the content of file, asks for, and what is wrong with it. A setting with a mistake is as it
// is built in, and so is all that is not mentioned.
func Parse(file string, data []byte) (Settings, []Mistake) {
	data = withoutMark(data)
	r := readerOf(data)
	s := r.settings()
	if len(r.mistakes) == 0 {
		r.validate(data)
	}
	return s, in(file, r.mistakes)
}

// Doubts returns what of the settings in data, the content of file, counts and may be not what was wanted: colours that are hard to read.
func Doubts(file string, data []byte) []Mistake {
	r := readerOf(withoutMark(data))
	return in(file, r.faint(r.settings().Themes))
}

// in returns mistakes in the order of their lines in file.
func in(file string, mistakes []Mistake) []Mistake {
	slices.SortStableFunc(mistakes, func(a, b Mistake) int { return cmp.Compare(a.Line, b.Line) })
	for i := range mistakes {
		mistakes[i].File = source.SanitizeLine(file)
	}
	return mistakes
}

// withoutMark returns data without the mark that some editors begin a file with.
func withoutMark(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\uFEFF")) }

// assignment is a setting as it stands in a file.
type assignment struct {
	table, name string // without table it is ""
	value       any    // a string, bool or int, a []any of these, or an alien
	line        int
}

// alien is a value of a kind that no setting has; it says what that is called.
type alien string

// reader reads TOML line by line, so that after a mistake it can go on.
type reader struct {
	line        int    // the line in which the rest begins
	table       string // the one that assignments are in
	skip        bool   // that is no table of ours, which was told
	assignments []assignment
	mistakes    []Mistake
	tables      map[string]int // where they begin
	names       map[string]int // where what was set
}

// readerOf returns the reader that has read data.
func readerOf(data []byte) *reader {
	r := &reader{line: 1, tables: map[string]int{}, names: map[string]int{}}
	r.read(data)
	return r
}

func (r *reader) tell(line int, format string, args ...any) {
	r.mistakes = append(r.mistakes, mistake(line, format, args...))
}

// read reads data. After a mistake it goes on in the line behind it; until something can be read there, it tells no more
// of what is likely to be the rest of the same value.
func (r *reader) read(data []byte) {
	lost := false
	for len(data) > 0 {
		var p unstable.Parser
		p.Reset(data)
		for p.NextExpression() {
			lost = false
			r.expression(&p, p.Expression())
		}
		wrong, ok := errors.AsType[*unstable.ParserError](p.Error())
		if !ok {
			return
		}
		at := p.Range(wrong.Highlight)
		line := r.line + p.Shape(at).Start.Line - 1
		if begin := bytes.LastIndexByte(data[:at.Offset], '\n') + 1; !lost || begins(data[begin:]) {
			r.tell(line, "this is no TOML: %s; write name = value, strings in quotation marks, lists as [\"a\", \"b\"]", wrong.Message)
		}
		lost = true
		end := bytes.IndexByte(data[at.Offset:], '\n')
		if end < 0 {
			return
		}
		data, r.line = data[int(at.Offset)+end+1:], line+1
	}
}

// begins reports whether data begins with a name and =, and not with the rest of a value.
func begins(data []byte) bool {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	name, _, ok := bytes.Cut(first, []byte("="))
	return ok && strings.Trim(string(bytes.ToLower(bytes.TrimSpace(name))), "abcdefghijklmnopqrstuvwxyz0123456789-_.") == ""
}

// expression reads a line that begins a table, or an assignment.
func (r *reader) expression(p *unstable.Parser, n *unstable.Node) {
	path, line := r.path(p, n)
	switch n.Kind {
	case unstable.Table:
		r.table, r.skip = strings.Join(path, "."), true
		if before, twice := r.tables[r.table]; twice {
			r.tell(line, "the table [%s] begins a second time, first in line %d; put both together", r.table, before)
			return
		}
		r.tables[r.table] = line
		if !isTable(r.table) {
			r.tell(line, "%v", noTable(r.table))
			return
		}
		r.skip = false
	case unstable.ArrayTable:
		r.skip = true
		r.tell(line, "[[%s]] is no table here; write [%s]", strings.Join(path, "."), strings.Join(path, "."))
	case unstable.KeyValue:
		if r.skip {
			return
		}
		if r.table != "" {
			path = append([]string{r.table}, path...)
		}
		r.assign(p, path, n.Value(), line)
	default:
	}
}

// path returns the parts of the key of n, and its line.
func (r *reader) path(p *unstable.Parser, n *unstable.Node) (parts []string, line int) {
	for key := n.Key(); key.Next(); {
		k := key.Node()
		if line == 0 {
			line = r.line + p.Shape(k.Raw).Start.Line - 1
		}
		parts = append(parts, string(k.Data))
	}
	return parts, line
}

// assign sets path to value. The values of a table in braces are set one by one.
func (r *reader) assign(p *unstable.Parser, path []string, value *unstable.Node, line int) {
	if value.Kind == unstable.InlineTable {
		for it := value.Children(); it.Next(); {
			more, at := r.path(p, it.Node())
			r.assign(p, slices.Concat(path, more), it.Node().Value(), at)
		}
		return
	}
	a := assignment{name: path[len(path)-1], table: strings.Join(path[:len(path)-1], "."), value: valueOf(value), line: line}
	if before, twice := r.names[strings.Join(path, "\x00")]; twice {
		r.tell(line, "%s is set a second time, first in line %d; take one of them away", a.name, before)
		return
	}
	r.names[strings.Join(path, "\x00")] = line
	r.assignments = append(r.assignments, a)
}

// valueOf returns the value that n stands for.
func valueOf(n *unstable.Node) any {
	switch n.Kind {
	case unstable.String:
		return string(n.Data)
	case unstable.Bool:
		return string(n.Data) == "true"
	case unstable.Integer:
		if i, err := strconv.ParseInt(string(n.Data), 0, 32); err == nil {
			return int(i)
		}
		return alien("a number out of bounds")
	case unstable.Array:
		list := []any{}
		for it := n.Children(); it.Next(); {
			list = append(list, valueOf(it.Node()))
		}
		return list
	case unstable.InlineTable:
		return alien("a table")
	case unstable.Float:
		return alien("a number with a fraction")
	default:
		return alien("a date or time")
	}
}

// settings returns the settings that the assignments make.
func (r *reader) settings() Settings {
	s := Default()
	s.Themes = r.themes()
	var changes []intent.Change
	var lines []int
	for _, a := range r.assignments {
		if _, theme := themeOf(a.table); theme {
			continue
		}
		if a.table == keysTable || a.table == selectingTable {
			keys, err := keysOf(a.value)
			if err != nil {
				r.tell(a.line, "%s: %v", a.name, err)
				continue
			}
			changes = append(changes, intent.Change{Selecting: a.table == selectingTable, Name: a.name, Keys: keys})
			lines = append(lines, a.line)
			continue
		}
		f, err := fieldFor(a)
		if err == nil {
			err = f.take(&s, a.value)
		}
		if err != nil {
			r.tell(a.line, "%v", err)
		}
	}
	keys, refused := s.Keys.With(changes)
	s.Keys = keys
	for i, err := range refused {
		r.tell(lines[i], "%v", err)
	}
	return s
}

// themes returns the themes that the tables and assignments make; nil if there are none.
func (r *reader) themes() map[style.Name]style.Own {
	begin := maps.Clone(r.tables)
	for _, a := range r.assignments {
		if _, known := begin[a.table]; !known {
			begin[a.table] = a.line
		}
	}
	var all map[style.Name]style.Own
	for table, line := range begin {
		name, ok := themeOf(table)
		if !ok {
			continue
		}
		if err := refuseTheme(name); err != nil {
			r.tell(line, "%v", err)
			continue
		}
		if all == nil {
			all = map[style.Name]style.Own{}
		}
		all[name] = style.Own{Base: style.Dark, Colours: map[string]string{}}
	}
	for _, a := range r.assignments {
		name, _ := themeOf(a.table)
		own, ok := all[name]
		if !ok {
			continue
		}
		if err := takeRole(&own, a.name, a.value); err != nil {
			r.tell(a.line, "%v", err)
		}
		all[name] = own
	}
	return all
}

// validate tells what is wrong with data for other programs, though all of it could be read here.
func (r *reader) validate(data []byte) {
	var all map[string]any
	if wrong, ok := errors.AsType[*toml.DecodeError](toml.Unmarshal(data, &all)); ok {
		line, _ := wrong.Position()
		r.tell(line, "%s", strings.TrimPrefix(wrong.Error(), "toml: "))
	}
}
