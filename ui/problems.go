package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// problems returns all that went wrong.
func (m *Model) problems() []error {
	return slices.Concat(m.load.problems, m.fetch.problems, m.troubles)
}

// trouble adds err to the problems, unless it is among them.
func (m *Model) trouble(err error) {
	known := func(other error) bool { return other.Error() == err.Error() }
	if !slices.ContainsFunc(m.troubles, known) {
		m.troubles = append(m.troubles, err)
	}
}

// failed says what was not done and why, in the last line. Among the problems it is told as problem, which says it by itself.
func (m *Model) failed(what string, err, problem error) {
	m.note = what + m.aside(intent.Problems, "tells all") + ": " + line.One(err.Error())
	m.trouble(problem)
}

// showProblems lists what went wrong, and then the articles that were not read as a whole.
func (m *Model) showProblems() {
	first, notices := m.articlesWithProblems()
	problems := m.problems()
	out := make([]popup.Problem, 0, len(problems)+len(notices))
	for i, err := range problems {
		p := popup.Problem{Says: err.Error()}
		if i < len(m.load.problems) {
			if hint := m.keys.Hint(intent.Refresh, "reads it again."); hint != "" {
				p.Then = "Once it is mended, " + hint
			}
		}
		p.At, p.What, _ = strings.Cut(p.Says, ": ")
		if about, ok := errors.AsType[*library.Problem](err); ok {
			p.At, p.What = filepath.Base(about.Path), about.Err.Error()
			if r, ok := first[about.Path]; ok {
				m.leadTo(&p, r)
			}
		}
		out = append(out, p)
	}
	for _, r := range notices {
		h := m.lib.Head(r)
		p := popup.Problem{At: filepath.Base(h.Path), What: h.Notice, Says: h.Path + ": " + h.Notice, Then: "The rest of it is there."}
		m.leadTo(&p, r)
		out = append(out, p)
	}
	m.show(popup.Problems(out, len(notices)))
}

// leadTo lets p, which belongs to the article r, lead to it.
func (m *Model) leadTo(p *popup.Problem, r library.Ref) {
	h := m.lib.Head(r)
	p.Leads = m.keys.Hint(intent.Open, "opens "+h.Name())
	p.Open = func() { m.openArticle(r) }
}

// articlesWithProblems returns the articles with which something went wrong, by their paths, of a file the first; and those that were
// not read as a whole.
func (m *Model) articlesWithProblems() (first map[string]library.Ref, notices []library.Ref) {
	first = map[string]library.Ref{}
	troubled := m.troubled()
	for r := range m.lib.All() {
		h := m.lib.Head(r)
		if h.Notice != "" {
			notices = append(notices, r)
		}
		paths := []string{h.Path}
		if i := strings.LastIndexByte(h.Path, '#'); i >= 0 {
			paths = append(paths, h.Path[:i])
		}
		for _, path := range paths {
			if _, known := first[path]; troubled[path] && !known {
				first[path] = r
			}
		}
	}
	return first, notices
}

// troubled returns the paths of the articles, and of the files, with which something went wrong.
func (m *Model) troubled() map[string]bool {
	out := map[string]bool{}
	for _, err := range m.problems() {
		if about, ok := errors.AsType[*library.Problem](err); ok {
			out[about.Path] = true
		}
	}
	return out
}
