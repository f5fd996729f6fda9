package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"reader/model/library"
	"reader/model/query"
	"reader/model/report"
	"reader/model/source"
	"reader/model/state"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
)

// question is the flags of a command that answers a query.
type question struct {
	query, format string
	formats       []string // that the command can print
}

// addTo gives cmd the flags, with the formats that it can print.
func (q *question) addTo(cmd *cobra.Command, formats []string) {
	q.formats = formats
	cmd.Flags().StringVar(&q.query, "query", "", "only what this `query` finds, as in speaker:azimov date:2011")
	cmd.Flags().StringVar(&q.format, "format", formats[0], "how to print: "+strings.Join(formats, ", "))
	complete := cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("format", complete); err != nil {
		panic(err) // there is no such flag: a mistake in the lines above
	}
}

// parsed returns the query; the error has a caret under the mistake.
func (q *question) parsed() (query.Query, error) {
	out, err := query.Parse(q.query)
	var mistake *query.Error
	if !errors.As(err, &mistake) {
		return out, err
	}
	const caret = "^"
	at := ansi.StringWidth(source.SanitizeLine(q.query[:mistake.At]+caret)) - len(caret)
	return out, usageError{fmt.Errorf("%s\n  %s\n  %s%s",
		source.SanitizeLine(mistake.Message), source.SanitizeLine(q.query), strings.Repeat(" ", at), caret)}
}

// unknownFormat says that a command can't print in that format.
func unknownFormat(format string, formats []string) error {
	return usageError{fmt.Errorf("there is no format %q; the formats are %s", format, strings.Join(formats, ", "))}
}

// answer is what a query finds.
type answer struct {
	*library.Search
	lib   *library.Library
	refs  []library.Ref // in the order of the query, else of the paths
	marks *state.Log
}

// read reads everything at paths, as only then it is known who is one person, or what of it has changed since it was
// read before. It returns no shelf if nothing could be read, and errUnread if something could not.
func read(cmd *cobra.Command, paths []string) (*shelf, error) {
	log := logIfAny(cmd)
	tell(cmd, log.Problems())
	kept := openShelf(orKept(paths), log)
	tell(cmd, kept.problems)
	unread := eachReading(cmd, kept.paths, kept.options(), func(readings []library.Reading) error {
		kept.lib.Take(readings...)
		for i := range readings {
			for _, r := range readings[i].Results {
				tellUnplaced(cmd, r)
			}
		}
		return nil
	})
	if unread != nil && kept.lib.Len() == 0 {
		tell(cmd, kept.close())
		return nil, unread
	}
	return kept, unread
}

// ask returns what q finds on the shelf.
func ask(cmd *cobra.Command, kept *shelf, q query.Query) (answer, error) {
	marks, err := openState()
	if err != nil {
		cmd.PrintErrln("reader:", err)
	}
	tell(cmd, marks.Problems())
	s := kept.lib.Search(q, query.State{Now: time.Now(), Marks: marks})
	refs, err := s.Select(cmd.Context())
	if err != nil {
		return answer{}, err
	}
	if q.Order.By == "" {
		refs = slices.SortedFunc(slices.Values(refs), kept.byPath())
	}
	return answer{s, kept.lib, refs, marks}, nil
}

// answerWith asks the query of what is at paths and lets print print what it finds.
func (q *question) answerWith(cmd *cobra.Command, paths []string, print func(answer) error) error {
	return q.answerAbout(cmd, paths, "", print)
}

// answerAbout is answerWith for what the person says whom speaker means, or anybody for "".
func (q *question) answerAbout(cmd *cobra.Command, paths []string, speaker string, print func(answer) error) error {
	if !slices.Contains(q.formats, q.format) {
		return unknownFormat(q.format, q.formats)
	}
	asked, err := q.parsed()
	if err != nil {
		return err
	}
	kept, unread := read(cmd, paths)
	if kept == nil {
		return unread
	}
	defer func() { tell(cmd, kept.close()) }()
	if speaker != "" {
		if asked, err = about(cmd, kept.lib, asked, speaker); err != nil {
			return err
		}
	}
	found, err := ask(cmd, kept, asked)
	if err != nil {
		return err
	}
	if err := print(found); err != nil {
		return err
	}
	return unread
}

// noted reports whether there is a note on any of the articles found.
func (found answer) noted() bool { return report.Noted(found.lib, found.refs, found.marks) }
