package crm

import (
	"strings"
	"sync"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

type rate struct {
	schema.Type
	Currency *schema.Field[string]        `key:"currency" num:"16"`
	Date     *schema.Field[value.Date]    `key:"date" num:"17"`
	Rate     *schema.Field[value.Decimal] `key:"rate" num:"18"`
}

// Rate is what one unit of a currency is worth in the base currency, from a day on.
var Rate = schema.Declare(&rate{
	Type: schema.Type{Key: "rate", Num: 17, Label: i18n.T("Exchange rate", "汇率"), Plural: i18n.T("Exchange rates", "汇率"),
		Icon: "coin-yuan", Title: "currency", Setup: true},
	Currency: schema.String(i18n.T("Currency", "货币"), schema.Required, schema.Listed, schema.Quick, schema.Checked(checkCurrency)),
	Date:     schema.Date(i18n.T("From", "生效日期"), schema.Required, schema.Listed, schema.Quick),
	Rate:     schema.Number(i18n.T("Rate", "汇率"), schema.Required, schema.Listed, schema.Quick, schema.Checked(checkRate), schema.Help(i18n.T("One unit in the base currency", "一单位该货币折合的本位币"))),
})

// The ways in which a rate is refused.
var (
	ErrRateTwice = fault.New(fault.Invalid, "rate.twice", i18n.T("There is a rate for {currency} on {date} already", "{currency} 在 {date} 已有汇率"))
	ErrRateBase  = fault.New(fault.Invalid, "rate.base", i18n.T("{currency} is the base currency: it needs no rate", "{currency} 是本位币，不需要汇率"))
)

// Derive writes the currency in capitals.
func (r *rate) Derive(_ *core.Tx, c *record.Change) error {
	if s := r.Currency.Of(c.After); s != "" {
		r.Currency.Set(c.After, strings.ToUpper(s))
	}
	return nil
}

// Check refuses a second rate for the same day, and one for the base currency.
func (r *rate) Check(tx *core.Tx, c *record.Change) error {
	currency, day := r.Currency.Of(c.After), r.Date.Of(c.After)
	if !c.After.Live() {
		return nil
	}
	if value.Currency(currency) == tx.Env().Base {
		return ErrRateBase.With("currency", currency).On(r.Currency.Key)
	}
	same, err := find(tx, &r.Type, query.Cond{Op: query.OpEq, Field: r.Date.Key, Value: day.String()})
	if err != nil {
		return err
	}
	for _, other := range same {
		if other.ID != c.After.ID && r.Currency.Of(other) == currency {
			return ErrRateTwice.With("currency", currency).With("date", day).On(r.Date.Key)
		}
	}
	return nil
}

// Rates gives the worth of one unit of a currency in base currency on a day: the latest
// rate up to that day. ok is false where there is none yet. The result reads the rates
// when it is first asked and is safe for concurrent use.
func Rates(w *core.Workspace, on value.Date) func(value.Currency) (rate value.Decimal, ok bool) {
	known := sync.OnceValue(func() map[value.Currency]value.Decimal { return ratesOn(w, on) })
	return func(c value.Currency) (value.Decimal, bool) {
		if c == w.Config().Base {
			return value.DecimalOne, true
		}
		d, ok := known()[c]
		return d, ok
	}
}

func ratesOn(w *core.Workspace, on value.Date) map[value.Currency]value.Decimal {
	t := w.Tables().Table(Rate.Num)
	all := t.Select(table.Query{})
	rows := t.Values(all.Rows(0, all.Len()), []*schema.Def{&Rate.Currency.Def, &Rate.Date.Def, &Rate.Rate.Def})
	rates, since := map[value.Currency]value.Decimal{}, map[value.Currency]value.Date{}
	for _, row := range rows {
		name, _ := row[0].(string)
		day, _ := row[1].(value.Date)
		d, ok := row[2].(value.Decimal)
		c := value.Currency(name)
		if latest, seen := since[c]; ok && day <= on && (!seen || day > latest) {
			rates[c], since[c] = d, day
		}
	}
	return rates
}
