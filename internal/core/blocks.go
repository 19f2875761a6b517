package core

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strconv"
)

// A column snapshot is streams, each sealed in blocks. A block is its length in four bytes,
// a byte that is 1 for the last of a stream, and what is sealed under a name that says
// which block of which stream it is.

// blockSize is how much is sealed at once. So little stays in the processor's cache on the
// way, and no snapshot is ever whole in memory.
const (
	blockSize = 256 << 10
	blockHead = 5
	blockMost = blockSize + 1<<10 // with what sealing adds
)

func blockName(stream string, n int, last byte) string {
	return "columns/" + stream + "/" + strconv.Itoa(n) + "/" + strconv.Itoa(int(last))
}

// sealing writes a stream. Close writes its last block and leaves out open.
type sealing struct {
	w      *Workspace
	out    io.Writer
	stream string
	n      int
	room   []byte
}

// Write takes a part of the stream.
func (s *sealing) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		n := min(len(rest), blockSize-len(s.room))
		s.room, rest = append(s.room, rest[:n]...), rest[n:]
		if len(s.room) == blockSize {
			if err := s.seal(0); err != nil {
				return 0, err
			}
		}
	}
	return len(p), nil
}

// Close ends the stream.
func (s *sealing) Close() error { return s.seal(1) }

func (s *sealing) seal(last byte) error {
	sealed, err := s.w.store.SealCache(blockName(s.stream, s.n, last), s.room)
	if err != nil {
		return err
	}
	s.n, s.room = s.n+1, s.room[:0]
	head := append(binary.BigEndian.AppendUint32(make([]byte, 0, blockHead), uint32(len(sealed))), last)
	if _, err := s.out.Write(head); err != nil {
		return err
	}
	_, err = s.out.Write(sealed)
	return err
}

// unsealing reads a stream.
type unsealing struct {
	w      *Workspace
	in     io.Reader
	stream string
	n      int
	sealed []byte
	plain  []byte // the block at work
	rest   []byte // of it
	ended  bool
}

// Read gives a part of the stream.
func (u *unsealing) Read(p []byte) (int, error) {
	for len(u.rest) == 0 {
		if u.ended {
			return 0, io.EOF
		}
		if err := u.next(); err != nil {
			return 0, err
		}
	}
	n := copy(p, u.rest)
	u.rest = u.rest[n:]
	return n, nil
}

func (u *unsealing) next() error {
	size, last, err := readBlockHead(u.in)
	if err != nil {
		return err
	}
	if cap(u.sealed) < size {
		u.sealed = make([]byte, blockMost)
	}
	if _, err := io.ReadFull(u.in, u.sealed[:size]); err != nil {
		return err
	}
	u.plain, err = u.w.store.OpenCacheTo(u.plain[:0], blockName(u.stream, u.n, last), u.sealed[:size])
	u.rest, u.n, u.ended = u.plain, u.n+1, last == 1
	return err
}

func readBlockHead(in io.Reader) (size int, last byte, err error) {
	var head [blockHead]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return 0, 0, err
	}
	size, last = int(binary.BigEndian.Uint32(head[:4])), head[4]
	if size > blockMost || last > 1 {
		return 0, 0, fmt.Errorf("column snapshot has a block of %d bytes", size)
	}
	return size, last, nil
}

// findStreams tells where the streams of a snapshot stand, so that they can be read side
// by side.
func findStreams(f *os.File) (all []*io.SectionReader, err error) {
	i, err := f.Stat()
	if err != nil {
		return nil, err
	}
	begin := int64(0)
	for at := begin; at < i.Size(); {
		size, last, err := readBlockHead(io.NewSectionReader(f, at, blockHead))
		if err != nil {
			return nil, err
		}
		if at += blockHead + int64(size); last == 1 {
			all = append(all, io.NewSectionReader(f, begin, at-begin))
			begin = at
		}
	}
	return all, nil
}
