import { expect, test, vi } from 'vitest';
import { baseCard } from './pages';
import { type Board, columnOf, createBoard, emptyQuery } from './store';
import { card, sourceOf, stage } from './testing';

const many = (n: number, prefix = 'c') => Array.from({ length: n }, (_, i) => card(prefix + i));

function ids(board: Board, id: string): string[] {
  const count = board.info?.columns.find((c) => c.stage.id === id)?.count ?? 0;
  const column = columnOf(board, id, count);
  return Array.from({ length: column.length }, (_, i) => {
    const slot = column.at(i);
    if (slot?.kind === 'guest') return slot.card.id;
    return (slot && baseCard(board.pages, id, slot.index)?.id) ?? '…';
  });
}

test('the first cards of every column come with the board, the rest when they are needed', async () => {
  const board = createBoard(sourceOf({ new: many(120) }));
  await board.open(emptyQuery);
  expect(baseCard(board.state.getState().pages, 'new', 49)?.id).toBe('c49');
  expect(baseCard(board.state.getState().pages, 'new', 50)).toBeUndefined();
  board.need('new', 45, 61);
  await vi.waitFor(() => expect(baseCard(board.state.getState().pages, 'new', 60)?.id).toBe('c60'));
});

test('a page is asked for once', async () => {
  const source = sourceOf({ new: many(120) });
  const cards = vi.spyOn(source, 'cards');
  const board = createBoard(source);
  await board.open(emptyQuery);
  board.need('new', 50, 60);
  board.need('new', 52, 62);
  expect(cards.mock.calls.filter(([, , start]) => start === 50)).toHaveLength(1);
});

test('a move shows at once and goes back when it is taken back', async () => {
  const board = createBoard(sourceOf({ new: many(3), won: [] }));
  await board.open(emptyQuery);
  const shown = board.show({ card: card('c1'), from: 'new', to: stage('won') });
  expect(ids(board.state.getState(), 'new')).toEqual(['c0', 'c2']);
  expect(ids(board.state.getState(), 'won')).toEqual(['c1']);
  shown.takeBack();
  expect(ids(board.state.getState(), 'new')).toEqual(['c0', 'c1', 'c2']);
  expect(ids(board.state.getState(), 'won')).toEqual([]);
});

test('a stored move is part of the next opening and shows once', async () => {
  const cards = { new: many(2), won: [] as ReturnType<typeof card>[] };
  const board = createBoard(sourceOf(cards));
  await board.open(emptyQuery);
  const shown = board.show({ card: card('c0'), from: 'new', to: stage('won') });
  shown.stored();
  cards.won = [card('c0')];
  cards.new = [card('c1')];
  await board.reload();
  expect(ids(board.state.getState(), 'new')).toEqual(['c1']);
  expect(ids(board.state.getState(), 'won')).toEqual(['c0']);
  expect(board.state.getState().pending).toEqual([]);
});

test('a move that is still being stored outlives an opening', async () => {
  const board = createBoard(sourceOf({ new: many(2) }));
  await board.open(emptyQuery);
  board.show({ card: card('c0'), from: 'new', to: null });
  await board.reload();
  expect(ids(board.state.getState(), 'new')).toEqual(['c1']);
});

test('a card that is moved twice stands where it was moved last', async () => {
  const board = createBoard(sourceOf({ new: many(1) }));
  await board.open(emptyQuery);
  board.show({ card: card('c0'), from: 'new', to: stage('proposal') });
  board.show({ card: card('c0'), from: 'proposal', to: stage('won') });
  const now = board.state.getState();
  expect([ids(now, 'new'), ids(now, 'proposal'), ids(now, 'won')]).toEqual([[], [], ['c0']]);
});

test('a failure to open is kept for the screen and cleared by the next success', async () => {
  const source = sourceOf({});
  const open = source.open;
  source.open = () => Promise.reject(new Error('disk'));
  const board = createBoard(source);
  await board.open(emptyQuery);
  expect(board.state.getState().failed).toBeInstanceOf(Error);
  source.open = open;
  await board.reload();
  expect(board.state.getState().failed).toBeNull();
});

test('a token that is gone makes the board open again', async () => {
  const source = sourceOf({ new: many(120) });
  const board = createBoard(source);
  await board.open(emptyQuery);
  const cards = source.cards;
  source.cards = (token, ...rest) =>
    token === '1' ? Promise.reject(new Error('gone')) : cards(token, ...rest);
  board.need('new', 50, 60);
  await vi.waitFor(() => expect(board.state.getState().info?.token).toBe('2'));
});

test('another file clears the board, and what was on its way is dropped', async () => {
  const board = createBoard(sourceOf({ new: many(2) }));
  await board.open(emptyQuery);
  const late = board.reload();
  board.clear();
  await late;
  expect(board.state.getState().info).toBeNull();
});
