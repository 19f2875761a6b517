package crm

import (
	"cmp"
	"math/big"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type opportunityLine struct {
	schema.Type
	Opportunity *schema.Field[value.ID]      `key:"opportunity" num:"16"`
	Product     *schema.Field[value.ID]      `key:"product" num:"17"`
	Name        *schema.Field[string]        `key:"name" num:"18"`
	Quantity    *schema.Field[value.Decimal] `key:"quantity" num:"19"`
	UnitPrice   *schema.Field[value.Decimal] `key:"unit_price" num:"20"`
	Discount    *schema.Field[value.Decimal] `key:"discount" num:"21"`
	Amount      *schema.Field[value.Money]   `key:"amount" num:"22"`
}

// OpportunityLine is a product, or something without a number, that an opportunity is about.
var OpportunityLine = schema.Declare(&opportunityLine{
	Type: schema.Type{Key: "opportunity_line", Num: 6, Label: i18n.T("Product line", "产品明细"), Plural: i18n.T("Product lines", "产品明细"),
		Icon: "list-check", Title: "name", Parent: "opportunity"},
	Opportunity: schema.Link[opportunity](wordOpportunity, schema.Required, schema.Inverse(i18n.T("Products", "产品"))),
	Product:     schema.Link[product](i18n.T("Product", "产品"), schema.Listed, schema.Quick, schema.Inverse(i18n.T("In opportunities", "相关商机"))),
	Name:        schema.String(i18n.T("Item", "项目"), schema.Required, schema.Listed, schema.Quick),
	Quantity:    schema.Number(i18n.T("Quantity", "数量"), schema.Listed, schema.Quick, schema.Default(value.DecimalOne)),
	UnitPrice:   schema.Number(i18n.T("Unit price", "单价"), schema.Listed, schema.Quick),
	Discount:    schema.Percent(i18n.T("Discount", "折扣"), schema.Listed, schema.Quick, schema.Checked(checkPercent), schema.Help(i18n.T("How much is taken off: 10 for 10 % less", "减去的百分比：九折填 10"))),
	Amount:      schema.Money(wordAmount, schema.Listed, schema.ReadOnly),
})

// Derive names a line after its product, proposes the list price, and computes the amount
// in the currency of the opportunity.
func (l *opportunityLine) Derive(tx *core.Tx, c *record.Change) error {
	r := c.After
	if !r.Live() {
		return nil
	}
	deal, err := get(tx, &Opportunity.Type, l.Opportunity.Of(r))
	if err != nil {
		return err
	}
	currency := cmp.Or(Opportunity.Amount.Of(deal).Currency, tx.Env().Base)
	if l.Product.Changed(c) {
		if err := l.describe(tx, c, currency); err != nil {
			return err
		}
	}
	if l.UnitPrice.Def.Of(r) == nil {
		l.Amount.Clear(r)
		return nil
	}
	m, err := lineAmount(l.Quantity.Of(r), l.UnitPrice.Of(r), l.Discount.Of(r), currency)
	l.Amount.Set(r, m)
	return err
}

// describe takes name and price from the product, where the line says nothing else.
func (l *opportunityLine) describe(tx *core.Tx, c *record.Change, currency value.Currency) error {
	p, err := get(tx, &Product.Type, l.Product.Of(c.After))
	if err != nil || p == nil {
		return err
	}
	if !given(&l.Name.Def, c) {
		l.Name.Set(c.After, Product.Name.Of(p))
	}
	list := Product.ListPrice.Of(p)
	if given(&l.UnitPrice.Def, c) || list.Currency != currency {
		return nil
	}
	price, err := value.ParseDecimal(list.Plain())
	l.UnitPrice.Set(c.After, price)
	return err
}

// lineAmount is quantity × price less a discount in percent, rounded half away from zero
// to the currency's minor unit.
func lineAmount(quantity, price, discount value.Decimal, c value.Currency) (value.Money, error) {
	if quantity == value.DecimalOne && discount == 0 && price >= 0 && price < mostPlain {
		return onePiece(price, c), nil
	}
	exact := new(big.Int).Mul(big.NewInt(int64(quantity)), big.NewInt(int64(price)))
	exact.Mul(exact, big.NewInt(int64(hundred-discount)))
	for range c.Digits() {
		exact.Mul(exact, big.NewInt(10))
	}
	one := big.NewInt(int64(value.DecimalOne))
	scale := new(big.Int).Mul(one, one)
	scale.Mul(scale, big.NewInt(int64(hundred)))
	half := new(big.Int).Rsh(scale, 1)
	if exact.Sign() < 0 {
		half.Neg(half)
	}
	exact.Quo(exact.Add(exact, half), scale)
	if !exact.IsInt64() {
		return value.Money{}, value.ErrRange.With("value", exact)
	}
	return value.Money{Minor: exact.Int64(), Currency: c}, nil
}

// mostPlain bounds prices that can be reckoned with in 64 bits.
const mostPlain value.Decimal = 1 << 50

// onePiece is lineAmount of what most lines are about: one piece at its price.
func onePiece(price value.Decimal, c value.Currency) value.Money {
	n := int64(price)
	for range c.Digits() {
		n *= 10
	}
	one := int64(value.DecimalOne)
	return value.Money{Minor: (n + one/2) / one, Currency: c}
}
