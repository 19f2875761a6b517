import { IconAlertCircle, IconFilter, IconFilter2, IconPlus } from '@tabler/icons-react';
import { api, toFailed } from '@/api';
import { go, paths } from '@/app/paths';
import { noFilter } from '@/fields/filter/model';
import { useWords } from '@/i18n';
import { Button, Empty, toastError, useLate } from '@/ui';
import { openCreate } from '../form/create';
import type { ListModel } from '../list/useList';
import { CardBones } from './BoardCard';
import css from './board.module.css';
import { board } from './current';
import { BOARD_TYPE } from './keys';
import { boardWords } from './words';

const columns = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The board while it loads, in its final sizes; nothing for the first 150 ms. */
export function BoardBones() {
  if (!useLate()) return null;
  return (
    <div className={css.board} aria-hidden>
      {columns.map((column) => (
        <div key={column} className={css.column} style={{ '--bar': 'var(--chip)' }}>
          <div className={css.head} />
          <div className={css.bones}>
            <CardBones />
            <CardBones />
            <CardBones />
          </div>
        </div>
      ))}
    </div>
  );
}

/** A board without a card: nothing is there yet, or nothing passes the filter. */
export function BoardEmpty({ model }: { model: ListModel }) {
  return isFiltered(model) ? <NothingFound model={model} /> : <NothingYet />;
}

/** Whether a filter or a text leaves cards out. */
export function isFiltered({ state: { filter, text } }: ListModel): boolean {
  return filter.nodes.length > 0 || text !== '';
}

function NothingYet() {
  const t = useWords(boardWords);
  return (
    <Empty icon={IconFilter} title={t.emptyTitle} text={t.emptyBody}>
      <Button size="sm" look="primary" onClick={() => go(paths.import)}>
        {t.import}
      </Button>
      <Button size="sm" icon={IconPlus} keys="C" onClick={() => openCreate(BOARD_TYPE)}>
        {t.opportunity}
      </Button>
      <Button size="sm" look="link" onClick={() => void loadSample()}>
        {t.sample}
      </Button>
    </Empty>
  );
}

async function loadSample(): Promise<void> {
  try {
    await api.files.loadSample();
  } catch (failure) {
    toastError(toFailed(failure));
  }
}

function NothingFound({ model }: { model: ListModel }) {
  const t = useWords(boardWords);
  return (
    <Empty icon={IconFilter2} title={t.noneTitle} text={t.noneBody}>
      <Button size="sm" onClick={() => model.patch({ filter: noFilter, text: '' })}>
        {t.clear}
      </Button>
    </Empty>
  );
}

/** The board could not be opened: why, and once more. */
export function BoardFailed({ failure }: { failure: unknown }) {
  const t = useWords(boardWords);
  return (
    <Empty icon={IconAlertCircle} title={t.failed} text={toFailed(failure).message}>
      <Button size="sm" onClick={() => void board.reload()}>
        {t.retry}
      </Button>
    </Empty>
  );
}
