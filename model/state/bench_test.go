package state

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// many returns the IDs of a hundred thousand articles, as news has them.
func many() []string {
	ids := make([]string, 100_000)
	for i := range ids {
		ids[i] = fmt.Sprintf("https://news.example.org/2026/02/03/a-story-about-something-%d.html", i)
	}
	return ids
}

// heap returns how many bytes are in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// oneByOne writes a file in which each of the articles was read at a time of its own.
func oneByOne(tb testing.TB, ids []string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "state.jsonl")
	var data []byte
	for i, id := range ids {
		e := Event{Op: Read, Time: time.Unix(1_700_000_000, int64(i)*1_234_567).UTC(), Articles: []string{id}}
		text, err := e.encode()
		must(tb, err)
		data = append(append(data, text...), '\n')
	}
	must(tb, os.WriteFile(path, data, 0o600))
	return path
}

// BenchmarkOpen is what it costs at the start that 100,000 articles were read: one by one, and all at once.
func BenchmarkOpen(b *testing.B) {
	ids := many()
	all := fresh(b)
	mark(b, all, true, ids...)
	for name, path := range map[string]string{"one by one": oneByOne(b, ids), "all at once": all.Path()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if !open(b, path).Read(ids[7]) {
					b.Fatal("it is not read")
				}
			}
		})
	}
}

// BenchmarkMark marks 100,000 articles as read at once.
func BenchmarkMark(b *testing.B) {
	ids := many()
	for b.Loop() {
		b.StopTimer()
		l := fresh(b)
		b.StartTimer()
		if mark(b, l, true, ids...) != len(ids) {
			b.Fatal("not all are new")
		}
	}
}

// BenchmarkCompact makes a file smaller in which 100,000 articles were read one by one, and half of them are unread again.
func BenchmarkCompact(b *testing.B) {
	ids := many()
	path := oneByOne(b, ids)
	data, err := os.ReadFile(path)
	must(b, err)
	for b.Loop() {
		b.StopTimer()
		must(b, os.WriteFile(path, data, 0o600))
		l := open(b, path)
		mark(b, l, false, ids[:len(ids)/2]...)
		b.StartTimer()
		s := newSieve(l.table)
		must(b, l.file.Compact(s.line))
	}
}

// BenchmarkRead asks whether an article is read.
func BenchmarkRead(b *testing.B) {
	ids := many()
	l := fresh(b)
	mark(b, l, true, ids...)
	for i := 0; b.Loop(); i++ {
		if !l.Read(ids[i%len(ids)]) {
			b.Fatal("it is not read")
		}
	}
}
