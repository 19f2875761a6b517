import { Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import {
  IconChevronDown,
  IconCoins,
  IconFileText,
  IconHash,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportColumn, TypeInfo } from '@/api/types';
import { pick, type Say, useLang, useWords } from '@/i18n';
import { Glyph, type Icon, iconNamed } from '@/ui';
import { type ColumnProps, useColumnName } from './ColumnRow';
import { CURRENCY, IGNORE, NOTE, OWN, RECORD_ID, retarget } from './edit';
import css from './mapping.module.css';
import { searchTargets, type TargetGroup, targetOf } from './targets';
import { importWords } from './words';

type T = Say<typeof importWords.table>;

interface Other {
  key: string;
  icon: Icon;
  label: string;
}

/** Where a column of a type's file can go besides its fields. */
function others(t: T, type: TypeInfo): Other[] {
  const money = type.fields.some(({ kind }) => kind === 'money');
  return [
    ...(money ? [{ key: CURRENCY, icon: IconCoins, label: t.toCurrency }] : []),
    { key: OWN, icon: IconPlus, label: t.newField },
    { key: NOTE, icon: IconFileText, label: t.toNote },
    { key: IGNORE, icon: IconX, label: t.ignore },
  ];
}

/** Chooses the field that a column fills: found by typing, or none of them. */
export function TargetPicker(props: ColumnProps) {
  const { column, groups, onChange } = props;
  const t = useWords(importWords);
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const name = useColumnName(column);
  const chosen = useChosen(props);
  const choose = (key: string) => {
    combobox.closeDropdown();
    if (key !== column.target) onChange(retarget(column, key, targetOf(groups, key)?.field));
  };
  return (
    <Combobox store={combobox} width={260} position="bottom-start" onOptionSubmit={choose}>
      <Combobox.Target targetType="button" withExpandedAttribute>
        <UnstyledButton
          className={css.target}
          aria-label={`${t('targetOf', { name })}: ${chosen.label}`}
          onClick={() => combobox.toggleDropdown()}
        >
          <Glyph icon={chosen.icon} size={16} />
          <span className="ell grow" title={chosen.label}>
            {chosen.label}
          </span>
          <Glyph icon={IconChevronDown} size={14} />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown role="dialog" aria-label={t('targetOf', { name })}>
        <Combobox.Search
          value={search}
          aria-label={t.searchField}
          placeholder={t.searchField}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        {combobox.dropdownOpened && <Choices {...props} search={search} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** How the place where a column goes looks and is called. */
function useChosen({ column, type, groups }: ColumnProps): { icon: Icon; label: string } {
  const t = useWords(importWords);
  const lang = useLang();
  const target = targetOf(groups, column.target);
  const group = groups.find(({ targets }) => target && targets.includes(target));
  if (target && group) {
    const part = group.type.key === type.key ? '' : `${pick(group.type.label, lang)} · `;
    return {
      icon: iconNamed(group.type.icon),
      label: `${part}${pick(target.field.label, lang)}`,
    };
  }
  const other = [...others(t, type), { key: RECORD_ID, icon: IconHash, label: t.recordId }];
  const found = other.find(({ key }) => key === column.target);
  return { icon: found?.icon ?? IconHash, label: found?.label ?? column.target };
}

function Choices({ column, type, groups, columns, search }: ColumnProps & { search: string }) {
  const t = useWords(importWords);
  const lang = useLang();
  const found = searchTargets(groups, search);
  return (
    <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
      {found.map((group) => (
        <Combobox.Group key={keyOf(group)} label={pick(group.label, lang) || t.other}>
          {group.targets.map(({ key, field }) => (
            <Combobox.Option key={key} value={key} active={key === column.target}>
              <span className={css.choice}>
                <span className="ell grow">{pick(field.label, lang)}</span>
                <Taken columns={columns} column={column} target={key} />
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
      {found.length === 0 && <div className={css.none}>{t.noField}</div>}
      <Combobox.Group label={t.other}>
        {others(t, type).map(({ key, icon, label }) => (
          <Combobox.Option key={key} value={key} active={key === column.target}>
            <span className={css.choice}>
              <Glyph icon={icon} size={16} />
              {label}
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Group>
    </Combobox.Options>
  );
}

function keyOf({ type, label }: TargetGroup): string {
  return `${type.key}/${label.en}`;
}

/** Another column goes there already; two of them are joined. */
function Taken(props: { columns: ImportColumn[]; column: ImportColumn; target: string }) {
  const { columns, column, target } = props;
  const t = useWords(importWords);
  const other = columns.find((c) => c.target === target && c.index !== column.index);
  return other ? <span className="cap t3 nw">{t('usedBy', { name: other.name })}</span> : null;
}
