package icon_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"

	"dealbox/build/icon"
)

func at(img image.Image, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
}

func TestAppIsAWhiteBoxOnBlueWithRoundCorners(t *testing.T) {
	img := icon.App(220)
	blue, white := color.NRGBA{0x1f, 0x5f, 0xd6, 0xff}, color.NRGBA{0xff, 0xff, 0xff, 0xff}
	cases := map[string]struct {
		x, y int
		want color.NRGBA
	}{
		"corner":        {1, 1, color.NRGBA{}},
		"edge":          {110, 2, blue},
		"inside a lid":  {110, 80, blue},
		"side of a box": {55, 120, white},
		"handle":        {110, 125, white},
		"below handle":  {110, 145, blue},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := at(img, c.x, c.y); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestMacLeavesAMargin(t *testing.T) {
	if got := at(icon.Mac(256), 128, 10); got.A != 0 {
		t.Errorf("the margin holds %v", got)
	}
}

func TestDocumentHasACutCorner(t *testing.T) {
	img := icon.Document(220)
	if got := at(img, 185, 10); got.A != 0 {
		t.Errorf("the corner holds %v", got)
	}
	if got := at(img, 80, 40); got.A != 255 {
		t.Errorf("the sheet holds %v", got)
	}
}

func TestICNSHoldsWholePictures(t *testing.T) {
	data, err := icon.ICNS(icon.Mac)
	if err != nil {
		t.Fatal(err)
	}
	if string(data[:4]) != "icns" || int(binary.BigEndian.Uint32(data[4:])) != len(data) {
		t.Fatalf("head is % x, length %d", data[:8], len(data))
	}
	pictures := 0
	for rest := data[8:]; len(rest) > 0; pictures++ {
		n := binary.BigEndian.Uint32(rest[4:])
		if _, err := png.Decode(bytes.NewReader(rest[8:n])); err != nil {
			t.Fatalf("%s: %v", rest[:4], err)
		}
		rest = rest[n:]
	}
	if pictures != 10 {
		t.Errorf("%d pictures", pictures)
	}
}
