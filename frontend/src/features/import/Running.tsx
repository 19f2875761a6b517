import { Progress } from '@mantine/core';
import { formatCount, useLang, useWords } from '@/i18n';
import { CountKeys } from '@/records/imports/CountsBar';
import { Button } from '@/ui';
import css from './import.module.css';
import { stop, useImport } from './session';
import { importWords } from './words';

/** How far the import is. */
export function Running() {
  const t = useWords(importWords);
  const lang = useLang();
  const { job, name } = useImport();
  if (!job) return null;
  const { done, total, counts } = job;
  const share = total > 0 ? Math.min(100, (100 * done) / total) : 0;
  const far = { done: formatCount(done, lang), total: formatCount(total, lang) };
  return (
    <div className={css.start}>
      <div className={`${css.startBox} ${css.panel}`}>
        <h2>{t('running', { name })}</h2>
        <Progress value={share} size={8} radius={4} aria-label={t('running', { name })} />
        <div className="row">
          <span className="lab t2">{total > 0 ? t('progress', far) : ''}</span>
          <span className="grow" />
          <CountKeys counts={counts} />
        </div>
        <p className="lab t3">{t.hidden}</p>
        <div className="row">
          <span className="grow" />
          <Button onClick={() => void stop()}>{t.stop}</Button>
        </div>
      </div>
    </div>
  );
}
