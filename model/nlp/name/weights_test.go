package name

import (
	"os"
	"testing"

	"reader/model/nlp/crf"
)

// What was learned and listed takes at most 3 MB of the program.
func TestWeightsListsAndClustersAreSmall(t *testing.T) {
	const most = 3_000_000
	size := int64(0)
	for _, file := range []string{"weights.bin", "../tag/weights.bin", "../gazetteer/names.bin", "../cluster/clusters.bin"} {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if size > most {
		t.Errorf("%d bytes, want at most %d", size, most)
	}
}

// BenchmarkFirstUse measures what the first document pays for the weights of the names.
func BenchmarkFirstUse(b *testing.B) {
	for b.Loop() {
		if _, err := crf.Unpack(weights); err != nil {
			b.Fatal(err)
		}
	}
}
