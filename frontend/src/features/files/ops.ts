import {
  api,
  client,
  type FileInfo,
  fileChanged,
  inWindow,
  keys,
  type NewFile,
  type State,
  toFailed,
} from '@/api';
import { go, paths } from '@/app/paths';
import { pairs, sayIn } from '@/i18n';
import { askPath, toast, toastError } from '@/ui';
import { nameIn } from './place';

const words = pairs({
  openTitle: ['Open a file', '打开文件'],
  openLabel: ['Path of the .dealbox file', '.dealbox 文件的路径'],
  open: ['Open', '打开'],
  openCopy: ['Open a copy', '打开副本'],
  copyTitle: ['Save a copy', '另存一份副本'],
  copyLabel: ['Path of the copy', '副本的路径'],
  copy: ['Save', '保存'],
  moveTitle: ['Move the file', '移动文件'],
  moveLabel: ['New path', '新路径'],
  move: ['Move', '移动'],
  moved: ['Moved to {path}', '已移动到 {path}'],
  copyName: ['{name} copy', '{name} 副本'],
});

function state(): State | undefined {
  return client.getQueryData<State>(keys.state);
}

/** A path in the same folder as another, so that a proposal can be edited. */
function beside(path: string, name: string): string {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return `${path.slice(0, cut + 1)}${name}.dealbox`;
}

/** Does something and says the failure; undefined when it failed. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    toastError(toFailed(thrown));
    return undefined;
  }
}

/**
 * Has a file opened and shows it. Coming from another it begins at home: a record page of
 * that one would find nothing in this.
 */
async function enter(open: () => Promise<FileInfo>): Promise<FileInfo> {
  const before = state()?.file?.path;
  const file = await open();
  if (before !== undefined && before !== file.path) go(paths.board);
  await fileChanged();
  return file;
}

/**
 * Opens a file. While another stays open, a refusal is a message; with none open, the
 * page's own screen says why.
 */
export async function openPath(path: string): Promise<void> {
  try {
    await enter(() => api.files.open(path));
  } catch (thrown) {
    const failed = toFailed(thrown);
    await fileChanged();
    const after = state();
    if (after?.file === undefined && after?.problem) return;
    if (failed.code !== 'locked') toastError(failed);
    else toast(failed.message, { tone: 'danger', life: 0, action: copyOf(path) });
  }
}

function copyOf(path: string) {
  return { label: sayIn(words).openCopy, run: () => void openCopy(path) };
}

/** Opens a checked copy of a file that another program holds. */
export async function openCopy(path: string): Promise<void> {
  await attempt(() => enter(() => api.files.openCopy(path)));
}

async function choosePath(value: string): Promise<string> {
  const t = sayIn(words);
  if (inWindow()) return (await attempt(() => api.files.pickOpen('file'))) ?? '';
  return askPath({ title: t.openTitle, label: t.openLabel, action: t.open, value });
}

/** Lets a person choose a file and opens it. */
export async function openOther(propose = ''): Promise<void> {
  const path = await choosePath(propose || folderPath());
  if (path !== '') await openPath(path);
}

function folderPath(): string {
  const now = state();
  return now?.file ? beside(now.file.path, '').replace(/\.dealbox$/, '') : `${now?.folder ?? ''}/`;
}

/** Makes a file and opens it. Says whether it worked; failures are said. */
export async function createFile(file: NewFile): Promise<boolean> {
  const made = await attempt(() => enter(() => api.files.create(file)));
  return made !== undefined;
}

async function chooseTarget(kind: 'copy' | 'move', path: string): Promise<string> {
  if (inWindow()) return (await attempt(() => api.files.pickSave(path))) ?? '';
  const t = sayIn(words);
  return kind === 'copy'
    ? askPath({ title: t.copyTitle, label: t.copyLabel, action: t.copy, value: path })
    : askPath({ title: t.moveTitle, label: t.moveLabel, action: t.move, value: path });
}

/** Saves a copy of the open file, consistent while it is in use. Progress comes as a job. */
export async function saveCopy(): Promise<void> {
  const file = state()?.file;
  if (!file) return;
  const name = sayIn(words)('copyName', { name: nameIn(file.path) });
  const path = await chooseTarget('copy', beside(file.path, name));
  if (path !== '') await attempt(() => api.files.saveCopy(path));
}

/** Moves the open file, or gives it another name. */
export async function moveFile(): Promise<void> {
  const file = state()?.file;
  if (!file) return;
  const path = await chooseTarget('move', file.path);
  if (path === '') return;
  const moved = await attempt(() => api.files.move(path));
  if (!moved) return;
  await fileChanged();
  toast(sayIn(words)('moved', { path: moved.path }), { tone: 'success', life: 6000 });
}

/** Shows the open file in the system's file manager. Only in the window. */
export async function reveal(): Promise<void> {
  await attempt(() => api.files.reveal());
}

/** Takes a file off the list of recent ones. */
export async function forget(path: string): Promise<void> {
  await attempt(() => api.files.forget(path));
  await client.invalidateQueries({ queryKey: keys.recent });
}
