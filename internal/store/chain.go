package store

import "slices"

// chain follows the log from its first entry: headers without a gap, each naming the
// hash of the one before, each part fitting its header.
type chain struct {
	ring    *keyring
	next    uint64 // sequence that must come
	started bool   // prev is known; not so behind a trim point
	prev    [32]byte
	parts   []partHash // still to come
	entries uint64
}

// feed takes one value of the log, in order of keys.
func (c *chain) feed(key, value []byte) error {
	switch len(key) {
	case 8:
		return c.header(key, value)
	case 12:
		return c.part(key, value)
	}
	return damagedBucket(Log, key, "key of %d bytes", len(key))
}

func (c *chain) header(key, value []byte) error {
	if err := c.complete(key); err != nil {
		return err
	}
	var h header
	if err := h.decode(value); err != nil {
		return damagedBucket(Log, key, "read header: %w", err)
	}
	want, prev := c.next, c.prev
	c.next, c.prev, c.parts = h.Seq+1, c.ring.hash(value), h.parts
	if seq := seqOf(key); h.Seq != seq || seq != want {
		return damagedBucket(Log, key, "entry %d stands where %d belongs", h.Seq, want)
	}
	if c.started && h.prev != prev {
		return damagedBucket(Log, key, "does not follow the entry before")
	}
	c.started = true
	c.entries++
	return nil
}

func (c *chain) part(key, value []byte) error {
	sum := c.ring.hash(value)
	at := slices.IndexFunc(c.parts, func(p partHash) bool {
		return string(partKey(c.next-1, p.group)) == string(key)
	})
	if at < 0 || c.parts[at].sum != sum {
		return damagedBucket(Log, key, "part does not fit its header")
	}
	c.parts = slices.Delete(slices.Clone(c.parts), at, at+1)
	return nil
}

// complete makes sure that no part of the entry before is missing.
func (c *chain) complete(key []byte) error {
	if n := len(c.parts); n > 0 {
		c.parts = nil
		return damagedBucket(Log, key, "%d parts of the entry before are missing", n)
	}
	return nil
}

// end makes sure that the log ends where the tally says.
func (c *chain) end(head uint64, hash [32]byte) error {
	if err := c.complete(seqKey(head)); err != nil {
		return err
	}
	if c.next != head+1 || head > 0 && c.prev != hash {
		return damagedBucket(Log, seqKey(head), "the log ends at %d, not %d", c.next-1, head)
	}
	return nil
}
