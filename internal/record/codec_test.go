package record_test

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"testing"

	"dealbox/internal/record"
	"dealbox/internal/value"
	"dealbox/internal/value/valuetest"

	"google.golang.org/protobuf/encoding/protowire"
	"pgregory.net/rapid"
)

// kinds gives the field 16+k the kind k.
type kinds struct{}

func (kinds) KindOf(num uint32) (value.Kind, bool) {
	k := value.Kind(num - record.FirstField)
	return k, num >= record.FirstField && num < 256 && k.Known()
}

// none knows no field, as a program that is older than the file.
type none struct{}

func (none) KindOf(uint32) (value.Kind, bool) { return 0, false }

func num(k value.Kind) uint32 { return record.FirstField + uint32(k) }

func stamp() *rapid.Generator[record.Stamp] {
	return rapid.Custom(func(t *rapid.T) record.Stamp {
		return record.Stamp{Clock: rapid.Uint64().Draw(t, "clock"), Replica: rapid.Uint64().Draw(t, "replica")}
	})
}

func anyRow() *rapid.Generator[*record.Row] {
	return rapid.Custom(func(t *rapid.T) *record.Row {
		r := record.New(7, value.NewID(value.Moment(1).Time()))
		for _, k := range value.Kinds() {
			if !k.Long() {
				r.Set(num(k), valuetest.Or(k).Draw(t, k.String()))
			}
		}
		r.Head = anyHeader(t)
		return r
	})
}

func anyHeader(t *rapid.T) record.Header {
	h := record.Header{Created: stamp().Draw(t, "created"), Seq: rapid.Uint64().Draw(t, "seq")}
	if rapid.Bool().Draw(t, "deleted") {
		h.Deleted, h.Purged = stamp().Draw(t, "deleted at"), rapid.Bool().Draw(t, "purged")
		h.Author = valuetest.Any(value.Member).Draw(t, "author").(value.ID)
	}
	for range rapid.IntRange(0, 3).Draw(t, "clocks") {
		if h.Fields == nil {
			h.Fields, h.Members = map[uint32]record.Stamp{}, map[record.Member]record.Stamp{}
		}
		field := rapid.Uint32Range(record.FirstField, 1<<29-1).Draw(t, "field")
		h.Fields[field] = stamp().Draw(t, "changed")
		m := record.Member{Field: field, Value: rapid.StringN(1, 5, -1).Draw(t, "member"), Removed: rapid.Bool().Draw(t, "removed")}
		h.Members[m] = stamp().Draw(t, "member changed")
	}
	return h
}

func values(r *record.Row) map[uint32]any { return maps.Collect(r.All()) }

func same(a, b *record.Row) bool {
	return reflect.DeepEqual(values(a), values(b)) && reflect.DeepEqual(a.Head, b.Head) && bytes.Equal(a.Unknown, b.Unknown)
}

func TestDecodeGivesTheRowThatWasEncoded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRow().Draw(t, "row")
		got, err := record.Decode(r.Type, r.ID, record.Encode(r, kinds{}), kinds{})
		if err != nil || !same(got, r) {
			t.Fatalf("got  %v\nwant %v\n%v", got, r, err)
		}
	})
}

func TestEqualRowsHaveEqualBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRow().Draw(t, "row")
		again := record.New(r.Type, r.ID)
		for _, n := range slices.Backward(r.Nums()) {
			again.Set(n, r.Get(n))
		}
		again.Head = r.Clone().Head
		if !bytes.Equal(record.Encode(r, kinds{}), record.Encode(again, kinds{})) {
			t.Fatal("two encodings of one row")
		}
	})
}

func TestFieldsOfANewerProgramAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRow().Draw(t, "row")
		older, err := record.Decode(r.Type, r.ID, record.Encode(r, kinds{}), none{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := record.Decode(r.Type, r.ID, record.Encode(older, none{}), kinds{})
		if err != nil || !same(got, r) {
			t.Fatalf("got  %v\nwant %v\n%v", got, r, err)
		}
	})
}

func TestLongTextsAreNoPartOfTheRow(t *testing.T) {
	r := record.New(7, value.ID{1})
	r.Set(num(value.LongText), "a long story")
	if b := record.Encode(r, kinds{}); bytes.Contains(b, []byte("story")) {
		t.Errorf("the row holds %q", b)
	}
}

