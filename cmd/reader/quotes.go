package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"reader/model/library"
	"reader/model/query"
	"reader/model/report"

	"github.com/spf13/cobra"
)

func newQuotes() *cobra.Command {
	var q question
	var speaker string
	cmd := &cobra.Command{
		Use:   "quotes [PATH…]",
		Short: "Print who said what",
		Long: `Prints the quotes of articles with their speakers and sources, in the order of the paths, or in the one that sort: in the
query asks for.

With --speaker NAME it prints what that person said, in every article and under every name; case and accents
do not matter, and a surname will do. Behind a question mark, --speaker '?NAME', it is what they are likely to have said, too, and
--speaker '?' what nobody can be told to have said. With --query it prints the quotes that the query asks for in the articles that it
finds: those that meet its speaker:, said:, to:, role: and kind:, or all if it has none of these. A question mark behind a
speaker says that it is the most likely one. What was noted on a quote stands with it.`,
		Example: `
# Everything one person said, ready to paste:
reader quotes ~/news --speaker "Araz Azimov"
reader quotes ~/news --speaker azimov --format md

# What he is likely to have said, too:
reader quotes ~/news --speaker "?azimov"

# What ministers said of a treaty, in their own words:
reader quotes ~/news --query 'role:minister said:treaty kind:direct'

# What you noted something on:
reader quotes ~/news --query has:note --format md

# Who is quoted in an article from the web:
curl -s https://example.org/article.html | reader quotes -

# As a table, or for other programs:
reader quotes ~/news --format csv > quotes.csv
reader quotes ~/news --format jsonl | jq -r .speaker | sort | uniq -c
`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return q.answerAbout(cmd, paths, speaker, func(found answer) error {
				return printRows(cmd, q.format, report.Quotes(found.noted()), found.quotations)
			})
		},
	}
	cmd.Flags().StringVar(&speaker, "speaker", "", "only what the person of this `name` said")
	q.addTo(cmd, report.Formats())
	return cmd
}

// about returns the query for those of the quotes that asked asks for which the person says whom the name speaker means.
func about(cmd *cobra.Command, lib *library.Library, asked query.Query, speaker string) (query.Query, error) {
	name, unsure := strings.CutPrefix(speaker, "?")
	if name == "" {
		return asked.Also(query.BySpeakers(speaker)), nil
	}
	who, err := find(lib, name, unsure)
	if err != nil {
		return asked, err
	}
	if len(who) > 1 {
		cmd.PrintErrf("reader: %q may be any of %s; the full name, with the role where that is given, means one of them\n", speaker, list(lib, who, "and"))
	}
	names := labels(lib, who)
	for i := range names {
		if unsure {
			names[i] = "?" + names[i]
		}
	}
	return asked.Also(query.BySpeakers(names...)), nil
}

// quotations yields the quotes that are asked for in the articles found.
func (found answer) quotations(yield func(report.Quote) bool) {
	for _, r := range found.refs {
		for _, q := range found.quotationsIn(r) {
			if !yield(q) {
				return
			}
		}
	}
}

// quotationsIn yields the quotes that are asked for in article r, with their places in its Quotes.
func (found answer) quotationsIn(r library.Ref) iter.Seq2[int, report.Quote] {
	return report.QuotesIn(found.lib, r, found.Quotes(r), found.marks)
}

// find returns the speakers that name means, and if unsure is set those who are likely to speak; the error names those it may have been
// meant for.
func find(lib *library.Library, name string, unsure bool) ([]library.ID, error) {
	found := lib.Find(name)
	all := lib.Everything()
	silent := func(unsure bool) func(library.ID) bool {
		return func(id library.ID) bool {
			h, _ := all.OfVoice(library.Voice{ID: id, Unsure: unsure})
			return h.Quotes+h.Unsure == 0
		}
	}
	speakers, likely := slices.DeleteFunc(slices.Clone(found), silent(unsure)), slices.DeleteFunc(slices.Clone(found), silent(true))
	switch near := lib.Nearest(name, 3); {
	case len(speakers) > 0:
		return speakers, nil
	case len(likely) > 0:
		return nil, fmt.Errorf("it is not sure that %s says anything in these articles; --speaker %q asks for what is likely to be theirs",
			lib.Entity(likely[0]).Name, "?"+name)
	case len(found) > 0:
		return nil, fmt.Errorf("%s is mentioned, but says nothing in these articles", lib.Entity(found[0]).Name)
	case len(near) > 0:
		return nil, fmt.Errorf("nobody called %q speaks in these articles; did you mean %s?", name, list(lib, near, "or"))
	case len(lib.Speakers()) > 0:
		most := lib.Speakers()
		return nil, fmt.Errorf("nobody called %q speaks in these articles; %s do", name, list(lib, most[:min(3, len(most))], "and"))
	default:
		return nil, fmt.Errorf("nobody called %q speaks in these articles, nor does anybody else", name)
	}
}

// list returns the names of ids as English lists them: "A, B and C".
func list(lib *library.Library, ids []library.ID, and string) string {
	names := labels(lib, ids)
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " " + and + " " + names[last]
}

// labels returns the names of ids, with roles where they are needed to tell people apart.
func labels(lib *library.Library, ids []library.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = lib.Label(id)
	}
	return out
}
