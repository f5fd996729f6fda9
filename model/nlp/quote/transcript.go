package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// transcript is an article, or a part of one, that prints what was said behind the names of those who said it, as
// interviews, hearings and debates are printed: "Q: …", "Voss: …", "MODERATOR: …".
type transcript struct {
	*finder
	lines   []line
	people  map[string]bearer  // by what a label may call them
	talkers map[string]*talker // by label
	asked   talker             // who answers, if no label names them
	from    int                // the first and
	to      int                // the last line with a label of a talker
}

// maxTalkers is how many labels a transcript has at most.
const maxTalkers = 100

// talker is who speaks behind a label.
type talker struct {
	kind    part
	id      model.EntityID // of a person or, once heard, of a role; 0 until then, and of an asker
	several bool           // of people may be meant
	sure    float32        // that it is id
	turns   int            // lines that say something
	asks    int            // of these: with a question
	self    int            // of these: of "I"
	own     int            // of these: in the first person, with a question, or quoted
	spoken  int            // of these: as people talk
}

// part says what a label is.
type part uint8

const (
	other    part = iota // no speaker that is known: "Note", "Best cake"
	question             // who asks: "Q", an outlet
	answer               // who is asked: "A"
	known                // a person
	byRole               // somebody with a role: "MODERATOR"
)

// transcribe finds the parts of the body that are a transcript, adds their quotes and notes which lines they are.
func (f *finder) transcribe() {
	t := transcript{finder: f, lines: f.lines(), talkers: map[string]*talker{}}
	labels := 0
	for i := range t.lines {
		if t.lines[i].label != "" {
			labels++
		}
	}
	if labels < 2 {
		return
	}
	t.people = f.peopleByName()
	for i := range t.lines {
		t.hear(&t.lines[i])
	}
	if len(t.talkers) > maxTalkers {
		return
	}
	t.introduce()
	if t.interview() || t.conversation() {
		t.bounds()
		t.speak()
	}
}

// hear counts what stands behind the label of l for its talker.
func (t *transcript) hear(l *line) {
	if l.label == "" {
		return
	}
	v := t.talkers[l.label]
	if v == nil {
		v = t.talker(l)
		t.talkers[l.label] = v
	}
	m := t.manner(l)
	if l.last-l.words < 2 || !m.own && !t.finite(l.words, l.last) {
		return
	}
	v.count(m)
}

// count adds a line in the manner m.
func (v *talker) count(m manner) {
	add := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	v.turns++
	add(&v.asks, m.asks)
	add(&v.self, m.self)
	add(&v.own, m.own)
	add(&v.spoken, m.own || m.spoken)
}

// talker returns who speaks behind the label of l.
func (t *transcript) talker(l *line) *talker {
	switch l.label {
	case "q":
		return &talker{kind: question}
	case "a":
		return &talker{kind: answer}
	}
	if b, ok := t.people[strings.ReplaceAll(l.label, ".", "")]; ok {
		return &talker{kind: known, id: b.id, several: b.id == 0, sure: 0.98}
	}
	m := t.mentionAt(l.name.last - 1)
	switch {
	case m != nil && m.Form == model.Name && m.Type == model.Person && m.Entity != 0 && m.Last == l.name.last:
		return &talker{kind: known, id: m.Entity, sure: 0.98} // Dr. Lee
	case askers[t.d.Lower(l.name.first)] && l.name.last == l.name.first+1:
		return &talker{kind: question}
	case parts[t.d.Lower(l.name.last-1)]:
		return &talker{kind: byRole}
	case m != nil && m.Type == model.Organization && m.First <= l.name.first+1 && m.Last == l.name.last:
		return &talker{kind: question}
	}
	return &talker{}
}

// manner is how a line is worded.
type manner struct {
	asks   bool // with a question
	self   bool // of "I"
	we     bool // in the first person
	own    bool // in the first person, asking, or quoted
	spoken bool // as people talk
}

