import { create } from 'zustand';
import { api, client, keys, type RecentFile } from '@/api';
import { pairs, useWords } from '@/i18n';
import { Button, Dialog } from '@/ui';
import { forget, openOther, openPath } from './ops';

const words = pairs({
  title: ['“{name}” is not there', '找不到「{name}」'],
  text: [
    'It was moved, renamed, or its drive is not plugged in. Last place:',
    '它可能被移动、改名，或所在的磁盘没有插上。上次的位置：',
  ],
  forget: ['Remove from the list', '从列表移除'],
  locate: ['Locate…', '定位…'],
});

const useMissing = create<{ file: RecentFile | null }>(() => ({ file: null }));

/** Opens a recent file, or offers to locate it when it is missing by now. */
export async function openRecent(path: string): Promise<void> {
  const queryFn = () => api.files.recent();
  const list = await client.fetchQuery({ queryKey: keys.recent, queryFn, staleTime: 0 });
  const file = list.find((recent) => recent.path === path);
  if (file?.missing) useMissing.setState({ file });
  else await openPath(path);
}

/** Asks where a missing file is. Stands once in the window. */
export function MissingDialog() {
  const file = useMissing((state) => state.file);
  const t = useWords(words);
  const close = () => useMissing.setState({ file: null });
  if (!file) return null;
  const then = (act: () => Promise<void>) => () => {
    close();
    void act();
  };
  return (
    <Dialog
      title={t('title', { name: file.name })}
      opened
      onClose={close}
      actions={
        <>
          <Button onClick={then(() => forget(file.path))}>{t.forget}</Button>
          <Button look="primary" onClick={then(() => openOther(file.path))} data-autofocus>
            {t.locate}
          </Button>
        </>
      }
    >
      <p className="t2">{t.text}</p>
      <p className="selectable">{file.path}</p>
    </Dialog>
  );
}
