package library

import (
	"fmt"
	"slices"

	"reader/model"
)

// Replace puts a, an analysed article, in the place of the one that r names, which is held. What the library knows is then as
// if it had been built with a; only who comes first of equals may differ. IDs stay valid, but may come to
// name somebody else of the same name, or nobody. It costs time in proportion to the articles of those of whom
// a tells something else than the old article did, and a look at each article.
func (l *Library) Replace(r Ref, a *model.Article) {
	l.replace([]change{{at: r, article: a}})
	l.relink()
}

// change is an article that comes in the place of another one.
type change struct {
	at      Ref
	article *model.Article
	key     Key // by which the store has it; 0: it has not
}

// replace makes changes, each of another article, all at once. Afterwards there is to be linked anew.
func (l *Library) replace(changes []change) {
	kept, stale, changed := make([][]ID, len(changes)), map[ID]bool{}, l.none()
	for i, c := range changes {
		kept[i] = l.compare(c.at, c.article, stale)
		changed.add(c.at)
	}
	var anew []Ref // the articles some of whose entities are to be filed anew
	for s := range Ref(len(l.rows)) {
		if changed.has(s) || slices.ContainsFunc(l.idsOf(s), func(id ID) bool { return stale[id] }) {
			anew = append(anew, s)
		}
	}
	for i := range changes {
		l.exchange(&changes[i], kept[i])
	}
	for id := range stale {
		l.release(id)
	}
	for _, s := range anew {
		l.refile(s, stale)
	}
}

// exchange puts the article of c in its place, where its entities are filed under the names kept, as far as they are.
func (l *Library) exchange(c *change, kept []ID) {
	r, a, old := c.at, c.article, l.Article(c.at)
	first, quotes := l.rows[r].first, l.rows[r].quotes
	if len(a.Entities) > len(old.Entities) {
		first = uint32(len(l.ids))
		l.ids = append(l.ids, kept...)
	} else {
		copy(l.ids[first:], kept)
	}
	if len(a.Quotes) > len(old.Quotes) {
		quotes = uint32(len(l.said))
		l.said = append(l.said, saidIn(a)...)
	} else {
		copy(l.said[quotes:], saidIn(a))
		l.repeats = repeats{}
	}
	if a.Text != old.Text {
		l.texts.edited.Add(uint32(r))
		l.copies.Add(r, a.Text)
	}
	if a.Title != old.Title {
		l.titles.edited.Add(uint32(r))
	}
	l.rows[r] = rowOf(a, first, quotes, c.key)
	if l.held[r] = a; c.key != 0 {
		delete(l.held, r)
		l.lend(r, a)
	}
	if !a.Published.Equal(old.Published.Time) {
		l.newest, l.ordered = nil, 0
	}
}

// compare returns which names the entities of a keep of those of the article r, 0 for those to be filed, and marks as stale the
// names to be made anew, as a tells something else of them.
func (l *Library) compare(r Ref, a *model.Article, stale map[ID]bool) (kept []ID) {
	ids, old := l.idsOf(r), l.Hold(r)
	was, is := accounts(old), accounts(a)
	says := func(a, b account) bool { return a.says == b.says }
	kept = make([]ID, len(a.Entities))
	for slot, now := range is {
		if before := was[slot]; a.Published.Equal(old.Published.Time) && slices.EqualFunc(before, now, says) {
			for i := range now {
				kept[now[i].entity] = ids[before[i].entity]
			}
			delete(was, slot)
			continue
		}
		l.markBearers(stale, slot)
	}
	for slot, before := range was {
		l.markBearers(stale, slot)
		for i := range before {
			stale[ids[before[i].entity]] = true
		}
	}
	return kept
}

// markBearers marks the names that share the slot; names that are an entity's own share none.
func (l *Library) markBearers(marked map[ID]bool, slot string) {
	for id := l.byKey[slot]; id != 0; id = l.names[id-1].next {
		marked[id] = true
	}
}

// account is all that an article says of one of its entities.
type account struct {
	entity int // its index
	says   string
}

// accounts returns what a says of its entities, by the slot of their names.
func accounts(a *model.Article) map[string][]account {
	type tally struct {
		mentions, quotes int
		aliases          []string
	}
	tallies := make([]tally, len(a.Entities))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		t := &tallies[m.Entity-1]
		t.mentions++
		if m.Calls(a.Entities[m.Entity-1].Type) {
			t.aliases = append(t.aliases, a.Mentioned(m))
		}
	}
	for i := range a.Quotes {
		if q := &a.Quotes[i]; q.Speaker != 0 && counts(q) {
			tallies[q.Speaker-1].quotes++
		}
	}
	out, in := map[string][]account{}, &setting{Article: a}
	for i := range a.Entities {
		e := &a.Entities[i]
		if linked(e.Type) {
			slot, _ := slotOf(e, words(e.Name), in)
			out[slot] = append(out[slot], account{i, fmt.Sprintf("%q %q %d %d %v", e.Name, e.Role(), e.Gender, e.Ruling, tallies[i])})
		}
	}
	return out
}

// release takes from id all that was filed under it, until somebody of the same name may get it again.
func (l *Library) release(id ID) {
	n := l.names[id-1]
	for _, w := range n.forms {
		l.touch(n.Type, w)
		l.unindex(id, w)
	}
	for _, p := range n.parts { // for a word that both have in common, or as a person says: linked anew
		l.names[p-1].whole = p
	}
	n.parts = nil
	l.part([]ID{id})
	l.given = slices.DeleteFunc(l.given, func(g ID) bool { return g == id })
	delete(l.byKey, n.slot) // whatever bears a name of this slot is released with it
	at, _ := slices.BinarySearch(l.spare[n.slot], id)
	l.spare[n.slot] = slices.Insert(l.spare[n.slot], at, id)
	l.names[id-1] = &name{Entity: Entity{Name: n.Name, Type: n.Type}, whole: id}
}

// unindex is the reverse of index.
func (l *Library) unindex(id ID, w string) {
	for word := range each(w) {
		if at, there := slices.BinarySearch(l.byWord[word], id); there {
			l.byWord[word] = slices.Delete(l.byWord[word], at, at+1)
		}
	}
}

// refile files those entities of article r anew that are under a stale name, or none.
func (l *Library) refile(r Ref, stale map[ID]bool) {
	a, ids := l.Article(r), l.idsOf(r)
	only, in := make([]bool, len(ids)), &setting{Article: a}
	for i, id := range ids {
		only[i] = id == 0 || stale[id]
	}
	for i := range ids {
		if only[i] {
			ids[i] = l.file(&a.Entities[i], in)
		}
	}
	l.count(r, a, only)
}
