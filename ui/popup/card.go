package popup

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"reader/model/correct"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/profile"
	"reader/ui/style"
)

// CardLinks is where one gets from a card.
type CardLinks struct {
	Article func(r library.Ref, whom library.ID) // opens an article at what whom says in it
	Card    func(library.ID)                     // shows the card of another entity
}

// Card tells all about an entity: what it is called, when it was in the news, with whom, and in which articles. It grows as these
// are read. The cursor is in its lines, some of which can be opened.
type Card struct {
	pane.Place
	lib     *library.Library
	log     *correct.Log
	profile *library.Profile
	stale   bool             // the library has changed since
	next    *library.Profile // to take its place when it is read; nil: none
	links   CardLinks
	head    []cardLine // all before the articles, for the room there is; nil: not written yet
	window  pane.Window
}

// cardLine is a line of a card.
type cardLine struct {
	text    string
	style   uv.Style
	section bool                 // it is the heading of a section
	do      func() (leaves bool) // called by Enter; nil: nothing is
}

// NewCard returns the card of id. What a person corrected is in log.
func NewCard(lib *library.Library, id library.ID, log *correct.Log, links CardLinks) *Card {
	return &Card{lib: lib, log: log, profile: lib.Profile(id, log), links: links}
}

// Step reads n more articles. What was read before the library changed is told until all is read anew.
func (c *Card) Step(n int) {
	switch {
	case !c.profile.Done():
		c.profile.Step(n)
	case c.stale && c.next == nil:
		c.next, c.stale = c.lib.Profile(c.profile.ID(), c.log), false
		return
	case c.next == nil || !c.next.Step(n):
		return
	default:
		c.profile, c.next = c.next, nil
	}
	c.write()
}

// Done reports whether all articles were read.
func (c *Card) Done() bool { return c.profile.Done() && !c.stale && c.next == nil }

// Renew lets what is told be read anew, as the library has changed.
func (c *Card) Renew() { c.stale = true }

// Title implements Popup.
func (c *Card) Title() string {
	switch {
	case c.profile.Done() && c.window.Top+c.H < c.lines():
		return "All about · Space for more"
	case c.profile.Done():
		return "All about"
	}
	return fmt.Sprintf("All about · reading %s of %s", line.Thousands(c.profile.Read()), line.Thousands(len(c.profile.Articles())))
}

// Want implements Popup: all room that there is.
func (c *Card) Want() (w, h int) {
	const width, lines = 96, 1000
	return width, lines
}

// SetSize gives the card w columns and h lines.
func (c *Card) SetSize(w, h int) {
	anew := w != c.W || c.head == nil
	c.Place.SetSize(w, h)
	if anew {
		c.write()
	}
	c.keep()
}

// SetTheme sets the styles.
func (c *Card) SetTheme(th style.Theme) {
	c.Place.SetTheme(th)
	c.head = nil
}

// leastForOneLine is how wide a card must be to tell of an article in one line, and not in two.
const leastForOneLine = 60

// perArticle returns how many lines an article has.
func (c *Card) perArticle() int {
	if c.W < leastForOneLine {
		return 2
	}
	return 1
}

// lines returns how many there are.
func (c *Card) lines() int { return len(c.head) + len(c.profile.Articles())*c.perArticle() }

func (c *Card) keep() { c.window.Keep(c.lines(), c.H) }

// line returns line i.
func (c *Card) line(i int) cardLine {
	if i < len(c.head) {
		return c.head[i]
	}
	i -= len(c.head)
	r := c.profile.Articles()[i/c.perArticle()]
	l := cardLine{style: c.Theme.Text, do: c.article(r)}
	h, in := c.lib.Head(r), c.profile.In(r)
	count := fmt.Sprintf(" %d× ", in.Mentions)
	if in.Quotes > 0 {
		count = fmt.Sprintf(" “%d%s", in.Quotes, count)
	}
	const date, source = 12, 18
	width := c.W - 1
	switch {
	case c.perArticle() == 1:
		l.text = line.Spread(line.Fit(profile.Day(h), date)+line.Fit(line.One(outlet(h)), source-1)+" "+line.One(h.Title), count, width)
	case i%2 == 0:
		l.text = line.Spread(profile.Day(h)+" · "+line.One(outlet(h)), count, width)
	default:
		l.text = "  " + line.One(h.Title)
	}
	return l
}

// Lines implements Popup.
func (c *Card) Lines() []string {
	if c.head == nil {
		c.write()
	}
	out := make([]string, 0, c.H)
	for i := c.window.Top; i < min(c.window.Top+c.H, c.lines()); i++ {
		l := c.line(i)
		bar, st := " ", l.style
		if i == c.window.Cursor {
			bar, st = line.Paint(c.Theme.Accent, "▌"), style.Over(c.Theme.Status, st)
		}
		out = append(out, bar+line.Styled(st, l.text, c.W-1))
	}
	return line.Fill(out, c.W, c.H)
}

// Handle moves the cursor, or goes to the next section.
func (c *Card) Handle(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.NextTab:
		c.toSection(1)
	case intent.PreviousTab:
		c.toSection(-1)
	default:
		return nil, c.window.Move(i, c.lines(), c.H)
	}
	return nil, true
}

// toSection goes to the nearest heading by dir, 1 or -1, and shows as much as there is room for behind it.
func (c *Card) toSection(dir int) {
	for i := c.window.Cursor + dir; i >= 0 && i < len(c.head); i += dir {
		if c.head[i].section || i == 0 {
			c.window.Cursor, c.window.Top = i, i
			c.keep()
			return
		}
	}
}

// Click puts the cursor on the line y.
func (c *Card) Click(y int) {
	if i := c.window.Top + y; y >= 0 && i < c.lines() {
		c.window.Cursor = i
	}
}

// Type implements Popup: there is nothing to type in.
func (c *Card) Type(tea.KeyPressMsg) bool { return false }

// Accept opens what the cursor is on: an article, or another card over this one.
func (c *Card) Accept() bool {
	do := c.line(c.window.Cursor).do
	return do != nil && do()
}

// article returns what opens article r.
func (c *Card) article(r library.Ref) func() bool {
	return func() bool {
		c.links.Article(r, c.profile.ID())
		return true
	}
}

// Cancel implements Popup.
func (c *Card) Cancel() {}

// Cursor implements Popup.
func (c *Card) Cursor() (x, y int, ok bool) { return 0, 0, false }
