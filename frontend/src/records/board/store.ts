import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardInfo, BoardQuery } from '@/api/types';
import { type Arranged, arrange, type Guest } from './arrange';
import type { Move } from './model';
import { landing } from './order';
import {
  type CardSource,
  fetchPage,
  fetchPages,
  indexOf,
  knownCards,
  type Pages,
  pageKey,
  pageOf,
} from './pages';

/** What the board asks of the core. */
export interface Source {
  open(query: BoardQuery): Promise<BoardInfo>;
  cards: CardSource;
}

/** A move that is shown before the opened board knows of it. */
export interface Pending extends Move {
  key: number;
  /** Stored: the next board that is opened knows of it. */
  stored: boolean;
  /** Number of the base card that it stands before where it went. */
  before: number;
}

/** The board as it is drawn. Its parts are replaced, never changed in place. */
export interface Board {
  query: BoardQuery;
  info: BoardInfo | null;
  failed: unknown;
  pages: Pages;
  pending: readonly Pending[];
}

/** A move on show. */
export interface Shown {
  /** It was stored: it stays until the board is opened again. */
  stored(): void;
  /** It was not: the card goes back. */
  takeBack(): void;
}

/** A board and what can be done with it. */
export interface BoardStore {
  state: StoreApi<Board>;
  /** Opens another board: other filter, sort or pipeline. Never rejects: see `failed`. */
  open(query: BoardQuery): Promise<void>;
  /** Opens the same board again, and swaps once the cards on show are there. */
  reload(): Promise<void>;
  /** Makes the cards of a span of a column come. */
  need(stage: string, start: number, end: number): void;
  /** Shows a move at once. */
  show(move: Move): Shown;
  /** Forgets everything: another file is open. */
  clear(): void;
}

export const emptyQuery: BoardQuery = { pipeline: '', text: '', sort: [] };

const nothing: Board = { query: emptyQuery, info: null, failed: null, pages: {}, pending: [] };

/** Makes a board over a source. The answer of an earlier opening that comes late is
 * dropped. */
export function createBoard(source: Source): BoardStore {
  const state = createStore<Board>(() => nothing);
  const asked = new Set<string>();
  let turn = 0;

  const start = async (query: BoardQuery, keep: string[]): Promise<void> => {
    const mine = ++turn;
    const known = storedKeys(state.getState());
    try {
      const info = await source.open(query);
      if (mine !== turn) return;
      if (state.getState().info === null) {
        await begin(query, info);
        return;
      }
      const pages = await fetchPages(source.cards, info, keep);
      if (mine !== turn) return;
      asked.clear();
      for (const key of Object.keys(pages)) asked.add(key);
      state.setState((old) => opened({ ...nothing, query, info, pages }, old, known));
    } catch (failed) {
      if (mine === turn) state.setState({ query, failed });
    }
  };

  // Nothing is on show yet that could blink: each column shows as soon as it is there.
  const begin = async (query: BoardQuery, info: BoardInfo): Promise<void> => {
    asked.clear();
    state.setState({ query, info, failed: null, pages: {} });
    const columns = info.columns.filter((c) => c.count > 0);
    await Promise.all(columns.map((c) => fetch(info.token, pageKey(c.stage.id, 0))));
  };

  const reload = (): Promise<void> => {
    const { query, pages } = state.getState();
    return start(query, Object.keys(pages));
  };

  const fetch = async (token: string, key: string): Promise<void> => {
    if (asked.has(key)) return;
    asked.add(key);
    const current = () => state.getState().info?.token === token;
    try {
      const cards = await fetchPage(source.cards, token, key);
      if (current()) state.setState((s) => ({ pages: { ...s.pages, [key]: cards } }));
    } catch {
      // The token is gone: the board is opened again, and an error of that shows.
      if (current()) await reload();
    }
  };

  return {
    state,
    open: (query) => start(query, []),
    reload,
    need: (stage, from, to) => {
      const token = state.getState().info?.token;
      if (token === undefined) return;
      const last = pageOf(Math.max(from, to - 1));
      for (let page = pageOf(from); page <= last; page++) void fetch(token, pageKey(stage, page));
    },
    show: (move) => show(state, move),
    clear: () => {
      turn++;
      asked.clear();
      state.setState(nothing);
    },
  };
}

const storedKeys = (board: Board): Set<number> =>
  new Set(board.pending.filter((p) => p.stored).map((p) => p.key));

/** A board that was just opened, with the moves that it does not know of yet. */
function opened(next: Board, old: Board, known: ReadonlySet<number>): Board {
  const rest = old.pending.filter((p) => !known.has(p.key));
  return { ...next, pending: rest.map((p) => ({ ...p, before: before(next, p) })) };
}

function before(board: Board, move: Move): number {
  return move.to ? landing(move.card, knownCards(board.pages, move.to.id), board.query.sort) : 0;
}

let lastKey = 0;

function show(state: StoreApi<Board>, move: Move): Shown {
  const key = ++lastKey;
  const change = (by: (pending: readonly Pending[]) => Pending[]) =>
    state.setState((s) => ({ pending: by(s.pending) }));
  const board = state.getState();
  change((all) => [...all, { ...move, key, stored: false, before: before(board, move) }]);
  return {
    stored: () => change((all) => all.map((p) => (p.key === key ? { ...p, stored: true } : p))),
    takeBack: () => change((all) => all.filter((p) => p.key !== key)),
  };
}

/** A column as it is drawn, moves included. Of several moves of one card the last counts.
 * `count` is the column's number of cards in the opened board. */
export function columnOf(board: Board, stage: string, count: number): Arranged {
  const last = new Map(board.pending.map((p) => [p.card.id, p]));
  const gone: number[] = [];
  const guests: Guest[] = [];
  for (const move of last.values()) {
    const here = indexOf(board.pages, stage, move.card.id);
    if (here >= 0 && move.to?.id !== stage) gone.push(here);
    if (here < 0 && move.to?.id === stage) guests.push({ before: move.before, card: move.card });
  }
  return arrange(count, gone, guests);
}
