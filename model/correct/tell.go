package correct

import (
	"strings"

	"reader/model"
)

// Sentence tells c in a sentence; words is how the words it is about are to be shown.
func (c *Correction) Sentence(words string) string {
	switch {
	case c.Op == NotQuote:
		return words + " is not a quote."
	case c.Op == Same && c.Entity.Name == c.Is.Name:
		return c.Is.Name + " is " + kind(c.Is.Type) + "."
	case c.Op == Same:
		return c.Entity.Name + " is the same as " + c.Is.Name + "."
	case c.Op == Apart && c.Alias == c.Entity.Name:
		return "“" + c.Alias + "” is somebody else than " + c.Entity.Name + " in other articles."
	case c.Op == Apart:
		return "“" + c.Alias + "” is somebody else than " + c.Entity.Name + "."
	case c.Op == Dismiss:
		return c.Entity.Name + " is no longer an entity."
	case c.Is.Nobody():
		return "It can’t be told who said " + words + "."
	default:
		return c.Is.Name + " said " + words + "."
	}
}

// kind returns what a thing of type t is: "a person", "an organization".
func kind(t model.EntityType) string {
	if s := t.String(); strings.ContainsRune("aeiou", rune(s[0])) {
		return "an " + s
	}
	return "a " + t.String()
}
