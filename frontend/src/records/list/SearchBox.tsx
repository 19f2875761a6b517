import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useRegister } from '@/app/commands';
import { isComposing } from '@/fields';
import { useWords } from '@/i18n';
import { Glyph, Kbd } from '@/ui';
import css from './list.module.css';
import { listWords } from './words';

interface Props {
  text: string;
  onChange: (text: string) => void;
  /** Down or Enter: into the rows. */
  onDown: () => void;
}

/** Filters the list by any text, pinyin or digits; "/" goes to it. */
export function SearchBox({ text, onChange, onDown }: Props) {
  const t = useWords(listWords);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const ask = useDebouncedCallback(onChange, 80);
  useEffect(() => setTyped(text), [text]);
  useRegister([
    {
      id: 'list.find',
      title: listWords.table.findIn,
      group: 'screen',
      icon: IconSearch,
      keys: ['/', 'Mod+F'],
      run: () => box.current?.select(),
    },
  ]);
  const change = (next: string) => {
    setTyped(next);
    ask(next.trim());
  };
  return (
    <TextInput
      ref={box}
      size="sm"
      className={css.find}
      type="search"
      aria-label={t.findIn}
      placeholder={t.find}
      leftSection={<Glyph icon={IconSearch} size={16} />}
      rightSection={typed === '' ? <Kbd keys="/" /> : undefined}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          change('');
        }
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
