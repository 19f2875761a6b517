import { expect, test } from 'vitest';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { stages } from '../board/testing';
import { layoutOf, shownFields } from './layout';
import { pathOf } from './path';

const none = { en: '', zh: '' };
const field = (key: string, kind: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  key,
  kind,
  label: { en: key, zh: key },
  help: none,
  section: { en: 'Basics', zh: '基本' },
  required: false,
  unique: false,
  tracked: false,
  listed: false,
  readOnly: false,
  quick: false,
  own: false,
  retired: false,
  options: [],
  target: '',
  prefix: '',
  plain: false,
  ...more,
});

const type: TypeInfo = {
  key: 'opportunity',
  label: none,
  plural: none,
  icon: '',
  title: 'name',
  parent: '',
  nav: true,
  setup: false,
  relations: [],
  fields: [
    field('name', 'text', { listed: true, required: true }),
    field('code', 'auto', { readOnly: true }),
    field('account', 'link', { listed: true, target: 'account' }),
    field('amount', 'money', { listed: true }),
    field('stage', 'link', { listed: true, target: 'stage' }),
    field('next_step', 'text', { listed: true }),
    field('next_step_date', 'date'),
    field('need', 'longtext', { section: { en: 'Needs', zh: '需求' } }),
    field('hold', 'bool', { readOnly: true }),
    field('old', 'text', { retired: true }),
  ],
};

test('every field stands in one place', () => {
  const layout = layoutOf(type);
  expect(layout.under?.key).toBe('account');
  expect(layout.stage?.key).toBe('stage');
  expect(layout.facts.map((f) => f.key)).toEqual(['amount', 'next_step']);
  expect(layout.sections.flatMap((s) => s.fields.map((f) => f.key))).toEqual([
    'next_step_date',
    'need',
  ]);
});

test('a type without a stage has no path', () => {
  const plain = { ...type, fields: type.fields.filter((f) => f.key !== 'stage') };
  expect(layoutOf(plain).stage).toBeUndefined();
});

test('seldom used empty fields wait, and those that only rules fill until they are filled', () => {
  const section = {
    heading: none,
    fields: [
      field('a', 'text'),
      field('b', 'text', { quick: true }),
      field('c', 'bool', { readOnly: true }),
    ],
  };
  const shown = (values: Record<string, unknown>, all: boolean) =>
    shownFields(section, values, all)
      .map((f) => f.key)
      .join();
  expect(shown({}, false)).toBe('b');
  expect(shown({}, true)).toBe('a,b');
  expect(shown({ a: 'x', c: true }, false)).toBe('a,b,c');
});

const states = (current: string, last = '') =>
  pathOf(stages, current, last, new Map([['new', 4]]))
    .map((s) => s.state)
    .join(' ');

test('stages before the present one are done', () => {
  expect(states('proposal')).toBe('done now ahead');
});

test('what was won has gone all the way', () => {
  expect(states('won')).toBe('done done done');
});

test('what was lost or is on hold went as far as its last open stage', () => {
  expect(states('lost', 'proposal')).toBe('done done ahead');
  expect(states('hold', 'new')).toBe('done ahead ahead');
});

test('days show for stages that were visited', () => {
  const path = pathOf(stages, 'proposal', '', new Map([['new', 4]]));
  expect(path.map((s) => s.days)).toEqual([4, undefined, undefined]);
});
