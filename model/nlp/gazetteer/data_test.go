package gazetteer

import "testing"

// Every place that find can look at is there: the file is whole, sorted, and its numbers are those of what is known.
func TestData(t *testing.T) {
	n := int(number(4 * Buckets))
	known := (len(data) - entriesAt - 4*n) / 4
	if n < 90_000 || len(data) > 900_000 || len(data)%4 != 0 || known < 1 || known > Buckets {
		t.Fatalf("%d names and %d sets of classes in %d bytes", n, known, len(data))
	}
	for b := range Buckets {
		from, to := number(4*b), number(4*b+4)
		if from > to {
			t.Fatalf("bucket %d ends before it begins", b)
		}
		for i := from; i < to; i++ {
			entry := number(entriesAt + 4*int(i))
			if int(entry%Buckets) >= known {
				t.Errorf("name %d is known as %d", i, entry%Buckets)
			}
			if i > from && entry>>BucketBits <= number(entriesAt+4*int(i-1))>>BucketBits {
				t.Errorf("name %d is not behind the one before it", i)
			}
		}
	}
	for i := range known {
		what := number(entriesAt + 4*n + 4*i)
		if Class(what) >= Common<<1 || Class(what) == 0 && what>>classBits < 2 || what>>classBits > MaxLen {
			t.Errorf("what is known as %d is %b", i, what)
		}
	}
}
