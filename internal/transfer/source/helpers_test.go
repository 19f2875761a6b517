package source_test

import (
	"context"
	"fmt"
	"testing"

	"dealbox/internal/transfer/source"

	"github.com/xuri/excelize/v2"
)

type fataler interface{ Fatalf(string, ...any) }

func rowsOf(t fataler, f *source.File) [][]string {
	var all [][]string
	err := f.Rows(context.Background(), func(_ int, cells []string) error {
		all = append(all, append([]string(nil), cells...))
		return nil
	})
	if err != nil {
		t.Fatalf("read rows: %v", err)
	}
	return all
}

// build makes a workbook with excelize.
func build(t testing.TB, fill func(f *excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	if err := fill(f); err != nil {
		t.Fatalf("fill workbook: %v", err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatalf("write workbook: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatalf("close workbook: %v", err)
	}
	return b.String()
}

// put writes rows from a cell on.
func put(f *excelize.File, sheet, at string, rows ...[]any) error {
	col, row, err := excelize.CellNameToCoordinates(at)
	if err != nil {
		return err
	}
	for i, r := range rows {
		cell, err := excelize.CoordinatesToCellName(col, row+i)
		if err != nil {
			return err
		}
		if err := f.SetSheetRow(sheet, cell, &r); err != nil {
			return err
		}
	}
	return nil
}

func workbook(t testing.TB, n int) string {
	return build(t, func(f *excelize.File) error {
		if err := put(f, "Sheet1", "A1", []any{"name", "amount"}); err != nil {
			return err
		}
		for i := range n {
			if err := put(f, "Sheet1", fmt.Sprintf("A%d", i+2), []any{fmt.Sprint("row ", i), i}); err != nil {
				return err
			}
		}
		return nil
	})
}
