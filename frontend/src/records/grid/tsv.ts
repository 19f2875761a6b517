/** Cells as a spreadsheet takes them from the clipboard. */

/** One cell: quoted when it holds a tab, a line break or a quote. */
export function tsvCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of cells, parted by tabs and CR LF. */
export function tsv(rows: string[][]): string {
  return rows.map((row) => row.map(tsvCell).join('\t')).join('\r\n');
}
