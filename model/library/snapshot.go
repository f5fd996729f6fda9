package library

import (
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"

	"reader/model"
	"reader/model/cache"
	"reader/model/wire"
)

// Snapshot returns what l knows, for Restore: all but the texts that are in the store. It costs
// some µs an article.
func (l *Library) Snapshot() []byte {
	w := &snapshot{lib: l}
	w.rows()
	w.names()
	w.files()
	w.heard()
	for _, p := range []*postings{&l.texts, &l.titles} {
		p.compact()
		p.write(&w.Writer)
	}
	l.copies.Write(&w.Writer)
	var out wire.Writer
	out.String(string(w.strings.Bytes))
	out.Bytes = append(out.Bytes, w.Bytes...)
	return binary.LittleEndian.AppendUint64(out.Bytes, checksum(string(out.Bytes)))
}

// checksum tells data from what it is when a part of it is damaged: CRC-32C, which processors reckon. It makes no copy of data, which may
// be large.
func checksum(data string) uint64 {
	table := crc32.MakeTable(crc32.Castagnoli)
	var sum uint32
	var chunk [1 << 14]byte
	for len(data) > 0 {
		n := copy(chunk[:], data)
		sum = crc32.Update(sum, table, chunk[:n])
		data = data[n:]
	}
	return uint64(sum)
}

// snapshot writes numbers, and strings apart from them: these stay in memory when they are read.
type snapshot struct {
	wire.Writer
	strings wire.Writer
	lib     *Library
}

func (w *snapshot) string(s string)       { w.strings.String(s) }
func (w *snapshot) list(strings []string) { w.strings.Strings(strings) }

func (w *snapshot) rows() {
	l := w.lib
	w.Int(len(l.rows))
	w.Int(len(l.ids))
	w.Int(len(l.said))
	gone := l.removed()
	for r := range l.rows {
		if gone.has(Ref(r)) {
			w.Uint(0)
			continue
		}
		w.Uint(1)
		w.row(Ref(r))
	}
}

// row writes what is known of the article r, and where the store has it not as it is the article itself.
func (w *snapshot) row(r Ref) {
	row := &w.lib.rows[r]
	for _, s := range []string{row.ID, row.Path, row.URL, row.Title, row.Publisher, row.Language, row.Notice} {
		w.string(s)
	}
	w.list(row.Authors)
	w.date(row.Published)
	w.Uint(uint64(row.key))
	ids, said := w.lib.idsOf(r), w.lib.saidOf(r)
	w.Int(len(ids))
	for _, id := range ids {
		w.Uint(uint64(id))
	}
	w.Int(len(said))
	for _, s := range said {
		sure := uint64(0)
		if s.sure {
			sure = 1
		}
		w.Uint(uint64(s.speaker)<<3 | sure<<2 | uint64(s.kind))
		w.Uint(uint64(s.words))
	}
	if row.key != 0 {
		return
	}
	a := w.lib.Article(r)
	w.Uint(a.Corrections)
	text, rest := cache.Encode(a)
	w.string(text)
	w.string(rest)
}

func (w *snapshot) date(d model.Date) {
	w.Time(d.Time)
	clock := 0
	if d.Clock {
		clock = 1
	}
	w.Int(clock)
}

func (w *snapshot) names() {
	l := w.lib
	w.Int(len(l.names))
	for i, n := range l.names {
		w.name(n)
		w.Uint(uint64(n.next))
		first := 0
		if l.byKey[n.slot] == ID(i+1) {
			first = 1
		}
		w.Int(first)
	}
	w.ids(l.given)
	w.Int(len(l.spare))
	for _, slot := range slices.Sorted(maps.Keys(l.spare)) {
		w.string(slot)
		w.ids(l.spare[slot])
	}
}

func (w *snapshot) name(n *name) {
	for _, s := range []string{n.Name, n.slot, n.plain} {
		w.string(s)
	}
	w.list(n.Aliases)
	w.list(n.forms)
	w.Uint(uint64(n.Type))
	w.Uint(uint64(n.Gender))
	w.Uint(uint64(n.ruling))
	w.Int(len(n.roles))
	for _, t := range n.roles {
		w.string(t.role)
		w.Uint(uint64(t.articles))
		w.Signed(t.latest)
	}
	w.Uint(uint64(n.whole))
	w.ids(n.parts)
	w.Int(len(n.Articles))
	last := Ref(0)
	for _, c := range n.Articles {
		w.Int(int(c.Ref - last))
		w.Uint(uint64(c.Quotes))
		w.Uint(uint64(c.Mentions))
		last = c.Ref
	}
	w.standing(n.stand)
}

func (w *snapshot) standing(s *standing) {
	if s == nil {
		w.Uint(0)
		return
	}
	w.Uint(1)
	for _, names := range s.at {
		w.list(names)
	}
	w.Uint(uint64(s.work))
	w.string(s.head)
}

func (w *snapshot) ids(ids []ID) {
	w.Int(len(ids))
	for _, id := range ids {
		w.Uint(uint64(id))
	}
}

// heard writes who speaks how often, which takes a while to count.
func (w *snapshot) heard() {
	all := w.lib.Everything().Speakers()
	w.Int(len(all))
	for _, h := range all {
		w.Uint(uint64(h.ID))
		w.Int(h.Quotes)
		w.Int(h.Articles)
	}
}

func (w *snapshot) files() {
	w.Int(len(w.lib.files))
	for _, path := range slices.Sorted(maps.Keys(w.lib.files)) {
		f := w.lib.files[path]
		w.string(path)
		w.Signed(f.stamp.Size)
		w.Signed(f.stamp.Modified)
		w.Int(len(f.refs))
		for _, r := range f.refs {
			w.Int(int(r))
		}
	}
}
