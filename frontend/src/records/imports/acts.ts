import { api, client, type ImportReport, inWindow, keys, toFailed } from '@/api';
import { sayIn } from '@/i18n';
import { toast, toastError } from '@/ui';
import { importsWords } from './words';

/** A file name without its ending. */
export function stem(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '');
}

function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the content after this call has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves the rejected rows with their reasons as a CSV file that a person chooses. */
export async function saveRejects(report: ImportReport): Promise<void> {
  const t = sayIn(importsWords);
  const name = `${t('rejectsName', { name: stem(report.name) })}.csv`;
  try {
    if (!inWindow()) {
      download(name, await api.import.saveRejects(report.id, ''));
      return;
    }
    const path = await api.files.pickSave(name);
    if (path === '') return;
    await api.import.saveRejects(report.id, path);
    toast(t('savedTo', { path }), { tone: 'success' });
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Takes an import back; records that were changed since stay unless they are named. */
export async function undoImport(id: string, records: string[] = []): Promise<void> {
  try {
    await api.import.undo(id, records);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Asks again for the imports of the file. */
export function importsChanged(): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.imports });
}
