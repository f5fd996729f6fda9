package linear

import (
	"context"
	"errors"

	"reader/model/library"
	"reader/model/subject"
	"reader/ui/topics"
)

// subjects does "subjects": what the speakers of the query say, that on one subject together.
func (r *Reader) subjects(ctx context.Context, scope string) error {
	refs, err := r.scope(ctx, scope)
	if err != nil {
		return err
	}
	chosen := r.lib.Chosen(r.filter.query)
	if len(chosen) == 0 {
		return errors.New("what chosen speakers say is put together by subject; speaker NAME chooses one")
	}
	entries, maker := r.entries(refs), subject.NewMaker(r.lib)
	in := make([]library.Ref, len(entries))
	for n, e := range entries {
		in[n] = e.ref
		if v := r.lib.VoiceOf(e.ref, e.index, chosen); v >= 0 && chosen[v].ID != 0 {
			maker.Add(e.ref, e.index, n)
		}
	}
	statements := maker.Statements()
	sorted, over := make([]entry, 0, len(entries)), map[int]string{}
	for _, t := range topics.Of(r.lib, in, statements, subject.Groups(statements), len(chosen) > 1) {
		over[len(sorted)] = "Subject: " + commas(t.Heading) + ":"
		for _, n := range t.Quotes {
			sorted = append(sorted, entries[n])
		}
	}
	m := r.transcript(sorted)
	m.name, m.none = heading("quote", len(sorted), " by subject"), "They say nothing in what is listed."
	m.over = func(i int) string { return over[i] }
	return r.show(ctx, m)
}

// outlets does "outlets": who else carries the quote where one is.
func (r *Reader) outlets(ctx context.Context, _ string) error {
	return r.atQuote(ctx, func(ctx context.Context, i int) error {
		if err := r.refresh(ctx); err != nil {
			return err
		}
		is := r.lib.Saying(r.at.ref, i)
		var also []entry
		for _, ref := range r.filter.found.Refs() {
			for _, k := range r.lib.QuotesOf(ref) {
				if ref != r.at.ref && r.lib.Saying(ref, k) == is && (len(also) == 0 || also[len(also)-1].ref != ref) {
					also = append(also, entry{ref: ref, index: k})
				}
			}
		}
		refs := make([]library.Ref, len(also))
		for k, e := range also {
			refs[k] = e.ref
		}
		return r.show(ctx, menu{
			name: func(string, string, string) string { return "Others that carry this quote:" }, n: len(also),
			none: "Nobody else that is listed carries this quote.",
			row:  func(k int) string { return r.described(refs[k]) },
			pick: func(ctx context.Context, k int) error { return r.openQuote(ctx, also[k]) },
		})
	})
}
