import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type FieldInfo, type TypeInfo, usePreferences } from '@/api';
import { isLong, isSet, kindOf, OpenInPlace } from '@/fields';
import { Choose } from '@/fields/pick/Choose';
import { pick, useLang, useWords } from '@/i18n';
import { asDensity, type Density } from '@/theme';
import { Button, IconButton, Popover, Segmented } from '@/ui';
import { ColumnList } from './ColumnList';
import css from './list.module.css';
import type { ListState } from './state';
import { columnFields } from './views';
import { listWords } from './words';

interface Props {
  type: TypeInfo;
  state: ListState;
  onChange: (change: Partial<ListState>) => void;
}

/** The density of a list: its view's, else the person's. */
export function useDensity(own: string): Density {
  const preferred = usePreferences().data?.density ?? '';
  return asDensity(own || preferred);
}

/** Kinds by which records can be put into groups. */
export function canGroup(field: FieldInfo): boolean {
  const kind = kindOf(field);
  return kind === 'choice' || kind === 'link' || kind === 'member' || kind === 'bool';
}

function canSort(field: FieldInfo): boolean {
  const kind = kindOf(field);
  return !isLong(kind) && !isSet(kind);
}

/** What is shown and how: density, grouping, order, columns. */
export function DisplayMenu({ type, state, onChange }: Props) {
  const t = useWords(listWords);
  const density = useDensity(state.density);
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="xs" look="ghost" icon={IconAdjustmentsHorizontal}>
          {t.display}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <OpenInPlace value={true}>
          <div className={css.display}>
            <Segmented
              label={t.density}
              value={density}
              items={(['compact', 'standard', 'comfortable'] as const).map((value) => ({
                value,
                label: t[value],
              }))}
              onChange={(value) => onChange({ density: value })}
            />
            <GroupSelect type={type} state={state} onChange={onChange} />
            <SortSelect type={type} state={state} onChange={onChange} />
            <div>
              <div className="cap t3">{t.columns}</div>
              <ColumnList
                type={type}
                columns={state.columns}
                onChange={(columns) => onChange({ columns })}
              />
            </div>
          </div>
        </OpenInPlace>
      </Popover.Dropdown>
    </Popover>
  );
}

function useFieldItems(type: TypeInfo, fits: (field: FieldInfo) => boolean) {
  const lang = useLang();
  return columnFields(type)
    .filter(fits)
    .map((field) => ({ key: field.key, label: pick(field.label, lang) }));
}

function GroupSelect({ type, state, onChange }: Props) {
  const t = useWords(listWords);
  return (
    <div className={css.field}>
      <span>{t.group}</span>
      <Choose
        label={t.group}
        small
        placeholder={t.noGroup}
        items={useFieldItems(type, canGroup)}
        chosen={state.group}
        onPick={(group) => onChange({ group: group ?? '' })}
      />
    </div>
  );
}

function SortSelect({ type, state, onChange }: Props) {
  const t = useWords(listWords);
  const [first] = state.sort;
  const desc = first?.desc ?? false;
  return (
    <div className={css.field}>
      <span>{t.sort}</span>
      <div className={css.sorts}>
        <Choose
          label={t.sort}
          small
          placeholder={t.noSort}
          items={useFieldItems(type, canSort)}
          chosen={first?.field ?? ''}
          onPick={(field) => onChange({ sort: field ? [{ field, desc }] : [] })}
        />
        {first ? (
          <IconButton
            icon={desc ? IconArrowDown : IconArrowUp}
            label={desc ? t.descending : t.ascending}
            onClick={() => onChange({ sort: [{ ...first, desc: !desc }, ...state.sort.slice(1)] })}
          />
        ) : null}
      </div>
    </div>
  );
}
