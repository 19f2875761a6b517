import type { ImportCounts } from '@/api/types';
import { formatCount, useLang, useWords } from '@/i18n';
import { shares } from './counts';
import css from './imports.module.css';
import { importsWords } from './words';

/** What rows become as a bar in pieces. The words beside it say the same. */
export function CountsBar({ counts, wide }: { counts: ImportCounts; wide?: boolean }) {
  return (
    <span className={wide ? `${css.bar} ${css.wide}` : css.bar} aria-hidden>
      {shares(counts).map(({ key, count, color }) => (
        <i key={key} style={{ flex: count, background: color }} />
      ))}
    </span>
  );
}

/** The same in words. */
export function CountKeys({ counts }: { counts: ImportCounts }) {
  const t = useWords(importsWords);
  const lang = useLang();
  return (
    <span className={css.keys}>
      {shares(counts).map(({ key, count, color }) => (
        <span key={key} className={css.key} data-count={key}>
          <i style={{ background: color }} />
          {t[key]} <b>{formatCount(count, lang)}</b>
        </span>
      ))}
    </span>
  );
}
