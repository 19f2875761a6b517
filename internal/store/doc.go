// Package store keeps a workspace in one file, `*.dealbox`: bytes by bucket and key,
// sealed, counted, with a log. It knows nothing of schema and rows, and it alone
// imports bbolt; nothing that points into bbolt's map leaves it.
//
// # Promises
//
// What Update has answered with nil is on disk and is found after a kill or a power
// cut at any instant. What is wrong with a file is an error that says so: never a
// panic, a hang, or silently other data. To that end
//
//   - bbolt never opens a file that our own reader has not vetted (vet*.go, inspect.go):
//     structure, version, keys, and the count and digest of every bucket;
//   - every call into bbolt goes through one guard (guard.go), which turns panics and
//     memory faults into errors and retires the handle;
//   - every value is sealed for its place (envelope.go), every bucket counted and
//     digested in the same transaction (meta.go), every log entry chained (log.go);
//   - before each commit the file is compared with what we last wrote, and after a
//     failed one the file is opened again and asked whether it happened (update.go);
//   - the cache folder keeps the number of the last commit (ack.go), so that a file
//     that lost it, or an older one in its place, is noticed.
//
// # Traps
//
// View and Update do not nest inside a View. A view keeps the space of what is
// replaced meanwhile: under 50 ms, page by key. A nil from Get for something that the
// caller knows of is damage only if a fresh View agrees.
//
// # Format
//
// What follows is version 1 of the format, all of it. Numbers in keys, slots, envelopes
// and `format` are big endian and of fixed width. "message" is the protobuf wire
// format with varints and byte strings only; a field with the value 0 is left out
// (byte strings never are, unless said so); fields not named here are to be ignored.
//
// The container is a bbolt database (format version 2, little endian) with 16 KiB pages
// and a synced free list. Only the root holds buckets; their sequences are 0. The
// rules that a sound structure fulfils are those of Vet. Bytes behind the high water
// mark mean nothing.
//
// Buckets, by name; the number is part of what a value is sealed with:
//
//	format      plain    magic, versions, workspace
//	keys        plain    a slot for each data key
//	meta        1        identity, replica, tally
//	schema      2        types, fields, choices (package schema)
//	log         3        headers and parts of log entries
//	history     4        record id(16) ‖ log sequence(8) → empty value
//	blobs       5        manifests and chunks
//	state       6        views, jobs, open change-sets, outbox
//	rows/<n>    n·8      record id(16) → row of type n
//	texts/<n>   n·8 + 1  record id(16) ‖ field number(4) → long text
//
// n is the number of the record type, 1 to 2²⁹ − 1, in decimal without leading zeros.
// The names carry numbers because the keys of types may be changed, numbers never.
// rows and texts are made when first written to; all others are always there, and no
// bucket has another name. What the values of schema, history, blobs, state, rows and
// texts mean is up to the packages above.
//
// Bucket `format`, exactly these keys:
//
//	magic        the eight bytes "dealbox\n"
//	min-reader   u32: lowest format version that reads the file; refuse if above yours
//	min-writer   u32: lowest format version that writes it; only read if above yours
//	workspace    16 random bytes that name the workspace
//
// Bucket `keys`: key id (u32, counted from 1 without gaps) → slot of 50 bytes:
//
//	version(1) = 1 · kind(1) = 0 · key id(4) · group(4) · data key(32) · check(8)
//
// Kind 0 holds the data key as it is: the file has no password. Other kinds are kept
// for passwords. check is the start of SHA-256 over the 42 bytes before. Group is the
// access group that may read what the key seals, 0 for everyone. New values are sealed
// under the highest key id; another key is added before one has sealed 2³¹ values.
//
// Keys per purpose come from a data key by HKDF-SHA-256 with the workspace id as salt,
// 32 bytes each, with these info strings:
//
//	dealbox/1/rows     all buckets without a purpose of their own
//	dealbox/1/log      bucket log
//	dealbox/1/blobs    bucket blobs
//	dealbox/1/cache    files in the cache folder (bucket number 0, key = their name)
//	dealbox/1/digest   digests; of data key 1 only
//	dealbox/1/chain    hashes in the log; of data key 1 only
//
// Every value outside `format` and `keys` is an envelope:
//
//	version(1) = 1 · flags(1) = 0 · key id(4) · nonce(12) · ciphertext · tag(16)
//
// AES-256-GCM with a random nonce; associated data = the first six bytes ‖ bucket
// number(4) ‖ key. Flags are kept for compression: refuse what you do not know.
//
// Bucket `meta`, exactly these keys, each a sealed message:
//
//	identity   1 workspace (16 bytes), 2 min-reader, 3 min-writer, 4 created (ms since
//	           1970); the first three equal those of `format`
//	replica    1 replica id, 2 generation, 3 machine (16 bytes), 4 file (16 bytes):
//	           who wrote last and where. A program that finds itself on another machine
//	           or with another file takes a new random replica id (1 to 2⁴² − 1) and
//	           generation (64 bits) before it writes. Machine and file are digests
//	           that mean something on that machine only; zero when not known.
//	tally      1 commits: number of committed transactions
//	           2 head: sequence of the newest log entry
//	           3 hash of that entry's header (32 bytes, zero when there is none)
//	           4 clock of the newest transaction
//	           5 values sealed under the newest key, for its rotation
//	           6 trim: first log entry that is kept; absent: all are
//	           7 repeated message, for each bucket with a number but meta:
//	             1 bucket number, 2 number of values, 3 digest (16 bytes)
//
// A digest is the XOR, over all values of the bucket, of AES-256 (one block, key
// dealbox/1/digest) of the value's tag. The tally is written last in each transaction.
//
// Bucket `log`: sequence(8) → header; sequence(8) ‖ group(4) → part, for each group
// with something to say. Sequences count from 1 without gaps. The header is a message:
//
//	1 sequence, 2 clock, 3 replica, 4 actor (16 bytes, left out for the program itself),
//	5 source, 6 change-set,
//	7 repeated message, for each part: 1 group, 2 hash of the part (32 bytes),
//	8 hash of the header before (32 bytes, zero for the first)
//
// Hashes are HMAC-SHA-256 (key dealbox/1/chain) of the unsealed bytes. The parts of an
// entry hold at most 1 MiB together; what is in them is core's.
//
// A clock is a hybrid logical clock: milliseconds since 1970 in the upper 48 bits of
// 64, a counter in the lower 16. Each transaction takes the larger of its time and
// the newest clock plus one.
package store
