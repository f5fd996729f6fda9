// Package quote finds quotes and who said them.
//
// It reads a sentence as its cues see it: quotations are passed over as one word each, every verb of saying
// that asserts something (not "did not say", "would say") gets its subject, and what it introduces is looked
// for on its left, up to the sentence's begin, and on its right, up to where the clause ends. What no cue
// explains afterwards is a quotation that floats behind the one before it, or no quote.
//
// Beside the cues it reads what says without a verb who speaks: the labels of interviews and debates, headlines, nouns
// for speech before a colon. Reports and statements speak for who issued them, as far as that is told.
package quote

import "reader/model/nlp/doc"

// Find fills d.Quotes, by place. It may add unnamed speakers to d.Entities and d.Mentions.
func Find(d *doc.Document) {
	if len(d.Sentences) == 0 {
		return
	}
	f := newFinder(d)
	f.headlineVerb()
	f.transcribe()
	for _, u := range f.units {
		if !f.transcribed(u) {
			f.attribute(u)
			f.answer(u)
			f.polled(u)
		}
	}
	f.headline()
	f.byPlace()
	f.float()
	d.Quotes = f.quotes
	f.addMentions()
}
