package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"reader/model"
)

// linked returns an article that leads to address.
func linked(t *testing.T, address string) *model.Article {
	t.Helper()
	a := write("linked.md", "A story with an address", "Gazette", "2026-03-20", "Nothing is said in it.").done(t)
	a.URL = address
	return a
}

// surfer opens addresses for a test.
type surfer struct{ opened []string }

func (b *surfer) open(address string) error {
	if b.opened = append(b.opened, address); len(b.opened) == 3 {
		return errors.New("there is no display")
	}
	return nil
}

func TestIOpenAnArticleInTheBrowser(t *testing.T) {
	const address = "https://gazette.example/a?b=c"
	var b surfer
	s := openWith(t, Options{Open: b.open}, 140, 40, results(linked(t, address)))
	s.press("o").sees("This leads to gazette.example:", address).press("Esc")
	s.press("o ↓ ↓ Enter")
	if len(b.opened) > 0 {
		t.Fatalf("it opened %q though I said no", b.opened)
	}
	s.press("o Enter").says("Opened: " + address)
	s.press("o").sees("do not ask again for gazette.example").press("↓ Enter")
	s.press("o").says("Not opened", "there is no display").says("1 problem (!)")
	if want := []string{address, address, address}; !slices.Equal(b.opened, want) {
		t.Errorf("it opened %q, want %q", b.opened, want)
	}
}

func TestTheRealHostIsNamedBeforeAnythingIsOpened(t *testing.T) {
	for address, host := range map[string]string{
		"https://bank.example@evil.example/login": "evil.example",
		"https://b\u00fccher.example/":            "xn--bcher-kva.example",
		"https://bu\u0308cher.example/":           "xn--bcher-kva.example", // the dots apart
		"https://b%C3%BCcher.example/":            "xn--bcher-kva.example",
		"https://b\u0430nk.example/":              "xn--bnk-6cd.example", // a Cyrillic letter
		"https://bank.example\uff0f.evil.example": "",                    // would be a slash
	} {
		s := openWith(t, Options{Open: new(surfer).open}, 140, 40, results(linked(t, address))).press("o")
		if host == "" {
			s.says("The article tells no address.").seesNot("This leads")
			continue
		}
		s.sees("This leads to " + host + ":")
	}
}

// What counts in the name of a host is how it ends, so that is read on the narrowest screen, too.
func TestTheEndOfALongHostIsReadBeforeItIsOpened(t *testing.T) {
	for _, at := range []size{{140, 40}, {40, 10}} {
		s := openWith(t, Options{Open: new(surfer).open}, at[0], at[1], results(linked(t, "https://"+strings.Repeat("bank.example.", 12)+"evil.example/")))
		s.press("o").sees("This leads to …nk.example.evil.example:")
	}
	long := "https://" + strings.Repeat("bank.example.", 20) + "evil.example/"
	openWith(t, Options{Open: new(surfer).open}, 140, 40, results(linked(t, long))).press("o").says("The article tells no address.")
}

func TestWhyNothingIsOpened(t *testing.T) {
	openWith(t, Options{}, 140, 40, results(linked(t, "https://gazette.example/"))).press("o").says("name one as opener in the settings")
	for _, address := range []string{"", "file:///etc/passwd", "javascript:alert(1)"} {
		openWith(t, Options{Open: new(surfer).open}, 140, 40, results(linked(t, address))).press("o").says("The article tells no address.")
	}
	openWith(t, Options{Open: new(surfer).open}, 140, 40, nil).press("o").says("There is no article here.")
}
