// Zip packs the files of a folder, so that packaging needs no tool that a system may lack.
//
//	zip OUT.zip FOLDER
package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: zip OUT.zip FOLDER")
	}
	if err := pack(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func pack(path, folder string) (err error) {
	out, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("make archive: %w", err)
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	archive := zip.NewWriter(out)
	if err := archive.AddFS(os.DirFS(folder)); err != nil {
		return fmt.Errorf("pack %s: %w", folder, err)
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("finish archive: %w", err)
	}
	return nil
}
