import { Combobox } from '@mantine/core';
import { useEffect, useId } from 'react';
import { useWords } from '@/i18n';
import look from '../input.module.css';
import { fieldWords } from '../words';
import type { Item } from './items';

/** Value of the option that makes a new one. */
export const CREATE = '\u0000create';

interface Props {
  /** Accessible name of the list. */
  label: string;
  items: Item[];
  /** Key of what is chosen now. */
  chosen?: string | string[];
  /** Words of the option that creates; absent when nothing can be created. */
  create?: string;
  /** The list is on the page. */
  onDrawn: () => void;
  /** Nothing is said while the answer is on its way. */
  loading?: boolean;
}

/** The list below a picker. */
export function Options({ label, items, chosen, create, loading, onDrawn }: Props) {
  const t = useWords(fieldWords);
  // Mantine would give it another id after it was named by the first.
  const id = useId();
  // Only now has the list an id for the input to name it by (aria-controls).
  useEffect(onDrawn, [onDrawn]);
  const isChosen = (key: string) => (Array.isArray(chosen) ? chosen.includes(key) : chosen === key);
  return (
    <Combobox.Options
      id={id}
      aria-label={label || t.typeToSearch}
      mah={280}
      style={{ overflowY: 'auto' }}
    >
      {items.map((item) => (
        <Combobox.Option key={item.key} value={item.key} active={isChosen(item.key)}>
          <span className={look.option}>
            {item.node ?? <span className="ell">{item.label}</span>}
          </span>
        </Combobox.Option>
      ))}
      {create ? <Combobox.Option value={CREATE}>{create}</Combobox.Option> : null}
      {items.length === 0 && !create && !loading ? (
        <Combobox.Empty>{t.nothing}</Combobox.Empty>
      ) : null}
    </Combobox.Options>
  );
}
