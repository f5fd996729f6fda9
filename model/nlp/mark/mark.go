// Package mark pairs quotation marks.
package mark

import "reader/model/nlp/doc"

// Pair fills d.Marks, by place. It reads d.Tokens and d.Paragraphs.
func Pair(d *doc.Document) { _ = d }
