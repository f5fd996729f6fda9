package reading

import (
	"slices"
	"strings"
	"testing"
)

func TestLabelsAreShortAndNoneBeginsLikeAnother(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "a", 3: "a s d", 9: "a s d f g h j k l", 11: "s d f g h j k l aa as ad"} {
		if got := strings.Join(labels(n), " "); got != want {
			t.Errorf("%d labels: %q, want %q", n, got, want)
		}
	}
	for n := range 400 {
		all := slices.Sorted(slices.Values(labels(n)))
		if len(all) != n {
			t.Fatalf("%d labels for %d", len(all), n)
		}
		for i := 1; i < n; i++ { // whatever begins like another stands right behind one that does
			if strings.HasPrefix(all[i], all[i-1]) {
				t.Fatalf("of %d labels %s begins like %s", n, all[i], all[i-1])
			}
		}
	}
}
