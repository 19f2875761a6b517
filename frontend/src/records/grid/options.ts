import type { GridOptions } from 'ag-grid-community';
import type { RefObject } from 'react';
import type { ListRow } from '@/api';
import type { Host } from './host';
import type { Parts } from './parts';

/** Ids of rows: of records their own, of heads of groups their key. */
export function rowId({ data }: { data: ListRow }): string {
  return data.group ? `group:${data.group.key}` : data.id;
}

type RowOf = { data: ListRow | undefined };

/** Classes of rows that are on their way, or that were deleted since. */
export const rowClasses = {
  'rg-wait': ({ data }: RowOf) => !data,
  'rg-gone': ({ data }: RowOf) => data?.deleted === true,
};

/** What the grid tells and who hears it. */
export function events(host: Host, parts: RefObject<Parts | null>): GridOptions<ListRow> {
  const columns = (source: string) => {
    if (source.startsWith('ui')) parts.current?.columnsChanged();
  };
  return {
    processRowPostCreate: ({ eRow, node }) => parts.current?.drawn(eRow, node.data),
    onCellDoubleClicked: ({ data }) => {
      if (data && !data.group) host.actions.open(data);
    },
    onCellContextMenu: ({ data, event }) => {
      if (!data || data.group || !(event instanceof MouseEvent)) return;
      event.preventDefault();
      host.actions.menu(data, { x: event.clientX, y: event.clientY });
    },
    onBodyScroll: ({ left }) => parts.current?.scrolled(left > 0),
    onViewportChanged: () => parts.current?.viewport(),
    onModelUpdated: () => parts.current?.modelUpdated(),
    onColumnMoved: ({ finished, source }) => finished && columns(source),
    onColumnResized: ({ finished, source }) => finished && columns(source),
    onColumnPinned: ({ source }) => columns(source),
  };
}
