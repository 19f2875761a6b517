import type { ReactNode } from 'react';
import type { FieldInfo, Ref, RelatedList, Row, TypeInfo } from '@/api/types';
import { formatMoney, formatValue, isEmpty, kindOfField, readMoney, readRef } from '@/fields';
import type { Lang } from '@/i18n';

/** Types whose records are people. */
const people = new Set(['contact', 'member']);

/** Whether a list stands on the page. One that is empty stands there to be added to when
 * its records are about this one, not when it is only named in them: a member's page does
 * not offer to make each thing that has an owner. */
export function shows(list: RelatedList, type: TypeInfo): boolean {
  return list.count > 0 || (type.key !== 'member' && !type.setup);
}

/** Whether a list only tells again what another one does: an account's contacts and their
 * roles there, as long as nobody has left. */
export function repeats(
  list: RelatedList,
  lists: readonly RelatedList[],
  types: readonly TypeInfo[],
): boolean {
  const part = types.some((t) => t.key === list.relation.type && t.parent !== '');
  if (!part || list.count === 0 || list.count > list.rows.length) return false;
  return lists.some((other) => {
    const ids = new Set(other.rows.map((r) => r.id));
    return other !== list && list.rows.every((r) => namesOneOf(r, other.relation.type, ids));
  });
}

const namesOneOf = (row: Row, type: string, ids: ReadonlySet<string>): boolean =>
  Object.values(row.values).some((value) => {
    const ref = readRef(value);
    return ref?.type === type && ids.has(ref.id);
  });

/** How a related record is told in one row. */
export interface Told {
  title: string;
  note: string;
  person: boolean;
  /** It belongs to the record on the page. */
  part: boolean;
  /** Where its name leads. */
  target: Ref;
  /** At the right: an amount, a role, a stage. */
  mark: ReactNode;
}

/** Tells a record that is linked through a field. */
export function describe(row: Row, type: TypeInfo, through: string, lang: Lang): Told {
  const part = type.parent !== '';
  const self = { id: row.id, type: row.type, title: row.title };
  const link = type.fields.find(
    (f) => f.kind === 'link' && f.key !== through && !isEmpty(row.values[f.key]),
  );
  const other = part && link ? readRef(row.values[link.key]) : null;
  const target = other && people.has(other.type) ? other : self;
  const mark = markOf(row, type, through);
  return {
    title: other?.title || row.title,
    note: noteOf(row, type, lang),
    person: people.has(target.type),
    part,
    target,
    mark: mark && <Mark field={mark} value={row.values[mark.key]} lang={lang} />,
  };
}

/** What stands at the right: an amount before a choice. */
function markOf(row: Row, type: TypeInfo, through: string): FieldInfo | undefined {
  const filled = type.fields.filter(
    (f) => f.key !== through && f.listed && !isEmpty(row.values[f.key]),
  );
  return filled.find((f) => f.kind === 'money') ?? filled.find((f) => f.kind === 'choice');
}

function Mark({ field, value, lang }: { field: FieldInfo; value: unknown; lang: Lang }) {
  const money = readMoney(value);
  if (money) return <span className="nw">{formatMoney(money, lang, true)}</span>;
  const { Cell } = kindOfField(field);
  return <Cell field={field} value={value} />;
}

/** A second line for people: what they do. */
function noteOf(row: Row, type: TypeInfo, lang: Lang): string {
  if (!people.has(type.key)) return '';
  const job = type.fields.find((f) => f.key === 'title' || f.key === 'job_title');
  return job && job.key !== type.title ? formatValue(job, row.values[job.key], lang, {}) : '';
}
