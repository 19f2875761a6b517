import { Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { create } from 'zustand';
import { useAppState } from '@/api';
import { pairs, proposedCurrency, useLang, useWords } from '@/i18n';
import { Button, Dialog, type Person, PersonFields } from '@/ui';
import { NameField } from './NameField';
import { newFile, type Place } from './newFile';
import { createFile } from './ops';

const words = pairs({
  title: ['New file', '新建文件'],
  cancel: ['Cancel', '取消'],
  create: ['Create', '新建'],
});

const useOpen = create<{ opened: boolean }>(() => ({ opened: false }));

/** Asks for a new file; the present one stays as it is until the new one is made. */
export function askNewFile(): void {
  useOpen.setState({ opened: true });
}

/** The dialog of askNewFile. Stands once in the window. */
export function NewFileDialog() {
  const opened = useOpen((state) => state.opened);
  return opened ? <Form close={() => useOpen.setState({ opened: false })} /> : null;
}

function Form({ close }: { close: () => void }) {
  const t = useWords(words);
  const lang = useLang();
  const state = useAppState().data;
  const [place, setPlace] = useState<Place>({ name: '', path: '' });
  const [person, setPerson] = useState<Person>({
    name: state?.file?.me.title ?? '',
    currency: state?.file?.base || proposedCurrency(lang),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await createFile(newFile(place, person, lang))) close();
  };
  return (
    <Dialog title={t.title} opened onClose={close} width={440}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <NameField value={place} onChange={setPlace} focus />
          <PersonFields value={person} onChange={setPerson} />
          <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
            <Button type="button" onClick={close}>
              {t.cancel}
            </Button>
            <Button look="primary" type="submit">
              {t.create}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
