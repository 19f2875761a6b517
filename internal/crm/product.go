package crm

import (
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type product struct {
	schema.Type
	Name        *schema.Field[string]      `key:"name" num:"16"`
	Code        *schema.Field[string]      `key:"code" num:"17"`
	Series      *schema.Field[string]      `key:"series" num:"18"`
	ListPrice   *schema.Field[value.Money] `key:"list_price" num:"19"`
	Unit        *schema.Field[string]      `key:"unit" num:"20"`
	Active      *schema.Field[bool]        `key:"active" num:"21"`
	Tags        *schema.Field[[]string]    `key:"tags" num:"22"`
	Description *schema.Field[string]      `key:"description" num:"23"`
	External    *schema.Field[string]      `key:"external_id" num:"24"`
}

// Product is something that is sold.
var Product = schema.Declare(&product{
	Type: schema.Type{Key: "product", Num: 9, Label: i18n.T("Product", "产品"), Plural: i18n.T("Products", "产品"),
		Icon: "package", Title: "name", Nav: true},
	Name:        schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Match, schema.Quick, schema.In(basics)),
	Code:        schema.String(i18n.T("Product code", "产品编码"), schema.Searched, schema.Listed, schema.Unique, schema.Match, schema.Quick, schema.In(basics)),
	Series:      schema.String(i18n.T("Series", "系列"), schema.Listed, schema.Quick, schema.In(basics)),
	ListPrice:   schema.Money(i18n.T("List price", "标准价格"), schema.Listed, schema.Tracked, schema.Quick, schema.Checked(notNegative), schema.In(basics)),
	Unit:        schema.String(i18n.T("Unit", "单位"), schema.Listed, schema.Quick, schema.In(basics)),
	Active:      schema.Bool(i18n.T("On sale", "在售"), schema.Listed, schema.Tracked, schema.Offered, schema.Default(true), schema.In(basics)),
	Tags:        schema.Tags(wordTags, schema.Searched, schema.In(about)),
	Description: schema.Long(wordDescription, schema.Searched, schema.In(about)),
	External:    schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})
