package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"

	"github.com/spf13/cobra"
)

func newQuotes() *cobra.Command {
	var speaker, format string
	cmd := &cobra.Command{
		Use:   "quotes [PATH…]",
		Short: "Print who said what",
		Long: `Prints the quotes of articles with their speakers and sources, in the order of the paths.

With --speaker NAME it prints what that person said, in every article and under every name; case and accents
do not matter, and a surname will do. A question mark behind a speaker says that it is the most likely one.`,
		Example: `
# Everything one person said, ready to paste:
reader quotes ~/news --speaker "Araz Azimov"
reader quotes ~/news --speaker azimov --format md

# Who is quoted in an article from the web:
curl -s https://example.org/article.html | reader quotes -

# As a table, or for other programs:
reader quotes ~/news --format csv > quotes.csv
reader quotes ~/news --format jsonl | jq -r .speaker | sort | uniq -c
`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			write, ok := newWriter(format)
			if !ok {
				return usageError{fmt.Errorf("there is no format %q; the formats are %s", format, strings.Join(formats(), ", "))}
			}
			return printQuotes(cmd, paths, speaker, write)
		},
	}
	cmd.Flags().StringVar(&speaker, "speaker", "", "only what the person of this `name` said")
	cmd.Flags().StringVar(&format, "format", "text", "how to print: "+strings.Join(formats(), ", "))
	complete := cobra.FixedCompletions(formats(), cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("format", complete); err != nil {
		panic(err) // there is no such flag: a mistake in the lines above
	}
	return cmd
}

// printQuotes reads everything at paths, as only then it is known who is one person, and prints the quotes of
// the person that speaker means, or all for "".
func printQuotes(cmd *cobra.Command, paths []string, speaker string, write writer) error {
	lib := library.New()
	unread := eachArticles(cmd, paths, func(articles []*model.Article) error {
		lib.Add(articles...)
		return nil
	})
	if unread != nil && lib.Len() == 0 {
		return unread
	}
	var who []library.ID
	if speaker != "" {
		var err error
		if who, err = find(lib, speaker); err != nil {
			return err
		}
		if len(who) > 1 {
			cmd.PrintErrf("reader: %q may be any of %s; the full name, with the role where that is given, means one of them\n", speaker, list(lib, who, "and"))
		}
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	if err := write(out, quotesOf(lib, who)); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return unwritten(err)
	}
	return unread
}

// quotesOf yields the quotes of speakers, or all without any, in the order of articles and text.
func quotesOf(lib *library.Library, speakers []library.ID) func(yield func(quotation) bool) {
	return func(yield func(quotation) bool) {
		for r := range library.Ref(lib.Len()) {
			chosen := lib.QuotesBy(r, speakers...)
			if len(chosen) == 0 {
				continue
			}
			a := lib.Article(r)
			texts := fieldsOf(a)
			for _, i := range chosen {
				name := ""
				if id := lib.IDOf(r, a.Quotes[i].Speaker); id != 0 {
					name = lib.Entity(id).Name
				}
				if !yield(quotationOf(a, &a.Quotes[i], name, texts)) {
					return
				}
			}
		}
	}
}

// find returns the speakers that name means; the error names those it may have been meant for.
func find(lib *library.Library, name string) ([]library.ID, error) {
	found := lib.Find(name)
	speakers := slices.DeleteFunc(slices.Clone(found), func(id library.ID) bool { return lib.Entity(id).Quotes == 0 })
	switch near := lib.Nearest(name, 3); {
	case len(speakers) > 0:
		return speakers, nil
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
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = lib.Label(id)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " " + and + " " + names[last]
}
