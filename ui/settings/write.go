package settings

import (
	"fmt"
	"strings"

	"reader/ui/intent"
)

// TOML returns s as a file, each setting with what there is to say about it. Parse makes s of it again.
func (s *Settings) TOML() string {
	var b strings.Builder
	table := ""
	for _, f := range fields() {
		if f.table != table {
			table = f.table
			fmt.Fprintf(&b, "\n[%s]\n", table)
		}
		fmt.Fprintf(&b, "# %s\n%s = %s\n", f.about, f.name, f.write(s))
	}
	writeThemes(&b, s)
	b.WriteString("\n# Each action with its keys, as \"n\", \"ctrl+n\", \"alt+n\", \"shift+tab\", \"space\", \"f5\"; []: it has none.\n[" + keysTable + "]\n")
	for i, g := range s.Keys.Groups {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeKeys(&b, g)
	}
	b.WriteString("\n# These count before the others while words are selected.\n[" + selectingTable + "]\n")
	writeKeys(&b, s.Keys.Selecting)
	return b.String()
}

// writeKeys writes the keys of g.
func writeKeys(b *strings.Builder, g intent.Group) {
	fmt.Fprintf(b, "# %s\n", g.Name)
	for _, k := range g.Bindings {
		fmt.Fprintf(b, "%s = %s  # %s\n", k.Name, quoteAll(k.Keys), k.Help)
	}
}

// quoteAll returns list in TOML.
func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// quote returns s, which prints, in TOML.
func quote(s string) string { return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"` }
