package why

// Sheet is rows of text to be read, some with a label.
type Sheet []Row

// Row is one entry of a sheet. Without label it goes on under the one before.
type Row struct {
	Kind        Kind
	Label, Text string
}

// Kind says what a row is.
type Kind uint8

// The kinds of rows.
const (
	Plain   Kind = iota
	Title        // what the sheet is about
	Section      // a heading
)

func (s *Sheet) title(text string) { *s = append(*s, Row{Title, "", text}) }

func (s *Sheet) section(text string) { *s = append(*s, Row{Section, "", text}) }

// add adds text under a label.
func (s *Sheet) add(label, text string) { *s = append(*s, Row{Plain, label, text}) }
