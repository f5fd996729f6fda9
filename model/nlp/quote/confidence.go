package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// confidence returns how likely the speaker of a quote is right, by the construction and by how surely the
// words that name the speaker stand for the entity.
func confidence(rule model.Rule, a attribution) float32 {
	if a.speaker == 0 {
		return 0
	}
	return a.sure * reliability[rule]
}

// reliability is the share of quotes whose speaker a rule finds, given that the mention is understood. A rule
// that goes on from another quote cannot be surer than that.
var reliability = [...]float32{
	model.RuleUnattributed: 0,
	model.RuleSubjectCue:   0.99,
	model.RuleCueSubject:   0.99,
	model.RuleLeading:      0.97,
	model.RuleColon:        0.95,
	model.RuleAdding:       0.95,
	model.RuleCoordinated:  0.95,
	model.RuleSigned:       0.98,
	model.RuleAccording:    0.98,
	model.RuleClause:       0.98,
	model.RuleTrailing:     0.98,
	model.RuleMixed:        0.9,
	model.RuleObject:       0.91,
	model.RuleFloating:     0.98,
	model.RuleParagraph:    0.97,
	model.RuleContinued:    0.98,
	model.RuleTurn:         0.97,
	model.RuleHeadline:     0.97,
	model.RuleScored:       0.6,
}

// understood returns how surely the mention m, a name or what coreference tied to one, stands for its entity.
func (f *finder) understood(m *doc.Mention) float32 {
	sure := linked[m.Link]
	if e := f.d.Entities[m.Entity-1]; e.Type == model.Organization || e.Type == model.Place {
		return min(sure, institutional)
	}
	if m.Form == model.Name && m.Link < model.LinkSurname && m.Last-m.First == 1 {
		return min(sure, firstName) // "Lee" or "Nova" alone may be no person at all.
	}
	return sure
}

// linked is how surely a mention stands for its entity, by the evidence of coreference.
var linked = [...]float32{
	model.LinkFirst:      0.98,
	model.LinkSame:       0.98,
	model.LinkAlias:      0.97,
	model.LinkAcronym:    0.95,
	model.LinkSurname:    0.98,
	model.LinkAppositive: 0.97,
	model.LinkRole:       0.85,
	model.LinkPronoun:    0.6,
}

// How surely other words for a speaker stand for one: "The company" is often a name's, and nobody can tell
// whose; "officials" are officials.
const (
	institutional     = 0.9
	firstName         = 0.9
	spokenOf          = 0.85 // who promises, urges or calls for something says so; "criticised the plan" may be how the reporter sees it
	described         = 0.55 // "the lanky professor" is likely who talks, but may be somebody else
	authorised        = 0.85 // its spokesman says what a body says
	unnamedBare       = 0.88
	unnamedIndefinite = 0.8
	unnamedDefinite   = 0.45
)
