import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, keys } from '@/api';
import type { FieldInfo, ImportMap } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { withCount } from '@/records/imports/counts';
import type { ColumnProps } from './ColumnRow';
import { decide, NEW_CHOICE } from './edit';
import css from './mapping.module.css';
import { importWords } from './words';

interface Option {
  value: string;
  label: string;
}

/** Mantine's Select takes "" for nothing chosen, so "leave empty" has a name of its own. */
const NOTHING = 'nothing';

/** What each text of a column means: one of the choices, one of the stages. */
export function ValueMap({ column, field, onChange }: ColumnProps & { field?: FieldInfo }) {
  const t = useWords(importWords);
  const options = useOptions(field);
  return (
    <div className={css.values}>
      <span className={css.label}>{t.valueMap}</span>
      <ul className={css.valueList}>
        {column.values.map((one) => (
          <Meaning
            key={one.text}
            one={one}
            options={options}
            onChange={(to) => onChange(decide(column, one.text, to))}
          />
        ))}
      </ul>
    </div>
  );
}

function useOptions(field?: FieldInfo): Option[] {
  const t = useWords(importWords);
  const lang = useLang();
  const stages = useStageOptions(field?.target === 'stage');
  const nothing = { value: NOTHING, label: t.nothing };
  if (field?.target === 'stage') return [...stages, nothing];
  const known = (field?.options ?? [])
    .filter(({ retired }) => !retired)
    .map((option) => ({ value: String(option.num), label: pick(option.label, lang) }));
  return [...known, { value: NEW_CHOICE, label: t.newChoice }, nothing];
}

/** The core maps to the first pipeline; stages of others are told apart by its name. */
function useStageOptions(active: boolean): Option[] {
  const lang = useLang();
  const { data } = useQuery({
    queryKey: keys.pipelines,
    queryFn: () => api.board.pipelines(),
    enabled: active,
  });
  const pipelines = data ?? [];
  return pipelines.flatMap(({ name, stages }, at) =>
    stages.map((stage) => ({
      value: stage.id,
      label: at === 0 ? pick(stage.name, lang) : `${pick(name, lang)} · ${pick(stage.name, lang)}`,
    })),
  );
}

interface MeaningProps {
  one: ImportMap;
  options: Option[];
  onChange: (to: string) => void;
}

function Meaning({ one, options, onChange }: MeaningProps) {
  const t = useWords(importWords);
  const lang = useLang();
  const rows = withCount(t('rowsOf', { count: one.count }), one.count, lang);
  return (
    <li className={css.value}>
      <span className="ell" title={one.text}>
        {one.text}
      </span>
      <span className="cap t3 nw">{one.count > 0 ? rows : ''}</span>
      <Select
        size="xs"
        aria-label={t('meaningOf', { text: one.text })}
        data={options}
        value={one.to || NOTHING}
        allowDeselect={false}
        searchable
        data-warn={one.to === '' || undefined}
        onChange={(to) => onChange(to === NOTHING ? '' : (to ?? ''))}
      />
    </li>
  );
}
