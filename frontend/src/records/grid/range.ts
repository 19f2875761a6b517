/** A rectangle of cells, by row index and position of the column. */
export interface Cell {
  row: number;
  column: number;
}

export interface Range {
  /** Where it began; the focus stays here. */
  anchor: Cell;
  /** The corner that moves. */
  head: Cell;
}

/** Edges of a range, inclusive. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function boxOf({ anchor, head }: Range): Box {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function rowsOf(box: Box): number {
  return box.bottom - box.top + 1;
}

export function columnsOf(box: Box): number {
  return box.right - box.left + 1;
}

/** Whether it is more than the cell it began in. */
export function isWide(range: Range | null): range is Range {
  return (
    range !== null &&
    (range.anchor.row !== range.head.row || range.anchor.column !== range.head.column)
  );
}

const steps: Record<string, Cell> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The range after an arrow key; with `far`, to the edge. Stays within `limit` rows and columns. */
export function stretch(range: Range, key: string, limit: Cell, far: boolean): Range {
  const step = steps[key];
  if (!step) return range;
  const reach = (at: number, by: number, end: number) => {
    if (by === 0) return at;
    if (far) return by < 0 ? 0 : end - 1;
    return Math.min(Math.max(at + by, 0), end - 1);
  };
  const head = {
    row: reach(range.head.row, step.row, limit.row),
    column: reach(range.head.column, step.column, limit.column),
  };
  return { anchor: range.anchor, head };
}

/**
 * The style sheet that paints a range on the rows from `first` to `last`, those on screen.
 * Rows are never rendered anew for it.
 */
export function paint(range: Range | null, columns: string[], first: number, last: number): string {
  if (!isWide(range)) return '';
  const box = boxOf(range);
  const rows = span(Math.max(box.top, first), Math.min(box.bottom, last)).map(
    (i) => `[row-index="${i}"]`,
  );
  const cols = columns.slice(box.left, box.right + 1).map((id) => `[col-id=${JSON.stringify(id)}]`);
  if (rows.length === 0 || cols.length === 0) return '';
  const rule = (r: string[], c: string[], body: string) =>
    `.rg .ag-row:is(${r.join()}) .ag-cell:is(${c.join()}){${body}}`;
  const edge = (index: number) =>
    index >= first && index <= last ? [`[row-index="${index}"]`] : [];
  return [
    rule(rows, cols, 'background:var(--primary-soft)'),
    rule(rows, cols.slice(0, 1), '--rl:1.5px'),
    rule(rows, cols.slice(-1), '--rr:-1.5px'),
    ...edge(box.top).map((r) => rule([r], cols, '--rt:1.5px')),
    ...edge(box.bottom).map((r) => rule([r], cols, '--rb:-1.5px')),
    rule(rows, cols, ring),
  ].join('\n');
}

const side = (x: string, y: string) => `inset ${x} ${y} 0 var(--primary)`;
const ring = `box-shadow:${side('var(--rl,0)', '0')},${side('var(--rr,0)', '0')},${side('0', 'var(--rt,0)')},${side('0', 'var(--rb,0)')}`;

function span(from: number, to: number): number[] {
  return to < from ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
