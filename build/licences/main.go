// Command licences writes app/licences.json: what Dealbox is made of, for Settings › About.
// It is run in the root of the project after a change of dependencies, with the Go modules
// and frontend/node_modules in place.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// licence is one library, in the form of app.Licence.
type licence struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Licence string `json:"licence"`
	Text    string `json:"text"`
}

func main() {
	all, err := gather()
	if err == nil {
		err = write(all, filepath.Join("app", "licences.json"))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func gather() ([]licence, error) {
	all := map[string]licence{}
	for _, system := range []string{"windows", "linux"} {
		if err := goModules(system, all); err != nil {
			return nil, err
		}
	}
	if err := npmPackages(all); err != nil {
		return nil, err
	}
	var list []licence
	for _, l := range all {
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b licence) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return list, nil
}

func goModules(system string, all map[string]licence) error {
	list := exec.Command("go", "list", "-deps", "-tags", "desktop,production", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
	list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("list modules: %w", err)
	}
	for line := range strings.Lines(string(out)) {
		part := strings.Split(strings.TrimSpace(line), "\t")
		if len(part) != 3 {
			continue
		}
		text := licenceText(part[2])
		all[part[0]] = licence{part[0], part[1], spdx(text), text}
	}
	return nil
}

// npmPackages reads what ships in the page: the lock file's entries that are not for
// development.
func npmPackages(all map[string]licence) error {
	b, err := os.ReadFile("frontend/package-lock.json")
	if err != nil {
		return err
	}
	var lock struct {
		Packages map[string]struct {
			Version  string
			Licence  string `json:"license"`
			Dev      bool
			Optional bool
		}
	}
	if err := json.Unmarshal(b, &lock); err != nil {
		return fmt.Errorf("read lock file: %w", err)
	}
	for path, p := range lock.Packages {
		if path == "" || p.Dev || p.Optional {
			continue
		}
		name := path[strings.LastIndex(path, "node_modules/")+len("node_modules/"):]
		all[name] = licence{name, p.Version, p.Licence, licenceText(filepath.Join("frontend", path))}
	}
	return nil
}

// licenceText finds a library's licence in its folder.
func licenceText(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if strings.HasPrefix(name, "license") || strings.HasPrefix(name, "licence") || strings.HasPrefix(name, "copying") {
			if b, err := os.ReadFile(filepath.Join(dir, e.Name())); err == nil {
				return strings.TrimSpace(string(b))
			}
		}
	}
	return ""
}

// spdx names a licence by its text.
func spdx(text string) string {
	t := strings.Join(strings.Fields(text), " ")
	switch {
	case strings.Contains(t, "Apache License Version 2.0"):
		return "Apache-2.0"
	case strings.Contains(t, "Mozilla Public License"):
		return "MPL-2.0"
	case strings.Contains(t, "Neither the name") || strings.Contains(t, "names of its contributors"):
		return "BSD-3-Clause"
	case strings.Contains(t, "Redistribution and use"):
		return "BSD-2-Clause"
	case strings.Contains(t, "Permission to use, copy, modify, and/or distribute"), strings.Contains(t, "Permission to use, copy, modify, and distribute"):
		return "ISC"
	case strings.Contains(t, "Permission is hereby granted"):
		return "MIT"
	}
	return ""
}

func write(all []licence, path string) error {
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}
