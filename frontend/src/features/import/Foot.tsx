import { Checkbox, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useFile } from '@/api';
import type { ImportDraft } from '@/api/types';
import { navPath } from '@/app/nav';
import { go } from '@/app/paths';
import { formatCount, useLang, useWords } from '@/i18n';
import { stem } from '@/records/imports/acts';
import { CountKeys, CountsBar } from '@/records/imports/CountsBar';
import { withCount } from '@/records/imports/counts';
import { Button, IconButton, Popover } from '@/ui';
import css from './import.module.css';
import { outcome } from './rows';
import { leave, next, start, useImport } from './session';
import { importWords } from './words';

/** What would come of it, and the button that says so. */
export function Foot() {
  const draft = useImport((s) => s.draft);
  return draft ? <Line key={draft.id} draft={draft} /> : null;
}

function cancel(draft: ImportDraft): void {
  if (useImport.getState().queue.length > 0) {
    next();
    return;
  }
  leave();
  go(navPath(draft.type));
}

function Line({ draft }: { draft: ImportDraft }) {
  const t = useWords(importWords);
  const lang = useLang();
  const [keep, setKeep] = useState(true);
  const [name, setName] = useState(stem(draft.name));
  const part = draft.counted < draft.rows;
  return (
    <div className={css.foot} data-foot>
      <CountsBar counts={draft.counts} />
      <CountKeys counts={draft.counts} />
      {part && (
        <span className="cap t3 ell">{t('ofFirst', { n: formatCount(draft.counted, lang) })}</span>
      )}
      <span className="grow" />
      <Template keep={keep} name={name} onKeep={setKeep} onName={setName} />
      <Button onClick={() => cancel(draft)}>{t.cancel}</Button>
      <Go draft={draft} template={keep ? name.trim() : ''} />
    </div>
  );
}

function Go({ draft, template }: { draft: ImportDraft; template: string }) {
  const t = useWords(importWords);
  const lang = useLang();
  const readOnly = useFile()?.readOnly;
  const { rows, about } = outcome(draft);
  if (readOnly) return <span className="lab t3">{t.readOnly}</span>;
  if (rows === 0) return <span className="lab t3">{t.nothingToDo}</span>;
  const n = formatCount(rows, lang);
  const words = about
    ? t('importAbout', { n })
    : withCount(t('import', { count: rows }), rows, lang);
  return (
    <Button look="primary" onClick={() => void start(template)}>
      {words}
    </Button>
  );
}

function Template(props: {
  keep: boolean;
  name: string;
  onKeep: (keep: boolean) => void;
  onName: (name: string) => void;
}) {
  const { keep, name, onKeep, onName } = props;
  const t = useWords(importWords);
  const [opened, setOpened] = useState(false);
  return (
    <span className={css.template}>
      <Checkbox
        size="xs"
        className="ell"
        label={t('keepTemplate', { name })}
        checked={keep}
        onChange={(event) => onKeep(event.currentTarget.checked)}
      />
      {keep && (
        <Popover opened={opened} onChange={setOpened} position="top-end" trapFocus returnFocus>
          <Popover.Target>
            <IconButton
              icon={IconPencil}
              size={24}
              label={t.renameTemplate}
              onClick={() => setOpened(!opened)}
            />
          </Popover.Target>
          <Popover.Dropdown>
            <TextInput
              label={t.renameTemplate}
              value={name}
              data-autofocus
              onChange={(event) => onName(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && setOpened(false)}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}
