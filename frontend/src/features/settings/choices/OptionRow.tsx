import { UnstyledButton } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import type { OptionInfo } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Chip, IconButton, Popover } from '@/ui';
import { CommitText } from '../CommitText';
import { useSorted } from '../Sorting';
import { Swatches } from '../Swatches';
import { settingsWords } from '../words';
import css from './choices.module.css';
import { choicesWords } from './words';

interface Props {
  option: OptionInfo;
  onChange: (option: OptionInfo, message: string) => Promise<boolean>;
}

/** A choice: its words in both languages and its colour. */
export function OptionRow({ option, onChange }: Props) {
  const t = useWords(choicesWords);
  const ts = useWords(settingsWords);
  const name = pick(option.label, useLang());
  const { row, grip } = useSorted({ id: String(option.num), name });
  const rename = (half: 'zh' | 'en') => (text: string) =>
    onChange({ ...option, label: { ...option.label, [half]: text } }, ts('saved', { what: text }));
  return (
    <li {...row} className={css.option}>
      {grip}
      <Color option={option} onChange={onChange} />
      <CommitText
        size="sm"
        aria-label={`${t.chinese}: ${name}`}
        value={option.label.zh}
        required
        onCommit={rename('zh')}
      />
      <CommitText
        size="sm"
        aria-label={`${t.english}: ${name}`}
        value={option.label.en}
        required
        onCommit={rename('en')}
      />
      <IconButton
        icon={IconArchive}
        size={24}
        label={t('retire', { what: name })}
        onClick={() => void onChange({ ...option, retired: true }, ts('retired', { what: name }))}
      />
    </li>
  );
}

/** The colour, as the dot that opens the others. */
function Color({ option, onChange }: Props) {
  const t = useWords(choicesWords);
  const ts = useWords(settingsWords);
  const name = pick(option.label, useLang());
  const token = option.color.startsWith('st-') ? `${option.color}-bar` : option.color;
  const label = t('colorOf', { what: name });
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.dot} aria-label={label} title={label}>
          <i style={{ background: `var(--${token || 'control-border'})` }} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Swatches
          name={`option-${option.num}`}
          value={option.color}
          onChange={(color) => onChange({ ...option, color }, `${name} · ${ts.color}`)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A choice out of use. */
export function RetiredRow({ option, onChange }: Props) {
  const t = useWords(choicesWords);
  const ts = useWords(settingsWords);
  const name = pick(option.label, useLang());
  return (
    <li className={css.retired}>
      <Chip>{name}</Chip>
      <span className="grow" />
      <IconButton
        icon={IconArchiveOff}
        size={24}
        label={t('restore', { what: name })}
        onClick={() => void onChange({ ...option, retired: false }, ts('restored', { what: name }))}
      />
    </li>
  );
}
