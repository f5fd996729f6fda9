// Package seeds is the library that is built in: articles written for this project, so that the reader
// shows something at once. Its people and places are invented, but for one article, which says so.
package seeds

import "embed"

// Articles holds the built-in articles, Markdown with front matter.
//
//go:embed *.md
var Articles embed.FS

// First is the article at which the built-in library opens.
const First = "2011-06-09-nato-russia-missile-defense.md"
