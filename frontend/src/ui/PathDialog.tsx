import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { pairs, useWords } from '@/i18n';
import { usePathQuestion } from './askPath';
import { Button } from './Button';
import { Dialog } from './Dialog';

const words = pairs({ cancel: ['Cancel', '取消'] });

/** Shows the questions of askPath. Stands once in the window. */
export function PathDialog() {
  const asked = usePathQuestion((state) => state.asked);
  return asked && <Question key={asked.title} {...asked} />;
}

function Question(props: NonNullable<ReturnType<typeof usePathQuestion.getState>['asked']>) {
  const { title, label, action, value, answer } = props;
  const t = useWords(words);
  const [path, setPath] = useState(value);
  return (
    <Dialog title={title} opened onClose={() => answer('')} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '') answer(path);
        }}
      >
        <TextInput
          label={label}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          data-autofocus
          spellCheck={false}
          mb={20}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="button" onClick={() => answer('')}>
            {t.cancel}
          </Button>
          <Button look="primary" type="submit" disabled={path.trim() === ''}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
