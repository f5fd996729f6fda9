package main

import (
	"path/filepath"

	"reader/model/cache"
	"reader/model/library"

	"github.com/adrg/xdg"
)

// openStore opens the cache of analysed articles in the folder for caches. Without one, which problems tells, everything
// is read and analysed anew.
func openStore() (store *cache.Store, problems []error) {
	store, aside, err := cache.Open(filepath.Join(xdg.CacheHome, "reader"), library.Version)
	for _, problem := range []error{aside, err} {
		if problem != nil {
			problems = append(problems, problem)
		}
	}
	return store, problems
}

// ownFiles reports whether among paths there is something that can be read again.
func ownFiles(paths []string) bool {
	for _, path := range paths {
		if path != "-" {
			return true
		}
	}
	return false
}

// closing closes store and returns what went wrong, if anything did.
func closing(store *cache.Store) []error {
	if err := store.Close(); err != nil {
		return []error{err}
	}
	return nil
}
