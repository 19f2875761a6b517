import type { FieldInfo, TypeInfo } from '@/api/types';
import { isEmpty, isLong, kindOf } from '@/fields';
import { type Section, sectionsOf } from '../form/fields';

/** How many facts stand in the header. */
const mostFacts = 5;

/** What rules derive from the stage, and the stage path tells. */
const toldByPath = ['status', 'hold', 'last_stage'];

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
  // People stand last, as on the cards.
  const facts = fields
    .filter((f) => f.listed && !placed.has(f) && !isLong(kindOf(f)) && f.kind !== 'tags')
    .slice(0, mostFacts)
    .sort((a, b) => Number(a.kind === 'member') - Number(b.kind === 'member'));
  for (const fact of facts) placed.add(fact);
  const told = new Set(stage ? toldByPath : []);
  const rest = fields.filter((f) => !placed.has(f) && !told.has(f.key));
  return { title, stage, under, number, facts, sections: sectionsOf(rest) };
}

/** The fields of a section that show. Empty fields that a person may fill in but seldom
 * does wait until all are asked for; those that only rules fill show when they are filled. */
export function shownFields(
  section: Section,
  values: Record<string, unknown>,
  all: boolean,
): FieldInfo[] {
  const filled = (f: FieldInfo) => !isEmpty(values[f.key]);
  const usual = (f: FieldInfo) => f.quick || f.listed || f.required;
  return section.fields.filter((f) => filled(f) || (!f.readOnly && (all || usual(f))));
}
