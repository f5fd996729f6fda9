// Package ui is the screen: one tea.Model that shows a library of articles in three panes, and lets a
// person walk from speaker to quote to article with the keyboard.
package ui

import (
	tea "charm.land/bubbletea/v2"

	"reader/model/library"
)

// Options is what the screen is started with.
type Options struct {
	Loader *library.Loader // hands over the articles; nil: there are none
	First  string          // path of the article to open at, as the loader names it; "": the newest
	Hint   string          // one line of help for the first run, shown until a key is pressed
}

// Model is the whole state of the screen.
type Model struct{ options Options }

// New returns the screen. It starts to read from the loader when the program runs it.
func New(o Options) tea.Model { return &Model{o} }

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update implements tea.Model.
func (m *Model) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

// View implements tea.Model.
func (m *Model) View() tea.View { return tea.NewView(m.options.Hint) }
