import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconChevronUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FieldInfo, Row, Text } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Glyph } from '@/ui';
import type { Section } from '../form/fields';
import { InlineField } from './InlineField';
import { shownFields } from './layout';
import css from './record.module.css';
import { recordWords } from './words';

/** The left pane: the fields under their headings, edited in place. What is empty and
 * seldom used shows when it is asked for. */
export function AboutPane({ row, sections }: { row: Row; sections: readonly Section[] }) {
  const t = useWords(recordWords);
  const [all, setAll] = useState(false);
  const shown = sections
    .map(({ heading, fields }) => ({
      heading,
      fields: shownFields({ heading, fields }, row.values, all),
    }))
    .filter(({ fields }) => fields.length > 0);
  const waiting = sections.reduce((n, s) => n + shownFields(s, row.values, true).length, 0);
  const count = waiting - shown.reduce((n, s) => n + s.fields.length, 0);
  return (
    <aside className={css.about} aria-label={t.about}>
      {shown.map(({ heading, fields }) => (
        <AboutSection key={heading.en} row={row} heading={heading} fields={fields} />
      ))}
      {(count > 0 || all) && (
        <UnstyledButton className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
          <Glyph icon={all ? IconChevronUp : IconPlus} size={14} />
          {all ? t.less : t('more', { count })}
        </UnstyledButton>
      )}
    </aside>
  );
}

function AboutSection(props: { row: Row; heading: Text; fields: readonly FieldInfo[] }) {
  const { row, heading, fields } = props;
  const t = useWords(recordWords);
  const lang = useLang();
  const [folded, setFolded] = useState(false);
  return (
    <section>
      <h2 className={css.heading}>
        <UnstyledButton
          className={css.fold}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          <span className={css.chevron}>
            <Glyph icon={folded ? IconChevronRight : IconChevronDown} size={14} />
          </span>
          {pick(heading, lang) || t.general}
        </UnstyledButton>
      </h2>
      {!folded && (
        <dl className={css.kv}>
          {fields.map((field) => (
            <InlineField key={field.key} row={row} field={field} />
          ))}
        </dl>
      )}
    </section>
  );
}
