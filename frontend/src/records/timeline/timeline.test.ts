import { expect, test } from 'vitest';
import type { TimelineEntry } from '@/api/types';
import { stage } from '../board/testing';
import { daysOf, onlyChange, plannedOf } from './fold';
import { joinMoves } from './join';
import { daysIn, stageMoves } from './stages';
import { toldBy } from './told';

const zone = 'Asia/Shanghai';
const label = { en: 'Amount', zh: '金额' };
let last = 0;

const entry = (kind: string, at: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: String(++last),
  at,
  actor: { id: 'm1', type: 'member', title: '张伟' },
  kind,
  source: 'user',
  changes: kind === 'changed' ? [{ field: 'amount', label, before: '1', after: '2' }] : [],
  change: { id: '', label },
  ...more,
});

test('entries stand by the day of the workspace’s zone', () => {
  const days = daysOf(
    [entry('activity', '2026-11-22T17:00:00Z'), entry('activity', '2026-11-22T15:00:00Z')],
    'all',
    zone,
  );
  expect(days.map((d) => d.day)).toEqual(['2026-11-23', '2026-11-22']);
});

test('changes by the same person one after the other are folded', () => {
  const [day] = daysOf(
    [
      entry('changed', '2026-11-23T05:00:00Z'),
      entry('changed', '2026-11-23T04:00:00Z'),
      entry('activity', '2026-11-23T03:00:00Z'),
      entry('changed', '2026-11-23T02:00:00Z'),
    ],
    'all',
    zone,
  );
  expect(day?.items.map((i) => (i.kind === 'folded' ? i.count : i.entry.kind))).toEqual([
    2,
    'activity',
    1,
  ]);
});

test('changes by different people or on different days are not', () => {
  const other = { id: 'm2', type: 'member', title: '李娜' };
  const days = daysOf(
    [
      entry('changed', '2026-11-23T05:00:00Z'),
      entry('changed', '2026-11-23T04:00:00Z', { actor: other }),
      entry('changed', '2026-11-21T04:00:00Z', { actor: other }),
    ],
    'all',
    zone,
  );
  expect(days.map((d) => d.items.length)).toEqual([2, 1]);
});

test('a single change of a single field needs no unfolding', () => {
  const [one] = daysOf([entry('changed', '2026-11-23T05:00:00Z')], 'all', zone);
  expect(one?.items[0] && onlyChange(one.items[0])?.after).toBe('2');
});

test('filters part what was done from what was changed', () => {
  const all = [entry('activity', '2026-11-23T05:00:00Z'), entry('stage', '2026-11-23T04:00:00Z')];
  const kinds = (filter: 'activities' | 'changes') =>
    daysOf(all, filter, zone).flatMap((d) =>
      d.items.map((i) => i.kind === 'entry' && i.entry.kind),
    );
  expect(kinds('activities')).toEqual(['activity']);
  expect(kinds('changes')).toEqual(['stage']);
});

test('what is planned stands apart, soonest first', () => {
  const all = [
    entry('task', '2026-11-30T00:00:00Z', { planned: true }),
    entry('task', '2026-11-25T00:00:00Z', { planned: true }),
  ];
  expect(plannedOf(all).map((e) => e.at.slice(0, 10))).toEqual(['2026-11-25', '2026-11-30']);
  expect(daysOf(all, 'all', zone)).toEqual([]);
});

const moved = (at: string, after: string) =>
  entry('stage', at, {
    changes: [{ field: 'stage', label: { en: 'Stage', zh: '阶段' }, before: '', after }],
  });

test('days in stages add up several stays and count the last one up to today', () => {
  const stages = [
    stage('s1', { name: { en: 'New', zh: '新商机' } }),
    stage('s2', { name: { en: 'Proposal', zh: '方案报价' } }),
  ];
  const entries = [
    moved('2026-11-20T02:00:00Z', '新商机'),
    moved('2026-11-11T02:00:00Z', 'Proposal'),
    moved('2026-11-01T02:00:00Z', '新商机'),
  ];
  const days = daysIn(stageMoves(entries, stages, zone), '2026-11-23');
  expect(days.get('s1')).toBe(13);
  expect(days.get('s2')).toBe(9);
});

test('a move that is dated ahead of the next one counts no days', () => {
  expect(
    daysIn(
      [
        { day: '2026-11-23', to: 's1' },
        { day: '2026-11-20', to: 's2' },
      ],
      '2026-11-20',
    ).get('s1'),
  ).toBe(0);
});

test('a stage move and the change that made it are one entry that can be undone', () => {
  const change = { id: 'cs1', label };
  const made = entry('changed', '2026-11-23T05:00:00Z', {
    change,
    changes: [
      { field: 'stage', label, before: 'A', after: 'B' },
      { field: 'probability', label, before: '10%', after: '40%' },
      { field: 'amount', label, before: '1', after: '2' },
    ],
  });
  const [only, ...rest] = joinMoves([moved('2026-11-23T05:00:00.2Z', 'B'), made]);
  expect(rest).toEqual([]);
  expect(only?.kind).toBe('stage');
  expect(only?.change.id).toBe('cs1');
  expect(only?.changes.map((c) => c.field)).toEqual(['amount']);
});

test('a move that was dated back keeps to itself', () => {
  const made = entry('changed', '2026-11-23T05:00:00Z', {
    changes: [{ field: 'stage', label, before: 'A', after: 'B' }],
  });
  expect(joinMoves([made, moved('2026-11-01T05:00:00Z', 'B')])).toHaveLength(2);
});

const activity = (title: string, note: string) =>
  toldBy({ id: '1', type: 'activity', title, seq: '1', values: { note } });

test('a subject that begins the text is not said twice', () => {
  expect(activity('Met Li', 'Met Li\nShe agrees')).toEqual({ head: 'Met Li', body: 'She agrees' });
  expect(activity('Met L…', 'Met Li at the fair')).toEqual({
    head: 'Met Li at the fair',
    body: '',
  });
});

test('a subject of its own stands above the text', () => {
  expect(activity('Visit', 'Met Li')).toEqual({ head: 'Visit', body: 'Met Li' });
});
