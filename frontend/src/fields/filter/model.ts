/**
 * Conditions as people build them, and as the core takes them. A filter is a tree of tests
 * and groups; what the builder cannot show (written on the command line) is kept as it is.
 */
import type { Cond } from '@/api/types';
import { isEmpty } from '../values';
import { isBare, type TestOp } from './ops';

/** One comparison of a field. `value` depends on the operator: a list for in and out, a pair for between. */
export interface Test {
  kind: 'test';
  field: string;
  op: TestOp;
  value: unknown;
}

/** Several nodes of which all or any must hold. */
export interface Group {
  kind: 'group';
  join: 'and' | 'or';
  nodes: Node[];
}

/** A condition that the builder does not know; it can only be taken away. */
export interface Raw {
  kind: 'raw';
  cond: Cond;
}

export type Node = Test | Group | Raw;

/** The filter that lets everything through. */
export const noFilter: Group = { kind: 'group', join: 'and', nodes: [] };

/** Whether a test says enough to be asked. */
export function isWhole(test: Test): boolean {
  if (isBare(test.op)) return true;
  if (test.op === 'between') return between(test.value).every((v) => !isEmpty(v));
  return !isEmpty(test.value);
}

/** The two ends of a "between". */
export function between(value: unknown): [unknown, unknown] {
  return Array.isArray(value) ? [value[0], value[1]] : [undefined, undefined];
}

/** The condition for the core; undefined when nothing is asked. Unfinished tests are left out. */
export function toCond(node: Node): Cond | undefined {
  if (node.kind === 'raw') return node.cond;
  if (node.kind === 'test') return isWhole(node) ? testCond(node) : undefined;
  const conds = node.nodes.map(toCond).filter((c) => c !== undefined);
  return conds.length < 2 ? conds[0] : { op: node.join, conds };
}

function not(cond: Cond): Cond {
  return { op: 'not', conds: [cond] };
}

function testCond({ field, op, value }: Test): Cond {
  switch (op) {
    case 'empty':
    case 'filled':
      return { op, field };
    case 'lacks':
      return not({ op: 'contains', field, value });
    case 'out':
      return not({ op: 'in', field, value });
    case 'before':
      return { op: 'lt', field, value };
    case 'after':
      return { op: 'gt', field, value };
    case 'between': {
      const [from, to] = between(value);
      return {
        op: 'and',
        conds: [
          { op: 'ge', field, value: from },
          { op: 'le', field, value: to },
        ],
      };
    }
    default:
      return { op, field, value };
  }
}

/** The filter that a saved condition stands for. `isDay` tells fields of dates, which read "before". */
export function fromCond(cond: Cond | null | undefined, isDay: (field: string) => boolean): Group {
  if (!cond) return noFilter;
  const node = nodeOf(cond, isDay);
  return node.kind === 'group' ? node : { ...noFilter, nodes: [node] };
}

function nodeOf(cond: Cond, isDay: (field: string) => boolean): Node {
  const test = rangeTest(cond) ?? negated(cond) ?? plain(cond, isDay);
  if (test) return test;
  if (cond.op !== 'and' && cond.op !== 'or') return { kind: 'raw', cond };
  return { kind: 'group', join: cond.op, nodes: (cond.conds ?? []).map((c) => nodeOf(c, isDay)) };
}

function rangeTest(cond: Cond): Test | null {
  const [from, to, ...more] = cond.conds ?? [];
  const fits = cond.op === 'and' && from?.op === 'ge' && to?.op === 'le' && more.length === 0;
  if (!fits || !from?.field || from.field !== to?.field) return null;
  return { kind: 'test', field: from.field, op: 'between', value: [from.value, to.value] };
}

function negated(cond: Cond): Test | null {
  const [inner] = cond.conds ?? [];
  if (cond.op !== 'not' || !inner?.field) return null;
  const op = inner.op === 'contains' ? 'lacks' : inner.op === 'in' ? 'out' : null;
  return op && { kind: 'test', field: inner.field, op, value: inner.value };
}

const plainOps: Record<string, TestOp> = {
  eq: 'eq',
  ne: 'ne',
  contains: 'contains',
  starts: 'starts',
  in: 'in',
  lt: 'lt',
  le: 'le',
  gt: 'gt',
  ge: 'ge',
  within: 'within',
  empty: 'empty',
  filled: 'filled',
};

function plain(cond: Cond, isDay: (field: string) => boolean): Test | null {
  const op = plainOps[cond.op];
  if (!op || !cond.field || cond.field.includes('.')) return null;
  return {
    kind: 'test',
    field: cond.field,
    op: isDay(cond.field) ? dayOp(op) : op,
    value: cond.value,
  };
}

function dayOp(op: TestOp): TestOp {
  return op === 'lt' ? 'before' : op === 'gt' ? 'after' : op;
}

/** Names a place in the tree: positions from the root down. */
export type Path = readonly number[];

/** The node at a place, or undefined. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>(
    (n, i) => (n?.kind === 'group' ? n.nodes[i] : undefined),
    root,
  );
}

/** The tree with the node at a place replaced; null takes it out, and groups that are then empty. */
export function replaceAt(root: Group, path: Path, node: Node | null): Group {
  const [first, ...rest] = path;
  if (first === undefined) return node?.kind === 'group' ? node : noFilter;
  const nodes = root.nodes.flatMap((child, i) => {
    if (i !== first) return [child];
    const next =
      rest.length === 0 ? node : child.kind === 'group' ? replaceAt(child, rest, node) : child;
    return next === null || isHollow(next) ? [] : [next];
  });
  return { ...root, nodes };
}

function isHollow(node: Node): boolean {
  return node.kind === 'group' && node.nodes.length === 0;
}

/** The tree with a node added to the group at a place. */
export function addAt(root: Group, path: Path, node: Node): Group {
  const group = nodeAt(root, path);
  if (group?.kind !== 'group') return root;
  const grown: Group = { ...group, nodes: [...group.nodes, node] };
  return path.length === 0 ? grown : replaceAt(root, path, grown);
}

/** How many tests there are. */
export function countTests(node: Node): number {
  return node.kind === 'group' ? node.nodes.reduce((n, child) => n + countTests(child), 0) : 1;
}
