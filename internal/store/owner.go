package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// OwnerNote says who has a file open. It is kept in the cache folder, beside the lock
// proper, which says nothing of who.
type OwnerNote struct {
	User    string    `json:"user"`
	Host    string    `json:"host"`
	Program string    `json:"program"`
	PID     int       `json:"pid"`
	Since   time.Time `json:"since"`
}

// filled puts in what the opener left out and the store knows.
func (n OwnerNote) filled(now time.Time) OwnerNote {
	if n.Since.IsZero() {
		n.Since = now
	}
	if n.PID == 0 {
		n.PID = os.Getpid()
	}
	if n.Host == "" {
		n.Host, _ = os.Hostname() // stays empty where the system does not say
	}
	return n
}

// notes are the small files about one workspace file in the cache folder. Their
// absence costs comfort only, so failures to write them are not reported.
type notes struct {
	dir  string // "" keeps none
	base string // path without extension
	ack  *os.File
}

func newNotes(dir, path string) notes {
	n := notes{dir: dir}
	if dir != "" {
		sum := sha256.Sum256([]byte(path))
		n.base = filepath.Join(dir, "files", hex.EncodeToString(sum[:12]))
		_ = os.MkdirAll(filepath.Dir(n.base), 0o700)
	}
	return n
}

// own says that we have the file.
func (n *notes) own(note OwnerNote) {
	if n.dir == "" {
		return
	}
	if b, err := json.Marshal(note); err == nil {
		_ = os.WriteFile(n.base+".owner", b, 0o600)
	}
}

// owner tells who has the file, or a zero note.
func (n *notes) owner() (note OwnerNote) {
	if n.dir == "" {
		return note
	}
	if b, err := os.ReadFile(n.base + ".owner"); err != nil || json.Unmarshal(b, &note) != nil {
		return OwnerNote{}
	}
	return note
}

// release takes the note away and closes what is open.
func (n *notes) release() {
	if n.dir == "" {
		return
	}
	_ = os.Remove(n.base + ".owner")
	if n.ack != nil {
		_ = n.ack.Close()
		n.ack = nil
	}
}
