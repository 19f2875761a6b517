import { IconDatabase, IconLock } from '@tabler/icons-react';
import { api, toFailed, useFile } from '@/api';
import { formatCount, pairs, pick, sayIn, useLang, useWords } from '@/i18n';
import { Glyph, Kbd, toastError, toastUndo } from '@/ui';
import css from './StatusBar.module.css';
import { undoLatest, useStack } from './undo';

const words = pairs({
  saved: ['Saved · this computer', '已保存 · 本机'],
  readOnly: ['Read-only', '只读'],
  undo: ['Undo {what}', '撤销 {what}'],
  sample: ['{count} sample record|{count} sample records', '{count} 条示例数据'],
  remove: ['Remove', '清除'],
  removed: ['Sample data removed', '已清除示例数据'],
});

/** What is saved where, and what undo would take back. */
export function StatusBar() {
  const t = useWords(words);
  const file = useFile();
  if (!file) return null;
  return (
    <footer className={css.bar}>
      <span className={css.part}>
        {file.readOnly ? <Glyph icon={IconLock} size={14} /> : <i className={css.dot} />}
        {file.readOnly ? t.readOnly : t.saved}
      </span>
      <span className={`${css.part} ell`} title={file.path}>
        <Glyph icon={IconDatabase} size={14} />
        <span className="ell">{file.name}.dealbox</span>
      </span>
      {file.sample > 0 && <Sample count={file.sample} />}
      <span className="grow" />
      {!file.readOnly && <NextUndo />}
    </footer>
  );
}

async function removeSample(): Promise<void> {
  try {
    toastUndo(await api.files.removeSample(), sayIn(words).removed);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

function Sample({ count }: { count: number }) {
  const t = useWords(words);
  const lang = useLang();
  const shown = t('sample', { count }).replace(String(count), formatCount(count, lang));
  return (
    <span className={css.part}>
      {shown}
      <button type="button" className={css.link} onClick={() => void removeSample()}>
        {t.remove}
      </button>
    </span>
  );
}

function NextUndo() {
  const t = useWords(words);
  const lang = useLang();
  const undo = useStack()?.undo;
  if (!undo?.id) return null;
  return (
    <button type="button" className={css.undo} onClick={() => void undoLatest()}>
      <span className="ell">{t('undo', { what: pick(undo.label, lang) })}</span>
      <Kbd keys="Mod+Z" bare />
    </button>
  );
}
