package source

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"reader/model/markdown"
)

// maxFragment is the size in bytes up to which HTML keeps its marks; of more than that the text is read.
const maxFragment = 512 << 10

// fragment returns what a fragment of HTML says, without the title where it stands there once more. Links are relative
// to base, which may be nil. HTML that is too large becomes paragraphs of its words.
func fragment(source string, base *url.URL, title string) converted {
	if len(source) > maxFragment {
		return converted{blocks: bareBlocks(source)}
	}
	root, err := html.Parse(strings.NewReader(strip(source).html))
	if err != nil {
		return converted{blocks: bareBlocks(source)}
	}
	body := firstElement(root, "body") // which the parser makes where there is none.
	text, err := convert(body, base, title)
	if err != nil {
		return converted{blocks: bareBlocks(source)}
	}
	return text
}

// bareBlocks returns the paragraphs of a fragment of HTML without their marks. It costs a small part of what fragment does.
func bareBlocks(source string) []markdown.Block {
	text, _ := splitLines(strings.Join(markdown.HTMLParagraphs(source), "\n\n"))
	return plainBlocks(text)
}
