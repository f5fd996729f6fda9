package model_test

import (
	"testing"

	"reader/model"
)

// Every rule says what it matched, in words of its own.
func TestRulesAreTold(t *testing.T) {
	seen := map[string]model.Rule{}
	for r := model.RuleUnattributed; r <= model.RuleUser; r++ {
		if other, ok := seen[r.String()]; ok || r.String() == "" {
			t.Errorf("rules %d and %d are both told as %q", other, r, r)
		}
		if other, ok := seen[r.Name()]; ok || r.Name() == "" {
			t.Errorf("rules %d and %d are both named %q", other, r, r.Name())
		}
		seen[r.String()], seen[r.Name()] = r, r
	}
	for r, want := range map[model.Rule]string{
		model.RuleObject:    "X criticised, demanded or promised something",
		model.RuleContinued: "the quotation goes on from the paragraph before",
		model.RuleScored:    "the most likely candidate",
		model.RuleUser:      "you said so",
	} {
		if r.String() != want {
			t.Errorf("rule %d is told as %q, not %q", r, r, want)
		}
	}
}
