import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ICellRendererParams } from 'ag-grid-community';
import type { FieldInfo, ListRow, Sum } from '@/api';
import { formatMoney, formatValue } from '@/fields';
import { formatCount, type Lang, pick, useWords } from '@/i18n';
import { Glyph } from '@/ui';
import type { Host } from './host';
import { gridWords } from './words';

/** A total as text: money in its currency, other numbers plain. */
export function sumText(sum: Sum, field: FieldInfo, lang: Lang): string {
  if (sum.currency) return formatMoney(sum, lang);
  return formatValue(field, field.kind === 'number' ? sum.amount : Number(sum.amount), lang);
}

/** The role of a cell across all columns. */
function across(columns: number) {
  return { role: 'gridcell', 'aria-colindex': 1, 'aria-colspan': columns };
}

/**
 * The head of a group, across all columns. Its root is a grid cell, because the grid gives
 * the row only a presentational child.
 */
export function GroupHead({ data, context, api }: ICellRendererParams<ListRow, unknown, Host>) {
  const t = useWords(gridWords);
  const group = data?.group;
  if (!group) return null;
  const name = group.label || t.groupEmpty;
  const said = group.open ? t('closeGroup', { name }) : t('openGroup', { name });
  const sums = Object.entries(group.sums ?? {}).flatMap(([key, sum]) => {
    const field = context.field(key);
    return field ? [{ key, field, sum }] : [];
  });
  return (
    <div className="rg-group" {...across(api.getAllDisplayedColumns().length)}>
      <UnstyledButton
        className="rg-toggle"
        aria-expanded={group.open}
        title={said}
        onClick={() => context.actions.toggleGroup(group.key, !group.open)}
      >
        <Glyph icon={group.open ? IconChevronDown : IconChevronRight} size={16} />
        <b className="ell">{name}</b>
        <span className="t3">{formatCount(group.count, context.lang)}</span>
      </UnstyledButton>
      {sums.map(({ key, field, sum }) => (
        <span key={key} className="rg-sum">
          {pick(field.label, context.lang)}
          <b>{sumText(sum, field, context.lang)}</b>
        </span>
      ))}
    </div>
  );
}
