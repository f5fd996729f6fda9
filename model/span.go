package model

// Span is a half-open range of bytes [Start, End) of a text, on grapheme boundaries. Which text is said
// by a Field beside it, or is the article's body.
type Span struct{ Start, End uint32 }

// Len returns the number of bytes in s.
func (s Span) Len() int { return int(s.End) - int(s.Start) }

// Empty reports whether s holds nothing; the zero Span, which stands for "none", is empty.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the stretch of text that s covers. It panics if s lies outside text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span {
	return Span{uint32(int(s.Start) + n), uint32(int(s.End) + n)}
}

// Field says which text of an article a span lies in.
type Field uint8

// The two texts of an article that are analysed.
const (
	Body Field = iota
	Title
)
