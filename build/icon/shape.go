package icon

import "math"

// point is a place in the drawing, whose unit is that of the mark: 22 × 22.
type point struct{ x, y float64 }

// shape tells how far a point is from its edge: negative inside, positive outside. Shapes
// are drawn from this distance, so edges are smooth at every size without a rasteriser.
type shape func(p point) float64

// box is a rectangle from (x0, y0) to (x1, y1). Top and bottom are the radii of the upper
// and of the lower corners.
func box(x0, y0, x1, y1, top, bottom float64) shape {
	cx, cy := (x0+x1)/2, (y0+y1)/2
	w, h := (x1-x0)/2, (y1-y0)/2
	return func(p point) float64 {
		r := top
		if p.y > cy {
			r = bottom
		}
		dx, dy := math.Abs(p.x-cx)-w+r, math.Abs(p.y-cy)-h+r
		outside := math.Hypot(max(dx, 0), max(dy, 0))
		return outside + min(max(dx, dy), 0) - r
	}
}

// segment is the straight line from a to b.
func segment(a, b point) shape {
	dx, dy := b.x-a.x, b.y-a.y
	length := dx*dx + dy*dy
	return func(p point) float64 {
		t := ((p.x-a.x)*dx + (p.y-a.y)*dy) / length
		t = min(max(t, 0), 1)
		return math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy)
	}
}

// stroke is the edge of a shape drawn with a round pen of a width.
func stroke(s shape, width float64) shape {
	return func(p point) float64 { return math.Abs(s(p)) - width/2 }
}

// union is where either shape is.
func union(shapes ...shape) shape {
	return func(p point) float64 {
		d := math.Inf(1)
		for _, s := range shapes {
			d = min(d, s(p))
		}
		return d
	}
}

// without is where the first shape is and the second is not.
func without(a, b shape) shape {
	return func(p point) float64 { return max(a(p), -b(p)) }
}

// halfPlane is everything to the right of and above the line through a and b, seen with y
// pointing down and the line going down to the right.
func halfPlane(a, b point) shape {
	dx, dy := b.x-a.x, b.y-a.y
	length := math.Hypot(dx, dy)
	return func(p point) float64 { return ((p.y-a.y)*dx - (p.x-a.x)*dy) / length }
}

// placed is a shape made smaller by a factor and moved.
func placed(s shape, factor float64, by point) shape {
	return func(p point) float64 {
		return s(point{(p.x - by.x) / factor, (p.y - by.y) / factor}) * factor
	}
}