// manner returns how the words of l are worded.
func (t *transcript) manner(l *line) manner {
	m := manner{own: l.words < l.last && t.marks[l.words] != 0}
	for i := l.words; i < l.last; i++ {
		w := t.d.Lower(i)
		m.asks = m.asks || w == "?"
		m.self = m.self || w == "i" || w == "my" || w == "me"
		m.we = m.we || firstPerson[w]
		m.spoken = m.spoken || w == "you" || w == "your" || t.tag(i) == doc.INTJ
	}
	m.own = m.own || m.we || m.asks
	return m
}

// interview reports whether the article prints questions and answers, and fills in who answers.
func (t *transcript) interview() bool {
	q, a := t.talkers["q"], t.talkers["a"]
	if q == nil || q.own == 0 || a == nil && q.own < 2 {
		return false
	}
	if a == nil {
		a = t.unlabelled()
	}
	said := t.interviewed()
	if a.own == 0 && t.conversation() {
		return true
	}
	id, sure := t.interviewee()
	if a.own == 0 || !said && (id == 0 || 3*a.self < a.turns) {
		return false
	}
	t.asked = talker{kind: answer, id: id, sure: sure}
	return true
}

// unlabelled returns what stands behind questions without a label of its own.
func (t *transcript) unlabelled() *talker {
	v := &talker{kind: answer}
	for i := 1; i < len(t.lines); i++ {
		if l := &t.lines[i]; l.label == "" && t.lines[i-1].label == "q" {
			v.count(t.manner(l))
		}
	}
	return v
}

// conversation reports whether labels with the names of people have what these say behind them, and not what is
// said of them: two turns at least, and somebody who speaks again, or all in the first person.
func (t *transcript) conversation() bool {
	turns, own, spoken, again, asked := 0, 0, 0, false, false
	for _, v := range t.talkers {
		switch v.kind {
		case known, byRole:
			turns += v.turns
			own += v.own
			spoken += v.spoken
			again = again || v.turns > 1
		case question:
			asked = asked || v.own > 0
		default:
		}
	}
	switch {
	case turns > 0 && asked && spoken > 0:
		return true
	case turns < 2:
		return false
	case again:
		return spoken*3 >= turns
	}
	return own >= 2 && own*2 >= turns
}

// bounds finds the first and the last line that opens with a label of a talker.
func (t *transcript) bounds() {
	t.from = -1
	for i := range t.lines {
		if v := t.talkers[t.lines[i].label]; v != nil && v.kind != other {
			if t.from < 0 {
				t.from = i
			}
			t.to = i
		}
	}
}

// speak adds the quotes of all turns: what stands behind a label, and the lines without one that go on with it.
func (t *transcript) speak() {
	var v *talker // who has the word
	for i := max(0, t.from); i < len(t.lines); i++ {
		l := &t.lines[i]
		if l.label != "" {
			v = t.named(l)
		} else if v != nil && !t.goesOnWith(v, i) {
			v = nil
		}
		if v == nil || l.words >= l.last {
			continue
		}
		if t.aside(l) {
			if m := t.markAt(l.first); m != nil {
				m.aside = true
			}
			continue
		}
		t.dialogue = append(t.dialogue, turn{segment{l.first, l.last}, t.say(v, l)})
		if _, ok := t.talkers["a"]; !ok && l.label == "q" && t.asked.kind == answer {
			v = &t.asked // the answer has no label
		}
	}
}

// named returns who speaks behind the label of l, or nil.
func (t *transcript) named(l *line) *talker {
	v := t.talkers[l.label]
	switch v.kind {
	case other:
		return nil
	case answer:
		if t.asked.kind != answer {
			return nil
		}
		return &t.asked
	case byRole:
		if v.id == 0 {
			v.id, v.sure = t.unnamedSpeaker(l.name), unnamedBare
		}
	case known:
		t.meet(v, l)
	default:
	}
	return v
}

