package ui

import tea "charm.land/bubbletea/v2"

// queue is what is to be done outside of Update one after the other, as it writes: marks, corrections, after each of which its article is
// analysed anew and knows what was corrected before, and what is taken out.
type queue struct {
	waiting []func() tea.Cmd // each makes the command that does one, or nil
	busy    bool             // one is under way; whoever takes in what came of it says that it is no more
	leaving bool             // quit when all is done
}

// add takes in what is to be done.
func (q *queue) add(job func() tea.Cmd) { q.waiting = append(q.waiting, job) }

// next returns the command that does what comes next, nil if there is nothing or something is under way.
func (q *queue) next() tea.Cmd {
	for !q.busy && len(q.waiting) > 0 {
		job := q.waiting[0]
		q.waiting = q.waiting[1:]
		if cmd := job(); cmd != nil {
			q.busy = true
			return cmd
		}
	}
	if q.leaving && !q.busy {
		q.leaving = false
		return tea.Quit
	}
	return nil
}
