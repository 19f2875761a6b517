import type { FieldInfo, TypeInfo } from '@/api/types';
import { isEmpty, isLong, kindOf } from '@/fields';
import { type Section, sectionsOf } from '../form/fields';

/** How many facts stand in the header. */
const mostFacts = 5;

/** What stands where on a record's page, from its declaration alone. */
export interface Layout {
  title: FieldInfo | undefined;
  /** The link under the title, such as the account. */
  under: FieldInfo | undefined;
  /** The automatic number beside it. */
  number: FieldInfo | undefined;
  /** The stage, when records of this type move through stages. */
  stage: FieldInfo | undefined;
  facts: FieldInfo[];
  /** Everything else, under its headings. */
  sections: Section[];
}

/** Lays out a type. A field stands in one place only. */
export function layoutOf(type: TypeInfo): Layout {
  const fields = type.fields.filter((f) => !f.retired);
  const title = fields.find((f) => f.key === type.title);
  const stage = fields.find((f) => f.kind === 'link' && f.target === 'stage' && f.key === 'stage');
  const under = fields.find((f) => f.listed && f.kind === 'link' && f !== stage && f !== title);
  const number = fields.find((f) => f.kind === 'auto' && f !== title);
  const placed = new Set([title, stage, under, number].filter((f) => f !== undefined));
  const facts = fields
    .filter((f) => f.listed && !placed.has(f) && !isLong(kindOf(f)) && f.kind !== 'tags')
    .slice(0, mostFacts);
  for (const fact of facts) placed.add(fact);
  if (facts.some((f) => f.key === 'next_step')) {
    // Its date is part of the fact.
    const date = fields.find((f) => f.key === 'next_step_date');
    if (date) placed.add(date);
  }
  const rest = fields.filter((f) => !placed.has(f));
  return { title, stage, under, number, facts, sections: sectionsOf(rest) };
}

/** Splits a section into what shows at once and what is behind "more": empty fields that
 * a person may fill in but seldom does. Fields that only rules fill show when filled. */
export function shownFields(section: Section, values: Record<string, unknown>) {
  const filled = (f: FieldInfo) => !isEmpty(values[f.key]);
  const fields = section.fields.filter((f) => filled(f) || !f.readOnly);
  const shown = fields.filter((f) => filled(f) || f.quick || f.listed || f.required);
  return { shown, more: fields.filter((f) => !shown.includes(f)) };
}
