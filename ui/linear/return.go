package linear

import (
	"context"
	"errors"
)

// stop is where one was: in which query, and where in which article.
type stop struct {
	query string
	at    place
}

// mostStops is how many ways back are kept.
const mostStops = 100

// stopHere returns where one is.
func (r *Reader) stopHere() stop { return stop{r.filter.text, r.at} }

// remember keeps the way back to where one was, if one is in another article or query now.
func (r *Reader) remember(was stop) {
	if was.query == r.filter.text && (was.at.article == nil || was.at.ref == r.at.ref) {
		return
	}
	r.stops = append(r.stops[max(0, len(r.stops)+1-mostStops):], was)
}

// goBack does "return": back to the article, and the query, before.
func (r *Reader) goBack(ctx context.Context, _ string) error {
	if len(r.stops) == 0 {
		return errors.New("there is nowhere to go back to")
	}
	s := r.stops[len(r.stops)-1]
	r.stops = r.stops[:len(r.stops)-1]
	if s.query != r.filter.text {
		if err := r.apply(ctx, s.query); err != nil {
			return err
		}
	}
	if s.at.article == nil || r.at.article != nil && s.at.ref == r.at.ref {
		return nil
	}
	if err := r.enter(s.at.ref); err != nil {
		return err
	}
	r.out.say("Back in %s", sentence(r.lib.Head(s.at.ref).Name()))
	if s.at.spot != nil {
		if i := s.at.spot.in(r.at.article); i >= 0 {
			return r.readAt(ctx, s.at.spot.field, r.at.article.Quotes[i].Span, i)
		}
	}
	r.at.block = min(max(s.at.block, 0), len(r.at.article.Blocks)) - 1
	return r.readOn(ctx)
}
