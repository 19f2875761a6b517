package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
)

// Versions of the format that this program reads and writes. A file names the lowest
// version that can read it and the lowest that can write it.
const (
	formatVersion = 1
	formatMagic   = "dealbox\n"
)

// Keys of the bucket `format`; there are no others.
const (
	magicKey     = "magic"
	minReaderKey = "min-reader"
	minWriterKey = "min-writer"
	workspaceKey = "workspace"
)

// content is what our own reader found in a sound file, before bbolt opens it.
type content struct {
	report   VetReport
	identity identity
	ring     *keyring
	tally    tally
	replica  replica
	seen     map[Bucket]count
}

// inspect vets a file and reads what it says of itself: version, keys, counts and
// digests of every bucket. Any disagreement is an error. Values are not unsealed, but
// the tag of each goes into its bucket's digest, so a lost key and an older value put
// back are found.
func inspect(r io.ReaderAt, size int64) (*content, error) {
	v, err := newVetter(r, size)
	if err != nil {
		return nil, err
	}
	c := &content{seen: map[Bucket]count{}}
	if err := c.readPlain(v); err != nil {
		return nil, err
	}
	if err := c.readBuckets(v); err != nil {
		return nil, err
	}
	if c.report, err = v.finish(); err != nil {
		return nil, err
	}
	return c, c.compare()
}

// readPlain reads `format`, `keys` and then `meta`, which they open.
func (c *content) readPlain(v *vetter) error {
	format, err := v.gather(formatName)
	if err != nil {
		return err
	}
	if err := c.readFormat(format); err != nil {
		return err
	}
	slots, err := v.gather(keysName)
	if err != nil {
		return err
	}
	if err := c.readKeys(slots); err != nil {
		return err
	}
	meta, err := v.gather(Meta.String())
	if err != nil {
		return err
	}
	return c.readMeta(meta)
}

// pair is a key with its value, copied.
type pair struct{ key, value []byte }

// gather reads a whole small bucket.
func (v *vetter) gather(name string) (found []pair, err error) {
	const most = 1 << 20
	for _, b := range v.buckets {
		if b.name != name {
			continue
		}
		err := v.walkBucket(b, func(l leaf) error {
			value, err := l.all(most)
			if err == nil && len(found) > 1000 {
				err = fmt.Errorf("too many keys")
			}
			found = append(found, pair{bytes.Clone(l.key), bytes.Clone(value)})
			return err
		})
		return found, err
	}
	if name == formatName {
		return nil, ErrForeign.Wrap(fmt.Errorf("no bucket %s", name))
	}
	return nil, damagedPage(v.meta.root, "no bucket %s", name)
}

func (c *content) readFormat(all []pair) error {
	got := map[string][]byte{}
	for _, p := range all {
		got[string(p.key)] = p.value
	}
	if string(got[magicKey]) != formatMagic {
		return ErrForeign.Wrap(fmt.Errorf("magic %q", got[magicKey]))
	}
	reader, writer := got[minReaderKey], got[minWriterKey]
	if len(reader) != 4 || len(writer) != 4 || len(got[workspaceKey]) != 16 {
		return damagedAt(whereFormat, "keys %q", got)
	}
	c.identity.minReader = binary.BigEndian.Uint32(reader)
	c.identity.minWriter = binary.BigEndian.Uint32(writer)
	c.identity.workspace = [16]byte(got[workspaceKey])
	if c.identity.minReader > formatVersion {
		return ErrNewer.With("version", c.identity.minReader).With("known", formatVersion)
	}
	return nil
}

func (c *content) readKeys(slots []pair) (err error) {
	keys := make([]dataKey, len(slots))
	for i, p := range slots {
		if keys[i], err = readSlot(p.value); err != nil {
			return damagedAt(whereKeys, "slot %x: %w", p.key, err)
		}
		if len(p.key) != 4 || binary.BigEndian.Uint32(p.key) != keys[i].id {
			return damagedAt(whereKeys, "slot %x holds key %d", p.key, keys[i].id)
		}
	}
	if c.ring, err = newKeyring(c.identity.workspace, keys); err != nil {
		return damagedAt(whereKeys, "%w", err)
	}
	return nil
}

func (c *content) readMeta(all []pair) error {
	var sealed identity
	readers := map[string]func([]byte) error{
		identityKey: sealed.decode, replicaKey: c.replica.decode, tallyKey: c.tally.decode,
	}
	for _, p := range all {
		read := readers[string(p.key)]
		if read == nil {
			return damagedBucket(Meta, p.key, "unexpected or double")
		}
		delete(readers, string(p.key))
		var scratch []byte
		plain, err := c.ring.open(Meta, p.key, p.value, nil, &scratch)
		if err == nil {
			err = read(plain)
		}
		if err != nil {
			return damagedBucket(Meta, p.key, "unseal: %w", err)
		}
	}
	if len(readers) > 0 {
		return damagedBucket(Meta, nil, "%d values are missing", len(readers))
	}
	plain := c.identity
	plain.created = sealed.created
	if plain != sealed {
		return damagedAt(whereFormat, "plain %+v, sealed %+v", plain, sealed)
	}
	c.identity = sealed
	return nil
}

// counting is one bucket being counted.
type counting struct {
	ref    bucketRef
	number Bucket
	seen   count
	err    error
}

// readBuckets counts all others and sums their digests, some at a time: this is most of
// an opening. The first in the order of the file names the damage.
func (c *content) readBuckets(v *vetter) error {
	var all []*counting
	for _, b := range v.buckets {
		if b.name == formatName || b.name == keysName || b.name == Meta.String() {
			continue
		}
		number, ok := bucketOf(b.name)
		if !ok {
			return damagedPage(v.meta.root, "unexpected bucket %q", b.name)
		}
		all = append(all, &counting{ref: b, number: number})
	}
	c.countAll(v, all)
	for _, one := range all {
		if one.err != nil {
			return one.err
		}
		c.seen[one.number] = one.seen
	}
	return nil
}

// maxReaders is how many buckets are read at a time; more would wait for the disk.
const maxReaders = 4

func (c *content) countAll(v *vetter, all []*counting) {
	var next atomic.Int64
	var wait sync.WaitGroup
	sides := make([]*vetter, min(runtime.GOMAXPROCS(0), maxReaders))
	for i := range sides {
		sides[i] = v.side()
		wait.Go(func() {
			for n := next.Add(1) - 1; n < int64(len(all)); n = next.Add(1) - 1 {
				all[n].err = c.count(sides[i], all[n])
			}
		})
	}
	wait.Wait()
	for _, side := range sides {
		v.join(side)
	}
}

func (c *content) count(v *vetter, one *counting) error {
	digest := digester{block: c.ring.digest}
	return v.walkBucket(one.ref, func(l leaf) error {
		if l.size < overhead {
			return damagedBucket(one.number, l.key, "value of %d bytes", l.size)
		}
		tag, err := l.read(l.size-tagLen, tagLen)
		if err == nil {
			one.seen.add(&digest, tag)
		}
		return err
	})
}

// compare holds what was found against the sealed counts.
func (c *content) compare() error {
	for b, want := range c.tally.counts {
		seen, there := c.seen[b]
		if !there {
			return damagedBucket(b, nil, "the bucket is missing")
		}
		if seen != want {
			return damagedBucket(b, nil, "holds %d values, digest %x; noted are %d, %x", seen.n, seen.digest, want.n, want.digest)
		}
	}
	for b := range c.seen {
		if _, noted := c.tally.counts[b]; !noted {
			return damagedBucket(b, nil, "the bucket is not noted")
		}
	}
	return nil
}
