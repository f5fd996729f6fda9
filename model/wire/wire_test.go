package wire

import (
	"math"
	"reflect"
	"testing"
	"time"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	day := time.Date(2026, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600))
	var w Writer
	w.Uint(math.MaxUint64)
	w.Int(7)
	w.Signed(math.MinInt64)
	w.Signed(-1)
	w.Float(0.75)
	w.String("ü")
	w.Strings([]string{"a", ""})
	w.Strings(nil)
	w.Time(day)
	w.Time(time.Time{})
	w.Uint(300)
	r := NewReader(string(w.Bytes))
	got := []any{r.Uint(), r.Uint32(), r.Signed(), r.Signed(), r.Float(), r.String(), r.Strings(), r.Strings(), r.Time(), r.Time(), r.Uint()}
	want := []any{uint64(math.MaxUint64), uint32(7), int64(math.MinInt64), int64(-1), float32(0.75), "ü", []string{"a", ""}, []string(nil), day, time.Time{}, uint64(300)}
	for i := range want {
		if d, ok := want[i].(time.Time); ok && d.Equal(got[i].(time.Time)) && d.String() == got[i].(time.Time).String() {
			continue
		}
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("value %d: got %v, want %v", i, got[i], want[i])
		}
	}
	if r.Err() != nil || r.Len() != 0 {
		t.Errorf("in the end: %v, %d bytes left", r.Err(), r.Len())
	}
}

func FuzzDamage(f *testing.F) {
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", uint8(0))
	f.Add("\x05ab", uint8(3))
	f.Fuzz(func(t *testing.T, s string, what uint8) {
		r := NewReader(s)
		for r.Err() == nil && r.Len() > 0 {
			switch what++; what % 8 {
			case 0:
				r.Uint()
			case 1:
				r.Uint8(9)
			case 2:
				r.Signed()
			case 3:
				_ = r.String()
			case 4:
				if n := len(r.Strings()); n > len(s) {
					t.Fatalf("%d strings of %d bytes", n, len(s))
				}
			case 5:
				r.Time()
			case 6:
				r.Float()
			case 7:
				if n := r.Count(3); n > len(s)/3 {
					t.Fatalf("%d values in %d bytes", n, len(s))
				}
			}
		}
		if r.Err() != nil && r.Uint() != 0 {
			t.Fatal("something was read after an error")
		}
	})
}
