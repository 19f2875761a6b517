package store

import (
	"fmt"
	"testing"
)

// fillRows puts n rows of about 300 bytes, as an import does.
func fillRows(b *testing.B, s *Store, n int) {
	value := make([]byte, 300)
	for from := 0; from < n; from += 5000 {
		must(b, s.Update(func(tx *Tx) error {
			for i := from; i < min(from+5000, n); i++ {
				if err := tx.Put(Rows(3), key(i), value); err != nil {
					return err
				}
			}
			return nil
		}))
	}
}

func BenchmarkPut(b *testing.B) {
	s := createIn(b, memoryDir(b), options(b))
	b.ResetTimer()
	fillRows(b, s, b.N)
}

func BenchmarkSave(b *testing.B) {
	s := createIn(b, b.TempDir(), options(b))
	for i := range b.N {
		must(b, s.Update(func(tx *Tx) error { return writeOne(tx, i) }))
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10_000, 200_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := createIn(b, memoryDir(b), options(b))
			fillRows(b, s, n)
			b.ResetTimer()
			for range b.N {
				s = reopen(b, s)
			}
			b.ReportMetric(float64(s.Info().Size)/1e6, "MB")
		})
	}
}

func BenchmarkScan(b *testing.B) {
	s := createIn(b, memoryDir(b), options(b))
	fillRows(b, s, 200_000)
	b.ResetTimer()
	for range b.N {
		must(b, s.View(func(tx *Tx) error {
			return tx.Scan(Rows(3), nil, func(_, _ []byte) (bool, error) { return true, nil })
		}))
	}
}

func BenchmarkGet(b *testing.B) {
	s := createIn(b, memoryDir(b), options(b))
	fillRows(b, s, 100_000)
	b.ResetTimer()
	for i := range b.N {
		must(b, s.View(func(tx *Tx) error {
			_, _, err := tx.Get(Rows(3), key(i*7919%100_000))
			return err
		}))
	}
}
