import { useEffect, useState } from 'react';
import css from './Skeleton.module.css';

/** True once this many milliseconds have gone by: what is quick shows no skeleton. */
export function useLate(ms = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}

/** A still bar in the place of a word. */
export function SkeletonBar({ width, height = 12 }: { width: number | string; height?: number }) {
  return <span className={css.bar} style={{ width, height }} />;
}

const WIDTHS = ['38%', '52%', '44%', '60%', '48%', '34%', '56%', '42%'];

function shapes(rows: number) {
  return Array.from({ length: rows }, (_, at) => ({
    id: `row${at}`,
    width: WIDTHS[at % WIDTHS.length] ?? '40%',
  }));
}

/** Rows of a list while it loads, in their final height; nothing for the first 150 ms. */
export function SkeletonRows({ rows = 12, height = 36 }: { rows?: number; height?: number }) {
  if (!useLate()) return null;
  return (
    <div aria-hidden>
      {shapes(rows).map(({ id, width }) => (
        <div key={id} className={css.row} style={{ height }}>
          <SkeletonBar width={16} height={16} />
          <SkeletonBar width={width} />
          <SkeletonBar width="12%" />
          <SkeletonBar width="8%" />
        </div>
      ))}
    </div>
  );
}
