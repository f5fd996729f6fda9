package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"reader/model/generate"
)

// articles is how many articles the library of BenchmarkLibrary has.
var articles = flag.Int("articles", 1000, "how many articles the library has that is measured")

// BenchmarkLibrary tells how the program as a whole does with a library of so many articles of 3 KB, on a terminal of 200x60:
// when it is seen for the first time, and at a second start. With 100,000 it takes some minutes:
//
//	go test ./cmd/reader -run xxx -bench Library -benchtime 1x -articles 100000 -timeout 60m
func BenchmarkLibrary(b *testing.B) {
	folder, home := b.TempDir(), b.TempDir()
	invent(b, folder, *articles)
	count := grouped(*articles) + " articles"
	read := func(screen string) bool {
		return strings.Contains(screen, count) && !strings.Contains(screen, "analysing")
	}
	for b.Loop() {
		if err := os.RemoveAll(filepath.Join(home, "reader")); err != nil {
			b.Fatal(err)
		}
		term := startTerminalIn(b, home, 200, 60, folder)
		first := term.within(time.Minute, "", func(screen string) bool {
			return strings.Contains(screen, "articles") && strings.Contains(screen, "“")
		})
		rest := term.within(time.Hour, "", read)
		b.ReportMetric(ms(first), "first-row-ms")
		b.ReportMetric((first + rest).Seconds(), "cold-s")
		b.ReportMetric(peak(b, term), "cold-MB")
		term.quit("\x03")

		term = startTerminalIn(b, home, 200, 60, folder)
		b.ReportMetric(ms(term.within(time.Minute, "", read)), "warm-ms")
		b.ReportMetric(ms(term.within(time.Minute, "j", changed(term))), "key-ms")
		term.press("/", "/")
		b.ReportMetric(ms(term.within(time.Minute, "w", changed(term))), "slash-ms")
		b.ReportMetric(ms(term.within(time.Minute, "a", changed(term))), "slash2-ms")
		term.press("\x1b", count)
		b.ReportMetric(ms(term.within(time.Minute, "s", changed(term))), "picker-ms")
		b.ReportMetric(ms(term.within(time.Minute, "\r", changed(term))), "speaker-ms")
		b.ReportMetric(peak(b, term), "warm-MB")
		term.quit("\x03")
	}
}

// invent writes n articles into folder.
func invent(tb testing.TB, folder string, n int) {
	tb.Helper()
	g := generate.New(1)
	for range n {
		a := g.Next()
		path := filepath.Join(folder, filepath.FromSlash(a.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, a.Markdown, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

// changed returns whether the screen is another one than now.
func changed(term *terminal) func(screen string) bool {
	was := term.screen()
	return func(screen string) bool { return screen != was }
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// grouped returns n with commas.
func grouped(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

// peak returns the most memory that the program had so far, in MB.
func peak(tb testing.TB, term *terminal) float64 {
	tb.Helper()
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", term.cmd.Process.Pid))
	if err != nil {
		return 0 // another system
	}
	defer func() { _ = f.Close() }() // it was only read
	for s := bufio.NewScanner(f); s.Scan(); {
		if rest, ok := strings.CutPrefix(s.Text(), "VmHWM:"); ok {
			kb, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
			if err != nil {
				tb.Fatal(err)
			}
			return float64(kb) / 1000
		}
	}
	return 0
}
