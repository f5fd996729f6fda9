package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
	"reader/model/source"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
)

// question is the flags of a command that answers a query.
type question struct {
	query, format string
}

// addTo gives cmd the flags, with the formats that it can print.
func (q *question) addTo(cmd *cobra.Command, formats []string) {
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
	lib  *library.Library
	refs []library.Ref // in the order of the query, else of the paths
}

// read reads everything at paths, as only then it is known who is one person. It returns no library if nothing could be
// read, and errUnread if something could not.
func read(cmd *cobra.Command, paths []string) (*library.Library, error) {
	lib := library.New(nil)
	unread := eachArticles(cmd, paths, func(articles []*model.Article) error {
		lib.Add(articles...)
		return nil
	})
	if unread != nil && lib.Len() == 0 {
		return nil, unread
	}
	return lib, unread
}

// ask returns what q finds in lib.
func ask(cmd *cobra.Command, lib *library.Library, q query.Query) (answer, error) {
	marks, err := openState()
	if err != nil {
		cmd.PrintErrln("reader:", err)
	}
	tell(cmd, marks.Problems())
	s := lib.Search(q, query.State{Now: time.Now(), Marks: marks})
	refs, err := s.Select(cmd.Context())
	if err != nil {
		return answer{}, err
	}
	if q.Order.By == "" {
		refs = slices.Clone(refs)
		slices.Sort(refs)
	}
	return answer{s, lib, refs}, nil
}

// answerWith asks the query of what is at paths and lets print print what it finds.
func (q *question) answerWith(cmd *cobra.Command, paths []string, print func(answer) error) error {
	asked, err := q.parsed()
	if err != nil {
		return err
	}
	lib, unread := read(cmd, paths)
	if lib == nil {
		return unread
	}
	found, err := ask(cmd, lib, asked)
	if err != nil {
		return err
	}
	if err := print(found); err != nil {
		return err
	}
	return unread
}
