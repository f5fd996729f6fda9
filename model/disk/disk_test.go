package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reader/model/disk"
)

// What is written is there, alone, and for nobody else.
func TestWrite(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "new", "folder")
	path := filepath.Join(folder, "list.json")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, ".list.json.new"), []byte("left behind by a crash, and longer"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"first", "second"} {
		if err := disk.Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("got %q, %v", got, err)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("there is %v, %v", entries, err)
	}
	if info, err := entries[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
}

// Where nothing can be written the old file stays, and it is said what failed.
func TestWriteWhereNothingCanBeWritten(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := disk.Write(file, []byte("old")); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(file, "below"): "could not be written: ",
		"/dev/full/\x1b/x":           "/dev/full/␛/x could not be written: ",
		"/proc/self/nothing":         "could not be written: ",
	} {
		err := disk.Write(path, []byte("new"))
		if e := new(disk.Error); !errors.As(err, &e) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", path, err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != "old" {
		t.Errorf("got %q, %v", got, err)
	}
}

// A lock is held by one at a time.
func TestLock(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "folder", ".lock")
	unlock, err := disk.Lock(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, patience := range []time.Duration{0, 5 * time.Millisecond} {
		if _, err = disk.Lock(path, patience); !errors.Is(err, disk.ErrHeld) {
			t.Errorf("got %v", err)
		}
	}
	unlock()
	if unlock, err = disk.Lock(path, 0); err != nil {
		t.Fatal(err)
	}
	unlock()
}

// A lock that is shared is held by many, but not beside one that is not.
func TestLockShared(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), ".lock")
	var unlocks [2]func()
	for i := range unlocks {
		unlock, err := disk.LockShared(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		unlocks[i] = unlock
	}
	if _, err := disk.Lock(path, 0); !errors.Is(err, disk.ErrHeld) {
		t.Errorf("got %v", err)
	}
	for _, unlock := range unlocks {
		unlock()
	}
	unlock, err := disk.Lock(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	if _, err := disk.LockShared(path, 0); !errors.Is(err, disk.ErrHeld) {
		t.Errorf("got %v", err)
	}
}
