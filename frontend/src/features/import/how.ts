/** How a column is read, in a few words. */
import type { FieldInfo, ImportColumn } from '@/api/types';
import { kindLabel } from '@/fields/kindWords';
import { formatCount, type Lang, pick, type Say } from '@/i18n';
import { makes, NEW_CHOICE } from './edit';
import { isOwn } from './targets';
import type { importWords } from './words';

type T = Say<typeof importWords.table>;

export interface How {
  words: string;
  /** Something is not decided. */
  warn?: boolean;
}

function ofValues(column: ImportColumn, t: T): How {
  const { values } = column;
  const open = values.filter(({ to }) => to === '').length;
  if (open > 0) return { words: t('unmapped', { count: open }), warn: true };
  const fresh = values.filter(({ to }) => to === NEW_CHOICE).length;
  const words = t('values', { count: values.length });
  if (fresh === 0 || isOwn(column)) return { words };
  return { words: `${words} · ${t('fresh', { n: fresh })}` };
}

/** See How. */
export function howRead(column: ImportColumn, field: FieldInfo | undefined, t: T, lang: Lang): How {
  if (column.values.length > 0) return ofValues(column, t);
  const told = pick(column.how, lang);
  if (column.factor > 1) return { words: t('factorOf', { n: formatCount(column.factor, lang) }) };
  if (isOwn(column))
    return { words: [kindLabel(column.newKind, lang), told].filter(Boolean).join(' · ') };
  if (field && makes(field)) return { words: column.createMissing ? t.linkMake : t.linkMatch };
  return { words: told };
}
