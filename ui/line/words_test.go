package line

import "testing"

func TestCount(t *testing.T) {
	for _, c := range []struct {
		n    int
		want string
	}{{0, "0 quotes"}, {1, "1 quote"}, {2, "2 quotes"}, {999, "999 quotes"}, {1000, "1,000 quotes"}, {1234567, "1,234,567 quotes"}} {
		if got := Count(c.n, "quote"); got != c.want {
			t.Errorf("%d: got %q, want %q", c.n, got, c.want)
		}
	}
}

func TestOne(t *testing.T) {
	if got := One(" a\n\n b\tc "); got != "a b c" {
		t.Errorf("got %q", got)
	}
}
