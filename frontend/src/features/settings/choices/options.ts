/** Changes to the choices of a field. Nothing here asks the core. */
import type { FieldInfo, OptionInfo, TypeInfo } from '@/api/types';

/** A field with choices and the type that it belongs to. */
export interface ChoiceField {
  type: TypeInfo;
  field: FieldInfo;
}

/** Types whose records the program writes by itself. */
const BY_ITSELF = new Set(['stage_event']);

/** Fields whose choices people may change, by type in the order of the types. */
export function choiceFields(types: readonly TypeInfo[]): ChoiceField[] {
  return types
    .filter(({ key, setup }) => !setup && !BY_ITSELF.has(key))
    .flatMap((type) =>
      type.fields
        .filter(({ kind, readOnly, retired }) => isChoice(kind) && !readOnly && !retired)
        .map((field) => ({ type, field })),
    );
}

/** Whether fields of a kind have choices. */
export const isChoice = (kind: string): boolean => kind === 'choice' || kind === 'choices';

/** Replaces one choice. */
export function putOption(options: readonly OptionInfo[], option: OptionInfo): OptionInfo[] {
  return options.map((o) => (o.num === option.num ? option : o));
}

/** A new choice; the core numbers it. */
export function newOption(zh: string, en: string): OptionInfo {
  const label = { zh: zh || en, en: en || zh };
  return { num: 0, key: '', label, color: '', retired: false };
}

/** Choices in another order; those out of use stay behind. */
export function orderOptions(
  options: readonly OptionInfo[],
  nums: readonly string[],
): OptionInfo[] {
  const used = nums.flatMap((num) => options.find((o) => String(o.num) === num) ?? []);
  return [...used, ...options.filter((o) => !used.includes(o))];
}
