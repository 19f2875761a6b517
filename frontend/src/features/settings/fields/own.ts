/** Fields of a user's own, as the editor makes and changes them. */
import type { FieldInfo, TypeInfo } from '@/api/types';
import { type KindName, kindNames } from '@/fields';

/** Kinds that a field of one's own can have. */
export const OWN_KINDS: readonly KindName[] = kindNames.filter((kind) => kind !== 'auto');

/** Types that can have fields of one's own: those with lists and pages. */
export function fieldTypes(types: readonly TypeInfo[]): TypeInfo[] {
  return types.filter(({ nav }) => nav);
}

/** A type's own fields, those in use first. */
export function ownFields(type: TypeInfo): FieldInfo[] {
  const own = type.fields.filter((field) => field.own);
  return [...own.filter(({ retired }) => !retired), ...own.filter(({ retired }) => retired)];
}

const none = { en: '', zh: '' };

/** A field that is not there yet. */
export function blankField(): FieldInfo {
  return {
    key: '',
    kind: 'text',
    label: none,
    help: none,
    section: none,
    required: false,
    unique: false,
    tracked: false,
    listed: false,
    readOnly: false,
    quick: false,
    own: true,
    retired: false,
    options: [],
    target: '',
    prefix: '',
    plain: false,
  };
}

/** Whether a kind links to records of a type that is to be chosen. */
export const isLink = (kind: string): boolean => kind === 'link' || kind === 'links';

/** Kinds whose values can be unique. */
export function canBeUnique(kind: string): boolean {
  return ['text', 'phone', 'email', 'url', 'integer'].includes(kind);
}

/** A name in one language serves for both until the other is given. */
export function named(field: FieldInfo): FieldInfo {
  const { en, zh } = field.label;
  return { ...field, label: { en: (en || zh).trim(), zh: (zh || en).trim() } };
}

/** Whether everything that a new field needs is there. */
export function isWhole(field: FieldInfo): boolean {
  const { label, kind, target, options } = field;
  if ((label.en + label.zh).trim() === '') return false;
  if (isLink(kind) && target === '') return false;
  return (kind !== 'choice' && kind !== 'choices') || options.length > 0;
}
