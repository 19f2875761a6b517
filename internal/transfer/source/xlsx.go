package source

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// Bounds of the unpacked parts of a workbook, against files made to fill the machine.
const (
	mostPartBytes  = 64 << 20 // workbook, relations, styles
	mostTextBytes  = 1 << 30  // shared strings
	mostSheetBytes = 8 << 30
	mostMergeBytes = 256 << 20 // sheets up to this size are read once more for merged cells
)

// workbook is an opened .xlsx.
type workbook struct {
	name     string
	parts    map[string]*zip.File // by name in lower case
	sheets   []sheetRef
	date1904 bool
	styles   []cellStyle
	texts    *sharedTexts
}

// sheetRef is a sheet with the part it is kept in.
type sheetRef struct {
	name   string
	part   string
	hidden bool
}

// partName makes names of parts comparable: some programs write \ or capitals.
func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/"))
}

func openWorkbook(name string, data *io.SectionReader) (*workbook, error) {
	z, err := zip.NewReader(data, data.Size())
	if err != nil {
		return nil, ErrDamaged.Wrap(err).With("name", name)
	}
	w := &workbook{name: name, parts: map[string]*zip.File{}}
	for _, f := range z.File {
		w.parts[partName(f.Name)] = f
	}
	if err := w.readSheets(); err != nil {
		return nil, w.fault(err)
	}
	if err := w.readStyles(); err != nil {
		return nil, w.fault(err)
	}
	w.texts, err = w.readTexts()
	return w, w.fault(err)
}

// fault makes a fault of whatever is wrong with a part.
func (w *workbook) fault(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errPartSize), errors.Is(err, errToken):
		return ErrHuge.Wrap(err).With("name", w.name)
	}
	return ErrDamaged.Wrap(err).With("name", w.name)
}

// xmlPart opens a part for reading its XML, nil where there is no such part.
func (w *workbook) xmlPart(name string, most uint64) (*xmlReader, error) {
	f := w.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > most {
		return nil, errPartSize
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return newXMLReader(r), nil
}

// decodePart reads a small part into v.
func (w *workbook) decodePart(name string, v any) error {
	x, err := w.xmlPart(name, mostPartBytes)
	if x == nil || err != nil {
		return err
	}
	x.guard.left = mostPartBytes
	return closeAfter(x, x.decoder.Decode(v))
}

// readSheets lists the worksheets in their order, visible ones and hidden.
func (w *workbook) readSheets() error {
	var book struct {
		Pr struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(w.decodePart("xl/workbook.xml", &book), w.decodePart("xl/_rels/workbook.xml.rels", &rels)); err != nil {
		return err
	}
	w.date1904 = book.Pr.Date1904 == "1" || book.Pr.Date1904 == "true"
	parts := map[string]string{}
	for _, r := range rels.All {
		if strings.HasSuffix(r.Type, "/worksheet") {
			parts[r.ID] = target(r.Target)
		}
	}
	for _, s := range book.Sheets {
		for _, a := range s.Attrs {
			if part := parts[a.Value]; a.Name.Local == "id" && part != "" && w.parts[part] != nil {
				w.sheets = append(w.sheets, sheetRef{s.Name, part, s.State == "hidden" || s.State == "veryHidden"})
			}
		}
	}
	if len(w.sheets) == 0 {
		return errors.New("no worksheet")
	}
	return nil
}

// target gives the name of a part that a relation of the workbook names.
func target(s string) string {
	if strings.HasPrefix(s, "/") {
		return partName(s)
	}
	return partName(path.Join("xl", strings.ReplaceAll(s, `\`, "/")))
}

// sheet finds a sheet by name; "" is the first visible one.
func (w *workbook) sheet(name string) (sheetRef, bool) {
	for _, s := range w.sheets {
		if s.name == name || name == "" && !s.hidden {
			return s, true
		}
	}
	return w.sheets[0], name == ""
}

// prepareXLSX opens the workbook and its sheet. Where none is chosen, the first visible
// sheet that has rows is.
func (f *File) prepareXLSX() error {
	w, err := openWorkbook(f.info.Name, f.data)
	if err != nil {
		return err
	}
	for _, s := range w.sheets {
		f.info.Sheets = append(f.info.Sheets, s.name)
	}
	chosen, ok := w.sheet(f.options.Sheet)
	if !ok {
		return ErrSheet.With("value", f.options.Sheet).With("name", f.info.Name)
	}
	if f.options.Sheet == "" {
		chosen = w.firstFilled(chosen)
	}
	f.info.Sheet = chosen.name
	f.reader, err = w.reader(chosen)
	return err
}

func (w *workbook) firstFilled(fallback sheetRef) sheetRef {
	for _, s := range w.sheets {
		if !s.hidden && w.filled(s) {
			return s
		}
	}
	return fallback
}
