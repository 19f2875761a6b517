package store

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// patient is a closed file that tests damage and put right again, in place, so that
// what this machine knows of it (last commit, identity of the file) stays true.
type patient struct {
	path  string
	o     Options
	bytes []byte
	notes map[string][]byte
	want  map[string]string
	wrote bool // the file was opened since it was put right
}

func newPatient(t *testing.T, s *Store) *patient {
	p := &patient{path: s.Path(), o: s.o, notes: map[string][]byte{}}
	var err error
	p.want, err = contents(s)
	must(t, err)
	must(t, s.Close())
	p.bytes, err = os.ReadFile(p.path)
	must(t, err)
	p.bytes = p.bytes[:s.pages(t)*pageSize]
	found, err := filepath.Glob(filepath.Join(p.o.CacheDir, "files", "*"))
	must(t, err)
	for _, name := range found {
		p.notes[name], err = os.ReadFile(name)
		must(t, err)
	}
	return p
}

// pages gives the high water mark of an open or closed file.
func (s *Store) pages(t *testing.T) int {
	f, err := os.Open(s.path)
	must(t, err)
	defer f.Close()
	m, _, err := readMetas(f, 1<<60)
	must(t, err)
	return int(m.high)
}

// put writes a file in place and restores the notes.
func (p *patient) put(t *testing.T, b []byte) {
	p.wrote = false
	must(t, os.WriteFile(p.path, b, 0o600))
	for name, b := range p.notes {
		must(t, os.WriteFile(name, b, 0o600))
	}
}

// poke writes one byte in place.
func (p *patient) poke(t *testing.T, at int, b byte) {
	f, err := os.OpenFile(p.path, os.O_WRONLY, 0)
	must(t, err)
	_, err = f.WriteAt([]byte{b}, int64(at))
	must(t, errors.Join(err, f.Close()))
}

// outcome opens the file, reads all, writes, reads again and checks. It gives the
// error met, or nil when everything was right. Wrong data is a failure of the test.
func (p *patient) outcome() error {
	s, err := Open(p.path, p.o)
	if err != nil {
		return err
	}
	defer s.Close()
	p.wrote = true
	if err := p.compare(s); err != nil {
		return err
	}
	for i := range 2 {
		if err := s.Update(func(tx *Tx) error { return writeOne(tx, 1_000_000+i) }); err != nil {
			return err
		}
	}
	all, err := contents(s)
	if err == nil && len(all) != len(p.want)+2*6 {
		return fmt.Errorf("%w: %d values after writing", errWrong, len(all))
	}
	return err
}

var errWrong = errors.New("silently wrong")

func (p *patient) compare(s *Store) error {
	got, err := contents(s)
	if err == nil && !maps.Equal(got, p.want) {
		return fmt.Errorf("%w: %d values, not %d, or others", errWrong, len(got), len(p.want))
	}
	return err
}

// survives runs outcome with a limit of time, so that a hang is a failure.
func (p *patient) survives(t *testing.T, what string) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- p.outcome() }()
	select {
	case err := <-done:
		if errors.Is(err, errWrong) {
			t.Errorf("%s: %v", what, err)
		}
		return err
	case <-time.After(time.Minute):
		t.Fatalf("%s: no answer in a minute", what)
		return nil
	}
}

// wellUsed is a file with everything bbolt makes: branches, overflow, free pages.
func wellUsed(t *testing.T) *Store {
	s := createIn(t, memoryDir(t), options(t))
	must(t, s.Update(func(tx *Tx) error {
		for i := range 160 {
			if err := writeOne(tx, i); err != nil {
				return err
			}
		}
		return tx.Put(Texts(3), []byte("long"), make([]byte, 50_000))
	}))
	must(t, s.Update(func(tx *Tx) error {
		for i := range 60 {
			if err := tx.Delete(Texts(3), key(2*i)); err != nil {
				return err
			}
		}
		return nil
	}))
	write(t, s, 160, 10)
	return s
}

