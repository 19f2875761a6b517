import { api, type ChangeRef, type Preferences, savePreferences, toFailed } from '@/api';
import { schemaChanged } from '@/api/schema';
import type { SaveInput } from '@/api/types';
import { sayIn } from '@/i18n';
import { dismiss, toast, toastError, toastUndo } from '@/ui';
import { settingsWords } from './words';

/** Does something that can be undone, says so, and says failures. Gives whether it worked. */
export async function keep(work: () => Promise<ChangeRef>, message: string): Promise<boolean> {
  try {
    toastUndo(await work(), message);
    return true;
  } catch (thrown) {
    toastError(toFailed(thrown));
    return false;
  }
}

/** Saves a record of a set-up type. */
export function keepRecord(input: SaveInput, message: string): Promise<boolean> {
  return keep(async () => (await api.records.save(input)).change, message);
}

/** Puts records of a set-up type into the trash. */
export function drop(type: string, id: string, title: string): Promise<boolean> {
  const message = sayIn(settingsWords)('deleted', { what: title });
  return keep(() => api.records.delete(type, [id]), message);
}

/** Changes fields or choices. The core keeps it as a step that undo takes back. */
export function keepSchema(work: () => Promise<unknown>, message: string): Promise<boolean> {
  return keep(async () => {
    await work();
    const [stack] = await Promise.all([api.records.stack(), schemaChanged()]);
    return stack.undo;
  }, message);
}

const PREFERENCE = 'preference';

/** Changes what this computer's user prefers; the message offers to take it back. */
export async function prefer(
  before: Preferences,
  change: Partial<Preferences>,
  message: string,
): Promise<void> {
  const back = async () => {
    dismiss(PREFERENCE);
    await attempt(() => savePreferences(before));
  };
  const done = await attempt(() => savePreferences(change));
  if (!done) return;
  const action = { label: sayIn(settingsWords).undo, run: () => void back() };
  toast(message, { id: PREFERENCE, tone: 'success', action });
}

/** Does something and says the failure. Gives whether it worked. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    toastError(toFailed(thrown));
    return false;
  }
}
