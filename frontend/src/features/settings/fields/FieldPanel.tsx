import { Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '@/api';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { kindLabel } from '@/fields/kindWords';
import { pick, useLang, useWords } from '@/i18n';
import { Button, IconButton } from '@/ui';
import { keepSchema } from '../acts';
import { CommitText } from '../CommitText';
import { FieldOptions } from '../choices/FieldOptions';
import { isChoice } from '../choices/options';
import { useAtOnce } from '../useAtOnce';
import { settingsWords } from '../words';
import css from './fields.module.css';
import { canBeUnique } from './own';
import { fieldsWords } from './words';

interface Props {
  type: TypeInfo;
  field: FieldInfo;
  onClose: () => void;
}

/** A field that is there: its names and rules. Its kind stays. */
export function FieldPanel({ type, field, onClose }: Props) {
  const t = useWords(fieldsWords);
  const ts = useWords(settingsWords);
  const lang = useLang();
  const [choosing, setChoosing] = useState(false);
  const name = pick(field.label, lang);
  const save = (change: Partial<FieldInfo>, what: string) =>
    keepSchema(() => api.schema.saveField(type.key, { ...field, ...change }), `${name} · ${what}`);
  const retire = () =>
    keepSchema(
      () => api.schema.retireField(type.key, field.key, !field.retired),
      ts(field.retired ? 'restored' : 'retired', { what: name }),
    );
  return (
    <aside className={css.panel} aria-label={name}>
      <div className={css.panelHead}>
        <b className="ell">{name}</b>
        <span className="cap t3 grow">{kindLabel(field.kind, lang)}</span>
        <IconButton icon={IconX} label={ts.close} onClick={onClose} />
      </div>
      <CommitText
        label={ts.chinese}
        value={field.label.zh}
        required
        onCommit={(zh) => save({ label: { ...field.label, zh } }, zh)}
      />
      <CommitText
        label={ts.english}
        value={field.label.en}
        required
        onCommit={(en) => save({ label: { ...field.label, en } }, en)}
      />
      {!field.retired && <Rules field={field} onChange={save} />}
      {isChoice(field.kind) && !choosing && (
        <Button size="sm" onClick={() => setChoosing(true)}>
          {t.choicesElsewhere}
        </Button>
      )}
      {choosing && (
        <div className={css.inPanel}>
          <FieldOptions type={type} field={field} />
        </div>
      )}
      <div className={css.end}>
        {!field.retired && <span className="cap t3">{t.retireNote}</span>}
        <Button size="sm" onClick={() => void retire()}>
          {field.retired ? t.restore : t.retire}
        </Button>
      </div>
    </aside>
  );
}

interface RulesProps {
  field: FieldInfo;
  /** Takes the change; gives whether it stays. */
  onChange: (change: Partial<FieldInfo>, what: string) => Promise<boolean>;
}

/** Whether a value must be there, whether two may have the same, how a number is written. */
export function Rules({ field, onChange }: RulesProps) {
  const t = useWords(fieldsWords);
  return (
    <>
      {field.kind !== 'bool' && (
        <Rule
          label={t.required}
          note={t.requiredNote}
          on={field.required}
          onChange={(required) => onChange({ required }, t.required)}
        />
      )}
      {canBeUnique(field.kind) && (
        <Rule
          label={t.unique}
          note={t.uniqueNote}
          on={field.unique}
          onChange={(unique) => onChange({ unique }, t.unique)}
        />
      )}
      {field.kind === 'integer' && (
        <Rule
          label={t.plain}
          note={t.plainNote}
          on={field.plain}
          onChange={(plain) => onChange({ plain }, t.plain)}
        />
      )}
    </>
  );
}

interface RuleProps {
  label: string;
  note: string;
  on: boolean;
  onChange: (on: boolean) => Promise<boolean>;
}

function Rule({ label, note, on, onChange }: RuleProps) {
  const [shown, choose] = useAtOnce(on, onChange);
  return (
    <Switch
      size="sm"
      labelPosition="left"
      label={label}
      description={note}
      classNames={{ body: css.switch }}
      checked={shown}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
