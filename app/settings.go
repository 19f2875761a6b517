package app

import (
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/value"
)

// Settings keeps what a person or a file prefers.
type Settings struct{ h *Host }

// Preferences are those of this computer's user.
func (s *Settings) Preferences() (p Preferences, err error) {
	defer guard(&err)
	p = s.h.prefs.get()
	if p.Language == "" {
		p.Language = string(s.h.Lang())
	}
	return p, nil
}

// SavePreferences keeps them and tells the page, which shows them at once.
func (s *Settings) SavePreferences(p Preferences) (err error) {
	defer guard(&err)
	if err := s.h.prefs.set(p); err != nil {
		return err
	}
	s.h.o.Emit("file", struct{}{})
	return nil
}

// Setup gives what belongs to the file.
func (s *Settings) Setup() (out Setup, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return out, err
	}
	c := o.w.Config()
	return Setup{Base: string(c.Base), Zone: c.Zone, Name: c.Name}, nil
}

// SaveSetup changes it.
func (s *Settings) SaveSetup(in Setup) (ref ChangeRef, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return ref, err
	}
	step, err := o.session.Update(labelSetup, func(tx *core.Tx) error {
		c := o.w.Config()
		c.Base, c.Zone, c.Name = value.Currency(strings.ToUpper(strings.TrimSpace(in.Base))), in.Zone, strings.TrimSpace(in.Name)
		if c.Name == "" {
			c.Name = fileName(o.w.Path())
		}
		return tx.SetConfig(c)
	})
	if err == nil {
		s.h.o.Emit("file", struct{}{})
	}
	return changeRef(step), err
}

// BeMember says which member this computer's user is in this file.
func (s *Settings) BeMember(id string) (err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return err
	}
	member, err := value.ParseID(id)
	if err != nil {
		return err
	}
	tab := o.w.Tables().Table(crm.Member.Num)
	if row, ok := tab.RowOf(member); !ok || !tab.Alive(row) {
		return core.ErrNoRecord.Err()
	}
	if err := s.h.prefs.setMember(o.w.Info().WorkspaceID, member); err != nil {
		return err
	}
	o.session.Become(core.Actor{Member: member, Source: s.h.o.Source})
	s.h.o.Emit("file", struct{}{})
	return nil
}
