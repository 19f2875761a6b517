import { useState } from 'react';
import { type Item, matching } from './items';
import { Picker } from './Picker';

interface Props {
  label: string;
  items: Item[];
  /** Key of what is chosen; "" for nothing. */
  chosen: string;
  /** null when it was cleared; never with `required`. */
  onPick: (key: string | null) => void;
  required?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  small?: boolean;
}

/** Chooses one of a known list, found by typing. */
export function Choose({ items, chosen, onPick, ...rest }: Props) {
  const [text, setText] = useState('');
  return (
    <Picker
      {...rest}
      items={matching(items, text)}
      chosen={chosen}
      shown={items.find((item) => item.key === chosen)?.label ?? ''}
      onSearch={setText}
      onPick={onPick}
    />
  );
}
