package library

import (
	"errors"
	"io"
	"os"
	"slices"
	"time"

	"reader/model"
	"reader/model/revision"
	"reader/model/shelf"
)

// History is how an article came to be what it is.
type History struct {
	Now   *model.Article
	Times int       // how often it was changed since it was fetched first
	Last  time.Time // when it was changed last
	Old   []Old     // its older versions, the oldest first; of many the latest
}

// Old is an older version of an article.
type Old struct {
	*model.Article
	Changed time.Time       // when the next one took its place
	Next    revision.Change // what is otherwise in that
	Now     revision.Change // and in the present one
}

// maxOld is how many older versions are analysed.
const maxOld = 32

// History returns the history of a, an article as the library has it, if its file is on a shelf that has older versions of it; else
// nil. It reads and analyses each as a itself was: that takes some 10 ms a version the first time, and it may run on any
// goroutine. What an error says could not be read, is left out.
func (o *Options) History(a *model.Article) (*History, error) {
	versions, err := shelf.Versions(a.Path)
	if len(versions) == 0 || err != nil {
		return nil, err
	}
	n := len(versions) - 1
	h := &History{Now: a, Times: n, Last: versions[n].Fetched}
	var problems []error
	for i := max(0, n-maxOld); i < n; i++ {
		old, err := o.version(versions[i].Path)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		h.Old = append(h.Old, Old{Article: old, Changed: versions[i+1].Fetched, Now: revision.Between(old, a)})
	}
	for i := range h.Old {
		h.Old[i].Next = h.Old[i].Now
		if i+1 < len(h.Old) {
			h.Old[i].Next = revision.Between(h.Old[i].Article, h.Old[i+1].Article)
		}
	}
	return h, errors.Join(problems...)
}

// version reads and analyses the article in the file at path.
func (o *Options) version(path string) (*model.Article, error) {
	r := reader{*o, newHands(1)}
	rd := r.read(Input{Path: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }})
	if rd.Problem != nil {
		return nil, rd.Problem
	}
	if len(rd.Results) == 0 {
		return nil, problem(shown(path), errEmpty)
	}
	return rd.Results[0].Article, nil
}

// Edit is what became of a quote.
type Edit struct {
	revision.QuoteChange
	At  time.Time
	Old *model.Article // in which it was otherwise, or was not
}

// Edit returns how quote i of the article was changed last; false if it was there from the beginning.
func (h *History) Edit(i int) (Edit, bool) {
	for _, old := range slices.Backward(h.Old) {
		for _, q := range old.Now.Quotes {
			if q.New == i {
				return Edit{q, old.Changed, old.Article}, true
			}
		}
	}
	return Edit{}, false
}

// Since returns what is otherwise than in the oldest version.
func (h *History) Since() revision.Change {
	if len(h.Old) == 0 {
		return revision.Change{}
	}
	return h.Old[0].Now
}
