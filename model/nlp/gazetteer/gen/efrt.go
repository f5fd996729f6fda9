package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
)

var lexiconLine = regexp.MustCompile(`(?m)^\s+"([^"]+)": (".*"),?$`)

// compromise returns the words of the lexicon of compromise by their tags.
func compromise(file string) (map[string][]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	out := map[string][]string{}
	for _, m := range lexiconLine.FindAllSubmatch(text, -1) {
		var packed string
		if err := json.Unmarshal(m[2], &packed); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", file, m[1], err)
		}
		for part := range strings.SplitSeq(packed, "|") {
			_, trie, ok := strings.Cut(part, "¦")
			if !ok {
				return nil, fmt.Errorf("%s: %s: no trie", file, m[1])
			}
			words, err := unpack(trie)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, m[1], err)
			}
			out[string(m[1])] = append(out[string(m[1])], words...)
		}
	}
	return out, nil
}

// trie is a packed trie in the format of the library efrt.
type trie struct {
	nodes   []string
	symbols map[int]int // nodes by their numbers, for references that do not count from where they stand
	words   []string
}

// mostWords is more words than a trie has.
const mostWords = 100_000

var errTrie = errors.New("damaged trie")

// unpack returns the words of a packed trie. Nodes are parted by semicolons; a node is a run of pieces of words, each with
// a reference to a node behind it, or a comma where the word ends; "!" at its front says that the word may end before it.
func unpack(packed string) ([]string, error) {
	t := trie{nodes: strings.Split(packed, ";"), symbols: map[int]int{}}
	for len(t.nodes) > 0 {
		from, to, ok := strings.Cut(t.nodes[0], ":")
		if !ok {
			break
		}
		t.symbols[digits(from)] = digits(to)
		t.nodes = t.nodes[1:]
	}
	err := t.walk(0, "")
	return t.words, err
}

// walk adds the words that go on from prefix at a node.
func (t *trie) walk(at int, prefix string) error {
	if at >= len(t.nodes) || t.nodes[at] == "" || len(t.words) > mostWords {
		return fmt.Errorf("%w: no node %d behind %q", errTrie, at, prefix)
	}
	node := t.nodes[at]
	if rest, ok := strings.CutPrefix(node, "!"); ok {
		t.words = append(t.words, prefix)
		node = rest
	}
	for node != "" {
		piece, reference, rest := cutReference(node)
		node = rest
		if piece == "" {
			continue
		}
		if reference == "" || reference == "," {
			t.words = append(t.words, prefix+piece)
			continue
		}
		to := t.target(at, reference)
		if to <= at {
			return fmt.Errorf("%w: reference %q of node %d goes back", errTrie, reference, at)
		}
		if err := t.walk(to, prefix+piece); err != nil {
			return err
		}
	}
	return nil
}

// cutReference parts the first piece of a node, its reference and the rest.
func cutReference(node string) (piece, reference, rest string) {
	from := strings.IndexFunc(node, isReference)
	if from < 0 {
		return node, "", ""
	}
	to := from
	for to < len(node) && isReference(rune(node[to])) {
		to++
	}
	return node[:from], node[from:to], node[to:]
}

// target returns the node that a reference in the node at stands for.
func (t *trie) target(at int, reference string) int {
	n := digits(reference)
	if n < len(t.symbols) {
		return t.symbols[n]
	}
	return at + n + 1 - len(t.symbols)
}

func isReference(r rune) bool { return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || r == ',' }

// digits returns the number that digits and capitals write in base 36, where "00" is behind "Z".
func digits(s string) int {
	n, below, power := 0, 0, 1
	for i := range len(s) {
		d := int(s[i] - '0')
		if s[i] >= 'A' {
			d = int(s[i]-'A') + 10
		}
		n = n*36 + d
		if i > 0 {
			below += power
		}
		power *= 36
	}
	return n + below
}
