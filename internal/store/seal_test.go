package store

import (
	"bytes"
	"errors"
	"testing"

	"go.etcd.io/bbolt"
	"pgregory.net/rapid"
)

func testRing(t testing.TB) *keyring {
	ring, err := newKeyring([16]byte{1}, []dataKey{newDataKey(1)})
	must(t, err)
	return ring
}

func TestEnvelopeOpensOnlyWhereItWasSealed(t *testing.T) {
	ring := testRing(t)
	rapid.Check(t, func(rt *rapid.T) {
		b := Bucket(rapid.Uint32Range(1, 100).Draw(rt, "bucket"))
		key := rapid.SliceOfN(rapid.Byte(), 1, 40).Draw(rt, "key")
		plain := rapid.SliceOf(rapid.Byte()).Draw(rt, "plain")
		var scratch []byte
		sealed := ring.seal(b, key, plain, &scratch)
		got, err := ring.open(b, key, sealed, nil, &scratch)
		if err != nil || !bytes.Equal(got, plain) {
			rt.Fatalf("%x, %v", got, err)
		}
		if _, err := ring.open(b+8, key, sealed, nil, &scratch); !errors.Is(err, errSeal) {
			rt.Fatalf("another bucket: %v", err)
		}
		if _, err := ring.open(b, append(key, 0), sealed, nil, &scratch); !errors.Is(err, errSeal) {
			rt.Fatalf("another key: %v", err)
		}
		sealed[rapid.IntRange(0, len(sealed)-1).Draw(rt, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(rt, "bit")
		if _, err := ring.open(b, key, sealed, nil, &scratch); !errors.Is(err, errSeal) {
			rt.Fatalf("flipped: %v", err)
		}
	})
}

func FuzzEnvelope(f *testing.F) {
	ring := testRing(f)
	var scratch []byte
	f.Add(ring.seal(State, []byte("k"), []byte("value"), &scratch))
	f.Fuzz(func(t *testing.T, b []byte) {
		var scratch []byte
		_, _ = ring.open(State, []byte("k"), b, nil, &scratch)
		_, _ = readSlot(b)
		_, _ = decodeAck(b)
		_ = (&tally{}).decode(b)
		_ = (&replica{}).decode(b)
		_ = (&header{}).decode(b)
	})
}

func FuzzVet(f *testing.F) {
	f.Add([]byte{}, uint16(0), byte(0))
	s := createIn(f, memoryDir(f), options(f))
	write(f, s, 0, 30)
	must(f, s.Close())
	base := readAll(f, s.Path())
	f.Fuzz(func(t *testing.T, patch []byte, page uint16, at byte) {
		b := append([]byte(nil), base...)
		if start := int(page)*pageSize + int(at)*8; start < len(b) {
			copy(b[start:], patch)
		}
		_, _ = Vet(bytes.NewReader(b), int64(len(b)))
		_, _ = Vet(bytes.NewReader(patch), int64(len(patch)))
	})
}

// tamper changes a closed file with bbolt itself, so that its structure stays sound.
func tamper(t *testing.T, path string, change func(tx *bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{PageSize: pageSize})
	must(t, err)
	must(t, db.Update(change))
	must(t, db.Close())
}

func TestSoundStructureWithWrongContentIsFound(t *testing.T) {
	move := func(from, to []byte) func(*bbolt.Bucket) error {
		return func(b *bbolt.Bucket) error { return b.Put(to, bytes.Clone(b.Get(from))) }
	}
	cases := map[string]struct {
		bucket string
		change func(*bbolt.Bucket) error
	}{
		"value lost":         {"rows/3", func(b *bbolt.Bucket) error { return b.Delete(key(4)) }},
		"values swapped":     {"rows/3", move(key(4), key(5))},
		"value doubled":      {"rows/3", move(key(4), key(999))},
		"log entry lost":     {"log", func(b *bbolt.Bucket) error { return b.Delete(seqKey(3)) }},
		"log part lost":      {"log", func(b *bbolt.Bucket) error { return b.Delete(partKey(3, 0)) }},
		"newest entry lost":  {"log", func(b *bbolt.Bucket) error { return b.Delete(seqKey(9)) }},
		"log entries moved":  {"log", move(seqKey(3), seqKey(4))},
		"plain value":        {"state", func(b *bbolt.Bucket) error { return b.Put(key(1), []byte("plain")) }},
		"meta lost":          {"meta", func(b *bbolt.Bucket) error { return b.Delete([]byte(replicaKey)) }},
		"meta key added":     {"meta", func(b *bbolt.Bucket) error { return b.Put([]byte("x"), []byte("y")) }},
		"workspace changed":  {"format", func(b *bbolt.Bucket) error { return b.Put([]byte(workspaceKey), make([]byte, 16)) }},
		"not our magic":      {"format", func(b *bbolt.Bucket) error { return b.Put([]byte(magicKey), []byte("other")) }},
		"needs newer reader": {"format", func(b *bbolt.Bucket) error { return b.Put([]byte(minReaderKey), []byte{0, 0, 0, 9}) }},
		"key lost":           {"keys", func(b *bbolt.Bucket) error { return b.Delete(slotKey(1)) }},
		"key changed":        {"keys", func(b *bbolt.Bucket) error { return b.Put(slotKey(1), newDataKey(1).slot()) }},
		"key of new kind":    {"keys", func(b *bbolt.Bucket) error { return b.Put(slotKey(1), []byte{1, 9}) }},
	}
	special := map[string]error{"not our magic": ErrForeign, "needs newer reader": ErrNewer}
	s := create(t, options(t))
	write(t, s, 0, 9)
	must(t, s.Close())
	base := readAll(t, s.Path())
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := t.TempDir() + "/x.dealbox"
			mustWrite(t, path, base)
			tamper(t, path, func(tx *bbolt.Tx) error { return c.change(tx.Bucket([]byte(c.bucket))) })
			want := special[name]
			if want == nil {
				want = ErrDamaged
			}
			if _, err := Open(path, options(t)); !errors.Is(err, want) {
				t.Errorf("open: %v", err)
			}
			r, err := Check(t.Context(), path, CheckOptions{})
			if err != nil || r.Sound() || !errors.Is(r.Problems[0], want) {
				t.Errorf("check: %v, %v", r.Problems, err)
			}
		})
	}
}

