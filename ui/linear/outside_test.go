package linear

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reader/model/feeds"
	"reader/model/library"
)

// paperboy brings a paper into a folder, or says why not.
type paperboy struct {
	folder string
	err    error
}

// Refresh implements Feeds.
func (p paperboy) Refresh(context.Context) (iter.Seq[feeds.Event], error) {
	if p.err != nil {
		return nil, p.err
	}
	return func(yield func(feeds.Event) bool) {
		text := "# A boat for the lake\n\n“The boat is here,” Ben Osk said.\n"
		err := os.WriteFile(filepath.Join(p.folder, "boat.md"), []byte(text), 0o600)
		_ = yield(feeds.Event{Feed: feeds.Feed{Name: "gazette"}, New: 1, Done: 1, Total: 2, Err: err}) &&
			yield(feeds.Event{Feed: feeds.Feed{Name: "herald"}, Done: 2, Total: 2, Err: errors.New("nobody answers")})
	}, nil
}

func TestARefreshBringsWhatIsNew(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "dam.md"), []byte("# A dam\n\nIt is full of water.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	l := library.Load(t.Context(), []string{folder}, strings.NewReader(""), library.Options{Watch: true})
	r := New(Options{Loader: l, Feeds: paperboy{folder: folder}}, &out)
	r.await(t.Context(), time.After(time.Minute))
	if err := r.Do(t.Context(), "refresh"); err != nil {
		t.Fatal(err)
	}
	for r.lib.Len() < 2 { // on a slow machine it may take longer than the refresh waits
		r.arrive(t.Context())
	}
	if err := r.Do(t.Context(), "find speaker:osk"); err != nil {
		t.Fatal(err)
	}
	for _, says := range []string{"herald: nobody answers", "1 new, 0 changed, 1 feed failed.", "1 article of 2, for speaker:osk"} {
		if !strings.Contains(out.String(), says) {
			t.Errorf("it does not say %q:\n%s", says, &out)
		}
	}
}

func TestWhyNothingIsRefreshed(t *testing.T) {
	r := New(Options{Feeds: paperboy{err: errors.New("there is no network")}}, &bytes.Buffer{})
	if err := r.Do(t.Context(), "refresh"); err == nil || !strings.Contains(err.Error(), "nothing was refreshed: there is no network") {
		t.Errorf("got %v", err)
	}
}
