import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, client, keys, toFailed } from '@/api';
import type { ChangeRef, Row, StageInfo } from '@/api/types';
import { currentLang, pick, sayIn } from '@/i18n';
import { toastError, toastUndo } from '@/ui';
import { saveAsking, type Where } from '../form/asking';
import { recordWords } from './words';

/** A record with its long texts. */
export function useRecord(type: string, id: string) {
  return useQuery({
    queryKey: keys.record(type, id),
    queryFn: () => api.records.get(type, id),
    retry: false,
  });
}

/** Changes fields of a record: on screen at once, then in the core; a refusal puts it back
 * and is thrown as Failed. Gives null when fields were asked for and not given. */
export async function saveFields(
  row: Row,
  values: Record<string, unknown>,
  where: Where,
): Promise<ChangeRef | null> {
  const key = keys.record(row.type, row.id);
  const before = client.getQueryData<Row>(key);
  const show = (next: Row | undefined) => client.setQueryData(key, next);
  if (before) show({ ...before, values: { ...before.values, ...values } });
  try {
    const saved = await saveAsking({ type: row.type, id: row.id, values }, where);
    show(saved ? saved.row : before);
    return saved?.change ?? null;
  } catch (failure) {
    show(before);
    throw toFailed(failure);
  }
}

/** Moves a record to a stage; says so with an undo. */
export async function moveTo(row: Row, stage: StageInfo, where: Where): Promise<void> {
  const ref = { id: stage.id, type: 'stage', title: pick(stage.name, currentLang()) };
  try {
    const change = await saveFields(row, { stage: ref }, where);
    if (change) toastUndo(change, sayIn(recordWords)('moved', { stage: ref.title }));
  } catch (failure) {
    toastError(toFailed(failure));
  }
}

/** Deletes a record, with an undo. Says whether it is gone. */
export async function deleteRecord(row: Row): Promise<boolean> {
  try {
    const change = await api.records.delete(row.type, [row.id]);
    toastUndo(change, sayIn(recordWords)('deleted', { title: row.title }), IconTrash);
    return true;
  } catch (failure) {
    toastError(toFailed(failure));
    return false;
  }
}
