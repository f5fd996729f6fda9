package linear

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"reader/model/query"
)

// command is something that one can type. Its name may be shortened as long as no other command begins so; also are other names.
type command struct {
	name, also string
	takes      string // what stands behind it, for help
	help       string
	do         func(*Reader, context.Context, string) error
}

// group is commands about one thing.
type group struct {
	name     string
	commands []command
}

// groups returns all commands, as help lists them.
func groups() []group { return append(listening(), doing()...) }

// listening is the commands to find one's way to what is to be heard.
func listening() []group {
	return []group{
		{"Articles", []command{
			{"list", "l", "[PAGE]", "the articles that are listed, 20 a page", (*Reader).list},
			{"open", "o", "[NUMBER]", "open an article of the list, as the number alone does; without one, which is open", (*Reader).openNumber},
			{"where", "", "", "where you are: how many articles, which query, which article and paragraph", (*Reader).where},
			{"sources", "", "", "where the articles are from, with how many are unread", (*Reader).sources},
			{"new", "", "", "who speaks in what is new since the last time", (*Reader).sinceLast},
			{"sort", "", "[ORDER]", "newest, oldest, title, source or quotes first", (*Reader).sort},
		}},
		{"Reading", []command{
			{"next", "n", "[WHAT]", "the next quote that the query asks for, or any; next article, next unread and next paragraph go on to these", (*Reader).next},
			{"previous", "p", "[WHAT]", "the same backwards", (*Reader).previous},
			{"back", "b", "", "the paragraph before", (*Reader).back},
			{"paragraph", "pa", "[NUMBER|last]", "that paragraph, or this one again, around the quote that was read", (*Reader).paragraph},
			{"rest", "", "", "the article from here to its end", (*Reader).rest},
			{"whole", "w", "", "the whole article", (*Reader).whole},
			{"return", "", "", "back to the article, or the query, before", (*Reader).goBack},
			{"search", "/", "QUERY", "where in this article something stands", (*Reader).search},
			{"links", "", "", "where this article leads; a number opens it, and asks first", (*Reader).links},
			{"changes", "", "", "what was changed in this article since it was fetched first", (*Reader).changes},
			{"copies", "", "", "who else carries this article, and where they differ", (*Reader).copies},
			{"announce", "", "on|off", "say before each quote whose it is, or leave the text as it is", (*Reader).announce},
		}},
		{"Who said what", []command{
			{"speaker", "s", "NAME [or NAME]", "only articles in which they speak; speaker anybody takes that back", (*Reader).pickSpeaker},
			{"speakers", "", "[here]", "who speaks in what is listed, or in this article, and how often", (*Reader).speakers},
			{"quotes", "transcript t", "[here]", "the quotes alone, those that the query asks for or all, of what is listed or of this article", (*Reader).quotes},
			{"subjects", "", "[here]", "what the speakers of the query say, that on one subject together", (*Reader).subjects},
			{"outlets", "", "", "who else carries this quote", (*Reader).outlets},
			{"about", "", "NAME", "what is known of somebody or something", (*Reader).about},
			{"mentions", "", "NAME", "where this article mentions somebody or something", (*Reader).mentions},
			{"names", "", "[KIND|NAME]", "the people, organizations and places that this article names; a number tells more", (*Reader).names},
			{"why", "", "[NAME]", "the evidence for the speaker of this quote, or for whom a name means", (*Reader).why},
		}},
	}
}

// doing is the commands that change what is listed, or kept.
func doing() []group {
	return []group{
		{"Taking words out", []command{
			{"take", "", "[NUMBERS]", "take this quote, or those of the list of quotes, as take 1 3, to copy or write several together", (*Reader).take},
			{"drop", "", "[NUMBERS|all]", "put what was taken back", (*Reader).drop},
			{"taken", "", "", "the quotes that are taken", (*Reader).listTaken},
			{"copy", "", "[address|link NUMBER]", "copy what is taken, or this quote, with who said it and where it stands; or the address of the article, or of one of its links", (*Reader).copy},
			{"write", "", "[articles|here] FILE", "write the quotes that are taken, else the quotes alone, to a file, as write quotes.csv; the end of its name tells the format", (*Reader).write},
			{"pipe", "", "[articles|here] PROGRAM", "hand the same to a program, as Markdown", (*Reader).pipe},
		}},
		{"Correcting", []command{
			{"correct", "c", "[WHO]", "say who said this quote: a name, nobody, or not a quote; or that it has other words", (*Reader).correct},
			{"mark", "", "[WORDS]", "words of this paragraph are a quote: mark the turbines … by summer, or sentences, mark 2 or mark 2 to 3; alone it lists these", (*Reader).markWords},
			{"same", "", "NAME [as NAME]", "who says this quote is the same as somebody who goes by that name; or one name of this article is the same as another", (*Reader).same},
			{"apart", "", "NAME", "one of the names that somebody has is somebody else’s", (*Reader).apart},
			{"dismiss", "", "NAME", "this is no name of anybody or anything", (*Reader).dismiss},
			{"undo", "", "", "take the last correction, mark, note or saved search back", (*Reader).undo},
		}},
		{"Finding", []command{
			{"find", "f", "QUERY", "only articles that match, as find speaker:azimov -org:nato; help queries tells all", (*Reader).find},
			{"also", "", "QUERY", "only those of them that match this, too; also -org:nato leaves out", (*Reader).also},
			{"values", "", "FIELD [BEGINNING]", "what a field of a query can look for, as values org or values speaker az; a number takes it", (*Reader).values},
			{"source", "", "NAME [or NAME]", "only articles from there; source any takes that back", (*Reader).bySource},
			{"clear", "", "", "all articles again", (*Reader).clear},
			{"saved", "", "", "the saved searches", (*Reader).saved},
			{"save", "", "NAME", "keep the query under a name", (*Reader).save},
			{"forget", "", "NAME", "take a saved search away", (*Reader).forget},
		}},
		{"Marks", []command{
			{"read", "r", "[NUMBER|all]", "mark this article, one of the list or all that are listed as read", (*Reader).markRead},
			{"unread", "u", "[NUMBER]", "mark as unread", (*Reader).markUnread},
			{"star", "", "[NUMBER]", "give a star", (*Reader).star},
			{"unstar", "", "[NUMBER]", "take the star away", (*Reader).unstar},
			{"note", "", "[TEXT]", "keep a note on the quote that was read last, else on this article; or read those that there are", (*Reader).note},
			{"unnote", "", "", "take the last note on that quote, or on this article, away", (*Reader).unnote},
		}},
		{"The rest", []command{
			{"browse", "", "", "open the article’s address in the browser; asks first", (*Reader).browse},
			{"refresh", "", "", "look for what is new in your feeds and files", (*Reader).fetch},
			{"pause", "", "[off]", "stop the reading and analysing of articles, or go on with it", (*Reader).pause},
			{"problems", "", "", "what could not be read, or not as a whole; a number opens the article", (*Reader).tellProblems},
			{"help", "h ?", "[WHAT]", "the names of all commands; more of one, of those of a heading, of all, or of queries", (*Reader).help},
			{"quit", "q exit", "", "leave", (*Reader).leaveNow},
		}},
	}
}

