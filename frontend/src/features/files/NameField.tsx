import { TextInput } from '@mantine/core';
import { useAppState } from '@/api';
import { pairs, useLang, useWords } from '@/i18n';
import { Button } from '@/ui';
import { type Place, proposedName } from './newFile';
import { choosePlace, nameIn, pathIn, safeName } from './place';

const words = pairs({
  name: ['Name of the file', '文件名'],
  at: ['Goes to', '存到'],
  change: ['Change…', '更改…'],
});

/** Asks for a new file's name and shows where it goes. */
export function NameField(props: {
  value: Place;
  onChange: (value: Place) => void;
  focus?: boolean;
}) {
  const { value, onChange, focus } = props;
  const t = useWords(words);
  const proposed = proposedName(useLang());
  const folder = useAppState().data?.folder ?? '';
  const shown = value.path || pathIn(folder, safeName(value.name) || proposed);
  const change = async () => {
    const path = await choosePlace(shown);
    if (path !== '') onChange({ name: nameIn(path), path });
  };
  return (
    <div>
      <TextInput
        label={t.name}
        placeholder={proposed}
        value={value.name}
        onChange={(event) => onChange({ name: event.currentTarget.value, path: '' })}
        data-autofocus={focus || undefined}
      />
      <div className="row cap t3" style={{ gap: 4, marginTop: 4 }}>
        <span className="nw">{t.at}</span>
        <span className="ell selectable" title={shown}>
          {shown}
        </span>
        <Button look="link" size="xs" type="button" onClick={() => void change()}>
          {t.change}
        </Button>
      </div>
    </div>
  );
}
