// Package icon draws the mark of Dealbox, a box on a blue square, at any size: for the
// program, for its documents, and in the containers that Windows and macOS want. It is
// drawn by code so that one description serves all of them.
package icon

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// size is the side of the drawing in its own units.
const size = 22

var (
	blue  = color.NRGBA{0x1f, 0x5f, 0xd6, 0xff}
	white = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	paper = color.NRGBA{0xfb, 0xfc, 0xfd, 0xff}
	edge  = color.NRGBA{0xa9, 0xb4, 0xc4, 0xff}
)

// layer is a shape in one colour.
type layer struct {
	shape shape
	color color.NRGBA
}

const pen = 1.6

var (
	square = box(0, 0, size, size, 6, 6)
	glyph  = stroke(outlines(
		box(5.5, 9.5, 16.5, 16.5, 0, 1.5),
		box(4.5, 6.5, 17.5, 9.5, 0, 0),
		segment(point{9.3, 12.5}, point{12.7, 12.5}),
	), pen)
	mark = []layer{{square, blue}, {glyph, white}}
)

// outlines keeps the inner edges of shapes that overlap, as a pen does that follows each of
// them: the distance is to the nearest edge of any.
func outlines(shapes ...shape) shape {
	return func(p point) float64 {
		best := abs(shapes[0](p))
		for _, s := range shapes[1:] {
			best = min(best, abs(s(p)))
		}
		return best
	}
}

func abs(x float64) float64 { return max(x, -x) }

// App draws the icon of the program, pixels wide and high.
func App(pixels int) image.Image { return draw(pixels, mark) }

// Mac draws it with the margin that macOS expects around it.
func Mac(pixels int) image.Image {
	const factor = 824.0 / 1024
	margin := point{size * (1 - factor) / 2, size * (1 - factor) / 2}
	return draw(pixels, moved(mark, factor, margin))
}

// Document draws the icon of a .dealbox file: a page with a folded corner and the mark.
func Document(pixels int) image.Image {
	page := box(3, 0.5, 19, 21.5, 1.2, 1.2)
	a, b := point{13.5, 0.5}, point{19, 6}
	sheet := without(page, halfPlane(a, b))
	fold := union(segment(a, point{13.5, 6}), segment(point{13.5, 6}, b))
	layers := []layer{{sheet, paper}, {stroke(sheet, 0.7), edge}, {stroke(fold, 0.7), edge}}
	return draw(pixels, append(layers, moved(mark, 0.5, point{5.5, 8})...))
}

func moved(layers []layer, factor float64, by point) []layer {
	out := make([]layer, len(layers))
	for i, l := range layers {
		out[i] = layer{placed(l.shape, factor, by), l.color}
	}
	return out
}

// draw paints the layers in order. A pixel that an edge crosses is covered in part.
func draw(pixels int, layers []layer) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, pixels, pixels))
	scale := float64(size) / float64(pixels)
	for y := range pixels {
		for x := range pixels {
			at := point{(float64(x) + 0.5) * scale, (float64(y) + 0.5) * scale}
			var c color.NRGBA
			for _, l := range layers {
				cover := 0.5 - l.shape(at)/scale
				c = over(c, l.color, min(max(cover, 0), 1))
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// over lays a colour on another, covering part of it.
func over(below, above color.NRGBA, cover float64) color.NRGBA {
	a := cover * float64(above.A) / 255
	b := float64(below.A) / 255 * (1 - a)
	total := a + b
	if total == 0 {
		return color.NRGBA{}
	}
	mix := func(up, down uint8) uint8 { return uint8((float64(up)*a+float64(down)*b)/total + 0.5) }
	return color.NRGBA{mix(above.R, below.R), mix(above.G, below.G), mix(above.B, below.B), uint8(total*255 + 0.5)}
}

// PNG encodes an image.
func PNG(img image.Image) ([]byte, error) {
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("encode icon: %w", err)
	}
	return out.Bytes(), nil
}

// WindowsSizes lists the pixels of the pictures in an icon for Windows.
var WindowsSizes = []int{256, 128, 64, 48, 40, 32, 24, 20, 16}

// icnsSizes lists what an .icns file holds: the type of each entry and its pixels.
var icnsSizes = []struct {
	kind   string
	pixels int
}{
	{"icp4", 16}, {"icp5", 32}, {"ic11", 32}, {"ic12", 64}, {"ic07", 128},
	{"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024},
}

// ICNS writes an icon in macOS's container, all sizes as PNG.
func ICNS(draw func(pixels int) image.Image) ([]byte, error) {
	var body bytes.Buffer
	for _, s := range icnsSizes {
		data, err := PNG(draw(s.pixels))
		if err != nil {
			return nil, err
		}
		body.WriteString(s.kind)
		body.Write(binary.BigEndian.AppendUint32(nil, uint32(8+len(data))))
		body.Write(data)
	}
	head := binary.BigEndian.AppendUint32([]byte("icns"), uint32(8+body.Len()))
	return append(head, body.Bytes()...), nil
}
