import { UnstyledButton } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFile } from '@/api';
import { useTypes } from '@/api/schema';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { kindLabel } from '@/fields/kindWords';
import { pick, useLang, useWords } from '@/i18n';
import { Button, Chip, Empty, Sep } from '@/ui';
import { Pane } from '../Parts';
import tabs from '../pipeline/pipeline.module.css';
import settings from '../settings.module.css';
import { FieldPanel } from './FieldPanel';
import css from './fields.module.css';
import { NewField } from './NewField';
import { fieldTypes, ownFields } from './own';
import { fieldsWords } from './words';

/** Fields that people add to a type. */
export function FieldsSection() {
  const t = useWords(fieldsWords);
  const lang = useLang();
  const types = fieldTypes(useTypes());
  const [chosen, setChosen] = useState('');
  const type =
    types.find(({ key }) => key === chosen) ?? types.find(({ key }) => key === 'opportunity');
  const bar = (
    <>
      <Sep />
      <nav className={tabs.tabs} aria-label={t.types}>
        {types.map(({ key, label, ...rest }) => (
          <UnstyledButton
            key={key}
            className={tabs.tab}
            data-on={key === type?.key || undefined}
            aria-current={key === type?.key ? 'page' : undefined}
            onClick={() => setChosen(key)}
          >
            {pick(label, lang)}
            <Count type={{ key, label, ...rest }} />
          </UnstyledButton>
        ))}
      </nav>
    </>
  );
  return (
    <Pane title={t.title} bar={bar}>
      {type && <Fields key={type.key} type={type} />}
    </Pane>
  );
}

function Count({ type }: { type: TypeInfo }) {
  const n = ownFields(type).filter(({ retired }) => !retired).length;
  return n > 0 ? <span className={tabs.n}>{n}</span> : null;
}

/** The key of the field that is edited; NEW for one that is being made. */
const NEW = '\u0000new';

function Fields({ type }: { type: TypeInfo }) {
  const t = useWords(fieldsWords);
  const lang = useLang();
  const readOnly = useFile()?.readOnly ?? false;
  const [chosen, setChosen] = useState('');
  const own = ownFields(type);
  const field = own.find(({ key }) => key === chosen);
  const add = (
    <Button
      size="sm"
      look={own.length === 0 ? 'primary' : 'default'}
      icon={IconPlus}
      onClick={() => setChosen(NEW)}
    >
      {t.add}
    </Button>
  );
  return (
    <div className={tabs.body}>
      {own.length === 0 ? (
        <Empty icon={IconForms} title={t.none} text={t('noneText', { what: small(type, lang) })}>
          {!readOnly && add}
        </Empty>
      ) : (
        <div className={settings.scroll}>
          <p className={`${settings.hint} lab t2`}>{t.hint}</p>
          <List fields={own} chosen={chosen} onChoose={setChosen} />
          {!readOnly && <div className={css.add}>{add}</div>}
        </div>
      )}
      {chosen === NEW && <NewField type={type} onDone={setChosen} onClose={() => setChosen('')} />}
      {field && !readOnly && (
        <FieldPanel key={field.key} type={type} field={field} onClose={() => setChosen('')} />
      )}
    </div>
  );
}

function small(type: TypeInfo, lang: string): string {
  return lang === 'en' ? type.plural.en.toLowerCase() : type.label.zh;
}

interface ListProps {
  fields: FieldInfo[];
  chosen: string;
  onChoose: (key: string) => void;
}

function List({ fields, chosen, onChoose }: ListProps) {
  const t = useWords(fieldsWords);
  return (
    <div className={css.list}>
      <div className={`${css.row} ${css.headings}`} aria-hidden>
        <span>{t.name}</span>
        <span>{t.kind}</span>
        <span>{t.rules}</span>
      </div>
      <ul>
        {fields.map((field) => (
          <li key={field.key}>
            <FieldLine
              field={field}
              on={field.key === chosen}
              onChoose={() => onChoose(field.key)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface LineProps {
  field: FieldInfo;
  on: boolean;
  onChoose: () => void;
}

function FieldLine({ field, on, onChoose }: LineProps) {
  const t = useWords(fieldsWords);
  const lang = useLang();
  const name = pick(field.label, lang);
  const other = lang === 'en' ? field.label.zh : field.label.en;
  return (
    <UnstyledButton
      className={css.row}
      data-on={on || undefined}
      data-off={field.retired || undefined}
      aria-pressed={on}
      onClick={onChoose}
    >
      <span className="row">
        <b className="ell">{name}</b>
        {other !== name && <span className="t3 ell">{other}</span>}
      </span>
      <span className="t2">{kindLabel(field.kind, lang)}</span>
      <span className="row">
        {field.required && <Chip>{t.required}</Chip>}
        {field.unique && <Chip>{t.unique}</Chip>}
        {field.retired && <Chip outline>{t.retired}</Chip>}
      </span>
    </UnstyledButton>
  );
}
