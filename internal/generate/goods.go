package generate

// good is a product of the made-up reseller.
type good struct {
	name, series string
	price        int64  // whole units
	dirty        string // how the opportunities spell it, where that differs
}

var goods = []good{
	{"KX Basic", "KX", 540, ""},
	{"KX Pro", "KX", 4800, "KXPro"},
	{"VN Special", "VN", 58, ""},
	{"VN Advanced", "VN", 3400, ""},
	{"KX Plus Pro", "KX", 5500, ""},
	{"KX Plus Basic", "KX", 1090, ""},
	{"QT 500", "QT", 26500, ""},
}
