import { UnstyledButton } from '@mantine/core';
import { fieldOf, useType } from '@/api/schema';
import type { StageInfo } from '@/api/types';
import { formatCount, pick, type Say, useLang, useWords } from '@/i18n';
import { Chip, StageIcon } from '@/ui';
import { useSorted } from '../Sorting';
import css from './pipeline.module.css';
import { MEANINGS, TONES } from './stage';
import { pipelineWords } from './words';

interface Props {
  stage: StageInfo;
  count: number;
  on: boolean;
  onChoose: () => void;
}

/** A stage: its look, names, meaning, odds, what it asks for. */
export function StageRow({ stage, count, on, onChoose }: Props) {
  const t = useWords(pipelineWords);
  const lang = useLang();
  const name = pick(stage.name, lang);
  const { row, grip } = useSorted({ id: stage.id, name });
  const other = lang === 'en' ? stage.name.zh : stage.name.en;
  const criteria = useCriteria(stage, t);
  return (
    <li {...row} className={css.row} data-on={on || undefined}>
      {grip}
      <i className={css.bar} style={{ background: `var(--${stage.color || 'st-new'}-bar)` }} />
      <StageIcon stage={stage} />
      <UnstyledButton className={css.name} aria-pressed={on} onClick={onChoose}>
        <b className="nw">{name}</b>
        {other !== name && <span className="t3 ell">{other}</span>}
      </UnstyledButton>
      <span>
        <Chip tone={TONES[stage.meaning]}>{meaningOf(stage, t)}</Chip>
      </span>
      <span className="num">{stage.hold ? '–' : `${stage.probability || '0'}%`}</span>
      <span className={`${css.criteria} t2 ell`} title={criteria}>
        {criteria}
      </span>
      <span className="num t3">{formatCount(count, lang)}</span>
    </li>
  );
}

function meaningOf(stage: StageInfo, t: Say<typeof pipelineWords.table>): string {
  if (stage.hold) return t.hold;
  const meaning = MEANINGS.find((m) => m === stage.meaning);
  return meaning ? t[meaning] : stage.meaning;
}

function useCriteria(stage: StageInfo, t: Say<typeof pipelineWords.table>): string {
  const lang = useLang();
  const type = useType('opportunity');
  const keys = stage.meaning === 'lost' ? [...stage.criteria, 'lost_reason'] : stage.criteria;
  const names = [...new Set(keys)].map((key) =>
    pick(fieldOf(type, key)?.label ?? { en: key, zh: key }, lang),
  );
  if (names.length === 0) return '';
  return t('required', { fields: names.join(lang === 'en' ? ', ' : '、') });
}
