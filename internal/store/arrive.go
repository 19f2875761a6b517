package store

// arrive holds what the file says against what this machine knows of it, and notes
// that we have it.
func (s *Store) arrive(c *content) (err error) {
	if s.last, err = readState(s.h.file); err != nil {
		return ErrReplaced.Wrap(err)
	}
	s.at = place{machine: s.notes.machine(), file: identityOf(s.h.file)}
	s.adopt(&c.tally, c.replica)
	if err := s.notOlder(c); err != nil {
		return err
	}
	if err := s.headFits(); err != nil {
		return err
	}
	s.setInfo(func(i *Info) {
		i.Size = s.last.size
		i.ReadOnly = s.o.ReadOnly || c.identity.minWriter > formatVersion || !s.h.writable()
		i.Notes = s.remarks(c, i.ReadOnly)
	})
	s.notes.own(s.o.Owner.filled(s.now()))
	return nil
}

// notOlder compares with the newest commit that this machine knows to be on disk.
func (s *Store) notOlder(c *content) error {
	known, ok := s.notes.lastSaved()
	same := ok && known.workspace == c.identity.workspace && known.file == s.at.file
	if !same || c.tally.commits >= known.commits {
		return nil
	}
	if s.o.AcceptOlder {
		s.forked = true
		return nil
	}
	return ErrOlder.With("noted", known.commits).With("found", c.tally.commits)
}

// headFits makes sure that the log ends where the tally says.
func (s *Store) headFits() error {
	return s.View(func(tx *Tx) error {
		found := uint64(0)
		err := tx.ScanBack(Log, nil, func(key, _ []byte) (bool, error) {
			found = seqOf(key)
			return false, nil
		})
		if err != nil || found == 0 && tx.LogHead() == 0 {
			return err
		}
		head, err := tx.headerBytes(tx.LogHead())
		if err == nil && (found != tx.LogHead() || tx.ring.hash(head) != tx.tally.headHash) {
			err = damagedBucket(Log, seqKey(found), "the newest entry is %d in the log, %d in meta", found, tx.LogHead())
		}
		return err
	})
}

func (s *Store) remarks(c *content, readOnly bool) (out []Note) {
	add := func(when bool, n Note) {
		if when {
			out = append(out, n)
		}
	}
	add(c.report.OneMeta, OneMeta)
	add(c.replica.at != place{} && c.replica.at != s.at, OtherCopy)
	add(c.identity.minWriter > formatVersion, NewerWriter)
	add(readOnly && !s.o.ReadOnly && c.identity.minWriter <= formatVersion, NoPermit)
	add(c.tally.clock.tooFarAhead(s.now()), ClockBehind)
	return out
}

// writable says whether bbolt has the file for writing.
func (h *handle) writable() bool { return !h.db.IsReadOnly() }
