// Package quote finds quotes and who said them.
package quote

import "reader/model/nlp/doc"

// Find fills d.Quotes, by place. It may add unnamed speakers to d.Entities and d.Mentions.
func Find(d *doc.Document) { _ = d }
