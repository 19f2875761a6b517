import { IconDatabase, IconLock } from '@tabler/icons-react';
import { api, toFailed, useFile } from '@/api';
import { useConnection } from '@/api/events';
import { formatCount, pairs, pick, sayIn, useLang, useWords } from '@/i18n';
import { baseName, Glyph, Kbd, toastError, toastUndo } from '@/ui';
import css from './StatusBar.module.css';
import { undoLatest, useStack } from './undo';

const words = pairs({
  saved: ['Saved · this computer', '已保存 · 本机'],
  down: ['Dealbox does not answer; trying again', '商机匣没有回应，正在重连'],
  readOnly: ['Read-only', '只读'],
  undo: ['Undo {what}', '撤销 {what}'],
  sample: ['{count} sample record|{count} sample records', '{count} 条示例数据'],
  remove: ['Remove', '清除'],
  removed: ['Sample data removed', '已清除示例数据'],
});

/** What is saved where, and what undo would take back. */
export function StatusBar() {
  const file = useFile();
  if (!file) return null;
  return (
    <footer className={css.bar}>
      <Saved readOnly={file.readOnly} />
      <span className={`${css.part} ell`} title={file.path}>
        <Glyph icon={IconDatabase} size={14} />
        <span className="ell">{baseName(file.path)}</span>
      </span>
      {file.sample > 0 && <Sample count={file.sample} />}
      <span className="grow" />
      {!file.readOnly && <NextUndo />}
    </footer>
  );
}

function Saved({ readOnly }: { readOnly: boolean }) {
  const t = useWords(words);
  const up = useConnection((state) => state.up);
  if (!up) {
    return (
      <span className={`${css.part} ${css.down}`} role="alert">
        <i className={css.dot} />
        {t.down}
      </span>
    );
  }
  return (
    <span className={css.part}>
      {readOnly ? <Glyph icon={IconLock} size={14} /> : <i className={css.dot} />}
      {readOnly ? t.readOnly : t.saved}
    </span>
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
