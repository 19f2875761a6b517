package core

import (
	"encoding/json"
	"sync"
	"time"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// Config is what belongs to a workspace and is no record.
type Config struct {
	Name   string         `json:"name"`
	Base   value.Currency `json:"base"`             // sums are in it
	Zone   string         `json:"zone"`             // IANA name: days begin and end by it
	Lang   i18n.Lang      `json:"lang"`             // of texts that are written into records
	Owner  value.ID       `json:"owner"`            // member who the file's user is
	Sample []SampleRef    `json:"sample,omitempty"` // sample records that one click removes
}

// SampleRef names a sample record.
type SampleRef struct {
	Type string   `json:"type"`
	ID   value.ID `json:"id"`
}

// ErrZone and ErrBase refuse a setting.
var (
	ErrZone = fault.New(fault.Invalid, "config.zone", i18n.T("There is no time zone “{value}”", "没有「{value}」这个时区"))
	ErrBase = fault.New(fault.Invalid, "config.base", i18n.T("“{value}” is not a currency code", "「{value}」不是货币代码"))
)

// zones keeps time zones by name: loading one reads files, and every save asks for today.
var zones sync.Map

// Location is the workspace's time zone; UTC when this computer does not know it.
func (c Config) Location() *time.Location {
	if l, ok := zones.Load(c.Zone); ok {
		return l.(*time.Location)
	}
	l, err := time.LoadLocation(c.Zone)
	if err != nil {
		return time.UTC
	}
	zones.Store(c.Zone, l)
	return l
}

func (c Config) check() error {
	if _, err := time.LoadLocation(c.Zone); err != nil {
		return ErrZone.With("value", c.Zone)
	}
	if !c.Base.Valid() {
		return ErrBase.With("value", c.Base)
	}
	return nil
}

// Config gives the settings.
func (w *Workspace) Config() Config { return *w.config.Load() }

// SetConfig changes the settings as part of a transaction.
func (tx *Tx) SetConfig(c Config) error {
	if err := c.check(); err != nil {
		return err
	}
	b, err := json.Marshal(c)
	if err != nil {
		return wrap(err, "write settings")
	}
	return tx.SetValue(store.State, []byte(keyConfig), b)
}

func readConfig(st *store.Tx) (Config, error) {
	c := Config{Base: "CNY", Zone: "Asia/Shanghai", Lang: i18n.Chinese}
	b, ok, err := st.Get(store.State, []byte(keyConfig))
	if err != nil || !ok {
		return c, wrap(err, "read settings")
	}
	return c, wrap(json.Unmarshal(b, &c), "read settings")
}
