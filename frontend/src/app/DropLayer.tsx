import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect } from 'react';
import { inWindow } from '@/api';
import { on } from '@/api/events';
import { openPath } from '@/features/files/ops';
import { pairs, sayIn, useWords } from '@/i18n';
import { Glyph, toast } from '@/ui';
import css from './DropLayer.module.css';
import { bringFiles, bringPaths, useWaiting } from './dropped';

const words = pairs({
  title: ['Drop it to import', '松开，开始导入'],
  text: [
    'Excel, CSV, TSV, text or JSON. You see everything before it is imported.',
    'Excel、CSV、TSV、文本或 JSON。先预览，再导入。',
  ],
  dealbox: [
    'A browser may not open files by itself: use Open in the menu at the top left',
    '浏览器不能直接打开文件：请用左上角菜单里的「打开」',
  ],
});

const isDealbox = (name: string) => /\.dealbox$/i.test(name);

/** Files from the window: a .dealbox is opened, the rest is imported. */
function takePaths(list: string[]): void {
  useWaiting.setState({ over: false });
  const file = list.find(isDealbox);
  if (file) void openPath(file);
  else bringPaths(list);
}

function takeFiles(list: File[]): void {
  useWaiting.setState({ over: false });
  if (list.some((file) => isDealbox(file.name))) toast(sayIn(words).dealbox, { life: 8000 });
  else if (list.length > 0) void bringFiles(list);
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Follows files held over the page. The page itself drags nothing with these events. */
function watch(): () => void {
  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (!useWaiting.getState().over) useWaiting.setState({ over: true });
  };
  const leave = (event: DragEvent) => {
    // Without a related target the pointer has left the window, not only an element.
    if (event.relatedTarget === null) useWaiting.setState({ over: false });
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // The window sends the paths by itself; what the page holds has none.
    if (inWindow()) useWaiting.setState({ over: false });
    else takeFiles([...(event.dataTransfer?.files ?? [])]);
  };
  window.addEventListener('dragenter', over);
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragenter', over);
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  };
}

/** Takes files dropped anywhere on the window to the import screen. */
export function useDrops(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const stop = watch();
    const off = on('drop', ({ paths }) => takePaths(paths));
    return () => {
      stop();
      off();
    };
  }, [active]);
}

/** Covers the window while a file is held over it. */
export function DropLayer() {
  const over = useWaiting((state) => state.over);
  const t = useWords(words);
  if (!over) return null;
  return (
    <div className={css.layer}>
      <div className={css.zone}>
        <span className={css.icon}>
          <Glyph icon={IconFileSpreadsheet} size={32} />
        </span>
        <b>{t.title}</b>
        <span className="lab t2">{t.text}</span>
      </div>
    </div>
  );
}
