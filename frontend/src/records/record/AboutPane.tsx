import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Row } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Glyph } from '@/ui';
import type { Section } from '../form/fields';
import { InlineField } from './InlineField';
import { shownFields } from './layout';
import css from './record.module.css';
import { recordWords } from './words';

/** The left pane: every field under its heading, edited in place. */
export function AboutPane({ row, sections }: { row: Row; sections: readonly Section[] }) {
  const t = useWords(recordWords);
  return (
    <aside className={css.about} aria-label={t.about}>
      {sections.map((section) => (
        <AboutSection key={section.heading.en} row={row} section={section} />
      ))}
    </aside>
  );
}

function AboutSection({ row, section }: { row: Row; section: Section }) {
  const t = useWords(recordWords);
  const lang = useLang();
  const [folded, setFolded] = useState(false);
  const [all, setAll] = useState(false);
  const { shown, more } = shownFields(section, row.values);
  if (shown.length + more.length === 0) return null;
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
          {pick(section.heading, lang) || t.general}
        </UnstyledButton>
      </h2>
      {!folded && (
        <>
          <dl className={css.kv}>
            {[...shown, ...(all ? more : [])].map((field) => (
              <InlineField key={field.key} row={row} field={field} />
            ))}
          </dl>
          {more.length > 0 && (
            <UnstyledButton className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t.less : t('more', { count: more.length })}
            </UnstyledButton>
          )}
        </>
      )}
    </section>
  );
}
