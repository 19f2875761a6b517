import { useDroppable } from '@dnd-kit/core';
import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { BoardColumn } from '@/api/types';
import { formatCount, pick, useLang, useWords } from '@/i18n';
import { IconButton, StageIcon } from '@/ui';
import { useActs } from './acts';
import css from './board.module.css';
import { toggleColumn } from './current';
import { columnId } from './model';
import { showSum } from './show';
import { Missing } from './Totals';
import { boardWords } from './words';

/** Name, number and sum of a column; its weighted sum under pointer and focus. */
export function ColumnHead({ column, count }: { column: BoardColumn; count: number }) {
  const { stage, sum, weighted } = column;
  const t = useWords(boardWords);
  const lang = useLang();
  const acts = useActs();
  const name = pick(stage.name, lang);
  const showWeighted = stage.meaning === 'open' && !stage.hold;
  return (
    <header className={css.head}>
      <UnstyledButton
        className={css.fold}
        aria-expanded
        title={t('collapse', { stage: name })}
        onClick={() => toggleColumn(stage.id)}
      >
        <StageIcon stage={stage} />
        <b className="ell">{name}</b>
        <span className={css.count}>{formatCount(count, lang)}</span>
      </UnstyledButton>
      <span className={css.sum}>
        {showWeighted && (
          <span className={css.weighted}>
            {t('weightedShort', { sum: showSum(weighted, lang) })}
          </span>
        )}
        {showSum(sum, lang)}
        <Missing sum={sum} short />
      </span>
      {stage.meaning === 'open' && (
        <IconButton
          icon={IconPlus}
          size={24}
          label={t('createIn', { stage: name })}
          onClick={() => acts.createIn(stage)}
        />
      )}
    </header>
  );
}

/** A column that is put away: 44 px, its title upright. Cards can be dropped on it. */
export function MiniColumn({ column }: { column: BoardColumn }) {
  const { stage, count, sum } = column;
  const t = useWords(boardWords);
  const lang = useLang();
  const name = pick(stage.name, lang);
  const drop = useDroppable({ id: columnId(stage.id) });
  return (
    <section
      ref={drop.setNodeRef}
      className={`${css.column} ${css.mini}`}
      style={{ '--bar': `var(--${stage.color || 'st-new'}-bar)` }}
      data-stage={stage.id}
      data-target={drop.isOver || undefined}
      aria-label={name}
    >
      <UnstyledButton
        className={css.miniButton}
        aria-expanded={false}
        title={t('expand', { stage: name })}
        onClick={() => toggleColumn(stage.id)}
      >
        <span className={css.upright}>
          <StageIcon stage={stage} />
          <b>{name}</b>
          <span className={css.count}>{formatCount(count, lang)}</span>
          <span className="t2">{showSum(sum, lang)}</span>
        </span>
      </UnstyledButton>
    </section>
  );
}
