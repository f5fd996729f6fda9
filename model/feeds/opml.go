package feeds

import (
	"errors"
	"slices"

	"reader/model/opml"
)

// Import puts the feeds in data, a file of OPML, on the list, and returns how many are new and how many were known. With
// an error, which says what could not be read, others may be on the list all the same.
func (s *Subscriptions) Import(data []byte) (added, known int, err error) {
	read, problem := opml.Read(data)
	if len(read.Feeds) == 0 {
		if problem == nil {
			problem = errors.New("there is no feed in it")
		}
		return 0, 0, problem
	}
	_, err = s.change(func(list []Feed) ([]Feed, error) {
		for _, f := range read.Feeds {
			if slices.ContainsFunc(list, func(o Feed) bool { return o.URL == f.URL }) {
				known++
				continue
			}
			added++
			list = append(list, s.named(list, Feed{URL: f.URL, Title: f.Title, Page: f.Link, Category: f.Category}))
		}
		return list, nil
	})
	if err != nil {
		return 0, 0, err
	}
	return added, known, problem
}

// Export returns the list as OPML.
func (s *Subscriptions) Export() ([]byte, error) {
	list, err := s.All()
	if err != nil {
		return nil, err
	}
	out := opml.List{Title: "Feeds"}
	for _, f := range list {
		out.Feeds = append(out.Feeds, opml.Feed{URL: f.URL, Title: f.Title, Link: f.Page, Category: f.Category})
	}
	return opml.Write(out)
}
