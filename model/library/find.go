package library

import "slices"

// Find returns the entities that name means: those of which it is the name, an alias, or a part of the name
// that ends in the same word. Case and accents do not matter, nor do titles in front ("Mr. Azimov").
func (l *Library) Find(name string) []ID {
	wanted := untitled(words(name))
	if len(wanted) == 0 {
		return nil
	}
	return l.having(wanted, endsIn)
}

// having returns the entities whose name, or one of whose other names, fits the words wanted; those that
// were filed first come first. It looks at those that have the rarest of the words.
func (l *Library) having(wanted []string, fits func(wanted, name []string) bool) []ID {
	rarest := l.byWord[wanted[0]]
	for _, w := range wanted[1:] {
		if ids := l.byWord[w]; len(ids) < len(rarest) {
			rarest = ids
		}
	}
	var out []ID
	for _, id := range rarest {
		if n := l.names[id-1]; n.any(wanted, fits) {
			out = append(out, n.whole)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// any reports whether one of the names of n fits wanted.
func (n *name) any(wanted []string, fits func(wanted, name []string) bool) bool {
	return fits(wanted, words(n.Name)) || slices.ContainsFunc(n.Aliases, func(s string) bool { return fits(wanted, words(s)) })
}

// endsIn reports whether the words wanted stand in name in their order and both end in the same word.
func endsIn(wanted, name []string) bool {
	if len(name) < len(wanted) || name[len(name)-1] != wanted[len(wanted)-1] {
		return false
	}
	for _, w := range name {
		if len(wanted) > 0 && wanted[0] == w {
			wanted = wanted[1:]
		}
	}
	return len(wanted) == 0
}

// untitled returns the words of a name without the titles in front.
func untitled(name []string) []string {
	for len(name) > 1 && isTitle(name[0]) {
		name = name[1:]
	}
	return name
}

func isTitle(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "sen", "senator",
		"rep", "gov", "president":
		return true
	}
	return false
}