func TestBucketsAddedOrMissingAreFound(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 2)
	must(t, s.Close())
	base := readAll(t, s.Path())
	for _, change := range []func(tx *bbolt.Tx) error{
		func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("rows/12")); return err },
		func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("rows/03")); return err },
		func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("other")); return err },
		func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("texts/3")) },
		func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("blobs")) },
		func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("meta")) },
		func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("keys")) },
	} {
		mustWrite(t, s.Path(), base)
		tamper(t, s.Path(), change)
		if _, err := Open(s.Path(), options(t)); !errors.Is(err, ErrDamaged) {
			t.Errorf("got %v", err)
		}
	}
}

func TestNewerWriterOpensForReading(t *testing.T) {
	o := options(t)
	s := create(t, o)
	write(t, s, 0, 2)
	must(t, s.Close())
	tamper(t, s.Path(), func(tx *bbolt.Tx) error {
		id := identity{workspace: s.Info().WorkspaceID, minReader: formatVersion, minWriter: 7}
		var scratch []byte
		sealed := s.h.ring().seal(Meta, []byte(identityKey), id.encode(), &scratch)
		if err := tx.Bucket([]byte("format")).Put([]byte(minWriterKey), []byte{0, 0, 0, 7}); err != nil {
			return err
		}
		return tx.Bucket([]byte("meta")).Put([]byte(identityKey), sealed)
	})
	s, err := Open(s.Path(), o)
	must(t, err)
	defer s.Close()
	if i := s.Info(); !i.ReadOnly || i.MinWriter != 7 || len(i.Notes) != 1 || i.Notes[0] != NewerWriter {
		t.Errorf("info %+v", i)
	}
	if err := s.Update(func(tx *Tx) error { return writeOne(tx, 9) }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("update: %v", err)
	}
}

func TestNewDataKeyIsTakenAfterManySeals(t *testing.T) {
	s := create(t, options(t))
	s.sealLimit = 40
	write(t, s, 0, 30)
	if s.h.ring().current < 3 {
		t.Errorf("key %d", s.h.ring().current)
	}
	before, err := contents(s)
	must(t, err)
	s = reopen(t, s)
	after, err := contents(s)
	must(t, err)
	if len(before) != 180 || len(after) != 180 {
		t.Errorf("%d values before, %d after", len(before), len(after))
	}
	must(t, s.Close())
	sound(t, s.Path())
}

func TestBucketNamesAndNumbersMatch(t *testing.T) {
	for _, n := range []uint32{1, 2, 9, 1 << 20, MaxType} {
		for _, b := range []Bucket{Rows(n), Texts(n)} {
			if got, ok := bucketOf(b.String()); !ok || got != b {
				t.Errorf("%v is %v", b, got)
			}
			if of, texts, ok := b.Type(); !ok || of != n || texts != (b == Texts(n)) {
				t.Errorf("%v: type %d", b, of)
			}
		}
	}
	for _, name := range []string{"", "rows/", "rows/0", "rows/01", "rows/536870912", "rows/-1", "texts/x", "Meta"} {
		if b, ok := bucketOf(name); ok {
			t.Errorf("%q is bucket %d", name, b)
		}
	}
}
