package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"path/filepath"
)

// ack is what this machine last saved to a file. It is written after every commit,
// without a sync, so it may be behind the file but never ahead of it: a file that is
// behind its ack has lost a commit, or is an older copy.
type ack struct {
	workspace [16]byte
	file      [16]byte // the file itself, as place.file
	commits   uint64
	clean     bool // closed in an orderly way
}

const ackLen = 16 + 16 + 8 + 1 + 8

func (a ack) encode() []byte {
	b := append(append(make([]byte, 0, ackLen), a.workspace[:]...), a.file[:]...)
	b = binary.BigEndian.AppendUint64(b, a.commits)
	clean := byte(0)
	if a.clean {
		clean = 1
	}
	b = append(b, clean)
	sum := sha256.Sum256(b)
	return append(b, sum[:8]...)
}

// decodeAck reads an ack; ok is false for anything torn or foreign.
func decodeAck(b []byte) (a ack, ok bool) {
	if len(b) != ackLen {
		return a, false
	}
	sum := sha256.Sum256(b[:ackLen-8])
	if !bytes.Equal(sum[:8], b[ackLen-8:]) {
		return a, false
	}
	a.workspace, a.file = [16]byte(b), [16]byte(b[16:])
	a.commits, a.clean = binary.BigEndian.Uint64(b[32:]), b[40] == 1
	return a, true
}

// ack is what to note now.
func (s *Store) ack(clean bool) ack {
	i := s.Info()
	return ack{workspace: i.WorkspaceID, file: s.at.file, commits: i.Commits, clean: clean}
}

// lastSaved reads what was noted about the file at this path.
func (n *notes) lastSaved() (ack, bool) {
	if n.dir == "" {
		return ack{}, false
	}
	b, err := os.ReadFile(n.base + ".saved")
	if err != nil {
		return ack{}, false
	}
	return decodeAck(b)
}

// saved notes a commit.
func (n *notes) saved(a ack) {
	if n.dir == "" {
		return
	}
	if n.ack == nil {
		f, err := os.OpenFile(n.base+".saved", os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return
		}
		n.ack = f
	}
	_, _ = n.ack.WriteAt(a.encode(), 0)
}

// forget drops what was noted about another file of the same name.
func (n notes) forget() {
	if n.dir != "" {
		_ = os.Remove(n.base + ".saved")
	}
}

// machine gives the identity of this machine, kept in the cache folder, or zero.
func (n *notes) machine() (id [16]byte) {
	if n.dir == "" {
		return id
	}
	name := filepath.Join(n.dir, "machine")
	if b, err := os.ReadFile(name); err == nil && len(b) == len(id) {
		return [16]byte(b)
	}
	_, _ = rand.Read(id[:]) // never fails: it ends the program instead
	if err := os.WriteFile(name, id[:], 0o600); err != nil {
		return [16]byte{}
	}
	return id
}