func TestFlippedBytesAreFoundOrHarmless(t *testing.T) {
	p := newPatient(t, wellUsed(t))
	p.put(t, p.bytes)
	if err := p.survives(t, "undamaged"); err != nil {
		t.Fatalf("undamaged: %v", err)
	}
	var at []int
	for page := 0; page < len(p.bytes); page += pageSize {
		for i := range pageHeader {
			at = append(at, page+i)
		}
		if page < 2*pageSize {
			for i := range metaLen {
				at = append(at, page+pageHeader+i)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		at = append(at, random.IntN(len(p.bytes)))
	}
	found := 0
	p.put(t, p.bytes)
	for _, i := range at {
		p.poke(t, i, p.bytes[i]^1<<random.IntN(8))
		if p.survives(t, fmt.Sprintf("byte %d of page %d", i%pageSize, i/pageSize)) != nil {
			found++
		}
		if p.wrote {
			p.put(t, p.bytes)
		} else {
			p.poke(t, i, p.bytes[i])
		}
	}
	t.Logf("%d flips in %d pages, %d found, the others harmless", len(at), len(p.bytes)/pageSize, found)
}

// TestLostWritesAreFound puts pages back to what they were after an earlier commit, as
// a disk does that drops a write it said was done.
func TestLostWritesAreFound(t *testing.T) {
	s := createIn(t, memoryDir(t), options(t))
	var images [][]byte
	for i := range 12 {
		write(t, s, 20*i, 1+i%3*15)
		b, err := os.ReadFile(s.Path())
		must(t, err)
		images = append(images, b[:s.pages(t)*pageSize])
	}
	p := newPatient(t, s)
	last := images[len(images)-1]
	cases, found := 0, 0
	for i, image := range images[:len(images)-1] {
		for page := 0; page+pageSize <= min(len(image), len(last)); page += pageSize {
			if string(image[page:page+pageSize]) == string(last[page:page+pageSize]) {
				continue
			}
			b := append([]byte(nil), last...)
			copy(b[page:page+pageSize], image[page:])
			p.put(t, b)
			cases++
			if p.survives(t, fmt.Sprintf("page %d as of commit %d", page/pageSize, i)) != nil {
				found++
			}
		}
	}
	p.put(t, images[len(images)-2])
	if err := p.survives(t, "last commit missing"); !errors.Is(err, ErrOlder) {
		t.Errorf("last commit missing: %v", err)
	}
	t.Logf("%d lost writes, %d found, the others in pages not in use", cases, found)
}

func TestBadFilesAreRefusedWithTheReason(t *testing.T) {
	p := newPatient(t, wellUsed(t))
	half := p.bytes[:len(p.bytes)/2/pageSize*pageSize]
	cut := p.bytes[:len(p.bytes)/3]
	zeroed := append([]byte(nil), p.bytes...)
	clear(zeroed[4*pageSize : 8*pageSize])
	metas := append([]byte(nil), p.bytes...)
	metas[40], metas[pageSize+40] = 0xFF, 0xFF
	cases := map[string]struct {
		bytes []byte
		want  error
	}{
		"empty":            {nil, ErrEmpty},
		"one byte":         {p.bytes[:1], ErrForeign},
		"half a page":      {p.bytes[:pageSize/2], ErrTruncated},
		"one page":         {p.bytes[:pageSize], ErrTruncated},
		"a page and half":  {p.bytes[:pageSize*3/2], ErrTruncated},
		"two pages":        {p.bytes[:pageSize*2], ErrTruncated},
		"half":             {half, ErrTruncated},
		"a third":          {cut, ErrTruncated},
		"zeroes":           {make([]byte, len(p.bytes)), ErrForeign},
		"text":             {[]byte("name,amount\nAcme,100\n"), ErrForeign},
		"zeroed inside":    {zeroed, ErrDamaged},
		"both metas wrong": {metas, ErrDamaged},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p.put(t, c.bytes)
			if err := p.survives(t, name); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			r, err := Check(t.Context(), p.path, CheckOptions{})
			if err != nil || r.Sound() {
				t.Errorf("check: %+v, %v", r, err)
			}
		})
	}
}

func TestGarbageBehindTheEndIsHarmless(t *testing.T) {
	p := newPatient(t, wellUsed(t))
	for _, n := range []int{1, 100, 1 << 20} {
		p.put(t, append(append([]byte(nil), p.bytes...), make([]byte, n)...))
		if err := p.survives(t, "grown"); err != nil {
			t.Errorf("grown by %d: %v", n, err)
		}
	}
}

func TestFoldersAndMissingFilesAreNamed(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir, Options{}); !errors.Is(err, ErrFolder) {
		t.Errorf("folder: %v", err)
	}
	if _, err := Open(filepath.Join(dir, "none"), Options{}); !errors.Is(err, ErrMissing) {
		t.Errorf("missing: %v", err)
	}
}

// TestCheckTellsOfADamagedMeta: bbolt reads on from the other meta page, which is the file
// as it was a commit ago. A file that came from elsewhere has no note of what is missing.
func TestCheckTellsOfADamagedMeta(t *testing.T) {
	p := newPatient(t, wellUsed(t))
	for page := range 2 {
		b := append([]byte(nil), p.bytes...)
		b[page*pageSize+40] ^= 1
		path := filepath.Join(t.TempDir(), "elsewhere.dealbox")
		must(t, os.WriteFile(path, b, 0o600))
		r, err := Check(t.Context(), path, CheckOptions{})
		must(t, err)
		if r.Sound() {
			t.Errorf("meta page %d damaged: the file is said to be sound", page)
		}
	}
}
