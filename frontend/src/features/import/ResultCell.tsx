import { UnstyledButton } from '@mantine/core';
import {
  IconAlertCircle,
  IconChevronDown,
  IconCopy,
  IconMinus,
  IconPlus,
  IconRefresh,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportDraft, PreviewRow } from '@/api/types';
import { type Say, useWords } from '@/i18n';
import { Glyph, type Icon, Popover, toneStyle } from '@/ui';
import { Decision } from './Decision';
import css from './preview.module.css';
import { faultOf, isDuplicate } from './rows';
import { useImport } from './session';
import type { TargetGroup } from './targets';
import { importWords } from './words';

type T = Say<typeof importWords.table>;

interface Look {
  icon: Icon;
  tone?: string;
  words: string;
}

function look(row: PreviewRow, t: T): Look {
  switch (row.result) {
    case 'create':
      return { icon: IconPlus, tone: 'success', words: t.create };
    case 'update':
    case 'merge': {
      if (row.changes === 0) return { icon: IconCopy, words: t.same };
      const key = row.result === 'merge' ? 'merges' : 'updates';
      return { icon: IconRefresh, tone: 'info', words: t(key, { n: row.changes }) };
    }
    case 'skip':
      return { icon: IconMinus, words: t.skipped };
    default:
      return { icon: IconAlertCircle, tone: 'danger', words: faultOf(row) };
  }
}

interface Props {
  row: PreviewRow;
  draft: ImportDraft;
  groups: TargetGroup[];
}

/** What becomes of a row; where its record is there already, a person decides here. */
export function ResultCell(props: Props) {
  const { row } = props;
  const t = useWords(importWords);
  const perRow = useImport((s) => s.perRow);
  const { icon, tone, words } = look(row, t);
  return (
    <td className={css.result} data-result={row.result}>
      {isDuplicate(row, perRow) ? (
        <Decide {...props} look={{ icon, tone, words }} />
      ) : (
        <span className={css.chip} style={toneStyle(tone)} title={words}>
          <Glyph icon={icon} size={14} />
          <span className="ell">{words}</span>
        </span>
      )}
    </td>
  );
}

function Decide(props: Props & { look: Look }) {
  const { row } = props;
  const { icon, tone, words } = props.look;
  const t = useWords(importWords);
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
      middlewares={{ shift: { padding: 8 }, flip: true }}
    >
      <Popover.Target>
        <UnstyledButton
          className={css.chip}
          style={toneStyle(tone)}
          data-open={opened || undefined}
          aria-label={`${t('decide', { n: row.row })}: ${words}`}
          title={words}
          onClick={() => setOpened(!opened)}
        >
          <Glyph icon={icon} size={14} />
          <span className="ell">{words}</span>
          <Glyph icon={IconChevronDown} size={14} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={css.decision} aria-label={t('decide', { n: row.row })}>
        <Decision {...props} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
