import { UnstyledButton } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTypes } from '@/api/schema';
import { formatCount, pick, useLang, useWords } from '@/i18n';
import { Pane } from '../Parts';
import settings from '../settings.module.css';
import css from './choices.module.css';
import { FieldOptions } from './FieldOptions';
import { type ChoiceField, choiceFields } from './options';
import { choicesWords } from './words';

/** The choices of every field that has some. */
export function ChoicesSection() {
  const t = useWords(choicesWords);
  const fields = choiceFields(useTypes());
  const [chosen, setChosen] = useState('');
  const current = fields.find((one) => idOf(one) === chosen) ?? fields[0];
  return (
    <Pane title={t.title}>
      <div className={css.body}>
        <FieldNames fields={fields} current={current} onChoose={setChosen} />
        {current && (
          <div className={settings.scroll}>
            <p className={`${settings.hint} lab t2`}>{t.hint}</p>
            <FieldOptions key={idOf(current)} {...current} />
          </div>
        )}
      </div>
    </Pane>
  );
}

const idOf = ({ type, field }: ChoiceField): string => `${type.key}.${field.key}`;

interface NamesProps {
  fields: ChoiceField[];
  current: ChoiceField | undefined;
  onChoose: (id: string) => void;
}

function FieldNames({ fields, current, onChoose }: NamesProps) {
  const t = useWords(choicesWords);
  const lang = useLang();
  return (
    <nav className={css.names} aria-label={t.fields}>
      {fields.map((one, at) => (
        <Fragment key={idOf(one)}>
          {fields[at - 1]?.type !== one.type && (
            <div className={settings.navGroup}>{pick(one.type.label, lang)}</div>
          )}
          <UnstyledButton
            className={css.name}
            data-on={one === current || undefined}
            aria-current={one === current ? 'true' : undefined}
            onClick={() => onChoose(idOf(one))}
          >
            <span className="ell grow">{pick(one.field.label, lang)}</span>
            <span className="cap t3">
              {formatCount(one.field.options.filter(({ retired }) => !retired).length, lang)}
            </span>
          </UnstyledButton>
        </Fragment>
      ))}
    </nav>
  );
}
