/**
 * The kinds of field, by the names they have over the wire. Everything generic is built
 * from kinds: what a kind cannot show, edit and filter does not compile (registry.ts).
 */
export const kindNames = [
  'text',
  'longtext',
  'markdown',
  'integer',
  'number',
  'money',
  'percent',
  'date',
  'time',
  'duration',
  'bool',
  'choice',
  'choices',
  'tags',
  'link',
  'links',
  'member',
  'phone',
  'email',
  'url',
  'auto',
] as const;

export type KindName = (typeof kindNames)[number];

const known: ReadonlySet<string> = new Set(kindNames);

/** Whether a name from the wire is a kind that this program knows. */
export function isKind(name: string): name is KindName {
  return known.has(name);
}

/** The kind of a field; a kind from a newer core is shown and edited as text. */
export function kindOf(field: { kind: string }): KindName {
  return isKind(field.kind) ? field.kind : 'text';
}

/** Kinds whose values are numbers, right-aligned, and can be totalled. */
export function isNumeric(kind: KindName): boolean {
  return (
    kind === 'integer' ||
    kind === 'number' ||
    kind === 'money' ||
    kind === 'percent' ||
    kind === 'duration'
  );
}

/** Whether a list can add a field up; years are numbers that it cannot. */
export function isSummable(field: { kind: string; plain?: boolean }): boolean {
  const kind = kindOf(field);
  if (field.plain) return false;
  return kind === 'integer' || kind === 'number' || kind === 'money' || kind === 'duration';
}

/** Kinds whose values are kept apart from the row, so lists know only whether there is one. */
export function isLong(kind: KindName): boolean {
  return kind === 'longtext' || kind === 'markdown';
}

/** Kinds that hold several values. */
export function isSet(kind: KindName): boolean {
  return kind === 'choices' || kind === 'tags' || kind === 'links';
}

/** Kinds that name other records. */
export function isLinked(kind: KindName): boolean {
  return kind === 'link' || kind === 'links' || kind === 'member';
}
