package schema

import (
	"fmt"
	"reflect"
	"strconv"

	"dealbox/internal/record"
)

// FirstOwn is the lowest number of a user's own field; declared ones lie below.
const FirstOwn = 1 << 20

// handle is a Field of any type.
type handle interface{ def() *Def }

// Declare completes a record type: it reads key and number of each field from the
// struct tags `key:"name" num:"16"` and lists the fields in the order of the struct.
// A declaration that is wrong is a defect of the program and panics at start.
func Declare[T any](decl *T) *T {
	v := reflect.ValueOf(decl).Elem()
	t, ok := v.FieldByName("Type").Addr().Interface().(*Type)
	if !ok {
		panic(fmt.Sprintf("declare %T: no schema.Type embedded", decl))
	}
	t.rules, t.goType = decl, v.Type()
	for i := range v.NumField() {
		if !v.Field(i).CanInterface() {
			continue
		}
		h, ok := v.Field(i).Interface().(handle)
		if !ok {
			continue
		}
		d := h.def()
		d.Key = v.Type().Field(i).Tag.Get("key")
		num, err := strconv.ParseUint(v.Type().Field(i).Tag.Get("num"), 10, 29)
		if err != nil || num < record.FirstField || num >= FirstOwn || d.Key == "" {
			panic(fmt.Sprintf("declare %s: field %s: key or num", t.Key, v.Type().Field(i).Name))
		}
		d.Num = uint32(num)
		t.Fields = append(t.Fields, d)
	}
	t.index()
	return decl
}
