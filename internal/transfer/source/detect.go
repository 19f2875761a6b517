package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
)

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 64 << 10

// detect tells the kind of a file by its first bytes and, among texts, by its name; of a
// text the encoding too.
func detect(name string, data *io.SectionReader) (Kind, Encoding, error) {
	head := make([]byte, min(headBytes, data.Size()))
	if _, err := data.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return "", "", openFault(name, err)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))) == 0 {
		return "", "", ErrEmpty.With("name", name)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		kind, err := detectZip(name, data)
		return kind, "", err
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "", "", oleFault(name, data)
	case binaryHead(head):
		return "", "", ErrBinary.With("name", name)
	}
	return detectText(name, data)
}

func detectZip(name string, data *io.SectionReader) (Kind, error) {
	z, err := zip.NewReader(data, data.Size())
	if err != nil {
		return "", ErrDamaged.Wrap(err).With("name", name)
	}
	for _, f := range z.File {
		switch partName(f.Name) {
		case "xl/workbook.xml":
			return XLSX, nil
		case "xl/workbook.bin":
			return "", ErrBinXLSB.With("name", name)
		}
	}
	return "", ErrBinary.With("name", name)
}

// oleFault tells an encrypted workbook from one in the old format: both lie in the same
// container, and only the former has a stream of this name (in UTF-16).
func oleFault(name string, data *io.SectionReader) error {
	mark := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	buf := make([]byte, 1<<20)
	for at := int64(0); at < data.Size(); at += int64(len(buf) - len(mark)) {
		n, err := data.ReadAt(buf, at)
		if bytes.Contains(buf[:n], mark) {
			return ErrEncrypted.With("name", name)
		}
		if err != nil {
			break
		}
	}
	return ErrOldExcel.With("name", name)
}

// magics are the first bytes of files that are no tables.
var magics = []string{"%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "\x7fELF", "MZ\x90", "SQLite format 3", "PK\x05\x06", "{\\rtf"}

// binaryHead says that the bytes are no text in any encoding: they begin like another
// sort of file, or have control characters, or zeros that are not those of UTF-16.
func binaryHead(head []byte) bool {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m)) {
			return true
		}
	}
	if utf16Of(head) != "" {
		return false
	}
	bad := 0
	for _, c := range head {
		if c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", rune(c)) || c == 0x7f {
			bad++
		}
	}
	return bad*200 > len(head)
}

// detectText tells sorts of text apart.
func detectText(name string, data *io.SectionReader) (Kind, Encoding, error) {
	enc, err := detectEncoding(data)
	if err != nil {
		return "", "", openFault(name, err)
	}
	head, err := sampleText(data, enc, headBytes)
	if err != nil {
		return "", "", openFault(name, err)
	}
	start := strings.ToLower(strings.TrimSpace(head[:min(len(head), 2000)]))
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case start == "":
		return "", "", ErrEmpty.With("name", name)
	case strings.HasPrefix(start, "<") && (strings.Contains(start, "<html") || strings.Contains(start, "<table") || strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<!doctype")):
		return "", "", ErrWebPage.With("name", name)
	case strings.Count(head, "\ufffd")*50 > len([]rune(head)):
		return "", "", ErrBinary.With("name", name)
	case jsonName(ext) || ext != ".csv" && ext != ".tsv" && looksJSON(start):
		return JSON, enc, nil
	}
	switch ext {
	case ".tsv", ".tab":
		return TSV, enc, nil
	case ".csv":
		return CSV, enc, nil
	}
	return Text, enc, nil
}

func jsonName(ext string) bool { return ext == ".json" || ext == ".jsonl" || ext == ".ndjson" }

// looksJSON says that a text begins as a list of objects or an object with a name.
func looksJSON(start string) bool {
	rest, list := strings.CutPrefix(start, "[")
	if list {
		rest = strings.TrimSpace(rest)
	}
	object, ok := strings.CutPrefix(rest, "{")
	object = strings.TrimSpace(object)
	return ok && (strings.HasPrefix(object, `"`) || strings.HasPrefix(object, "}"))
}