func TestDecodeKeepsNothingOfItsInput(t *testing.T) {
	r := record.New(7, value.ID{1})
	r.Set(num(value.Text), "name")
	r.Set(num(value.Tags), []string{"a", "b"})
	b := protowire.AppendString(protowire.AppendTag(record.Encode(r, kinds{}), 9000, protowire.BytesType), "new")
	got, err := record.Decode(7, r.ID, b, kinds{})
	if err != nil {
		t.Fatal(err)
	}
	want := got.Clone()
	want.Unknown = slices.Clone(want.Unknown)
	for i := range b {
		b[i] = 0xff
	}
	if !same(got, want) || got.Get(num(value.Text)) != "name" {
		t.Errorf("a row changed with the buffer that it was read from: %v", got)
	}
}

func TestWhatMeansNothingClearsTheField(t *testing.T) {
	r := record.New(7, value.ID{1})
	for _, nothing := range []any{nil, "", value.Option(0), value.ID{}, []string{}, []value.Option{}, []value.ID{}} {
		r.Set(20, "something")
		r.Set(20, nothing)
		if r.Get(20) != nil || len(r.Nums()) != 0 {
			t.Errorf("%#v stays as %#v", nothing, r.Get(20))
		}
	}
	for _, some := range []any{int64(0), false, value.Decimal(0), value.Date(0), value.Moment(0), value.Money{Currency: "CNY"}} {
		r.Set(20, some)
		if r.Get(20) != some {
			t.Errorf("%#v is lost", some)
		}
	}
}

func TestACloneDoesNotChangeItsOriginal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRow().Draw(t, "row")
		before := record.Encode(r, kinds{})
		c := r.Clone()
		c.Set(num(value.Text), "other")
		for n := range c.Head.Fields {
			c.Head.Fields[n] = record.Stamp{}
		}
		for m := range c.Head.Members {
			delete(c.Head.Members, m)
		}
		c.Unknown = append(c.Unknown, 1)
		if !bytes.Equal(record.Encode(r, kinds{}), before) {
			t.Fatal("the original changed")
		}
	})
}

func TestStampsAreOrderedByClockThenCopy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := stamp().Draw(t, "a"), stamp().Draw(t, "b")
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("%v and %v", a, b)
		}
		if a.Clock > b.Clock && a.Compare(b) != 1 {
			t.Fatalf("%v is not after %v", a, b)
		}
	})
}

func FuzzDecodeNeverPanics(f *testing.F) {
	for seed := range 20 {
		f.Add(record.Encode(anyRow().Example(seed), kinds{}))
	}
	f.Add([]byte{})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x01})
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := record.Decode(7, value.ID{1}, b, kinds{})
		if err != nil {
			return
		}
		once := record.Encode(r, kinds{})
		again, err := record.Decode(7, value.ID{1}, once, kinds{})
		if err != nil {
			t.Fatalf("cannot read what was written: %v", err)
		}
		if !bytes.Equal(record.Encode(again, kinds{}), once) {
			t.Fatal("writing again gives other bytes")
		}
	})
}

func TestAnOriginalDoesNotChangeItsClone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRow().Draw(t, "row")
		c := r.Clone()
		before := record.Encode(c, kinds{})
		for _, n := range r.Nums() {
			r.Set(n, nil)
		}
		r.Set(num(value.Text), "other")
		if !bytes.Equal(record.Encode(c, kinds{}), before) {
			t.Fatal("the clone changed")
		}
	})
}

func TestSameIsADiffOfNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyRow().Draw(t, "a"), anyRow().Draw(t, "b")
		was, _ := record.Diff(a, b, kinds{})
		if record.Same(a, b, kinds{}) != (len(was) == 0) || !record.Same(a, a.Clone(), kinds{}) {
			t.Fatalf("%v and %v differ in %v", a, b, was)
		}
	})
}

func TestDecodeAgainLeavesNothingOfTheFormerRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		former, r := anyRow().Draw(t, "former"), anyRow().Draw(t, "row")
		want, err := record.Decode(r.Type, r.ID, record.Encode(r, kinds{}), kinds{})
		if err != nil {
			t.Fatal(err)
		}
		if err := former.DecodeAgain(r.Type, r.ID, record.Encode(r, kinds{}), kinds{}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(record.Encode(former, kinds{}), record.Encode(want, kinds{})) || former.ID != r.ID {
			t.Fatalf("%v, want %v", former, want)
		}
	})
}
