import { useEffect } from 'react';
import { create } from 'zustand';
import { api, type ImportSource, inWindow, toFailed, upload } from '@/api';
import { baseName, toastError } from '@/ui';
import { go, paths } from './paths';

/** A file that was dropped or chosen, on its way to the import screen. */
export interface Dropped {
  source: ImportSource;
  name: string;
}

interface Waiting {
  /** A file is held over the window. */
  over: boolean;
  files: Dropped[];
}

/** What is held over the window and what waits for the import screen. */
export const useWaiting = create<Waiting>(() => ({ over: false, files: [] }));

/** Takes files to the import screen. */
export function bring(files: Dropped[]): void {
  if (files.length === 0) return;
  useWaiting.setState({ over: false, files });
  go(paths.import);
}

/** Takes files of this computer, by path, to the import screen. */
export function bringPaths(list: string[]): void {
  bring(list.map((path) => ({ source: { path, upload: '', text: '' }, name: baseName(path) })));
}

/** Takes files that the browser holds to the import screen; failures are said. */
export async function bringFiles(list: File[]): Promise<void> {
  try {
    const sent = await Promise.all(list.map(upload));
    bring(sent.map(({ id, name }) => ({ source: { path: '', upload: id, text: '' }, name })));
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

function chooseInBrowser(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.tsv,.txt,.xlsx,.xls,.json';
  input.onchange = () => void bringFiles([...(input.files ?? [])]);
  input.click();
}

/** Lets a person choose a file and takes it to the import screen. */
export async function chooseForImport(): Promise<void> {
  if (!inWindow()) return chooseInBrowser();
  try {
    const path = await api.files.pickOpen('import');
    if (path !== '') bringPaths([path]);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Gives the import screen the files that wait, and later ones; each once. */
export function useDropped(take: (files: Dropped[]) => void): void {
  const files = useWaiting((state) => state.files);
  useEffect(() => {
    if (files.length === 0) return;
    useWaiting.setState({ files: [] });
    take(files);
  }, [files, take]);
}
