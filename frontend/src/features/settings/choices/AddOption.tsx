import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { composing } from '@/app/chord';
import { useWords } from '@/i18n';
import { Button } from '@/ui';
import css from './choices.module.css';
import { choicesWords } from './words';

/** The words of a new choice; one language is enough. Enter adds it. */
export function AddOption({ onAdd }: { onAdd: (zh: string, en: string) => Promise<boolean> }) {
  const t = useWords(choicesWords);
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const add = async () => {
    if (zh.trim() === '' && en.trim() === '') {
      first.current?.focus();
      return;
    }
    if (!(await onAdd(zh.trim(), en.trim()))) return;
    setZh('');
    setEn('');
    first.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event.nativeEvent) || event.key !== 'Enter') return;
    event.preventDefault();
    void add();
  };
  return (
    <div className={css.addOption}>
      <TextInput
        ref={first}
        size="sm"
        aria-label={`${t.add}: ${t.chinese}`}
        placeholder={t.chinese}
        value={zh}
        onChange={(event) => setZh(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TextInput
        size="sm"
        aria-label={`${t.add}: ${t.english}`}
        placeholder={t.english}
        value={en}
        onChange={(event) => setEn(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="sm" icon={IconPlus} onClick={() => void add()}>
        {t.add}
      </Button>
    </div>
  );
}
