package line

import "slices"

// Bars returns values, none of which is negative, as a row of bars, each as high beside the largest as its value is: a blank
// for 0, and at least the lowest bar for anything more.
func Bars(values []int) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	if len(values) == 0 {
		return ""
	}
	largest := max(slices.Max(values), 1)
	out := make([]rune, len(values))
	for i, v := range values {
		out[i] = ' '
		if v > 0 {
			out[i] = bars[(v*len(bars)-1)/largest]
		}
	}
	return string(out)
}
