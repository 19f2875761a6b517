import { Select, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { api } from '@/api';
import { useTypes } from '@/api/schema';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { kindLabel } from '@/fields/kindWords';
import { pick, useLang, useWords } from '@/i18n';
import { Button, IconButton } from '@/ui';
import { keepSchema } from '../acts';
import { isChoice, newOption } from '../choices/options';
import { settingsWords } from '../words';
import { Rules } from './FieldPanel';
import css from './fields.module.css';
import { blankField, fieldTypes, isLink, isWhole, named, OWN_KINDS } from './own';
import { fieldsWords } from './words';

interface Props {
  type: TypeInfo;
  /** Gives the key of the field that was made. */
  onDone: (key: string) => void;
  onClose: () => void;
}

/** A field that is being made: its names, its kind and what the kind needs. */
export function NewField({ type, onDone, onClose }: Props) {
  const t = useWords(fieldsWords);
  const ts = useWords(settingsWords);
  const lang = useLang();
  const [field, setField] = useState<FieldInfo>(blankField);
  const set = (change: Partial<FieldInfo>) => setField({ ...field, ...change });
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(field)) return;
    const whole = named(field);
    let key = '';
    const work = async () => {
      key = (await api.schema.saveField(type.key, whole)).key;
    };
    if (await keepSchema(work, ts('added', { what: pick(whole.label, lang) }))) onDone(key);
  };
  return (
    <aside className={css.panel} aria-label={t.add}>
      <div className={css.panelHead}>
        <b className="grow">{t.add}</b>
        <IconButton icon={IconX} label={ts.close} onClick={onClose} />
      </div>
      <form className={css.form} onSubmit={(event) => void create(event)}>
        <TextInput
          label={ts.chinese}
          autoFocus
          value={field.label.zh}
          onChange={(e) => set({ label: { ...field.label, zh: e.currentTarget.value } })}
        />
        <TextInput
          label={ts.english}
          value={field.label.en}
          onChange={(e) => set({ label: { ...field.label, en: e.currentTarget.value } })}
        />
        <Select
          label={t.kind}
          allowDeselect={false}
          searchable
          data={OWN_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind, lang) }))}
          value={field.kind}
          onChange={(kind) => set({ kind: kind ?? field.kind, unique: false })}
        />
        {isLink(field.kind) && <LinkTarget field={field} onChange={set} />}
        {isChoice(field.kind) && <Words field={field} onChange={set} />}
        <Rules
          field={field}
          onChange={async (change) => {
            set(change);
            return true;
          }}
        />
        {isWhole(field) && (
          <Button look="primary" type="submit">
            {t.create}
          </Button>
        )}
      </form>
    </aside>
  );
}

interface PartProps {
  field: FieldInfo;
  onChange: (change: Partial<FieldInfo>) => void;
}

function LinkTarget({ field, onChange }: PartProps) {
  const t = useWords(fieldsWords);
  const lang = useLang();
  const types = fieldTypes(useTypes());
  return (
    <Select
      label={t.target}
      allowDeselect={false}
      data={types.map(({ key, label }) => ({ value: key, label: pick(label, lang) }))}
      value={field.target || null}
      onChange={(target) => onChange({ target: target ?? '' })}
    />
  );
}

/** The choices of a new field, a line each; colours and the other language come later. */
function Words({ field, onChange }: PartProps) {
  const t = useWords(fieldsWords);
  const [text, setText] = useState(field.options.map(({ label }) => label.zh).join('\n'));
  const read = (next: string) => {
    setText(next);
    const lines = next.split('\n').map((line) => line.trim());
    const words = [...new Set(lines)].filter((line) => line !== '');
    onChange({ options: words.map((word) => newOption(word, word)) });
  };
  return (
    <Textarea
      label={t.choices}
      description={t.choicesHint}
      inputWrapperOrder={['label', 'input', 'description']}
      autosize
      minRows={3}
      maxRows={10}
      value={text}
      onChange={(event) => read(event.currentTarget.value)}
    />
  );
}
