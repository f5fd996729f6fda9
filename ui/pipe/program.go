package pipe

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"

	"reader/model/source"
)

// Program is a program to be run with text on its standard input. It has the terminal until it ends, and until whoever sits there
// has read what it says: it is a tea.ExecCommand.
type Program struct {
	argv           []string
	text           []byte
	stdin          io.Reader
	stdout, stderr io.Writer
}

// New returns the program argv, which Split made, to be given text.
func New(argv []string, text []byte) *Program { return &Program{argv: argv, text: text} }

// Name returns the name of the program.
func (p *Program) Name() string { return filepath.Base(p.argv[0]) }

// Find returns an error if there is no such program.
func (p *Program) Find() error {
	if _, err := exec.LookPath(p.argv[0]); err != nil {
		return fmt.Errorf("there is no program %s: %w", p.argv[0], errors.Unwrap(err))
	}
	return nil
}

// SetStdin says where it is read from that one has seen enough.
func (p *Program) SetStdin(r io.Reader) { p.stdin = r }

// SetStdout says where the program writes to.
func (p *Program) SetStdout(w io.Writer) { p.stdout = w }

// SetStderr says where the program tells what is wrong.
func (p *Program) SetStderr(w io.Writer) { p.stderr = w }

// Run runs the program, and waits for Enter. The error says how the program ended, and the first line of what it said of that.
func (p *Program) Run() error {
	err := p.run(p.stdout, p.stderr)
	_, _ = fmt.Fprintf(p.stdout, "\n%s has ended. Enter goes back to the reader.", p.Name())
	waitForLine(p.stdin)
	return err
}

// Give runs the program, which writes all that it has to say to out. The error is that of Run.
func (p *Program) Give(out io.Writer) error { return p.run(out, out) }

func (p *Program) run(stdout, stderr io.Writer) error {
	var said beginning
	cmd := exec.Command(p.argv[0], p.argv[1:]...)
	cmd.Stdin = bytes.NewReader(p.text)
	cmd.Stdout = stdout
	cmd.Stderr = io.MultiWriter(stderr, &said)
	err := cmd.Run()
	if err == nil {
		return nil
	}
	if first := said.line(); first != "" {
		return fmt.Errorf("%s: %w: %s", p.Name(), err, first)
	}
	return fmt.Errorf("%s: %w", p.Name(), err)
}

// waitForLine reads a line, and no more than that.
func waitForLine(r io.Reader) {
	var b [1]byte
	for {
		n, err := r.Read(b[:])
		if err != nil || n > 0 && b[0] == '\n' {
			return
		}
	}
}

// beginning keeps the beginning of what is written to it.
type beginning struct{ kept []byte }

// enough is how many bytes are kept: a line of them is shown.
const enough = 1024

// Write implements io.Writer.
func (b *beginning) Write(p []byte) (int, error) {
	b.kept = append(b.kept, p[:min(len(p), enough-len(b.kept))]...)
	return len(p), nil
}

// line returns the first line that says something, safe to show.
func (b *beginning) line() string {
	first, _, _ := strings.Cut(strings.TrimSpace(string(b.kept)), "\n")
	return source.SanitizeLine(first)
}
