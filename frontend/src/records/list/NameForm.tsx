import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { toFailed } from '@/api';
import { useWords } from '@/i18n';
import { Button } from '@/ui';
import css from './list.module.css';
import { listWords } from './words';

interface Props {
  name: string;
  /** Rejects with Failed; the reason is shown. */
  onSave: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the name of a view. */
export function NameForm({ name, onSave, onClose }: Props) {
  const t = useWords(listWords);
  const [text, setText] = useState(name);
  const [fault, setFault] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    try {
      await onSave(text.trim());
      onClose();
    } catch (thrown) {
      setFault(toFailed(thrown).message);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t.viewName}
        value={text}
        error={fault}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" look="primary">
        {t.save}
      </Button>
    </form>
  );
}
