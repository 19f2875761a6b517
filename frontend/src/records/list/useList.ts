import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type TypeInfo, toFailed, type View } from '@/api';
import { toastError } from '@/ui';
import { freshState, type ListState, patchList, useLists } from './state';
import { allView, isModified, type Mode, saveAllLooks, shapeOf, tabViews, useViews } from './views';

/** A list's state, its views, and how to change both. */
export interface ListModel {
  type: TypeInfo;
  mode: Mode;
  state: ListState;
  patch: (change: Partial<ListState>) => void;
  /** Saved views in the order of their tabs. */
  views: View[];
  /** The view that is shown; undefined for all records. */
  view: View | undefined;
  /** The list looks otherwise than its view. */
  modified: boolean;
  /** Shows a view as it was saved; "" for all records. */
  show: (id: string) => void;
  /** The views are there. */
  ready: boolean;
}

/** The state of the list or board of a type; screens of the same list share it. */
export function useList(type: TypeInfo, mode: Mode): ListModel {
  const { views: all, ready } = useViews(type.key);
  const key = `${mode}:${type.key}`;
  const kept = useMemo(() => shapeOf(type, allView(all, mode)), [type, all, mode]);
  const base = useMemo<ListState>(
    () => ({ ...freshState(kept.columns), density: kept.density }),
    [kept],
  );
  const state = useLists((s) => s.lists[key]) ?? base;
  const views = useMemo(() => tabViews(all, mode), [all, mode]);
  const view = views.find((v) => v.id === state.view);
  const saved = useMemo(() => shapeOf(type, view), [type, view]);

  const patch = useCallback(
    (change: Partial<ListState>) => patchList(key, base, change),
    [key, base],
  );
  const show = (id: string) => {
    const shape = shapeOf(
      type,
      views.find((v) => v.id === id),
    );
    const looks = id === '' ? { columns: kept.columns, density: kept.density } : {};
    patch({ ...shape, ...looks, view: id, text: '' });
  };
  const modified = isModified(state, saved, view === undefined);
  useKeepLooks({ type, mode, state, all, active: ready && state !== base && !view });
  return { type, mode, state, patch, views, view, modified, show, ready };
}

interface Keep {
  type: TypeInfo;
  mode: Mode;
  state: ListState;
  all: View[];
  active: boolean;
}

const PAUSE = 600;

/** Columns and density of "all records" are kept without asking. */
function useKeepLooks({ type, mode, state, all, active }: Keep): void {
  const { columns, density } = state;
  const latest = useRef({ state, all });
  latest.current = { state, all };
  useEffect(() => {
    const looks = shapeOf(type, allView(latest.current.all, mode));
    const same =
      JSON.stringify([looks.columns, looks.density]) === JSON.stringify([columns, density]);
    if (!active || same) return;
    const timer = setTimeout(() => {
      const now = latest.current;
      saveAllLooks(type, mode, now.all, now.state).catch((thrown) => toastError(toFailed(thrown)));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [type, mode, columns, density, active]);
}
