package store

import (
	"crypto/hmac"
	"encoding/binary"
	"fmt"
	"time"
)

// MaxEntry is the most that the parts of one log entry may hold together, in bytes.
const MaxEntry = 1 << 20

// Part is what an entry says to those who may read one data key: the buckets and keys
// touched and what changed there, encoded by core.
type Part struct {
	Group uint32 // access group; 0 is everyone, the only one so far
	Body  []byte
}

// Entry is one thing that happened. Entries are never changed.
type Entry struct {
	Seq       uint64   // 1 and up, without gaps
	Clock     HLC      // when
	Replica   Replica  // on which copy
	Actor     [16]byte // id of the member, zero for the program itself
	Source    uint8    // what made it: the numbers are core's
	ChangeSet uint64   // what it belongs to, 0 when it stands alone
	Parts     []Part
}

// Append adds an entry to the log and gives its sequence. Seq is filled in, and Clock
// and Replica where they are zero; a Clock more than 24 hours ahead of this computer
// is refused. Parts hold at most MaxEntry bytes together: split larger changes. Groups
// of the parts differ.
func (tx *Tx) Append(e Entry) (seq uint64, err error) {
	if !tx.writable {
		return 0, fmt.Errorf("%w: append in a view", errUsage)
	}
	if err := tx.complete(&e); err != nil {
		return 0, err
	}
	head := header{Entry: e, prev: tx.tally.headHash}
	for _, p := range e.Parts {
		head.parts = append(head.parts, partHash{p.Group, tx.ring.hash(p.Body)})
		if err := tx.put(Log, partKey(e.Seq, p.Group), p.Body); err != nil {
			return 0, fmt.Errorf("append to log: %w", err)
		}
	}
	body := head.encode()
	if err := tx.put(Log, seqKey(e.Seq), body); err != nil {
		return 0, fmt.Errorf("append to log: %w", err)
	}
	tx.tally.head, tx.tally.headHash = e.Seq, tx.ring.hash(body)
	tx.tally.clock = max(tx.tally.clock, e.Clock)
	return e.Seq, nil
}

// complete fills in what the store knows and refuses what cannot be kept.
func (tx *Tx) complete(e *Entry) error {
	e.Seq = tx.tally.head + 1
	if e.Clock == 0 {
		e.Clock, e.Replica = tx.Clock(), tx.replica.id
	}
	if e.Clock.tooFarAhead(tx.now) && e.Replica != tx.replica.id {
		return ErrClock.With("time", e.Clock.Time().Local().Format(time.DateTime))
	}
	size, groups := 0, map[uint32]bool{}
	for _, p := range e.Parts {
		size += len(p.Body)
		if groups[p.Group] || p.Group != 0 {
			return fmt.Errorf("%w: log part for group %d", errUsage, p.Group)
		}
		groups[p.Group] = true
	}
	if size > MaxEntry {
		return ErrTooLarge.With("size", size).With("most", MaxEntry)
	}
	return nil
}

// Entry reads one entry. The hashes of its parts are checked; the chain is Check's.
func (tx *Tx) Entry(seq uint64) (Entry, error) {
	head, err := tx.header(seq)
	if err != nil {
		return Entry{}, err
	}
	for _, p := range head.parts {
		body, ok, err := tx.Get(Log, partKey(seq, p.group))
		if err != nil {
			return Entry{}, err
		}
		if !ok {
			return Entry{}, damagedBucket(Log, seqKey(seq), "part %d is missing", p.group)
		}
		if sum := tx.ring.hash(body); !hmac.Equal(sum[:], p.sum[:]) {
			return Entry{}, damagedBucket(Log, seqKey(seq), "part %d does not fit its header", p.group)
		}
		head.Parts = append(head.Parts, Part{Group: p.group, Body: body})
	}
	return head.Entry, nil
}

// EntryHash gives the keyed hash of an entry's header, which stands for the log up to
// there: a reader of the log keeps it with its cursor to notice another history.
func (tx *Tx) EntryHash(seq uint64) (sum [32]byte, err error) {
	if seq == tx.tally.head {
		return tx.tally.headHash, nil
	}
	body, err := tx.headerBytes(seq)
	if err != nil {
		return sum, err
	}
	return tx.ring.hash(body), nil
}

func (tx *Tx) header(seq uint64) (head header, err error) {
	body, err := tx.headerBytes(seq)
	if err != nil {
		return head, err
	}
	if err := head.decode(body); err != nil {
		return head, damagedBucket(Log, seqKey(seq), "read header: %w", err)
	}
	if head.Seq != seq {
		return head, damagedBucket(Log, seqKey(seq), "header says entry %d", head.Seq)
	}
	return head, nil
}

func (tx *Tx) headerBytes(seq uint64) ([]byte, error) {
	if seq == 0 || seq > tx.tally.head || seq < tx.tally.trim {
		return nil, ErrNoEntry.With("seq", seq)
	}
	body, ok, err := tx.Get(Log, seqKey(seq))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, damagedBucket(Log, seqKey(seq), "entry is missing")
	}
	return body, nil
}

// seqKey is where a header stands, partKey where a part stands: right behind it.
func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

func seqOf(key []byte) uint64 {
	if len(key) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}

func partKey(seq uint64, group uint32) []byte {
	return binary.BigEndian.AppendUint32(seqKey(seq), group)
}
