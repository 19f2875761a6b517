import { IconAlertTriangle } from '@tabler/icons-react';
import type { BoardInfo, Sum } from '@/api/types';
import { formatCount, useLang, useWords } from '@/i18n';
import { Glyph, Tooltip } from '@/ui';
import css from './board.module.css';
import { showTotal } from './show';
import { boardWords } from './words';

/** What the whole board comes to: open, sum, weighted sum. */
export function Totals({ info }: { info: BoardInfo }) {
  const t = useWords(boardWords);
  const lang = useLang();
  const between = ' · ';
  return (
    <span className={css.totals}>
      {t('open', { count: formatCount(info.count, lang) })}
      {between}
      <b>{showTotal(info.sum, lang)}</b>
      {between}
      {t('weighted', { sum: showTotal(info.weighted, lang) })}
      <Missing sum={info.sum} />
    </span>
  );
}

/** Says how many amounts are in no sum because their currency has no rate. */
export function Missing({ sum, short }: { sum: Sum; short?: boolean }) {
  const t = useWords(boardWords);
  const lang = useLang();
  if (sum.missing === 0) return null;
  const words = t('missing', { count: formatCount(sum.missing, lang) });
  if (!short) return <span className={css.missing}> · {words}</span>;
  return (
    <Tooltip label={words}>
      <span className={css.warn} role="img" aria-label={words}>
        <Glyph icon={IconAlertTriangle} size={14} />
      </span>
    </Tooltip>
  );
}
