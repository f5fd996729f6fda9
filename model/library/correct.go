package library

import (
	"reader/model"
	"reader/model/correct"
	"reader/model/nlp"
)

// Reread returns a, analysed anew and corrected as log says by now, and the corrections that could not be
// placed. It leaves a as it is: put the new one in its place with Replace. It may run on any goroutine.
func Reread(a *model.Article, log *correct.Log) (*model.Article, []correct.Correction) {
	fresh := *a
	fresh.Annotations = model.Annotations{}
	nlp.Analyze(&fresh)
	return &fresh, correct.Apply(&fresh, log.Of(a.ID))
}