// commands returns all commands.
func commands() []command {
	var out []command
	for _, g := range groups() {
		out = append(out, g.commands...)
	}
	return out
}

// obey does the command line. A number alone opens what has it in the list printed last, and nothing at all goes on.
func (r *Reader) obey(ctx context.Context, line string) error {
	if line == "" {
		if r.goOn == nil {
			return fmt.Errorf("there is nothing to go on with; help lists the commands")
		}
		return r.goOn(ctx)
	}
	if n, ok := number(line); ok {
		return r.choose(ctx, n)
	}
	word, rest, _ := strings.Cut(line, " ")
	if after, ok := strings.CutPrefix(line, "/"); ok {
		word, rest = "/", after
	}
	c, err := named(word)
	if err != nil {
		return err
	}
	return c.do(r, ctx, strings.TrimSpace(rest))
}

// typed returns the command that line begins with, written out, and what stands behind it; nil if there is none.
func typed(line string) (c *command, rest string) {
	word, rest, _ := strings.Cut(line, " ")
	for _, c := range commands() {
		if c.name == word {
			return &c, rest
		}
	}
	return nil, ""
}

// named returns the command that word means.
func named(word string) (command, error) {
	word = strings.ToLower(word)
	var begin []command
	for _, c := range commands() {
		if c.name == word || slices.Contains(strings.Fields(c.also), word) {
			return c, nil
		}
		if strings.HasPrefix(c.name, word) {
			begin = append(begin, c)
		}
	}
	switch len(begin) {
	case 1:
		return begin[0], nil
	case 0:
		return command{}, Mistake{fmt.Sprintf("There is no command “%s”; help lists them. To look for the word: find %s", word, word)}
	}
	names := make([]string, len(begin))
	for i, c := range begin {
		names[i] = c.name
	}
	return command{}, Mistake{fmt.Sprintf("“%s” may be %s.", word, strings.Join(names, " or "))}
}

// leaveNow does "quit".
func (r *Reader) leaveNow(context.Context, string) error {
	r.quit = true
	return nil
}

// help does "help [WHAT]": the names of all commands, or more of those of a group, of one, or of all.
func (r *Reader) help(_ context.Context, what string) error {
	what = strings.ToLower(what)
	if what == "queries" {
		r.helpQueries()
		return nil
	}
	found := false
	for _, g := range groups() {
		switch {
		case what == "":
			r.out.say("%s: %s.", g.name, g.names())
		case what == "all" || what == strings.ToLower(g.name):
			r.out.say("%s:", g.name)
			for _, c := range g.commands {
				r.out.say("%s", c.line())
			}
			found = true
		}
	}
	switch {
	case what == "":
		r.out.say("Enter alone goes on: to the next paragraph, quote or page. A number alone opens what has it in the list printed last.")
		r.out.say("Commands may be shortened as long as it is clear which is meant. More: help and a command, help reading, help all, help queries.")
	case !found:
		c, err := named(what)
		if err != nil {
			return err
		}
		r.out.say("%s", c.line())
	}
	return nil
}

// names returns the names of the commands of g.
func (g *group) names() string {
	out := make([]string, len(g.commands))
	for i, c := range g.commands {
		out[i] = c.name
	}
	return strings.Join(out, ", ")
}

// line returns the help for c.
func (c *command) line() string {
	s := strings.TrimSpace(c.name + " " + c.takes)
	if c.also != "" {
		s += ", or " + strings.Join(strings.Fields(c.also), " or ")
	}
	return s + ": " + c.help + "."
}

// helpQueries tells how queries are written.
func (r *Reader) helpQueries() {
	r.out.say("Terms that stand side by side must all match. OR, parentheses and a minus in front work as everywhere.")
	r.out.say("lease finds words that begin so, \"extend the lease\" these words side by side, ~sanktions what is spelt much like it, /sanction(s|ed)/ a regular expression.")
	r.out.say("Fields, each with a colon behind it, as speaker:azimov:")
	for f := query.Speaker; f <= query.Sort; f++ {
		values := ""
		if few := f.Values(); len(few) > 0 {
			values = ": " + strings.Join(few, ", ")
		}
		r.out.say("%s, %s%s.", f, f.Help(), values)
	}
}
