package feeds

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"reader/model/disk"
	"reader/model/fetch"
	"reader/model/shelf"
)

// errBusy says that a feed is left to another program.
var errBusy = errors.New("another program is fetching it; its articles will be there when that one is done")

// feed asks a feed for what is new and keeps it. What it did is in its state only once all of it is on the disk.
func (r *refresher) feed(ctx context.Context, f Feed) Event {
	e := Event{Feed: f}
	unlock, err := shelf.Lock(r.s.Shelf(f.Name), 0)
	if err != nil {
		if errors.Is(err, disk.ErrHeld) {
			err = errBusy
		}
		e.Err = err
		return e
	}
	defer unlock()
	st := r.s.State(f.Name)
	if st.URL != f.URL {
		st = State{URL: f.URL}
	}
	if len(r.options.Names) == 0 && !st.due(time.Now()) {
		e.Passed = true
		return e
	}
	e.Err = r.update(ctx, &e, &st)
	if ctx.Err() != nil {
		return e // nothing is wrong with the feed
	}
	if err := r.s.setState(f.Name, st); err != nil {
		e.Err = err
	}
	return e
}

// update does the work of feed: it tells e and st what comes of it.
func (r *refresher) update(ctx context.Context, e *Event, st *State) error {
	now := time.Now()
	full := r.options.Full || e.Feed.Full
	request := fetch.Request{URL: st.URL, ETag: st.ETag, LastModified: st.LastModified}
	if full && !st.Full {
		request.ETag, request.LastModified = "", "" // its articles are to be looked at once more
	}
	answer, err := r.get(ctx, request)
	if err != nil {
		st.refused(now, err)
		return err
	}
	var problem error
	hash := st.Answer
	if !answer.NotModified {
		hash = hashOf(answer.Body)
	}
	complete := st.Full && hash == st.Answer
	if hash != st.Answer || full && !complete {
		items, err := r.parse(ctx, answer, full)
		if err != nil && len(items) == 0 {
			st.failed(now, err, 0)
			return err
		}
		problem = err
		if err = r.keep(ctx, e, items); err != nil {
			return err
		}
	}
	r.move(e, answer.Moved)
	*st = State{URL: e.Feed.URL, ETag: answer.ETag, LastModified: answer.LastModified, Answer: hash, Full: full || complete, Success: now.Round(time.Second)}
	if answer.NotModified { // some servers leave out then what they gave before
		st.ETag, st.LastModified = firstOf(answer.ETag, request.ETag), firstOf(answer.LastModified, request.LastModified)
	}
	return problem
}

// hashOf returns what tells one answer from another.
func hashOf(answer []byte) string {
	sum := sha256.Sum256(answer)
	return hex.EncodeToString(sum[:16])
}

// get is that of the client, at the pace of the host.
func (r *refresher) get(ctx context.Context, request fetch.Request) (*fetch.Response, error) {
	leave, err := r.gate.enter(ctx, request.URL)
	if err != nil {
		return nil, err
	}
	defer leave()
	return r.client.Get(ctx, request)
}

// refused takes in that a request failed at now with err.
func (st *State) refused(now time.Time, err error) {
	e := new(fetch.Error)
	switch {
	case !errors.As(err, &e):
		st.failed(now, err, 0)
	case e.Gone:
		st.Gone, st.Problem = now.Round(time.Second), err.Error()
	case !e.Here:
		st.failed(now, err, e.RetryAfter)
	}
}

// move makes address that of the feed, for good, unless it is on the list already: then the user has it twice, and to
// choose.
func (r *refresher) move(e *Event, address string) {
	if address == "" || address == e.Feed.URL {
		return
	}
	moved := errors.New("it has moved")
	_, err := r.s.change(func(list []Feed) ([]Feed, error) {
		i := slices.IndexFunc(list, func(f Feed) bool { return f.Name == e.Feed.Name && f.URL == e.Feed.URL })
		if i < 0 || slices.ContainsFunc(list, func(f Feed) bool { return f.URL == address }) {
			return nil, moved
		}
		list[i].URL = address
		return list, nil
	})
	if err == nil {
		e.Feed.URL, e.Moved = address, true
	}
}

// keep keeps those of items that are new or changed, with the text of their pages for those that are a part.
func (r *refresher) keep(ctx context.Context, e *Event, items []item) error {
	on, err := shelf.Open(r.s.Shelf(e.Feed.Name))
	if err != nil {
		return err
	}
	for _, it := range items {
		if ctx.Err() != nil {
			break // what there is so far is kept
		}
		kept, isKept := on.Kept(it.article.ID)
		entry := shelf.Item{Article: it.article, Original: it.original, Mark: shelf.Mark{Fetched: time.Now(), Hash: shelf.Hash(it.article)}}
		same := isKept && kept.Hash == entry.Hash
		if it.part && (!same || !kept.Full) {
			r.complete(ctx, &entry)
		}
		if same && !entry.Full {
			continue
		}
		outcome, err := on.Keep(entry)
		if err != nil {
			return errors.Join(err, on.Flush())
		}
		if outcome == shelf.New {
			e.New++
		} else {
			e.Changed++
		}
	}
	return on.Flush()
}
