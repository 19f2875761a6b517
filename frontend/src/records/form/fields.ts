import type { FieldInfo, Text, TypeInfo } from '@/api/types';
import { isEmpty } from '@/fields';

/** Fields under one heading, in the order of the declaration. */
export interface Section {
  heading: Text;
  fields: FieldInfo[];
}

/** Fields that a person may fill in. */
export const editable = (type: TypeInfo): FieldInfo[] =>
  type.fields.filter((f) => !f.readOnly && !f.retired && f.kind !== 'auto');

/** Fields that quick create asks for: the one that names the record first. */
export function quickFields(type: TypeInfo): FieldInfo[] {
  const quick = editable(type).filter((f) => f.key === type.title || f.quick || f.required);
  return quick.sort((a, b) => Number(b.key === type.title) - Number(a.key === type.title));
}

/** Fields by section. A section keeps together even where its fields stand apart; fields
 * without a heading come first. */
export function sectionsOf(fields: readonly FieldInfo[]): Section[] {
  const sections: Section[] = [];
  for (const field of fields) {
    const at = sections.find((s) => s.heading.en === field.section.en);
    if (at) at.fields.push(field);
    else sections.push({ heading: field.section, fields: [field] });
  }
  return sections.sort((a, b) => Number(b.heading.en === '') - Number(a.heading.en === ''));
}

/** Required fields without a value. */
export const missing = (
  fields: readonly FieldInfo[],
  values: Record<string, unknown>,
): FieldInfo[] => fields.filter((f) => f.required && isEmpty(values[f.key]));
