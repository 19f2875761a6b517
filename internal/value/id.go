package value

import (
	"bytes"
	"crypto/rand"
	"io"
	"sync"
	"time"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"github.com/oklog/ulid/v2"
)

// ID names a record: 48 bits of milliseconds, then randomness that grows within one
// millisecond, so ids ascend in the order in which one process makes them (ULID).
type ID [16]byte

// ErrID is given for text that is no id.
var ErrID = fault.New(fault.Invalid, "id.bad", i18n.T("“{value}” is not a record id", "「{value}」不是记录编号"))

var entropy = struct {
	sync.Mutex
	io.Reader
}{Reader: ulid.Monotonic(rand.Reader, 0)}

// NewID makes an id for a moment.
func NewID(now time.Time) ID {
	entropy.Lock()
	defer entropy.Unlock()
	id, err := ulid.New(ulid.Timestamp(now), entropy.Reader)
	if err != nil { // more than 2^80 in one millisecond, or no randomness: neither can be served
		panic("make an id: " + err.Error())
	}
	return ID(id)
}

// ParseID reads the 26 characters that String writes.
func ParseID(s string) (ID, error) {
	id, err := ulid.ParseStrict(s)
	if err != nil {
		return ID{}, ErrID.With("value", s)
	}
	return ID(id), nil
}

// String gives 26 characters of Crockford's base 32.
func (id ID) String() string { return ulid.ULID(id).String() }

// IsZero says that the id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// Compare orders ids by age.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// MarshalText writes the id for JSON, also as a key of a map.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(b []byte) (err error) { *id, err = ParseID(string(b)); return err }
