// Icons writes the icons of Dealbox and of its documents into a folder, as PNG, ICO and
// ICNS: what the installer and the macOS bundle take.
//
//	icons DIR
package main

import (
	"bytes"
	"fmt"
	"image"
	"log"
	"os"
	"path/filepath"

	"github.com/tc-hib/winres"

	"dealbox/build/icon"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: icons DIR")
	}
	if err := write(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	sets := []struct {
		name     string
		plain    func(int) image.Image
		onMac    func(int) image.Image
		pictured int
	}{
		{"dealbox", icon.App, icon.Mac, 512},
		{"document", icon.Document, icon.Document, 512},
	}
	for _, s := range sets {
		if err := writeSet(filepath.Join(dir, s.name), s.plain, s.onMac, s.pictured); err != nil {
			return fmt.Errorf("write icon %s: %w", s.name, err)
		}
	}
	return nil
}

func writeSet(path string, plain, onMac func(int) image.Image, pixels int) error {
	picture, err := icon.PNG(plain(pixels))
	if err != nil {
		return err
	}
	mac, err := icon.ICNS(onMac)
	if err != nil {
		return err
	}
	ico, err := icoOf(plain)
	if err != nil {
		return err
	}
	for ending, data := range map[string][]byte{".png": picture, ".icns": mac, ".ico": ico} {
		if err := os.WriteFile(path+ending, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func icoOf(draw func(int) image.Image) ([]byte, error) {
	var images []image.Image
	for _, pixels := range icon.WindowsSizes {
		images = append(images, draw(pixels))
	}
	set, err := winres.NewIconFromImages(images)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := set.SaveICO(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
