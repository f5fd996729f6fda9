package quote

import "reader/model"

// body returns the organization that p stands for by what it is, "the company", "the security firm", or 0: the subject of
// the sentences before, in the same paragraph or the one before that, or the only organization named there. With it
// comes the first token, plus 1, of the mention that p goes back to.
func (f *finder) body(p phrase) (id model.EntityID, from int32) {
	if !f.is(p.first, "the") || p.last != p.head+1 || !f.in(p.head, bodies) || f.knownUnnamed(p) != 0 {
		return 0, 0
	}
	if id, from = f.institution(p.first, false); id != 0 && f.d.Entities[id-1].Type == model.Organization {
		return id, from
	}
	id = 0
	n := f.unitOf(p.first)
	first := max(f.units[max(0, n-maxBack)].first, f.d.Paragraphs[max(0, f.units[n].paragraph-1)].First)
	for i := p.first - 1; i >= first; i-- {
		m := f.mentionAt(i)
		if m == nil || m.Type != model.Organization || m.Entity == 0 || m.Entity == id {
			continue
		}
		if id != 0 {
			return 0, 0 // either may be meant
		}
		id, from = m.Entity, int32(m.First+1)
	}
	return id, from
}

// bodies are nouns for organizations by which no office is meant that everybody knows, as by "the government".
var bodies = set("company", "firm", "group", "organization", "organisation", "airline", "bank", "retailer", "carmaker", "automaker",
	"manufacturer", "operator", "startup", "studio", "chain", "charity", "nonprofit", "union", "club", "team", "league", "school",
	"university", "college", "hospital", "newspaper", "magazine", "broadcaster", "network", "publisher", "association", "institute",
	"foundation", "giant", "watchdog", "utility", "lender", "insurer", "maker", "brewer", "producer", "agency", "federation")
