// Package ui is the screen: one tea.Model that shows a library of articles in three panes, and lets a
// person walk from speaker to quote to article with the keyboard.
//
// The way of a key: keys.go makes an intent of it and offers that to the topmost popup, the line that is being
// typed, the whole screen (actions.go) and the focused pane, in this order. The way of a frame: layout.go
// says where everything is, view.go asks the panes for their lines and joins them.
package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/clip"
	"reader/ui/entities"
	"reader/ui/intent"
	"reader/ui/list"
	"reader/ui/pipe"
	"reader/ui/popup"
	"reader/ui/reading"
	"reader/ui/settings"
	"reader/ui/style"
	"reader/ui/transcript"
)

// Options is what the screen is started with.
type Options struct {
	Library *library.Library // is shown at once, and from then on belongs to the screen; nil: an empty one
	Loader  *library.Loader  // hands over the articles, or what has changed of them; nil: there are none
	First   string           // path of the article to open at, as the loader names it; "": the newest
	Hint    string           // one line of help for the first run, shown until a key is pressed
	Log     *correct.Log     // keeps what is corrected, and the loader applies it; nil: nothing can be corrected

	Problems []error // met before the start, told among the others

	// History returns how an article came to be what it is, nil where no older version is kept. It may be called on any goroutine.
	// nil: there are none.
	History func(*model.Article) (*library.History, error)

	State *state.Log // keeps what is read and starred, and where one was; nil: nothing is kept
	Feeds Feeds      // what the articles come from; nil: they are files and no more

	Open func(address string) error // opens an address in another program; nil: there is none

	Settings *settings.Settings // what the person chose of the screen; nil: it is as it is built in

	Clipboard clip.Tool // copies, beside the terminal; none if empty
	Pipe      []string  // the program, with its arguments, that is offered first to hand over what is shown; none if empty

	Hyperlinks bool // make links in articles hyperlinks of the terminal (OSC 8)
}

// Model is the whole state of the screen.
type Model struct {
	options Options
	keys    intent.KeyMap
	dress   dress
	theme   style.Theme

	lib      *library.Library
	load     loading
	fetch    fetching
	troubles []error // what could not be placed, kept, opened or taken out
	queue    queue

	filter  filter
	tally   tally
	begun   bool // a key was pressed: from now on the selection stays put
	greeted bool // what is new since the last time was told
	opened  opened

	layout Layout
	widths settings.Widths
	focus  Pane
	zoom   bool // the focused pane alone
	quotes bool // the transcript stands in place of the article

	list       *list.Pane
	article    *reading.Pane
	past       past // of the article
	transcript *transcript.Pane
	listing    bool     // more quotes are on their way to the transcript
	subjects   subjects // by which the transcript is ordered
	side       *entities.Pane

	walk   walk
	popups popup.Stack
	cards  cards
	prompt *prompt // nil: nothing is being typed in the status line
	note   string  // said once, until the next key

	jumps   []place
	before  place // where one was before a popup was shown
	actions commands
	mouse   mouse
	browser browsing
	takeout takeout
}

// New returns the screen. It starts to read from the loader when the program runs it.
func New(o Options) tea.Model {
	lib := o.Library
	if lib == nil {
		lib = library.New(nil)
	}
	set := settings.Default()
	if o.Settings != nil {
		set = *o.Settings
	}
	m := &Model{
		options: o, keys: set.Keys, dress: dress{wish: set.Theme, own: set.Themes}, lib: lib, widths: set.Widths, mouse: mouse{off: !set.Mouse, now: time.Now},
		list: list.New(lib, o.State), article: reading.New(lib, set.Widths.Article),
		transcript: transcript.New(lib, o.State, set.Widths.Article), side: entities.New(lib),
		fetch:    fetching{feeds: o.Feeds},
		walk:     newWalk(),
		browser:  browsing{open: o.Open, trusted: map[string]bool{}},
		takeout:  takeout{command: pipe.Join(o.Pipe), exporter: set.Exporter},
		load:     loading{loader: o.Loader, ended: o.Loader == nil, failed: map[string]*library.Problem{}},
		troubles: slices.Concat(o.Log.Problems(), o.State.Problems(), o.Problems),
	}
	if o.First != "" {
		m.focus = ArticlePane
	}
	m.article.SetKeys(m.keys)
	m.transcript.SetTaken(func(q transcript.Quote) bool { return m.isGathered(q.Ref, q.Index) })
	m.setTheme(true, colorprofile.Unknown)
	m.refresh()
	m.count()
	m.arrange()
	return m
}

