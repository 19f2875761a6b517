package table

import "math"

// codes is a code for each row, in one byte while that is enough: most choices and many
// links have few different values.
type codes struct {
	small []uint8
	wide  []uint32 // in its place once there was a code above 255
}

func (c *codes) len() int { return len(c.small) + len(c.wide) }

func (c *codes) at(row int) uint32 {
	if c.wide != nil {
		return c.wide[row]
	}
	return uint32(c.small[row])
}

func (c *codes) put(row int, code uint32) {
	if code > math.MaxUint8 && c.wide == nil {
		c.widen()
	}
	if c.wide != nil {
		c.wide[row] = code
	} else {
		c.small[row] = uint8(code)
	}
}

func (c *codes) widen() {
	c.wide = make([]uint32, len(c.small))
	for row, code := range c.small {
		c.wide[row] = uint32(code)
	}
	c.small = nil
}

func (c *codes) grow(n int) {
	for c.wide == nil && len(c.small) < n {
		c.small = append(c.small, 0)
	}
	for c.wide != nil && len(c.wide) < n {
		c.wide = append(c.wide, 0)
	}
}

func (c *codes) encode(w *writer) {
	putAll(w, c.small)
	putAll(w, c.wide)
}

// decode reads the codes of n rows, the largest of which is known.
func (c *codes) decode(r *reader, n int, most int) {
	c.small, c.wide = getAll[uint8](r), getAll[uint32](r)
	if len(c.wide) == 0 {
		c.wide = nil
	}
	r.check(c.len() == n && (c.wide == nil || len(c.small) == 0), "%d and %d codes", len(c.small), len(c.wide))
	for row := range c.len() {
		if r.err == nil && int(c.at(row)) > most {
			r.check(false, "code of row %d", row)
		}
	}
}
