package main

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

var errClasses = errors.New("too many sets of classes")

// pack returns the names in the form that package gazetteer looks them up in.
func (n *names) pack() ([]byte, error) {
	known := n.known()
	keys := make([]uint32, 0, len(known))
	for key := range known {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var sets []uint32
	number := map[uint32]uint32{}
	for _, key := range keys {
		if _, ok := number[known[key]]; !ok {
			number[known[key]] = uint32(len(sets))
			sets = append(sets, known[key])
		}
	}
	if len(sets) > gazetteer.Buckets {
		return nil, errClasses
	}
	packed := make([]byte, 0, 4*(gazetteer.Buckets+1+len(keys)+len(sets)))
	for b, i := 0, 0; b <= gazetteer.Buckets; b++ {
		for i < len(keys) && int(keys[i]>>(32-gazetteer.BucketBits)) < b {
			i++
		}
		packed = binary.LittleEndian.AppendUint32(packed, uint32(i))
	}
	for _, key := range keys {
		packed = binary.LittleEndian.AppendUint32(packed, key<<gazetteer.BucketBits|number[known[key]])
	}
	for _, set := range sets {
		packed = binary.LittleEndian.AppendUint32(packed, set)
	}
	return packed, nil
}

// known returns what is known of each entry by its key: its classes, and above them the number of words of the longest
// name that begins with it.
func (n *names) known() map[uint32]uint32 {
	out := map[uint32]uint32{}
	for name, class := range n.class {
		words := strings.Fields(name)
		first := cluster.Hash(words[0])
		entry := first
		for _, w := range words[1:] {
			entry = gazetteer.Join(entry, cluster.Hash(w))
		}
		out[gazetteer.Key(entry)] |= uint32(class)
		if len(words) > 1 {
			key := gazetteer.Key(first)
			have := out[key]
			out[key] = have&0xffff | max(have>>16, uint32(len(words)))<<16
		}
	}
	return out
}