// say returns the words of l as a quote of v.
func (t *transcript) say(v *talker, l *line) model.Quote {
	a := attribution{speaker: v.id, sure: v.sure}
	if l.label != "" && v.kind != answer {
		a.mention = t.d.Cover(l.name.first, l.name.last)
	}
	rule := model.RuleTurn
	if v.id == 0 {
		rule, a.mention = model.RuleUnattributed, model.Span{}
	}
	q := t.quote(segment{l.words, l.last}, rule, a)
	if m := t.markAt(l.first); m != nil && m.first == l.first && m.last >= l.last {
		q.Kind = model.Direct // the transcript is quoted
	}
	return q
}

// goesOnWith reports whether line i, which has no label, goes on with what v says: another turn follows, or it is
// in the first person, and it neither tells of the speaker nor asks who would answer.
func (t *transcript) goesOnWith(v *talker, i int) bool {
	l := &t.lines[i]
	if k := t.d.Paragraphs[l.paragraph].Kind; k != model.Paragraph && k != model.Quotation {
		return false
	}
	m := t.manner(l)
	if t.narrates(v, l) {
		return false
	}
	answers := v == &t.asked && t.lines[i-1].label == "q"
	if i > t.to && !answers && (!m.we || m.asks) {
		return false
	}
	next := i + 1
	return v.kind == question || next >= len(t.lines) || t.lines[next].label == "" || t.d.Word(l.last-1) != "?" || t.talkers["q"] != nil
}

// narrates reports whether l, outside quotation marks, tells of v, or that somebody says a quotation, or of the
// transcript.
func (t *transcript) narrates(v *talker, l *line) bool {
	surname := ""
	if v.id != 0 {
		name := strings.ToLower(t.d.Entities[v.id-1].Name)
		surname = name[strings.LastIndexByte(name, ' ')+1:]
	}
	said, quoted := false, false
	for i := l.first; i < l.last; i++ {
		if t.marks[i] != 0 {
			quoted = true
			continue
		}
		w := t.d.Lower(i)
		if w == surname || w == "transcript" || w == "interview" && t.is(i-1, "this", "the") {
			return true
		}
		said = said || plainly[w]
	}
	return said && quoted
}

// aside reports whether l says what happens meanwhile: "(Laughter.)", "[Crosstalk]", "…".
func (t *transcript) aside(l *line) bool {
	first := l.words
	if t.opensMark(first) && first+1 < l.last {
		first++
	}
	for i := first + 1; t.word(first, "(", "[") && i < l.last; i++ {
		if t.word(i, ")", "]") {
			return i >= l.last-2
		}
	}
	for i := first; i < l.last; i++ {
		if t.d.Tokens[i].Kind != doc.Punct {
			return false
		}
	}
	return true
}

// turn is a line of a transcript and its quote.
type turn struct {
	segment
	quote model.Quote
}

// transcribed reports whether u lies in a transcript, whose quotes up to u it adds.
func (f *finder) transcribed(u unit) bool {
	for len(f.dialogue) > 0 && f.dialogue[0].first < u.last {
		f.quotes = append(f.quotes, f.dialogue[0].quote)
		f.heard, f.dialogue = f.dialogue[0].last, f.dialogue[1:]
	}
	return u.first < f.heard
}

var (
	firstPerson = set("i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves")

	// askers are the labels of those who ask.
	askers = set("interviewer", "reporter", "questioner", "question", "press")

	// parts are what people are in a hearing, a debate or a broadcast.
	parts = set("moderator", "host", "anchor", "announcer", "narrator", "presenter", "judge", "court", "clerk", "witness", "audience",
		"chair", "chairman", "chairwoman", "chairperson", "caller", "operator", "voice", "speaker", "prosecutor", "attorney",
		"president", "interpreter", "translator", "dispatcher", "officer", "member", "panelist", "analyst")
)
