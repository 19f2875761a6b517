import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { IHeaderParams } from 'ag-grid-community';
import { useEffect, useRef, useSyncExternalStore } from 'react';
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
  useClick(eGridHeader, (shift) => context.actions.sort(nextSort(context.sort, key, shift)));
  return (
    <span className="rg-head">
      <span className="ell">{displayName}</span>
      {found ? <Glyph icon={found.desc ? IconArrowDown : IconArrowUp} size={14} /> : null}
      {found && sort.length > 1 ? <span className="rg-order">{at + 1}</span> : null}
    </span>
  );
}

/** Clicks on a head that neither move nor resize its column. Its keys are in keys.ts. */
function useClick(head: HTMLElement, click: (shift: boolean) => void): void {
  const latest = useRef(click);
  latest.current = click;
  useEffect(() => {
    let from = 0;
    const down = (event: MouseEvent) => {
      from = event.clientX;
    };
    const up = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('.ag-header-cell-resize') || Math.abs(event.clientX - from) > 4) return;
      latest.current(event.shiftKey);
    };
    head.addEventListener('mousedown', down);
    head.addEventListener('click', up);
    return () => {
      head.removeEventListener('mousedown', down);
      head.removeEventListener('click', up);
    };
  }, [head]);
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
