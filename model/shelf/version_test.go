package shelf_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"reader/model/shelf"
)

// The versions of an article come in the order in which they were fetched, also those of one second.
func TestVersionsInTheirOrder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	a := harbour(t)
	keep(t, folder, a, "", morning)
	paths, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil || len(paths) != 1 {
		t.Fatalf("%v, %v", paths, err)
	}
	got, err := shelf.Versions(paths[0])
	if err != nil || got != nil {
		t.Errorf("before it was changed: %v, %v", got, err)
	}
	b := *a
	for _, text := range []string{"It is open.", "It is shut.", "It is half open."} {
		b.Markdown = text
		keep(t, folder, &b, "", noon)
	}
	old := filepath.Join(folder, ".versions", filepath.Base(paths[0][:len(paths[0])-3]))
	for _, name := range []string{"notes.md", "20261124T120000Z-x.md", "20261124T120000Z.original"} {
		if err = os.WriteFile(filepath.Join(old, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err = shelf.Versions(paths[0])
	want := []struct {
		name string
		at   time.Time
	}{{"20261124T081500Z.md", morning}, {"20261124T120000Z.md", noon}, {"20261124T120000Z-2.md", noon}, {filepath.Base(paths[0]), noon}}
	if err != nil || len(got) != len(want) {
		t.Fatalf("got %v, %v", got, err)
	}
	for i, w := range want {
		if filepath.Base(got[i].Path) != w.name || !got[i].Fetched.Equal(w.at) {
			t.Errorf("version %d is %v, want %v", i, got[i], w)
		}
	}
}

func TestWhatIsNotOnAShelfHasNoVersions(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"", "-", "x.txt", "x.md", "feed.xml#3", filepath.Join(t.TempDir(), "gone.md")} {
		if got, err := shelf.Versions(path); err != nil || got != nil {
			t.Errorf("%q: got %v, %v", path, got, err)
		}
	}
}
