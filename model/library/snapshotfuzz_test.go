package library_test

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"
	"testing/fstest"
	"time"

	"reader/model/library"
	"reader/model/query"
	"reader/model/wire"
)

// sealed returns data with the checksum that a snapshot has at its end.
func sealed(data string) string {
	sum := crc32.Checksum([]byte(data), crc32.MakeTable(crc32.Castagnoli))
	return string(binary.LittleEndian.AppendUint64([]byte(data), uint64(sum)))
}

// small returns the snapshot, without its checksum, of a library of the files.
func small(tb testing.TB, files map[string]string) string {
	tb.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	l, loader := library.New(nil), library.LoadFS(tb.Context(), fsys, library.Options{})
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		l.Take(readings...)
	}
	data := string(l.Snapshot())
	return data[:len(data)-8]
}

// Whatever a snapshot says, it is refused, or a library that answers questions and is written and read again as the same.
func FuzzRestore(f *testing.F) {
	const a = "---\ntitle: The dam is safe\npublisher: The Orven Post\ndate: 2026-03-02\n---\n\n“It is safe,” Ada Harl, the mayor, told Corvan.\n"
	const b = "---\ntitle: The dam\ndate: 2026-03-03\n---\n\nHarl said that it was safe.\n"
	for _, files := range []map[string]string{{}, {"a.md": a}, {"a.md": a, "b.md": b}, {"a.md": a, "copy.md": "A copy.\n\n" + a}} {
		f.Add(small(f, files))
	}
	f.Fuzz(func(t *testing.T, data string) {
		endless := time.AfterFunc(10*time.Second, func() { panic("it takes for ever") })
		defer endless.Stop()
		l, err := library.Restore(sealed(data), nil, nil)
		if err != nil {
			if !errors.Is(err, wire.ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		told := walk(t, l)
		written := string(l.Snapshot())
		again, err := library.Restore(written, nil, nil)
		if err != nil {
			t.Fatalf("what was written can't be read: %v", err)
		}
		if walk(t, again) != told || string(again.Snapshot()) != written {
			t.Fatal("it is another one when it was written and read")
		}
	})
}

// walk asks l for all that it has, and returns how much that is.
func walk(tb testing.TB, l *library.Library) (told [6]int) {
	tb.Helper()
	for r := range l.All() {
		a := l.Article(r)
		told[0] += len(a.Text) + len(l.Head(r).Name()) + len(l.Copies(r)) + len(l.QuotesOf(r))
		for i := range a.Quotes {
			if id := l.IDOf(r, a.Quotes[i].Speaker); id != 0 {
				told[1] += len(l.Entity(id).Name) + len(l.QuotesBy(r, id))
			}
		}
	}
	for id, e := range l.Entities() {
		h, mentioning := l.Everything().Of(id)
		told[2] += len(e.Name) + len(l.Label(id)) + h.Quotes + mentioning
		told[3] += len(l.Find(e.Name)) + len(l.Identity(id).Names)
	}
	told[4] = len(l.Speakers()) + len(l.Files())
	for _, text := range []string{"safe", `"the dam"`, "speaker:harl said:safe", "person:harl", "sort:-quotes", "/da?m/"} {
		q, err := query.Parse(text)
		if err != nil {
			tb.Fatal(err)
		}
		refs, err := l.Select(tb.Context(), q, query.State{})
		if err != nil {
			tb.Fatal(err)
		}
		told[5] += len(refs)
	}
	return told
}
