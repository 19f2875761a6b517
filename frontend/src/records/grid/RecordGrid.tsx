import type { GridReadyEvent, IDatasource } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type FieldInfo,
  type ListRow,
  type SortKey,
  type TypeInfo,
  toFailed,
  useFile,
  type ViewColumn,
} from '@/api';
import { pick, useLang } from '@/i18n';
import { type Density, rowHeights } from '@/theme';
import { columnDefs } from './columns';
import { GroupHead } from './GroupHead';
import { type Actions, Host } from './host';
import { useLocale } from './locale';
import { theme } from './modules';
import { events, rowClasses, rowId } from './options';
import { Parts } from './parts';
import { Stencils } from './Stencils';
import type { Selection } from './selection';
import type { ListSource } from './source';
import './grid.css';

export interface RecordGridProps {
  type: TypeInfo;
  source: ListSource;
  columns: ViewColumn[];
  /** Columns were moved, resized or pinned by hand; the visible ones in order. */
  onColumns: (columns: ViewColumn[]) => void;
  sort: SortKey[];
  density: Density;
  selection: Selection;
  /** Records in the list, heads of groups not counted. */
  count: number;
  actions: Actions;
  /** Rows and fields of a range of cells; null when there is none or it is not all loaded. */
  onRange: (rows: ListRow[] | null, fields: FieldInfo[]) => void;
  /** How many loaded rows changed and keep their places. */
  onStale: (rows: number) => void;
  /** The grid is there, with what may be asked of it; null when it goes. */
  onParts: (parts: Parts | null) => void;
  /** The row to begin with, where the list was left. */
  initialRow: number;
  /** The grid goes; its first row on screen was this one. */
  onLeave: (row: number) => void;
}

/**
 * A list of records as a grid: a million rows are paged from the core. The grid itself is
 * AG Grid Community; nothing outside this folder knows that.
 */
export function RecordGrid(props: RecordGridProps) {
  const { type, source, columns, density } = props;
  const lang = useLang();
  const root = useRef<HTMLDivElement>(null);
  const { parts, ready, said } = useParts(props, root);
  const host = useHost(props);
  const defs = useMemo(
    () => columnDefs(type, columns, lang, () => parts.current?.editing ?? null),
    [type, columns, lang, parts],
  );
  const datasource = useDatasource(source, host);
  const stencils = useCallback(
    (element: HTMLElement | null) => {
      host.stencils = element;
    },
    [host],
  );
  return (
    <div className="rg" ref={root}>
      <Stencils onReady={stencils} />
      <AgGridReact<ListRow>
        theme={theme}
        rowHeight={rowHeights[density]}
        context={host}
        columnDefs={defs}
        rowModelType="infinite"
        datasource={datasource}
        cacheBlockSize={100}
        maxBlocksInCache={24}
        infiniteInitialRowCount={Math.max(source.total, 1)}
        blockLoadDebounceMillis={30}
        maxConcurrentDatasourceRequests={4}
        getRowId={rowId}
        rowBuffer={4}
        animateRows={false}
        suppressClickEdit
        suppressDragLeaveHidesColumns
        stopEditingWhenCellsLoseFocus={false}
        localeText={useLocale(lang)}
        isFullWidthRow={({ rowNode }) => Boolean(rowNode.data?.group)}
        fullWidthCellRenderer={GroupHead}
        rowClassRules={rowClasses}
        tabToNextCell={() => false}
        tabToNextHeader={() => false}
        onGridReady={(event: GridReadyEvent<ListRow>) => ready(event.api, host)}
        {...events(host, parts)}
      />
      <div className="sr" aria-live="polite">
        {said}
      </div>
    </div>
  );
}

/** The host with the latest of what the screen gave. */
function useHost(props: RecordGridProps): Host {
  const { type, selection, actions, count, sort } = props;
  const lang = useLang();
  const file = useFile();
  const [host] = useState(() => new Host(type, lang, selection, actions));
  useLayoutEffect(() => {
    const zone = file?.zone ?? '';
    const readOnly = file?.readOnly ?? false;
    Object.assign(host, { type, lang, selection, actions, count, sort, zone, readOnly });
    host.changed();
  }, [host, type, lang, selection, actions, count, sort, file]);
  return host;
}

/** What is around the grid, from when it is ready until it goes. */
function useParts(props: RecordGridProps, root: React.RefObject<HTMLDivElement | null>) {
  const { type, selection, source } = props;
  const lang = useLang();
  const [said, say] = useState('');
  const parts = useRef<Parts | null>(null);
  const latest = useRef(props);
  latest.current = props;

  const ready = (api: GridReadyEvent<ListRow>['api'], host: Host) => {
    if (!root.current) return;
    const made = new Parts(api, root.current, host, source, {
      columns: (next) => latest.current.onColumns(next),
      range: (rows, fields) => latest.current.onRange(rows, fields),
      stale: (rows) => latest.current.onStale(rows),
      say,
    });
    made.name(pick(type.plural, lang));
    made.scrollTo(latest.current.initialRow);
    parts.current = made;
    latest.current.onParts(made);
  };
  // Before the rows leave the page: where they stood is asked for.
  useLayoutEffect(
    () => () => {
      if (!parts.current) return;
      latest.current.onLeave(parts.current.firstRow());
      parts.current.close();
      parts.current = null;
      latest.current.onParts(null);
    },
    [],
  );
  useEffect(() => {
    parts.current?.name(pick(type.plural, lang));
    parts.current?.redraw();
  }, [type, lang]);
  const { density } = props;
  const shown = useRef(density);
  useEffect(() => {
    if (shown.current !== density) parts.current?.heightChanged();
    shown.current = density;
  }, [density]);
  const drawn = useRef<Selection>(selection);
  useEffect(() => {
    if (drawn.current !== selection) parts.current?.selectionChanged();
    drawn.current = selection;
  }, [selection]);
  return { parts, ready, said };
}

function useDatasource(source: ListSource, host: Host): IDatasource {
  return useMemo(
    () => ({
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        source.rows(startRow, endRow).then(
          (rows) => {
            successCallback(rows, source.total);
            // A row that was deleted leaves with the next list.
            if (rows.some((row) => row.deleted)) source.reopen().catch(() => undefined);
          },
          (thrown) => {
            failCallback();
            if (!source.isClosed) host.actions.fail(toFailed(thrown));
          },
        );
      },
    }),
    [source, host],
  );
}
