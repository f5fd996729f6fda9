package quote

// performs reports whether c does not say but sings, reads or writes the work whose title stands behind it: sang “The
// Long Winter”.
func (f *finder) performs(c *cue) bool {
	m := f.markAt(c.start)
	return c.start > 0 && m != nil && !c.comma && !c.colon && f.in(c.at, performances) && f.title(m) && f.stopped(m) == 0
}

// work reports whether the quotation m is the title of a work as what stands before it tells: her book “A gate for Arl”.
func (f *finder) work(m *marked) bool { return f.in(m.first-1, works) }

// thought reports whether c tells what somebody thinks and nothing of that is quoted.
func (f *finder) thought(c *cue, last int) bool {
	if c.use&believes == 0 {
		return false
	}
	if c.form == gerund {
		return true
	}
	for i := c.start; c.start > 0 && i < min(last, c.start+maxClaim); i++ {
		if f.marks[i] != 0 {
			return f.title(f.markAt(i))
		}
		if f.is(i, ",", ";", "—") {
			break
		}
	}
	return true
}

// beliefs maps the word forms of verbs of thinking.
var beliefs = inflected([]verb{{says | believes, "believe think/thought hope fear"}})

var (
	performances = set("sang", "sings", "sing", "sung", "read", "reads", "penned", "pens")

	works = set("book", "novel", "memoir", "song", "single", "hit", "ballad", "anthem", "film", "movie", "documentary", "album", "show", "series",
		"episode", "play", "musical", "poem", "painting", "podcast", "essay", "story", "comedy", "drama", "track", "game")
)
