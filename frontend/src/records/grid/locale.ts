import { useEffect, useState } from 'react';
import type { Lang } from '@/i18n';

type Texts = Record<string, string>;

/** The grid's own words; its English ones are built in, the Chinese ones loaded when needed. */
export function useLocale(lang: Lang): Texts | undefined {
  const [chinese, setChinese] = useState<Texts>();
  useEffect(() => {
    if (lang !== 'zh-CN' || chinese) return;
    void import('@ag-grid-community/locale').then((all) => setChinese(all.AG_GRID_LOCALE_CN));
  }, [lang, chinese]);
  return lang === 'zh-CN' ? chinese : undefined;
}
