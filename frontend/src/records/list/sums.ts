/** Totals of a list and of a range of cells. */
import type { FieldInfo, ListRow, TypeInfo, ViewColumn } from '@/api';
import { isSummable, kindOf, type Money, readDecimal, readMoney } from '@/fields';

const MOST = 4;

/** The fields that a list totals: the visible ones that can be added up. */
export function sumFields(type: TypeInfo, columns: ViewColumn[]): FieldInfo[] {
  return columns
    .flatMap((c) => type.fields.filter((f) => f.key === c.field))
    .filter(isSummable)
    .slice(0, MOST);
}

/** The sum of plain decimals, exact. */
export function addDecimals(decimals: string[]): string {
  const places = Math.max(0, ...decimals.map((d) => d.split('.')[1]?.length ?? 0));
  const units = decimals.reduce((sum, d) => {
    const [whole = '0', fraction = ''] = d.split('.');
    return sum + BigInt(whole + fraction.padEnd(places, '0'));
  }, 0n);
  return fixed(units, places);
}

function fixed(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = places > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
  return units < 0n ? `-${text}` : text;
}

/** What the status of a range says. */
export interface RangeSums {
  /** Cells with a value. */
  count: number;
  /** The field that the sum is shown like; null when nothing can be added. */
  field: FieldInfo | null;
  sum: unknown;
  average: unknown;
}

/** Count, sum and average of a range; amounts are added only when in one currency. */
export function rangeSums(rows: ListRow[], fields: FieldInfo[]): RangeSums {
  const cells = fields.flatMap((f) => rows.map((row) => row.values[f.key]));
  const count = cells.filter((v) => v !== null && v !== undefined && v !== '').length;
  const none = { count, field: null, sum: null, average: null };
  const [field] = fields;
  const other = (f: FieldInfo) => f.kind !== field?.kind || !isSummable(f);
  if (!field || fields.some(other)) return none;
  if (kindOf(field) === 'money') return moneySums(cells, field) ?? none;
  const numbers = cells.map(readDecimal).filter((d) => d !== null);
  if (numbers.length === 0) return none;
  const sum = addDecimals(numbers);
  const wire = (d: string) => (kindOf(field) === 'number' ? d : Math.round(Number(d)));
  return { count, field, sum: wire(sum), average: wire(mean(sum, numbers.length)) };
}

function moneySums(cells: unknown[], field: FieldInfo): RangeSums | null {
  const amounts = cells.map(readMoney).filter((m) => m !== null);
  const [first] = amounts;
  if (!first || amounts.some((m) => m.currency !== first.currency)) return null;
  const amount = addDecimals(amounts.map((m) => m.amount));
  const money = (a: string): Money => ({ amount: a, currency: first.currency });
  const average = money(mean(amount, amounts.length));
  return { count: amounts.length, field, sum: money(amount), average };
}

function mean(sum: string, count: number): string {
  return (Number(sum) / count).toFixed(2);
}
