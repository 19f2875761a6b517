// Resources makes what Windows reads from a program: icons, manifest and version, as object
// files that the Go linker takes by their names from beside main.go.
//
//	resources -version 0.1.0 -out DIR    writes rsrc_windows_{amd64,arm64}.syso
//	resources -check dealbox.exe         fails when a program lacks one of them
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"image"
	"log"
	"os"
	"path/filepath"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"

	"dealbox/build/icon"
)

// Resource ids. The window looks for its icon under 3; the association of documents names
// the second icon by its position in the program.
const (
	appIcon      = winres.ID(3)
	documentIcon = winres.ID(4)
)

// Languages of the version information, as Windows numbers them.
const (
	english = 0x409
	chinese = 0x804
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "", "folder to write the object files to")
	number := flag.String("version", "0.0.0", "version of the product")
	program := flag.String("check", "", "program to check")
	flag.Parse()
	if err := run(*out, *number, *program); err != nil {
		log.Fatal(err)
	}
}

func run(out, number, program string) error {
	switch {
	case program != "":
		return check(program)
	case out != "":
		return write(out, number)
	}
	return errors.New("nothing to do: give -out or -check")
}

func write(dir, number string) error {
	set, err := resources(number)
	if err != nil {
		return fmt.Errorf("make resources: %w", err)
	}
	for name, arch := range map[string]winres.Arch{"amd64": winres.ArchAMD64, "arm64": winres.ArchARM64} {
		var object bytes.Buffer
		if err := set.WriteObject(&object, arch); err != nil {
			return fmt.Errorf("make object for %s: %w", name, err)
		}
		path := filepath.Join(dir, "rsrc_windows_"+name+".syso")
		if err := os.WriteFile(path, object.Bytes(), 0o644); err != nil {
			return fmt.Errorf("write object: %w", err)
		}
	}
	return nil
}

func resources(number string) (*winres.ResourceSet, error) {
	set := &winres.ResourceSet{}
	if err := setIcon(set, appIcon, icon.App); err != nil {
		return nil, err
	}
	if err := setIcon(set, documentIcon, icon.Document); err != nil {
		return nil, err
	}
	set.SetManifest(winres.AppManifest{
		Description:         "Dealbox 商机匣",
		Compatibility:       winres.Win10AndAbove,
		ExecutionLevel:      winres.AsInvoker,
		DPIAwareness:        winres.DPIPerMonitorV2,
		UseCommonControlsV6: true,
		LongPathAware:       true,
	})
	info, err := versionInfo(number)
	if err != nil {
		return nil, err
	}
	set.SetVersionInfo(info)
	return set, nil
}

func setIcon(set *winres.ResourceSet, id winres.ID, draw func(int) image.Image) error {
	var images []image.Image
	for _, pixels := range icon.WindowsSizes {
		images = append(images, draw(pixels))
	}
	group, err := winres.NewIconFromImages(images)
	if err != nil {
		return fmt.Errorf("make icon: %w", err)
	}
	return set.SetIcon(id, group)
}

func versionInfo(number string) (version.Info, error) {
	info := version.Info{}
	info.SetFileVersion(number)
	info.SetProductVersion(number)
	words := map[uint16]map[string]string{
		english: {version.ProductName: "Dealbox", version.FileDescription: "Dealbox"},
		chinese: {version.ProductName: "商机匣", version.FileDescription: "商机匣"},
	}
	for language, texts := range words {
		texts[version.CompanyName] = "Dealbox contributors"
		texts[version.LegalCopyright] = "© Dealbox contributors"
		texts[version.OriginalFilename] = "dealbox.exe"
		for key, text := range texts {
			if err := info.Set(language, key, text); err != nil {
				return info, fmt.Errorf("set version text: %w", err)
			}
		}
	}
	return info, nil
}

// check reads a program as Windows does.
func check(path string) error {
	program, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open program: %w", err)
	}
	defer program.Close()
	set, err := winres.LoadFromEXE(program)
	if err != nil {
		return fmt.Errorf("read resources of %s: %w", path, err)
	}
	for _, id := range []winres.ID{appIcon, documentIcon} {
		if _, err := set.GetIcon(id); err != nil {
			return fmt.Errorf("icon %d of %s: %w", id, path, err)
		}
	}
	manifest := set.Get(winres.RT_MANIFEST, winres.ID(1), winres.LCIDDefault)
	for _, want := range []string{"permonitorv2", "longPathAware", "Microsoft.Windows.Common-Controls"} {
		if !bytes.Contains(manifest, []byte(want)) {
			return fmt.Errorf("manifest of %s lacks %s", path, want)
		}
	}
	if set.Get(winres.RT_VERSION, winres.ID(1), english) == nil {
		return fmt.Errorf("%s has no version information", path)
	}
	return nil
}
