import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { IHeaderParams } from 'ag-grid-community';
import { useEffect, useSyncExternalStore } from 'react';
import type { ListRow, SortKey } from '@/api';
import { useWords } from '@/i18n';
import { Glyph } from '@/ui';
import type { Host } from './host';
import { everything, headState, nothing } from './selection';
import { nextSort } from './sort';
import { gridWords } from './words';

type Params = IHeaderParams<ListRow, Host>;

function useHost<T>(host: Host, read: (host: Host) => T): T {
  return useSyncExternalStore(host.listen, () => read(host));
}

/** A column's head: its name, which way it sorts, and a click that sorts. */
export function Head({ displayName, column, context, eGridHeader }: Params) {
  const key = column.getColId();
  const sort = useHost(context, (host) => host.sort);
  const at = sort.findIndex((s) => s.field === key);
  const found: SortKey | undefined = sort[at];
  useEffect(() => {
    const said = !found ? 'none' : found.desc ? 'descending' : 'ascending';
    eGridHeader.setAttribute('aria-sort', said);
  }, [eGridHeader, found]);
  return (
    // The head cell around it has the focus and the keys (keys.ts); this is the pointer's.
    <span
      className="rg-head"
      role="presentation"
      onClick={(event) => context.actions.sort(nextSort(context.sort, key, event.shiftKey))}
    >
      <span className="ell">{displayName}</span>
      {found ? <Glyph icon={found.desc ? IconArrowDown : IconArrowUp} size={14} /> : null}
      {found && sort.length > 1 ? <span className="rg-order">{at + 1}</span> : null}
    </span>
  );
}

/** The tick that takes or leaves everything. */
export function CheckHead({ context }: Params) {
  const t = useWords(gridWords);
  const state = useHost(context, (host) => headState(host.selection, host.count));
  return (
    <input
      type="checkbox"
      className="rg-check"
      aria-label={t.selectAll}
      tabIndex={-1}
      checked={state === 'on'}
      ref={(box) => {
        if (box) box.indeterminate = state === 'some';
      }}
      onChange={() => context.actions.select(state === 'on' ? nothing : everything)}
    />
  );
}
