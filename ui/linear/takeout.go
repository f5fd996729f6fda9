package linear

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"reader/model/disk"
	"reader/model/report"
	"reader/ui/line"
)

// write does "write FILE": the quotes that the query asks for, or all, of what is listed. Nothing is overwritten.
func (r *Reader) write(ctx context.Context, name string) error {
	format, ok := report.FormatOf(name)
	if !ok {
		return Mistake{"The end of the name tells the format, .md, .csv, .jsonl or .txt, as write quotes.csv."}
	}
	refs, err := r.scope(ctx, "")
	if err != nil {
		return err
	}
	entries := r.entries(refs)
	if len(entries) == 0 {
		return errors.New("nobody is quoted in what is listed, so nothing is written")
	}
	file, err := disk.Create(name)
	if err != nil {
		return fmt.Errorf("nothing is written: %w", err)
	}
	if err := r.writeTo(file, format, entries); err != nil {
		file.Abort()
		return fmt.Errorf("nothing is written: %w", err)
	}
	switch err := file.Commit(false); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("there is a file %s already; take another name", name)
	case err != nil:
		return fmt.Errorf("nothing is written: %w", err)
	}
	r.out.say("Wrote %s to %s.", line.Count(len(entries), "quote"), name)
	return nil
}

// writeTo writes entries, with the notes on them.
func (r *Reader) writeTo(w io.Writer, format string, entries []entry) error {
	noted := false
	for _, e := range entries {
		noted = noted || r.o.State.Noted(r.lib.Head(e.ref).ID)
	}
	out := report.Quotes(noted).Writer(w, format)
	for _, e := range entries {
		for _, q := range report.QuotesIn(r.lib, e.ref, []int{e.index}, r.o.State) {
			if err := out.Write(q); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