// Init asks for the colour of the background, for the first articles, and how the feeds do.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.load.next(), m.lookUpFeeds())
}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.layout.Screen = Rect{W: msg.Width, H: msg.Height}
	case tea.BackgroundColorMsg:
		m.setTheme(msg.IsDark(), m.dress.colours)
	case tea.ColorProfileMsg:
		m.setTheme(m.dress.dark, msg.Profile)
	case loadedMsg:
		cmd = m.loaded(msg)
		m.stand()
	case tea.KeyPressMsg:
		m.begun, m.note = true, ""
		cmd = m.press(msg)
		m.tellLeftOut()
	case tea.PasteMsg:
		m.note = ""
		m.paste(msg.Content)
		m.tellLeftOut()
	case tea.MouseMsg:
		cmd = m.point(msg)
	default:
		cmd = m.came(msg)
	}
	m.sync()
	m.attend()
	return m, tea.Batch(cmd, m.queue.next(), m.filter.next(), m.tally.next(), m.moreQuotes(), m.subjects.next(m.transcript), m.browser.next(), m.recall(), m.readForCard())
}

// came takes what came of a command, and returns what is to be done next.
func (m *Model) came(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case browsedMsg:
		m.browsed(msg)
	case copiedMsg:
		m.copied(msg)
	case begunMsg:
		m.fileBegun(msg)
	case transferredMsg:
		m.transferred(msg)
	case searchMsg, cardMsg, quotesMsg, subjectMsg, groupedMsg, tallyMsg:
		m.goOn(msg)
	case restedMsg:
		m.rested(msg)
	case fixedMsg:
		m.fixed(msg)
		m.stand()
	case pastMsg:
		m.recalled(msg)
	case keptMsg:
		m.kept(msg)
	case standingsMsg:
		m.standing(msg)
	case fetchedMsg:
		return m.fetched(msg)
	}
	return nil
}

// dress is what decides about the theme.
type dress struct {
	wish    style.Name
	own     map[style.Name]style.Own
	dark    bool // the background is, as far as it is known
	colours colorprofile.Profile
}

// setTheme gives all that is shown the theme for the terminal, which has such a background and so many colours.
func (m *Model) setTheme(dark bool, colours colorprofile.Profile) {
	m.dress.dark, m.dress.colours = dark, colours
	m.theme = style.Choose(m.dress.wish, m.dress.dark, m.dress.colours)
	if own, ok := m.dress.own[m.dress.wish]; ok {
		m.theme = own.Theme(m.dress.wish, m.dress.dark)
	}
	m.theme.Hyperlinks = m.options.Hyperlinks
	m.list.SetTheme(m.theme)
	m.article.SetTheme(m.theme)
	m.transcript.SetTheme(m.theme)
	m.side.SetTheme(m.theme)
	for _, p := range m.popups {
		p.SetTheme(m.theme)
	}
}

// sync lets the panes follow what changed: the article the selection, once one rests there, and all of them the layout. The
// article goes to the first quote that the query asks for where it is another one, or other quotes are asked for.
func (m *Model) sync() {
	m.arrange()
	if m.walk.on {
		return
	}
	m.follow()
	r, ok := m.list.Selected()
	if !ok {
		m.article.Clear()
		m.side.Clear()
		return
	}
	asked, another := m.filter.asking(), m.lib.Article(r) != m.article.Article()
	if another {
		m.article.Show(r)
		m.resume(r)
		m.side.Show(r)
	}
	if another || !slices.Equal(asked, m.filter.followed) {
		m.toFirstQuote(r)
	}
	m.filter.followed = asked
	m.article.SetTaken(func(i int) bool { return m.isGathered(r, i) })
	m.article.SetNotes(m.options.State.NotesOn(m.article.Article()))
	m.article.Name(0)
	if row, ok := m.side.Selected(); ok && m.focus == EntityPane {
		m.article.Name(row.Entity)
	}
}

// follow keeps the list and the transcript at the same article, whichever of them moved.
func (m *Model) follow() {
	r, listed := m.list.Selected()
	q, ok := m.transcript.Selected()
	switch {
	case !m.quotes || !listed || !ok || m.transcript.Carries(r):
	case m.lib.Article(r) != m.article.Article():
		m.transcript.SelectArticle(r)
	case m.focus == ArticlePane:
		m.list.Select(q.Ref)
	}
}

// arrange gives every pane the room and the focus that it has now.
func (m *Model) arrange() {
	s := m.layout.Screen
	m.layout = Arrange(s.W, s.H, Shape{
		List: m.widths.List, Entities: m.widths.Entities,
		Was: m.layout.Mode, Focus: m.focus, Drawer: m.focus == EntityPane, Zoom: m.zoom,
	})
	for p := range paneCount {
		if room := m.layout.Inside(p); m.layout.Shown(p) {
			m.pane(p).SetSize(room.W, room.H)
		}
		m.pane(p).SetFocused(p == m.focus && len(m.popups) == 0)
	}
	for _, p := range m.popups {
		room := m.popupInside(p)
		p.SetSize(room.W, room.H)
	}
}

// shown is what stands in a pane's place.
type shown interface {
	SetSize(w, h int)
	SetFocused(on bool)
	Handle(i intent.Intent) (tea.Cmd, bool)
	Lines() []string
}

// pane returns what stands in the place of p.
func (m *Model) pane(p Pane) shown {
	switch {
	case p == ListPane:
		return m.list
	case p == EntityPane:
		return m.side
	case m.quotes:
		return m.transcript
	default:
		return m.article
	}
}
