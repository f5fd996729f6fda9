package main

import (
	"encoding/json"
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
		return nil, err
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
	symbols map[int]int
	words   []string
}

// unpack returns the words of a packed trie. Nodes are parted by semicolons; a node is a run of pieces of words, each with
// a reference to the node behind it, or a comma where the word ends; "!" at its front says that the word may end before it.
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
	return t.words, t.walk(0, "", &t.words)
}

func (t *trie) walk(at int, prefix string, words *[]string) error {
	if at < 0 || at >= len(t.nodes) || len(prefix) > 100 {
		return fmt.Errorf("no node %d behind %q", at, prefix)
	}
	node := t.nodes[at]
	if rest, ok := strings.CutPrefix(node, "!"); ok {
		*words = append(*words, prefix)
		node = rest
	}
	for node != "" {
		n := strings.IndexFunc(node, isReference)
		if n < 0 {
			*words = append(*words, prefix+node)
			break
		}
		piece := node[:n]
		node = node[n:]
		n = strings.IndexFunc(node, func(r rune) bool { return !isReference(r) })
		if n < 0 {
			n = len(node)
		}
		reference := node[:n]
		node = node[n:]
		switch {
		case piece == "":
		case reference == ",":
			*words = append(*words, prefix+piece)
		default:
			if err := t.walk(t.target(at, reference), prefix+piece, words); err != nil {
				return err
			}
		}
	}
	return nil
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
