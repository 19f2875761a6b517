import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Failed } from '@/api';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { editable, missing, quickFields, sectionsOf } from './fields';
import { useDraft } from './useDraft';

const none = { en: '', zh: '' };
const field = (key: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  key,
  kind: 'text',
  label: { en: key, zh: key },
  help: none,
  section: none,
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
    field('amount', { quick: true }),
    field('name', { required: true }),
    field('code', { kind: 'auto', readOnly: true }),
    field('since', { readOnly: true }),
    field('old', { retired: true }),
    field('need', { section: { en: 'Needs', zh: '需求' } }),
  ],
};

const keys = (fields: readonly FieldInfo[]) => fields.map((f) => f.key);

test('quick create asks for the name first, then what is quick', () => {
  expect(keys(quickFields(type))).toEqual(['name', 'amount']);
});

test('what rules fill and what was retired is in no form', () => {
  expect(keys(editable(type))).toEqual(['amount', 'name', 'need']);
});

test('fields without a heading come first', () => {
  const needs = { en: 'Needs', zh: '需求' };
  const sections = sectionsOf([
    field('a', { section: needs }),
    field('b'),
    field('c', { section: needs }),
  ]);
  expect(sections.map((s) => keys(s.fields))).toEqual([['b'], ['a', 'c']]);
});

test('a required field is missing until it has a value', () => {
  expect(keys(missing(type.fields, {}))).toEqual(['name']);
  expect(missing(type.fields, { name: 'x' })).toEqual([]);
});

const draft = (initial: Record<string, unknown>) => renderHook(() => useDraft(initial)).result;
const failed = (more: object) => new Failed({ code: 'invalid', key: 'k', message: 'no', ...more });

test('only what it began with and what was changed is saved', () => {
  const edit = draft({ stage: 's' });
  act(() => edit.current.fill({ owner: 'me', stage: 'other' }));
  act(() => edit.current.set('name', 'x'));
  expect(edit.current.draft.values).toEqual({ owner: 'me', stage: 's', name: 'x' });
  expect(edit.current.own()).toEqual({ stage: 's', name: 'x' });
});

test('a refusal stands at its field until the field is changed', () => {
  const edit = draft({});
  let looked = '';
  act(() => {
    looked = edit.current.refuse(failed({ field: 'name' }));
  });
  expect(looked).toBe('name');
  expect(edit.current.draft.errors.name).toBe('no');
  act(() => edit.current.set('name', 'y'));
  expect(edit.current.draft.errors.name).toBe('');
});

test('fields that the core asks for come into the form', () => {
  const edit = draft({});
  act(() => {
    edit.current.refuse(failed({ code: 'incomplete', fields: ['need'] }));
  });
  expect(edit.current.draft.asked).toEqual(['need']);
  expect(edit.current.draft.message).toBe('no');
});

test('the next record begins anew', () => {
  const edit = draft({});
  act(() => edit.current.set('name', 'x'));
  act(() => edit.current.reset({ stage: 's' }));
  expect(edit.current.own()).toEqual({ stage: 's' });
  expect(edit.current.draft.round).toBe(1);
});
