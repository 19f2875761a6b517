import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, keys, type Licence } from '@/api';
import { pairs, useWords } from '@/i18n';
import { Glyph, Logo } from '@/ui';
import { Pane } from '../Parts';
import settings from '../settings.module.css';
import css from './about.module.css';

const words = pairs({
  title: ['About', '关于'],
  product: ['Dealbox', '商机匣'],
  version: ['Version {version}', '版本 {version}'],
  text: [
    'Your opportunities, offline, in one file on this computer.',
    '离线管理商机，一切都在这台电脑的一个文件里。',
  ],
  licences: ['What it is made of', '所用的开源组件'],
});

/** The version, and the libraries with their licences. */
export function AboutSection() {
  const t = useWords(words);
  const about = useQuery({ queryKey: keys.about, queryFn: () => api.settings.about() }).data;
  return (
    <Pane title={t.title} still>
      {about && (
        <div className={settings.scroll}>
          <div className={css.product}>
            <Logo size={40} />
            <div className="col selectable">
              <b>{t.product}</b>
              <span className="lab t2">{t('version', { version: about.version })}</span>
              <span className="cap t3">
                {about.system} · {about.go}
              </span>
            </div>
          </div>
          <p className={css.text}>{t.text}</p>
          {about.licences.length > 0 && (
            <>
              <h2 className={settings.block}>{t.licences}</h2>
              <ul className={css.list}>
                {about.licences.map((licence) => (
                  <Entry key={`${licence.name} ${licence.version}`} licence={licence} />
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Pane>
  );
}

function Entry({ licence }: { licence: Licence }) {
  const [opened, setOpened] = useState(false);
  const text = useId();
  return (
    <li className={css.entry}>
      <UnstyledButton
        className={css.head}
        aria-expanded={opened}
        aria-controls={opened ? text : undefined}
        onClick={() => setOpened(!opened)}
      >
        <span className="ell">{licence.name}</span>
        <span className="cap t3 nw">{licence.version}</span>
        <span className="grow" />
        <span className="cap t2 nw">{licence.licence}</span>
        <Glyph icon={opened ? IconChevronUp : IconChevronDown} size={14} />
      </UnstyledButton>
      {opened && (
        <pre id={text} className={`${css.licence} selectable`}>
          {licence.text}
        </pre>
      )}
    </li>
  );
}
