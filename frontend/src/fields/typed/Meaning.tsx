import type { ReactNode } from 'react';
import look from '../input.module.css';

interface Props {
  icon?: ReactNode;
  shown: string;
  onTake: () => void;
}

/** What the typed words mean, taken by Enter or a click. */
export function Meaning({ icon, shown, onTake }: Props) {
  return (
    <button type="button" tabIndex={-1} className={look.meaning} onClick={onTake}>
      {icon}
      <b aria-live="polite">{shown}</b>
      <kbd className={look.kbd}>Enter</kbd>
    </button>
  );
}
