package core

import (
	"encoding/binary"

	"dealbox/internal/value"
)

// textKey is where a long text stands: the record's id, then the field's number.
func textKey(id value.ID, field uint32) []byte {
	return binary.BigEndian.AppendUint32(append(make([]byte, 0, 20), id[:]...), field)
}

// historyKey is where the history notes that a log entry touched a record.
func historyKey(id value.ID, seq uint64) []byte {
	return appendHistoryKey(make([]byte, 0, 24), id, seq)
}

func appendHistoryKey(b []byte, id value.ID, seq uint64) []byte {
	return binary.BigEndian.AppendUint64(append(b, id[:]...), seq)
}

// Keys of the state bucket.
const (
	keyConfig = "config"
	keyBatch  = "batch"    // the open change-set
	keySet    = "set/"     // change-sets of several entries: first sequence → last
	keyAuto   = "auto/"    // automatic numbers: type/field → last given
	keyCustom = "customs/" // in the schema bucket: what users added to a type
)
