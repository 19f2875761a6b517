import { expect, it } from 'vitest';
import type { Row } from '@/api/types';
import { treeOf } from './tree';

const team = (id: string, parent?: string) =>
  ({
    id,
    values: parent ? { parent: { id: parent, type: 'team', title: parent } } : {},
  }) as unknown as Row;

it('puts teams below their parent', () => {
  const tree = treeOf([team('a'), team('b'), team('a1', 'a'), team('a11', 'a1')]);
  expect(tree.map(({ row, depth }) => [row.id, depth])).toEqual([
    ['a', 0],
    ['a1', 1],
    ['a11', 2],
    ['b', 0],
  ]);
});

it('shows a team whose parent is gone at the top', () => {
  expect(treeOf([team('x', 'gone')])).toHaveLength(1);
});
