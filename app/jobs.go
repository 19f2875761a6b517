package app

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// Jobs tells of work that takes a while, and stops it.
type Jobs struct{ h *Host }

// jobs keeps the work of this run.
type jobs struct {
	mu   sync.Mutex
	wg   sync.WaitGroup
	next int
	all  map[string]*job
	emit func(Job)
}

type job struct {
	mu     sync.Mutex
	info   Job
	cancel context.CancelFunc
	told   time.Time
	emit   func(Job)
}

// tellEvery bounds how often the page is told of progress.
const tellEvery = 150 * time.Millisecond

// start runs work in the background. It gives the id of its result, or an error.
func (js *jobs) start(kind string, label i18n.Text, lang i18n.Lang, work func(ctx context.Context, j *job) (result string, err error)) Job {
	ctx, cancel := context.WithCancel(context.Background())
	js.mu.Lock()
	js.next++
	j := &job{info: Job{ID: "job-" + strconv.Itoa(js.next), Kind: kind, Label: label, State: "running"}, cancel: cancel, emit: js.emit}
	if js.all == nil {
		js.all = map[string]*job{}
	}
	js.all[j.info.ID] = j
	js.wg.Add(1)
	js.mu.Unlock()
	go func() {
		defer js.wg.Done()
		defer cancel()
		j.finish(work(ctx, j))(lang)
	}()
	return j.get()
}

func (j *job) get() Job {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.info
}

// progress tells how far it is.
func (j *job) progress(done, total int64, unit string) {
	j.update(func(i *Job) { i.Done, i.Total, i.Unit = done, total, unit }, false)
}

func (j *job) update(change func(*Job), always bool) {
	j.mu.Lock()
	change(&j.info)
	info, due := j.info, always || time.Since(j.told) > tellEvery
	if due {
		j.told = time.Now()
	}
	j.mu.Unlock()
	if due {
		j.emit(info)
	}
}

func (j *job) finish(result string, err error) func(i18n.Lang) {
	return func(l i18n.Lang) {
		j.update(func(i *Job) {
			i.Result, i.State = result, "done"
			if f := fault.From(err); f != nil {
				i.State, i.Error = "failed", Fail(err, l)
				if f.Kind.Code == fault.Cancelled || errors.Is(err, context.Canceled) {
					i.State = "cancelled"
				}
			}
		}, true)
	}
}

// stop cancels everything and waits for it.
func (js *jobs) stop() {
	js.mu.Lock()
	for _, j := range js.all {
		j.cancel()
	}
	js.mu.Unlock()
	js.wg.Wait()
}

func (js *jobs) find(id string) (*job, error) {
	js.mu.Lock()
	defer js.mu.Unlock()
	j := js.all[id]
	if j == nil {
		return nil, core.ErrNoRecord.Err()
	}
	return j, nil
}

// Get tells how far a job is.
func (s *Jobs) Get(id string) (out Job, err error) {
	defer guard(&err)
	j, err := s.h.jobs.find(id)
	if err != nil {
		return Job{}, err
	}
	return j.get(), nil
}

// Cancel asks a job to stop. What it did is taken back.
func (s *Jobs) Cancel(id string) (err error) {
	defer guard(&err)
	j, err := s.h.jobs.find(id)
	if err != nil {
		return err
	}
	j.cancel()
	return nil
}
