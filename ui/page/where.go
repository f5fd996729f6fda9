package page

import (
	"fmt"

	"reader/model"
)

// Where tells the place at of f as a person would look for it.
func Where(a *model.Article, f model.Field, at uint32) string {
	if f == model.Title {
		return "in the title"
	}
	n := 0
	for _, b := range a.Blocks {
		if b.Kind != model.Heading {
			n++
		}
		if b.Span.End > at {
			if b.Kind == model.Heading {
				return "in a heading"
			}
			break
		}
	}
	return fmt.Sprintf("paragraph %d", n)
}
