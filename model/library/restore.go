package library

import (
	"encoding/binary"
	"fmt"
	"slices"

	"reader/model"
	"reader/model/cache"
	"reader/model/correct"
	"reader/model/near"
	"reader/model/query"
	"reader/model/wire"
)

// Restore returns the library that data is a Snapshot of. Files of which articles were corrected since, or are no longer, as
// log tells, count as changed, and so do those of which articles are not in store. The error is wire.ErrDamaged. Strings in the library are parts of data.
func Restore(data string, store *cache.Store, log *correct.Log) (*Library, error) {
	size := len(data) - 8
	if size < 0 || checksum(data[:size]) != binary.LittleEndian.Uint64([]byte(data[size:])) {
		return nil, wire.ErrDamaged
	}
	r := wire.NewReader(data[:size])
	strings := wire.NewReader(r.String())
	s := &restorer{Reader: r, strings: strings, lib: New(store), stale: map[Ref]bool{}}
	stored := make(chan []Key, 1)
	go func() { stored <- store.Keys() }() // which takes as long as the names
	s.rows(log)
	s.names()
	s.miss(<-stored)
	s.files()
	s.heard()
	s.postings()
	s.lib.copies = near.Read(r)
	if r.Err() != nil || strings.Err() != nil || r.Len() > 0 || strings.Len() > 0 {
		return nil, wire.ErrDamaged
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	s.index()
	return s.lib, nil
}

// restorer reads what a snapshot wrote.
type restorer struct {
	*wire.Reader
	strings *wire.Reader
	lib     *Library
	stale   map[Ref]bool // the articles to be read again: their corrections are others now, or their text is gone
}

func (s *restorer) string() string { return s.strings.String() }
func (s *restorer) list() []string { return s.strings.Strings() }

func (s *restorer) rows(log *correct.Log) {
	l := s.lib
	l.rows = make([]row, s.Count(1))
	l.ids, l.said = make([]ID, 0, s.Count(1)), make([]said, 0, s.Count(1))
	for r := range l.rows {
		if s.Most(1) == 0 {
			l.gone = append(l.gone, Ref(r))
			continue
		}
		s.row(Ref(r), log)
	}
}

func (s *restorer) row(r Ref, log *correct.Log) {
	l, row := s.lib, &s.lib.rows[r]
	for _, field := range []*string{&row.ID, &row.Path, &row.URL, &row.Title, &row.Publisher, &row.Language, &row.Notice} {
		*field = s.string()
	}
	row.Authors = s.list()
	row.Published = s.date()
	row.day = query.Day(row.Published.Time)
	row.key = Key(s.Uint())
	row.first, row.number = uint32(len(l.ids)), uint32(s.Count(1))
	for range row.number {
		l.ids = append(l.ids, ID(s.Uint32()))
	}
	row.quotes, row.Quotes = uint32(len(l.said)), s.Count(2)
	for range row.Quotes {
		n := s.Most(uint64(row.number)<<3 | 7)
		l.said = append(l.said, said{model.EntityID(n >> 3), near.Print(s.Uint32()), model.QuoteKind(n & 3), n&4 != 0})
	}
	was := uint64(0)
	if row.key == 0 {
		was = s.Uint()
		a, err := cache.Decode(s.string(), s.string())
		if err != nil || len(a.Entities) != int(row.number) || len(a.Quotes) != row.Quotes {
			s.Fail()
			return
		}
		a.Corrections = was
		l.held[r] = a
	}
	if correct.Digest(log.Of(row.ID)) != was {
		s.stale[r] = true
	}
}

// miss marks the articles that are not among stored, which is sorted.
func (s *restorer) miss(stored []Key) {
	for r := range s.lib.rows {
		key := s.lib.rows[r].key
		if _, there := slices.BinarySearch(stored, key); key != 0 && !there {
			s.stale[Ref(r)] = true
		}
	}
}

func (s *restorer) date() model.Date { return model.Date{Time: s.Time(), Clock: s.Most(1) == 1} }

func (s *restorer) names() {
	l := s.lib
	n := s.Count(1)
	l.names = make([]*name, n)
	all := make([]name, n)
	for i := range all {
		n := &all[i]
		l.names[i] = n
		s.name(n)
		n.next = ID(s.Uint32())
		if s.Most(1) == 1 {
			l.byKey[n.slot] = ID(i + 1)
		}
	}
	l.given = s.ids()
	for range s.Count(1) {
		slot := s.string()
		l.spare[slot] = s.ids()
	}
}

func (s *restorer) name(n *name) {
	for _, field := range []*string{&n.Name, &n.slot, &n.plain} {
		*field = s.string()
	}
	n.Aliases, n.forms = s.list(), s.list()
	n.Type, n.Gender = model.EntityType(s.Uint8(uint8(model.Unnamed))), model.Gender(s.Uint8(uint8(model.Female)))
	n.ruling = model.Ruling(s.Uint8(uint8(model.Apart)))
	n.roles = make(roles, s.Count(3))
	for i := range n.roles {
		n.roles[i] = told{s.string(), s.Uint32(), s.Signed()}
	}
	n.Role = n.roles.current()
	n.whole, n.parts = ID(s.Uint32()), s.ids()
	n.Articles = make([]Counts, s.Count(3))
	ref := Ref(0)
	for i := range n.Articles {
		ref += Ref(s.Uint32())
		n.Articles[i] = Counts{ref, s.Uint32(), s.Uint32()}
		n.Quotes += int(n.Articles[i].Quotes)
	}
	n.stand = s.standing()
}

func (s *restorer) standing() *standing {
	if s.Most(1) == 0 {
		return nil
	}
	out := &standing{}
	for k := range out.at {
		out.at[k] = s.list()
	}
	out.work, out.head = work(s.Uint32()), s.string()
	return out
}

func (s *restorer) ids() []ID {
	n := s.Count(1)
	if n == 0 {
		return nil
	}
	out := make([]ID, n)
	for i := range out {
		out[i] = ID(s.Uint32())
	}
	return out
}

func (s *restorer) files() {
	for range s.Count(3) {
		path := s.string()
		f := file{stamp: Stamp{s.Signed(), s.Signed()}}
		f.refs = make([]Ref, s.Count(1))
		for i := range f.refs {
			f.refs[i] = Ref(s.Uint32())
			if s.stale[f.refs[i]] {
				f.stamp = Stamp{}
			}
		}
		s.lib.files[path] = f
	}
}

func (s *restorer) heard() {
	s.lib.heard = make([]Heard, s.Count(3))
	for i := range s.lib.heard {
		s.lib.heard[i] = Heard{ID: ID(s.Uint32()), Quotes: int(s.Uint32()), Articles: int(s.Uint32())}
	}
}

func (s *restorer) postings() {
	for _, p := range []*postings{&s.lib.texts, &s.lib.titles} {
		var err error
		if *p, err = readPostings(s.Reader); err != nil {
			s.Fail()
		}
	}
}

// check returns an error if something names what is not there.
func (s *restorer) check() error {
	l := s.lib
	ok := s.known(l.ids) && s.known(l.given)
	for _, spare := range l.spare {
		ok = ok && s.known(spare)
	}
	for i, n := range l.names {
		ok = ok && int(n.next) <= i // so that there is an end
		ok = ok && s.known([]ID{n.whole, n.next}) && s.known(n.parts) && !slices.Contains(n.parts, 0) && n.whole != 0 && (len(n.forms) > 0 || len(n.Articles) == 0)
		ok = ok && !slices.ContainsFunc(n.Articles, func(c Counts) bool { return !s.there(c.Ref) })
	}
	for r := range l.everything().all {
		ok = ok && l.copies.Group(r) >= 0
	}
	ok = ok && !slices.ContainsFunc(l.heard, func(h Heard) bool { return h.ID == 0 || int(h.ID) > len(l.names) })
	for _, f := range l.files {
		ok = ok && !slices.ContainsFunc(f.refs, func(r Ref) bool { return !s.there(r) })
	}
	if !ok {
		return fmt.Errorf("%w: something names what is not there", wire.ErrDamaged)
	}
	return nil
}

// known reports whether all of ids are of names, or 0.
func (s *restorer) known(ids []ID) bool {
	return !slices.ContainsFunc(ids, func(id ID) bool { return int(id) > len(s.lib.names) })
}

// there reports whether r is an article.
func (s *restorer) there(r Ref) bool { return r >= 0 && int(r) < len(s.lib.rows) }

// index makes the names known under their words.
func (s *restorer) index() {
	l := s.lib
	for i, n := range l.names {
		for _, w := range n.forms {
			l.index(ID(i+1), w)
		}
	}
}
