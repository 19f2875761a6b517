package table

import "dealbox/internal/value"

// codec writes and reads the keys of a dictionary.
type codec[K comparable] struct {
	put func(w *writer, keys []K)
	get func(r *reader) []K
}

var idCodec = codec[value.ID]{
	put: func(w *writer, keys []value.ID) {
		flat := make([]byte, 0, len(keys)*len(value.ID{}))
		for _, id := range keys {
			flat = append(flat, id[:]...)
		}
		putAll(w, flat)
	},
	get: func(r *reader) []value.ID {
		flat := getAll[byte](r)
		r.check(len(flat)%len(value.ID{}) == 0, "%d bytes of ids", len(flat))
		keys := make([]value.ID, len(flat)/len(value.ID{}))
		for i := range keys {
			copy(keys[i][:], flat[i*len(value.ID{}):])
		}
		return keys
	},
}

var optionCodec = codec[value.Option]{
	put: func(w *writer, keys []value.Option) { putAll(w, converted[uint32](keys)) },
	get: func(r *reader) []value.Option { return converted[value.Option](getAll[uint32](r)) },
}

func converted[B, A ~uint32](all []A) []B {
	out := make([]B, len(all))
	for i, n := range all {
		out[i] = B(n)
	}
	return out
}

func stringCodec[S ~string]() codec[S] {
	return codec[S]{
		put: func(w *writer, keys []S) {
			w.uint(uint64(len(keys)))
			for _, s := range keys {
				putAll(w, []byte(s))
			}
		},
		get: func(r *reader) []S {
			var keys []S
			for n := r.uint(); uint64(len(keys)) < n && r.err == nil; {
				keys = append(keys, S(getAll[byte](r)))
			}
			return keys
		},
	}
}

// The dictionaries.

func idDict() dict[value.ID] { return dict[value.ID]{hash: hashID, codec: idCodec} }

func optionDict() dict[value.Option] {
	return dict[value.Option]{hash: hashOption, codec: optionCodec}
}

func stringDict[S ~string]() dict[S] { return dict[S]{hash: hashString[S], codec: stringCodec[S]()} }

func (d *dict[K]) encode(w *writer) { d.put(w, d.keys) }

// decode reads the keys into an empty dictionary.
func (d *dict[K]) decode(r *reader) {
	keys := d.get(r)
	if r.err != nil {
		return
	}
	d.keys = keys
	d.reindex()
	for i, k := range d.keys {
		if d.find(k) != uint32(i+1) {
			r.check(false, "key %d is there twice", i)
			return
		}
	}
}
