/** Where a column can go. */
import type { FieldInfo, ImportColumn, Text, TypeInfo } from '@/api/types';
import { CURRENCY, IGNORE, NOTE, OWN, RECORD_ID } from './edit';

/** A field that a column can fill; `key` is how a mapping names it. */
export interface Target {
  key: string;
  field: FieldInfo;
}

/** Fields under one heading of the form. */
export interface TargetGroup {
  label: Text;
  /** The type that they belong to: the file's, or one of its parts. */
  type: TypeInfo;
  targets: Target[];
}

const fillable = (field: FieldInfo): boolean =>
  !field.retired && !field.readOnly && field.kind !== 'auto';

function bySection(type: TypeInfo): TargetGroup[] {
  const groups: TargetGroup[] = [];
  for (const field of type.fields.filter(fillable)) {
    const same = groups.find(
      ({ label }) => label.en === field.section.en && label.zh === field.section.zh,
    );
    const target = { key: field.key, field };
    if (same) same.targets.push(target);
    else groups.push({ label: field.section, type, targets: [target] });
  }
  return groups;
}

/** Types whose records are parts of one of this type: the lines of an opportunity. */
function parts(type: TypeInfo, types: TypeInfo[]): TypeInfo[] {
  const partOf = (other: TypeInfo) => other.fields.find(({ key }) => key === other.parent);
  return types.filter((other) => !other.setup && partOf(other)?.target === type.key);
}

function ofPart(part: TypeInfo): TargetGroup {
  const fields = part.fields.filter((field) => fillable(field) && field.key !== part.parent);
  const targets = fields.map((field) => ({ key: `${part.key}.${field.key}`, field }));
  return { label: part.label, type: part, targets };
}

/** All fields that columns of a file can fill, by section; then those of the parts. */
export function targetGroups(type: TypeInfo, types: TypeInfo[]): TargetGroup[] {
  const own = bySection(type);
  const more = parts(type, types)
    .filter(({ key }) => key !== 'stage_event')
    .map(ofPart);
  return [...own, ...more].filter(({ targets }) => targets.length > 0);
}

/** The target of a column, when it is a field. */
export function targetOf(groups: TargetGroup[], key: string): Target | undefined {
  return groups.flatMap(({ targets }) => targets).find((target) => target.key === key);
}

/** Groups with what was searched for in either language. */
export function searchTargets(groups: TargetGroup[], search: string): TargetGroup[] {
  const text = search.trim().toLowerCase();
  if (text === '') return groups;
  const has = ({ field }: Target) =>
    [field.label.en, field.label.zh, field.key].some((word) => word.toLowerCase().includes(text));
  return groups
    .map((group) => ({ ...group, targets: group.targets.filter(has) }))
    .filter(({ targets }) => targets.length > 0);
}

/** Whether a column goes to a field, an existing or a new one. */
export function fills(column: ImportColumn): boolean {
  return ![NOTE, IGNORE, RECORD_ID, CURRENCY].includes(column.target);
}

/** The kinds that a column's new field may have. */
export const OWN_KINDS = [
  ...['text', 'longtext', 'number', 'integer', 'money', 'percent', 'date', 'time'],
  ...['bool', 'choice', 'tags', 'phone', 'email', 'url', 'member'],
] as const;

/** Whether a column makes a new field. */
export const isOwn = (column: ImportColumn): boolean => column.target === OWN;
