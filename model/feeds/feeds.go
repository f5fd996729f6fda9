// Package feeds is what the user subscribed to: the list of feeds, their articles, and how these are fetched.
//
// All of it is files in one folder. feeds.json is the list; articles/NAME is the shelf of a feed, with what is known of
// its last request in the hidden file .feed.json: who removes the folder makes all of it be fetched anew.
package feeds

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"reader/model/disk"
	"reader/model/fetch"
	"reader/model/shelf"
	"reader/model/source"
)

// Feed is a feed on the list.
type Feed struct {
	Name     string   `json:"name,omitempty"` // of its folder, and for the command line; if it is left out, one is given
	URL      string   `json:"url"`
	Title    string   `json:"title,omitempty"`
	Page     string   `json:"page,omitempty"`     // the home page
	Category []string `json:"category,omitempty"` // the groups that it is in, the outermost first
	Full     bool     `json:"full,omitempty"`     // fetch the pages of articles of which it gives a part
}

// pages is the name of the shelf of single pages, which no feed has.
const pages = "pages"

// patience is how long to wait for another program that changes the list.
const patience = 5 * time.Second

// Subscriptions is the feeds of a user, in a folder. Several programs may use it at the same time, and any number of
// goroutines.
type Subscriptions struct{ folder string }

// In returns the subscriptions in folder, which need not be there yet.
func In(folder string) *Subscriptions { return &Subscriptions{folder} }

// Articles returns the folder of all articles that were fetched.
func (s *Subscriptions) Articles() string { return filepath.Join(s.folder, "articles") }

// Any reports whether any article was kept yet.
func (s *Subscriptions) Any() bool {
	found := false
	// What can't be read holds nothing that could be shown.
	_ = filepath.WalkDir(s.Articles(), func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fs.SkipDir
		case strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && filepath.Ext(path) == ".md":
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// Path returns where the list is.
func (s *Subscriptions) Path() string { return filepath.Join(s.folder, "feeds.json") }

// Shelf returns the folder of the articles of the feed called name.
func (s *Subscriptions) Shelf(name string) string { return filepath.Join(s.Articles(), name) }

// All returns the feeds in the order of the list. The error says what is wrong with the file.
func (s *Subscriptions) All() ([]Feed, error) {
	data, err := os.ReadFile(s.Path())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, s.broken(err)
	}
	var list []Feed
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&list); err != nil {
		return nil, s.broken(err)
	}
	for i := range list {
		f := &list[i]
		f.Title, f.Page = source.SanitizeLine(f.Title), source.SanitizeLine(f.Page)
		for j := range f.Category {
			f.Category[j] = source.SanitizeLine(f.Category[j])
		}
		address, ok := fetch.Address(f.URL)
		if !ok {
			return nil, s.broken(fmt.Errorf("the url of feed %d is no address", i+1))
		}
		f.URL = address
		if f.Name == "" {
			f.Name = s.newName(list, *f)
		}
		if !isName(f.Name) || slices.ContainsFunc(list[:i], func(o Feed) bool { return strings.EqualFold(o.Name, f.Name) }) {
			return nil, s.broken(fmt.Errorf("the name of feed %d can't be that of a folder of its own", i+1))
		}
	}
	return list, nil
}

// broken says what it means that the list could not be read because of err.
func (s *Subscriptions) broken(err error) error {
	return fmt.Errorf("the list of feeds in %s could not be read: %s; mend it, or move it away to begin anew",
		source.SanitizeLine(s.Path()), source.SanitizeLine(err.Error()))
}

// isName reports whether s can be the name of a feed's folder.
func isName(s string) bool {
	return s != "" && s != pages && s[0] != '.' && !strings.ContainsAny(s, `/\`) && source.SanitizeLine(s) == s && len(s) <= 200
}

// change makes the list what edit makes of it, and returns that.
func (s *Subscriptions) change(edit func([]Feed) ([]Feed, error)) ([]Feed, error) {
	unlock, err := disk.Lock(s.Path()+".lock", patience)
	if errors.Is(err, disk.ErrHeld) {
		return nil, fmt.Errorf("%s is held by another program; end that one or try again: %w", source.SanitizeLine(s.Path()), err)
	}
	if err != nil {
		return nil, err
	}
	defer unlock()
	list, err := s.All()
	if err != nil {
		return nil, err
	}
	if list, err = edit(list); err != nil {
		return nil, err
	}
	data, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return nil, s.broken(err)
	}
	data = append(data, '\n')
	if old, err := os.ReadFile(s.Path()); err == nil && bytes.Equal(old, data) || len(list) == 0 && errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	return list, disk.Write(s.Path(), data)
}

// ErrKnown says that a feed is on the list already.
var ErrKnown = errors.New("is on the list already")

// Add puts f on the list and returns it as it stands there. The error is ErrKnown, with the feed as it stands, if its
// address is on it.
func (s *Subscriptions) Add(f Feed) (Feed, error) {
	_, err := s.change(func(list []Feed) ([]Feed, error) {
		if i := slices.IndexFunc(list, func(o Feed) bool { return o.URL == f.URL }); i >= 0 {
			f = list[i]
			return nil, ErrKnown
		}
		f = s.named(list, f)
		return append(list, f), nil
	})
	return f, err
}

// named returns f with a name that is new to list.
func (s *Subscriptions) named(list []Feed, f Feed) Feed {
	f.Name = s.newName(list, f)
	return f
}

// newName returns a name for f that no other feed of list has, nor one that was there before and left its articles.
func (s *Subscriptions) newName(list []Feed, f Feed) string {
	base := shelf.Slug(f.Title)
	if u, err := url.Parse(f.URL); err == nil && base == "" {
		base = shelf.Slug(strings.TrimPrefix(u.Hostname(), "www."))
	}
	if base == "" {
		base = "feed"
	}
	for name, n := base, 2; ; name, n = base+"-"+strconv.Itoa(n), n+1 {
		taken := slices.ContainsFunc(list, func(o Feed) bool { return strings.EqualFold(o.Name, name) })
		if st := s.State(name); !taken && isName(name) && (st.URL == "" || st.URL == f.URL) {
			return name
		}
	}
}

// Remove takes the feed that which names off the list, by its name, address or title, and returns it. Its articles stay.
func (s *Subscriptions) Remove(which string) (Feed, error) {
	var removed Feed
	_, err := s.change(func(list []Feed) ([]Feed, error) {
		i, err := find(list, which)
		if err != nil {
			return nil, err
		}
		removed = list[i]
		return slices.Delete(list, i, i+1), nil
	})
	return removed, err
}

// find returns the place of the feed that which names.
func find(list []Feed, which string) (int, error) {
	address, _ := fetch.Address(which)
	i := slices.IndexFunc(list, func(f Feed) bool {
		return strings.EqualFold(f.Name, which) || f.URL == address || strings.EqualFold(f.Title, which) || f.Page != "" && f.Page == address
	})
	if i < 0 {
		return 0, fmt.Errorf("there is no feed called %q; reader feeds list shows all", source.SanitizeLine(which))
	}
	return i, nil
}
