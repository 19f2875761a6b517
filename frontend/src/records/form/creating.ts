import { create } from 'zustand';

/** A record that is being made. */
export interface Creating {
  type: string;
  /** Values that it begins with, in wire form. */
  preset: Record<string, unknown>;
  /** Called with each record that was made. */
  onMade?: (id: string) => void;
}

/** What quick create shows. */
export const useCreating = create<{ creating: Creating | null }>(() => ({ creating: null }));

/** Values that new records begin with while a screen is shown, by record type. */
const begun = new Map<string, Record<string, unknown>>();

/** Says what new records of a type begin with from now on, however they are asked for: by
 * button, key or menu. Gives back how to stop. */
export function beginWith(type: string, preset: Record<string, unknown>): () => void {
  begun.set(type, preset);
  return () => {
    if (begun.get(type) === preset) begun.delete(type);
  };
}

/** Opens quick create for a record type. `preset` are values by field, in wire form: they
 * are shown where the form shows the field, and saved in any case. */
export function openCreate(
  type: string,
  preset: Record<string, unknown> = {},
  onMade?: (id: string) => void,
): void {
  useCreating.setState({ creating: { type, preset: { ...begun.get(type), ...preset }, onMade } });
}

/** Closes quick create; what was typed is lost. */
export function closeCreate(): void {
  useCreating.setState({ creating: null });
}
