package transcript

// Group is entries that stand together under a heading.
type Group struct {
	Heading string
	Entries []int // places in Entries
}

// order is the order in which entries are shown. The zero order is theirs.
type order struct {
	entries  []int          // the entry at each place; nil: as they are
	places   []int          // the inverse
	headings map[int]string // that stand over a place
}

// Arrange shows the entries in groups, which have each of them once; without groups as they are. The cursor stays on its quote.
func (p *Pane) Arrange(groups []Group) {
	at, ok := p.Selected()
	p.order = order{}
	if len(groups) > 0 {
		p.order.headings = map[int]string{}
		p.order.places = make([]int, len(p.quotes))
	}
	for _, g := range groups {
		p.order.headings[len(p.order.entries)] = g.Heading
		p.order.entries = append(p.order.entries, g.Entries...)
	}
	for place, entry := range p.order.entries {
		p.order.places[entry] = place
	}
	p.window = window{}
	if ok {
		p.Select(at)
	}
}

// Arranged reports whether the entries are shown in groups.
func (p *Pane) Arranged() bool { return p.order.entries != nil }

// entry returns which entry is shown at a place.
func (o *order) entry(place int) int {
	if o.entries == nil {
		return place
	}
	return o.entries[place]
}

// place returns at which place an entry is shown.
func (o *order) place(entry int) int {
	if o.places == nil {
		return entry
	}
	return o.places[entry]
}

// heading returns what stands over a place, "" if nothing does.
func (o *order) heading(place int) string { return o.headings[place] }
