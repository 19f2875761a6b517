package app

import (
	"context"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
)

// LoadSample adds sample records to look around with. RemoveSample takes them away.
func (f *Files) LoadSample() (j Job, err error) {
	defer guard(&err)
	o, err := f.h.current()
	if err != nil {
		return j, err
	}
	label := i18n.T("Sample data", "示例数据")
	return f.h.jobs.start("sample", label, f.h.Lang(), func(context.Context, *job) (string, error) {
		_, err := o.session.Update(labelSample, func(tx *core.Tx) error {
			refs, err := crm.Sample(tx, f.h.Lang())
			if err != nil {
				return err
			}
			c := o.w.Config()
			c.Sample = append(c.Sample, refs...)
			return tx.SetConfig(c)
		})
		f.h.o.Emit("file", struct{}{})
		return "", err
	}), nil
}

// RemoveSample puts the sample records into the trash, in one step.
func (f *Files) RemoveSample() (ref ChangeRef, err error) {
	defer guard(&err)
	o, err := f.h.current()
	if err != nil {
		return ref, err
	}
	step, err := o.session.Update(labelSample, func(tx *core.Tx) error {
		c := o.w.Config()
		for _, s := range c.Sample {
			t := tx.Registry().Type(s.Type)
			r, err := tx.Get(t, s.ID)
			if err != nil {
				return err
			}
			if !r.Live() {
				continue
			}
			if err := tx.Delete(t, s.ID); err != nil {
				return err
			}
		}
		c.Sample = nil
		return tx.SetConfig(c)
	})
	if err == nil {
		f.h.o.Emit("file", struct{}{})
	}
	return changeRef(step), err
}
