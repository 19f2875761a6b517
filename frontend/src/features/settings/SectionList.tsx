import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Link } from 'wouter';
import { composing } from '@/app/chord';
import { go, paths } from '@/app/paths';
import { type Pair, useLang, useWords } from '@/i18n';
import { Glyph } from '@/ui';
import { type Found, type SectionId, searchSections } from './sections';
import css from './settings.module.css';
import { settingsWords } from './words';

/** One half of a pair. */
export function usePair(): (pair: Pair) => string {
  const lang = useLang();
  return ([en, zh]) => (lang === 'en' ? en : zh);
}

/** The sections in their groups, and a search over what is in them. */
export function SectionList({ current }: { current: SectionId }) {
  const t = useWords(settingsWords);
  const half = usePair();
  const [text, setText] = useState('');
  const groups = searchSections(text);
  const first = groups[0]?.found[0]?.section;
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event.nativeEvent)) return;
    if (event.key === 'Enter' && first) go(paths.settings(first.id));
    if (event.key === 'Escape') setText('');
  };
  return (
    <nav className={css.nav} aria-label={t.settings}>
      <h2 className={css.navTitle}>{t.settings}</h2>
      <TextInput
        size="sm"
        className={css.search}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<Glyph icon={IconSearch} size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {groups.map(({ title, found }) => (
        <div key={title[0]}>
          <div className={css.navGroup}>{half(title)}</div>
          <ul>
            {found.map((one) => (
              <Entry key={one.section.id} found={one} on={one.section.id === current} />
            ))}
          </ul>
        </div>
      ))}
      {groups.length === 0 && <p className={css.navGroup}>{t.nothingFound}</p>}
    </nav>
  );
}

function Entry({ found, on }: { found: Found; on: boolean }) {
  const half = usePair();
  const { section, hits } = found;
  return (
    <li>
      <Link
        href={paths.settings(section.id)}
        className={on ? `${css.entry} ${css.on}` : css.entry}
        aria-current={on ? 'page' : undefined}
      >
        <Glyph icon={section.icon} />
        <span className="ell">{half(section.title)}</span>
      </Link>
      {hits.map((hit) => (
        <Link key={hit[0]} href={paths.settings(section.id)} className={css.hit}>
          {half(hit)}
        </Link>
      ))}
    </li>
  );
}
