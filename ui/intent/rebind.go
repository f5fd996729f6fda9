package intent

import (
	"fmt"
	"slices"
)

// Change is what a person wants the keys of an action to be.
type Change struct {
	Selecting bool // it is about the keys that count while words are selected
	Name      string
	Keys      []string // as Bubble Tea names them; none: it has no key
}

// With returns k with changes, each in place of the keys that the action has in k, and why some can't be made, by their
// places in changes: these actions keep the keys that they have in k.
func (k KeyMap) With(changes []Change) (KeyMap, map[int]error) {
	refused := map[int]error{}
	for i, c := range changes {
		if err := k.refuse(c); err != nil {
			refused[i] = err
		}
	}
	for {
		made := map[string]int{} // the change by its name
		out := k.changed(changes, refused, made)
		i, err := clash(out, made)
		if err == nil {
			return out, refused
		}
		refused[i] = err
	}
}

// refuse returns why c can't be made whatever the other keys are.
func (k KeyMap) refuse(c Change) error {
	groups := k.Groups
	if c.Selecting {
		groups = []Group{k.Selecting}
	}
	var names []string
	for _, g := range groups {
		for _, b := range g.Bindings {
			if b.Name != c.Name {
				names = append(names, b.Name)
				continue
			}
			if len(c.Keys) == 0 && mandatory(c.Selecting, b.Intent) {
				return fmt.Errorf("%s must have a key: one could not leave; write %s = [%q]", c.Name, c.Name, b.Keys[0])
			}
			return nil
		}
	}
	if like, ok := Nearest(c.Name, names); ok {
		return fmt.Errorf("there is no action %q; did you mean %s?", c.Name, like)
	}
	return fmt.Errorf("there is no action %q; reader config show lists all", c.Name)
}

// mandatory reports whether i must have a key: without it there would be no way out.
func mandatory(selecting bool, i Intent) bool {
	return i == Back || !selecting && (i == Quit || i == Open)
}

// changed returns k with changes, but for those refused. In made it puts which changes these are, by the name of the action, with
// its table before it.
func (k KeyMap) changed(changes []Change, refused map[int]error, made map[string]int) KeyMap {
	groups, selecting := slices.Clone(k.Groups), k.Selecting
	for i, c := range changes {
		if refused[i] != nil {
			continue
		}
		made[tabled(c.Selecting, c.Name)] = i
		if c.Selecting {
			selecting.Bindings = rebound(selecting.Bindings, c)
			continue
		}
		for j := range groups {
			groups[j].Bindings = rebound(groups[j].Bindings, c)
		}
	}
	return of(groups, selecting)
}

func tabled(selecting bool, name string) string { return fmt.Sprint(selecting, " ", name) }

// rebound returns bindings with c.
func rebound(bindings []Binding, c Change) []Binding {
	out := slices.Clone(bindings)
	for i := range out {
		if out[i].Name == c.Name {
			out[i].Keys = slices.Clone(c.Keys)
		}
	}
	return out
}

// clash returns an error that names both actions if a key of k stands for two, and the later of the changes that made it so.
func clash(k KeyMap, made map[string]int) (change int, err error) {
	for _, selecting := range []bool{false, true} {
		groups := k.Groups
		if selecting {
			groups = []Group{k.Selecting}
		}
		key, a, b, twice := bound(groups)
		i, changed := made[tabled(selecting, a)]
		j, too := made[tabled(selecting, b)]
		if !changed || too && j > i {
			i, a, b = j, b, a
		}
		if twice && (changed || too) {
			return i, fmt.Errorf("key %s is bound twice: to %s and to %s; take another here, or give %s other keys, too", Label(key), a, b, b)
		}
	}
	return 0, nil
}

// bound returns a key that is bound twice in groups, and the names of both actions.
func bound(groups []Group) (key, a, b string, twice bool) {
	seen := map[string]string{}
	for _, g := range groups {
		for _, b := range g.Bindings {
			for _, key := range b.Keys {
				if other, ok := seen[key]; ok && other != b.Name {
					return key, other, b.Name, true
				}
				seen[key] = b.Name
			}
		}
	}
	return "", "", "", false
}
