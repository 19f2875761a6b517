import { api, inWindow, toFailed } from '@/api';
import { pairs, sayIn } from '@/i18n';
import { askPath, baseName, toastError } from '@/ui';

const words = pairs({
  title: ['Where the new file goes', '新文件放在哪里'],
  label: ['Path', '路径'],
  action: ['Choose', '选定'],
});

/** The path that a name gives in a folder, in that folder's way of writing paths. */
export function pathIn(folder: string, name: string): string {
  const mark = folder.includes('\\') ? '\\' : '/';
  const end = folder.endsWith(mark) ? '' : mark;
  return `${folder}${end}${name.trim()}.dealbox`;
}

/** A name as a file can have it: no signs that a path or Windows refuses. */
export function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, ' ').trim();
}

/** The name in a path, without folder and ending. */
export function nameIn(path: string): string {
  return baseName(path).replace(/\.dealbox$/i, '');
}

/** Lets a person choose where a new file goes, beginning with a path; "" when they change their mind. */
export async function choosePlace(path: string): Promise<string> {
  const t = sayIn(words);
  if (!inWindow()) {
    return askPath({ title: t.title, label: t.label, action: t.action, value: path });
  }
  try {
    return await api.files.pickSave(path);
  } catch (thrown) {
    toastError(toFailed(thrown));
    return '';
  }
}
