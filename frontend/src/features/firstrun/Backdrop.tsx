import { SkeletonBar } from '@/ui';
import css from './Backdrop.module.css';

const ENTRIES = [72, 56, 64, 48, 60, 52, 68, 56].map((width, at) => ({ id: `entry${at}`, width }));
const COLUMNS = [4, 3, 4, 2].map((cards, at) => ({
  id: `column${at}`,
  cards: Array.from({ length: cards }, (_, card) => `column${at}card${card}`),
}));

/** The window to come, as a shape behind the first steps. */
export function Backdrop() {
  return (
    <div className={css.app} aria-hidden>
      <div className={css.sidebar}>
        <SkeletonBar width={140} height={20} />
        {ENTRIES.map(({ id, width }) => (
          <SkeletonBar key={id} width={width} />
        ))}
      </div>
      <div className={css.board}>
        {COLUMNS.map(({ id, cards }) => (
          <div key={id} className={css.column}>
            {cards.map((card) => (
              <div key={card} className={css.card}>
                <SkeletonBar width="60%" />
                <SkeletonBar width="40%" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
