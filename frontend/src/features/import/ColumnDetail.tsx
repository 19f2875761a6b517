import { Select, Switch, TagsInput } from '@mantine/core';
import { useType } from '@/api/schema';
import type { FieldInfo, ImportColumn } from '@/api/types';
import { isNumeric, kindOf } from '@/fields';
import { kindLabel } from '@/fields/kindWords';
import { formatCount, pick, useLang, useWords } from '@/i18n';
import { Segmented } from '@/ui';
import type { ColumnProps } from './ColumnRow';
import { makes, rekind } from './edit';
import css from './mapping.module.css';
import { useImport } from './session';
import { isOwn, OWN_KINDS, targetOf } from './targets';
import { ValueMap } from './ValueMap';
import { importWords } from './words';

/** Everything about how one column is read. */
export function ColumnDetail(props: ColumnProps) {
  const { column, groups } = props;
  const field = targetOf(groups, column.target)?.field;
  const kind = kindOf({ kind: field?.kind ?? column.newKind });
  return (
    <div className={css.detail}>
      {isOwn(column) && <OwnKind {...props} />}
      {(kind === 'date' || kind === 'time') && <DateOrder {...props} />}
      {isNumeric(kind) && kind !== 'duration' && <Numbers {...props} />}
      <Blanks {...props} />
      {field && makes(field) && <MakeMissing {...props} field={field} />}
      <Overwrite {...props} />
      {column.values.length > 0 && <ValueMap {...props} field={field} />}
    </div>
  );
}

function OwnKind({ column, onChange }: ColumnProps) {
  const t = useWords(importWords);
  const lang = useLang();
  return (
    <Select
      size="sm"
      label={t.kind}
      data={OWN_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind, lang) }))}
      value={column.newKind}
      allowDeselect={false}
      onChange={(kind) => onChange(rekind(column, kind ?? column.newKind))}
    />
  );
}

function DateOrder({ column, onChange }: ColumnProps) {
  const t = useWords(importWords);
  return (
    <Labelled label={t.dateOrder}>
      <Segmented
        label={t.dateOrder}
        value={column.dateOrder || 'ymd'}
        onChange={(dateOrder) => onChange({ ...column, dateOrder })}
        items={[
          { value: 'ymd', label: t.ymd },
          { value: 'dmy', label: t.dmy },
          { value: 'mdy', label: t.mdy },
        ]}
      />
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={css.labelled}>
      <span className={css.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

const FACTORS = [1, 1000, 10_000, 1_000_000, 100_000_000];

function Numbers({ column, onChange }: ColumnProps) {
  const t = useWords(importWords);
  const lang = useLang();
  const factor = Math.max(1, column.factor);
  const all = FACTORS.includes(factor) ? FACTORS : [...FACTORS, factor];
  const name = (n: number) => (n === 1 ? t.factor1 : t('factorOf', { n: formatCount(n, lang) }));
  return (
    <>
      <Labelled label={t.numbers}>
        <Segmented
          label={t.numbers}
          value={column.decimalComma ? 'comma' : 'point'}
          onChange={(sign) => onChange({ ...column, decimalComma: sign === 'comma' })}
          items={[
            { value: 'point', label: '1,234.5' },
            { value: 'comma', label: '1.234,5' },
          ]}
        />
      </Labelled>
      <Select
        size="sm"
        label={t.factor}
        data={all.map((n) => ({ value: String(n), label: name(n) }))}
        value={String(factor)}
        allowDeselect={false}
        onChange={(n) => onChange({ ...column, factor: Number(n ?? factor) })}
      />
    </>
  );
}

function Blanks({ column, onChange }: ColumnProps) {
  const t = useWords(importWords);
  return (
    <TagsInput
      size="sm"
      label={t.blanks}
      placeholder={column.blank.length === 0 ? t.blanksHint : undefined}
      value={column.blank}
      onChange={(blank) => onChange({ ...column, blank })}
    />
  );
}

function MakeMissing({ column, field, onChange }: ColumnProps & { field: FieldInfo }) {
  const t = useWords(importWords);
  const lang = useLang();
  const type = useType(field.target || 'member');
  const what = type ? pick(type.plural, lang) : pick(field.label, lang);
  return (
    <Switch
      size="xs"
      className={css.whole}
      label={t('makeMissing', { what: lang === 'en' ? what.toLowerCase() : what })}
      checked={column.createMissing}
      onChange={(event) => onChange({ ...column, createMissing: event.currentTarget.checked })}
    />
  );
}

/** Only a merge leaves what is there alone. */
function merges(rule: string, perRow: Record<string, string>): boolean {
  return rule === 'merge' || Object.values(perRow).includes('merge');
}

function Overwrite({ column, onChange }: { column: ImportColumn } & ColumnProps) {
  const t = useWords(importWords);
  const { draft, perRow } = useImport();
  if (!merges(draft?.onDuplicate ?? '', perRow)) return null;
  return (
    <Switch
      size="xs"
      className={css.whole}
      label={t.overwrite}
      checked={column.overwrite}
      onChange={(event) => onChange({ ...column, overwrite: event.currentTarget.checked })}
    />
  );
}
