package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"

	"dealbox/app"
	"dealbox/internal/query"
)

// lists measures what is asked for while people look around.
func (b *bench) lists() error {
	h := host(b.folder())
	if _, err := service[app.Files](h).Open(b.path()); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	rest()
	for _, part := range []func(*app.Host) error{b.list, b.board, b.typing, b.heap} {
		if err := part(h); err != nil {
			return err
		}
	}
	if err := b.touch(h); err != nil {
		return err
	}
	return h.Close()
}

// asked is a list with three conditions, a sort and a count, another one each round.
func asked(round int) app.ListQuery {
	where := query.All(
		query.Cond{Op: query.OpIn, Field: "source", Value: []any{"1", "2", "3", "4"}},
		query.Cond{Op: query.OpGe, Field: "amount", Value: strconv.Itoa(20_000 + 100*round)},
		query.Cond{Op: query.OpEq, Field: "status", Value: "open"},
	)
	return app.ListQuery{Type: "opportunity", Where: &where, Sort: []app.SortKey{{Field: "amount", Desc: true}}}
}

func (b *bench) list(h *app.Host) error {
	found := 0
	t, err := timed(b.rounds, func(round int) (err error) {
		found, err = firstRows(h, asked(round))
		return err
	})
	if err != nil {
		return err
	}
	b.report.times(b, fmt.Sprintf("list: 3 conditions, sort, count, 50 rows as JSON (%d found)", found), t, b.size.bounds.list)
	t, err = timed(b.rounds, func(int) error {
		_, err := firstRows(h, app.ListQuery{Type: "opportunity", Sort: []app.SortKey{{Field: "name"}}})
		return err
	})
	if err != nil {
		return err
	}
	b.report.times(b, "list: all, by name, 50 rows as JSON", t, 0)
	return nil
}

// pageRows is what a screen shows.
const pageRows = 50

// firstRows opens a list and reads its first rows, as the page gets them.
func firstRows(h *app.Host, q app.ListQuery) (count int, err error) {
	l := service[app.Lists](h)
	info, err := l.Open(q)
	if err != nil {
		return 0, fmt.Errorf("open list: %w", err)
	}
	page, err := l.Rows(info.Token, 0, pageRows)
	if err != nil {
		return 0, fmt.Errorf("read list: %w", err)
	}
	if err := sent(info, page); err != nil {
		return 0, err
	}
	return info.Count, l.Close(info.Token)
}

// sent writes answers as the shell does.
func sent(answers ...any) error {
	for _, a := range answers {
		if _, err := json.Marshal(a); err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
	}
	return nil
}

func (b *bench) board(h *app.Host) error {
	s, stages := service[app.Board](h), 0
	t, err := timed(b.rounds, func(int) error {
		info, err := s.Open(app.BoardQuery{})
		if err != nil {
			return fmt.Errorf("open board: %w", err)
		}
		stages = len(info.Columns)
		answers := []any{info}
		for _, c := range info.Columns {
			page, err := s.Cards(info.Token, c.Stage.ID, 0, pageRows)
			if err != nil {
				return fmt.Errorf("read cards: %w", err)
			}
			answers = append(answers, page)
		}
		return sent(answers...)
	})
	if err != nil {
		return err
	}
	b.report.times(b, fmt.Sprintf("board of %d stages: counts, sums, weighted, 50 cards each", stages), t, b.size.bounds.board)
	return nil
}

// typed is what people type into the search of a type.
var typed = []struct{ typ, text string }{
	{"opportunity", "升级"}, {"opportunity", "cq"}, {"opportunity", "华"}, {"opportunity", "auto"},
	{"account", "科技"}, {"account", "sh"}, {"contact", "wang"}, {"contact", "138"}, {"contact", "4567"},
}

func (b *bench) typing(h *app.Host) error {
	r := service[app.Records](h)
	for _, q := range typed { // the arenas are filled on first use
		if _, err := r.Suggest(app.SuggestInput{Type: q.typ, Text: q.text, Limit: 10}); err != nil {
			return fmt.Errorf("suggest: %w", err)
		}
	}
	t, err := timed(b.rounds, func(round int) error {
		q := typed[round%len(typed)]
		refs, err := r.Suggest(app.SuggestInput{Type: q.typ, Text: q.text, Limit: 10})
		if err != nil {
			return fmt.Errorf("suggest: %w", err)
		}
		return sent(refs)
	})
	if err != nil {
		return err
	}
	b.report.times(b, "titles, pinyin, phone digits as you type", t, b.size.bounds.typing)
	t, err = timed(b.rounds, func(round int) error {
		_, err := firstRows(h, app.ListQuery{Type: "opportunity", Text: typed[round%4].text})
		return err
	})
	if err != nil {
		return err
	}
	b.report.times(b, "list filtered by a text, 50 rows as JSON", t, b.size.bounds.typing)
	return nil
}

func (b *bench) writeHeap() error {
	if b.memory == "" {
		return nil
	}
	f, err := os.Create(b.memory)
	if err != nil {
		return fmt.Errorf("write profile: %w", err)
	}
	if err := pprof.WriteHeapProfile(f); err != nil {
		return fmt.Errorf("write profile: %w", err)
	}
	return f.Close()
}

// heap tells what is in use after collection when everything was loaded and asked for.
func (b *bench) heap(*app.Host) error {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if err := b.writeHeap(); err != nil {
		return err
	}
	mb := float64(m.HeapInuse) / (1 << 20)
	b.report.add(line{
		size: b.size.name, what: "heap in use after collection, everything loaded", p50: fmt.Sprintf("%.0f MB", mb), p95: noBound, cpu: noBound,
		bound: fmt.Sprintf("≤ %.0f MB", b.size.bounds.heap), met: met(mb <= b.size.bounds.heap, false),
	})
	return nil
}
