package store

import (
	"strconv"
	"strings"
)

// Bucket is the stable number of a bucket. It goes into the associated data of every
// sealed value, so that a value moved to another bucket no longer opens. Names may
// change; numbers never do.
type Bucket uint32

// The buckets that every file has. `format` and `keys` are plain and have no number.
const (
	Meta    Bucket = iota + 1 // what the store notes about the file: counts, digests, replica
	Schema                    // types, fields and choices of the user
	Log                       // what happened: see Entry
	History                   // record id ‖ sequence, without values
	Blobs                     // manifests and chunks of attachments
	State                     // views, jobs, open change-sets, outbox
)

// MaxType is the largest number of a record type.
const MaxType = 1<<29 - 1

const (
	formatName = "format"
	keysName   = "keys"
	rowsPrefix = "rows/"
	textPrefix = "texts/"
)

var fixed = map[Bucket]string{
	Meta: "meta", Schema: "schema", Log: "log", History: "history", Blobs: "blobs", State: "state",
}

// Rows is the bucket with the rows of record type n, 1 to MaxType. The lower three
// bits of a number say what a bucket holds (0 rows, 1 texts), the others whose; the
// fixed buckets are those of type 0.
func Rows(n uint32) Bucket { return Bucket(n << 3) }

// Texts is the bucket with the long texts of record type n, 1 to MaxType.
func Texts(n uint32) Bucket { return Bucket(n<<3 | 1) }

// Type gives the record type whose rows or texts the bucket holds; ok is false for the
// fixed buckets and for numbers that no bucket has.
func (b Bucket) Type() (n uint32, texts, ok bool) {
	n, part := uint32(b)>>3, b&7
	return n, part == 1, n > 0 && part < 2
}

// String gives the name that the bucket has in the file, or "" for an unknown number.
func (b Bucket) String() string {
	n, texts, ok := b.Type()
	switch {
	case !ok:
		return fixed[b]
	case texts:
		return textPrefix + strconv.FormatUint(uint64(n), 10)
	}
	return rowsPrefix + strconv.FormatUint(uint64(n), 10)
}

// writable says that callers may put values there: the store itself writes meta and log.
func (b Bucket) writable() bool { return b != Meta && b != Log && b.String() != "" }

// ascending says that new keys mostly come at the end, so that pages may be filled up.
func (b Bucket) ascending() bool { return b == Log || b > 7 }

// bucketOf reads a name; a number that is not in its shortest form is unknown.
func bucketOf(name string) (Bucket, bool) {
	for b, s := range fixed {
		if s == name {
			return b, true
		}
	}
	for prefix, of := range map[string]func(uint32) Bucket{rowsPrefix: Rows, textPrefix: Texts} {
		rest, found := strings.CutPrefix(name, prefix)
		n, err := strconv.ParseUint(rest, 10, 29)
		if found && err == nil && n > 0 && of(uint32(n)).String() == name {
			return of(uint32(n)), true
		}
	}
	return 0, false
}
