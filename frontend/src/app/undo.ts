import { useQuery } from '@tanstack/react-query';
import { api, client, keys, type Stack, toFailed, type UndoResult } from '@/api';
import { currentLang, pairs, pick, sayIn } from '@/i18n';
import { dismissChange, toast, toastError } from '@/ui';

const words = pairs({
  undone: ['Undone: {what}', '已撤销：{what}'],
  redone: ['Done again: {what}', '已重做：{what}'],
  nothing: ['There is nothing to undo', '没有可撤销的操作'],
  nothingAgain: ['There is nothing to redo', '没有可重做的操作'],
  kept: ['Left as is, changed since: {fields}', '之后又改过，保留现在的值：{fields}'],
  field: ['{field} ({record})', '{field}（{record}）'],
});

/** What undo and redo would do next. */
export function useStack(): Stack | undefined {
  return useQuery({ queryKey: keys.stack, queryFn: () => api.records.stack() }).data;
}

function kept(result: UndoResult): string | undefined {
  if (result.conflicts.length === 0) return undefined;
  const lang = currentLang();
  const t = sayIn(words, lang);
  const names = result.conflicts.map(({ label, record }) =>
    t('field', { field: pick(label, lang), record: record.title }),
  );
  return t('kept', { fields: names.join(lang === 'zh-CN' ? '、' : ', ') });
}

function say(key: 'undone' | 'redone', result: UndoResult): void {
  const message = sayIn(words)(key, { what: pick(result.label, currentLang()) });
  toast(message, { id: 'undo', note: kept(result), life: 6000, tone: 'success' });
}

async function stack(): Promise<Stack> {
  return client.fetchQuery({ queryKey: keys.stack, queryFn: () => api.records.stack() });
}

/** Undoes the latest change and says what it was; fields changed since are named. */
export async function undoLatest(): Promise<void> {
  try {
    const { undo } = await stack();
    if (undo.id === '') {
      toast(sayIn(words).nothing, { id: 'undo', life: 3000 });
      return;
    }
    const result = await api.records.undo();
    dismissChange(undo.id);
    say('undone', result);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Does again what was undone last. */
export async function redoLatest(): Promise<void> {
  try {
    if ((await stack()).redo.id === '') {
      toast(sayIn(words).nothingAgain, { id: 'undo', life: 3000 });
      return;
    }
    say('redone', await api.records.redo());
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Undoes one change by its id, wherever it stands in the stack. */
export async function undoChange(id: string): Promise<void> {
  try {
    const result = await api.records.undoChange(id);
    dismissChange(id);
    say('undone', result);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}
