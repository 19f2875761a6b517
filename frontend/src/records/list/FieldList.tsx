import { TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { FieldInfo, TypeInfo } from '@/api';
import { pick, useLang, useWords } from '@/i18n';
import css from './list.module.css';
import { columnFields } from './views';
import { listWords } from './words';

interface Props {
  type: TypeInfo;
  onPick: (field: FieldInfo) => void;
  /** Opens the builder of all conditions. */
  onAll: () => void;
}

/** The fields to make a condition of, found by typing. */
export function FieldList({ type, onPick, onAll }: Props) {
  const t = useWords(listWords);
  const lang = useLang();
  const [text, setText] = useState('');
  const fields = columnFields(type).filter((field) =>
    pick(field.label, lang).toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <>
      <TextInput
        size="sm"
        mb={8}
        aria-label={t.findField}
        placeholder={t.findField}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = fields;
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) onPick(first);
        }}
      />
      <div className={css.menuList}>
        {fields.map((field) => (
          <UnstyledButton key={field.key} className={css.menuItem} onClick={() => onPick(field)}>
            {pick(field.label, lang)}
          </UnstyledButton>
        ))}
        <UnstyledButton className={`${css.menuItem} t2`} onClick={onAll}>
          {t.all2}…
        </UnstyledButton>
      </div>
    </>
  );
}
