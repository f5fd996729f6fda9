package quote

import "reader/model"

// confidence returns how likely the speaker of a quote is right, by the construction and by how surely the
// words that name the speaker stand for the entity.
func confidence(rule model.Rule, a attribution) float32 {
	if a.speaker == 0 {
		return 0
	}
	return a.sure * reliability[rule]
}

// reliability is the share of quotes whose speaker a rule finds, given that the mention is understood.
var reliability = [...]float32{
	model.RuleUnattributed: 0,
	model.RuleSubjectCue:   0.98,
	model.RuleCueSubject:   0.98,
	model.RuleLeading:      0.97,
	model.RuleColon:        0.95,
	model.RuleAdding:       0.93,
	model.RuleCoordinated:  0.92,
	model.RuleAccording:    0.96,
	model.RuleClause:       0.97,
	model.RuleTrailing:     0.97,
	model.RuleMixed:        0.85,
	model.RuleFloating:     0.96,
	model.RuleParagraph:    0.92,
	model.RuleContinued:    0.97,
	model.RuleScored:       0.5,
}
