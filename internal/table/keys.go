package table

import "dealbox/internal/value"

// codec writes and reads the keys of a dictionary.
type codec[K comparable] struct {
	put func(w *writer, keys []K)
	get func(r *reader) []K
}

// flatCodec is that of keys that are numbers.
func flatCodec[K element]() codec[K] { return codec[K]{put: putAll[K], get: getAll[K]} }

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

func idDict() dict[value.ID] { return dict[value.ID]{hash: hashID, codec: flatCodec[value.ID]()} }

func optionDict() dict[value.Option] {
	return dict[value.Option]{hash: hashOption, codec: flatCodec[value.Option]()}
}

func stringDict[S ~string]() dict[S] { return dict[S]{hash: hashString[S], codec: stringCodec[S]()} }

func (d *dict[K]) encode(w *writer) { d.put(w, d.keys) }

// decode reads the keys into an empty dictionary. Their index is made later: the first list
// needs few of them. That no key is there twice is known: the snapshot is sealed.
func (d *dict[K]) decode(r *reader) {
	if keys := d.get(r); r.err == nil {
		d.keys, d.late = keys, &late{}
		d.late.set(d.reindex)
		r.later = append(r.later, d.late)
	}
}
