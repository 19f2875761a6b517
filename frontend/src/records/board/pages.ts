import type { BoardInfo, Card, CardPage } from '@/api/types';

/** Cards are asked for in spans of this many. */
export const pageSize = 50;

/** Cards that have come, by column and span. */
export type Pages = Readonly<Record<string, Card[]>>;

/** Gives a span of a column's cards. */
export type CardSource = (
  token: string,
  stage: string,
  start: number,
  end: number,
) => Promise<CardPage>;

export const pageOf = (index: number): number => Math.floor(index / pageSize);
export const pageKey = (stage: string, page: number): string => `${stage}/${page}`;

export function parseKey(key: string): { stage: string; page: number } {
  const cut = key.lastIndexOf('/');
  return { stage: key.slice(0, cut), page: Number(key.slice(cut + 1)) };
}

/** Fetches one span. */
export async function fetchPage(cards: CardSource, token: string, key: string): Promise<Card[]> {
  const { stage, page } = parseKey(key);
  const span = await cards(token, stage, page * pageSize, (page + 1) * pageSize);
  return span.cards;
}

/** Fetches the first span of every column, and those of `keep` that still exist: with
 * them a board that is opened again never blinks. */
export async function fetchPages(
  cards: CardSource,
  info: BoardInfo,
  keep: readonly string[],
): Promise<Record<string, Card[]>> {
  const counts = new Map(info.columns.map((c) => [c.stage.id, c.count]));
  const first = info.columns.map((c) => pageKey(c.stage.id, 0));
  const wanted = [...new Set([...first, ...keep])].filter((key) => {
    const { stage, page } = parseKey(key);
    return page * pageSize < (counts.get(stage) ?? 0);
  });
  const pages = await Promise.all(
    wanted.map(async (key) => [key, await fetchPage(cards, info.token, key)] as const),
  );
  return Object.fromEntries(pages);
}

/** The card with this number in a column, when it has come. */
export function baseCard(pages: Pages, stage: string, index: number): Card | undefined {
  return pages[pageKey(stage, pageOf(index))]?.[index % pageSize];
}

/** Every card of a column that came without a gap from the top. */
export function knownCards(pages: Pages, stage: string): Card[] {
  const known: Card[] = [];
  for (let page = 0; ; page++) {
    const cards = pages[pageKey(stage, page)];
    known.push(...(cards ?? []));
    if (!cards || cards.length < pageSize) return known;
  }
}

/** The number of a card in a column, -1 when it has not come. */
export function indexOf(pages: Pages, stage: string, id: string): number {
  for (const [key, cards] of Object.entries(pages)) {
    const at = parseKey(key);
    if (at.stage !== stage) continue;
    const index = cards.findIndex((c) => c.id === id);
    if (index >= 0) return at.page * pageSize + index;
  }
  return -1;
}
