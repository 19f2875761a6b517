import {
  api,
  Failed,
  type ListInfo,
  type ListQuery,
  type ListRow,
  type TickedText,
  toFailed,
} from '@/api';
import type { Selection } from './selection';

/**
 * What happened to a list: another one (`opened`), the same one with its rows of now
 * (`reopened`), or the same rows to be asked for again.
 */
export type SourceEvent = 'opened' | 'reopened' | 'refresh';

type Listener = (event: SourceEvent, info: ListInfo) => void;

/**
 * A list in the core, paged by its token. A token that is gone is renewed by the same
 * query, and the page that asked gets its rows from the new one. Not for use by two grids.
 */
export class ListSource {
  #query: ListQuery | null = null;
  #info: ListInfo | null = null;
  #opening: Promise<ListInfo> | null = null;
  #turn = 0;
  #kept = false;
  readonly #listeners = new Set<Listener>();

  /** The list as it was opened; null before. */
  get info(): ListInfo | null {
    return this.#info;
  }

  get total(): number {
    return this.#info?.total ?? 0;
  }

  /** The list was given back: a grid that goes away may still ask, and nobody waits for it. */
  get isClosed(): boolean {
    return this.#info === null && this.#opening === null;
  }

  /** Hears of every new list. Gives back how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens a list. Of several calls the last one counts: earlier ones resolve to its list. */
  open(query: ListQuery): Promise<ListInfo> {
    const same = this.#query !== null && likeness(this.#query) === likeness(query);
    this.#query = query;
    const turn = ++this.#turn;
    const opening = api.lists.open(query).then(
      (info) => this.#opened(info, turn, same ? 'reopened' : 'opened'),
      (thrown) => this.#later(turn) ?? Promise.reject(toFailed(thrown)),
    );
    this.#opening = opening;
    return opening;
  }

  #later(turn: number): Promise<ListInfo> | null {
    return turn === this.#turn ? null : this.#opening;
  }

  async #opened(info: ListInfo, turn: number, event: SourceEvent): Promise<ListInfo> {
    const later = this.#later(turn);
    if (later) {
      release(info);
      return later;
    }
    if (this.#info) release(this.#info);
    this.#info = info;
    this.#tell(event);
    return info;
  }

  #tell(event: SourceEvent): void {
    if (!this.#info) return;
    for (const listener of [...this.#listeners]) listener(event, this.#info);
  }

  /** Opens the same list anew: rows that came or went, sums, order. */
  async reopen(): Promise<ListInfo | null> {
    return this.#query && this.open(this.#query);
  }

  /** Has the rows on screen asked for again, in their places. */
  refresh(): void {
    this.#tell('refresh');
  }

  /** Totals as they are now, while the rows keep their places. */
  async totals(): Promise<ListInfo | null> {
    if (!this.#query) return null;
    const info = await api.lists.open(this.#query);
    release(info);
    return info;
  }

  /** Rows from `start` up to and without `end`. Rejects with Failed. */
  async rows(start: number, end: number): Promise<ListRow[]> {
    const page = await this.#with((token) => api.lists.rows(token, start, end));
    return page.rows ?? [];
  }

  /** Ids of the records in a span. */
  ids(start: number, end: number): Promise<string[]> {
    return this.#with((token) => api.lists.ids(token, start, end));
  }

  /** A span as tab-separated text without headings, as far as the core allows (100,000 cells). */
  async text(start: number, end: number, fields: string[]): Promise<string> {
    const text = await this.#with((token) => api.lists.text(token, start, end, fields));
    return text.slice(text.indexOf('\n') + 1);
  }

  /** The ticked rows as such a text, with how many it has (1,000,000 cells at most). */
  ticked({ all, except, ids }: Selection, fields: string[]): Promise<TickedText> {
    const named = [...(all ? except : ids)];
    return this.#with((token) => api.lists.ticked({ token, all, ids: named, fields }));
  }

  /** Row number of a record, -1 when it is not in the list. */
  position(id: string): Promise<number> {
    return this.#with((token) => api.lists.position(token, id));
  }

  async #with<T>(ask: (token: string) => Promise<T>): Promise<T> {
    const info = this.#info ?? (await this.#opening);
    if (!info) throw toFailed(new Error('list is not open'));
    try {
      return await ask(info.token);
    } catch (thrown) {
      if (!(thrown instanceof Failed) || thrown.code !== 'gone') throw thrown;
      const renewed = await this.#renew(info.token);
      return ask(renewed.token);
    }
  }

  /** Opens the list again once, however many pages found it gone. */
  #renew(gone: string): Promise<ListInfo> {
    if (this.#info && this.#info.token !== gone) return Promise.resolve(this.#info);
    if (!this.#info && this.#opening) return this.#opening;
    if (!this.#query) return Promise.reject(toFailed(new Error('list was closed')));
    this.#info = null;
    return this.open(this.#query);
  }

  /**
   * Leaves the list open in the core when this is closed, for whoever goes on with its
   * token. The core forgets it after a few newer ones.
   */
  handOver(): ListInfo | null {
    this.#kept = true;
    return this.#info;
  }

  /** Gives the list back. It may be opened again. */
  close(): void {
    this.#turn++;
    if (this.#info && !this.#kept) release(this.#info);
    this.#kept = false;
    this.#info = null;
    this.#opening = null;
  }
}

// Opening a group or totalling another column leaves one where one is.
function likeness(query: ListQuery): string {
  return JSON.stringify({ ...query, open: [], sums: [] });
}

// The core forgets lists by itself; failing to say so harms nobody.
function release(info: ListInfo): void {
  api.lists.close(info.token).catch(() => undefined);
}
