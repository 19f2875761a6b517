import { expect, it } from 'vitest';
import type { FieldInfo, OptionInfo, TypeInfo } from '@/api/types';
import { choiceFields, newOption, orderOptions, putOption } from './options';

const option = (num: number, retired = false): OptionInfo => ({
  num,
  key: `k${num}`,
  label: { en: `o${num}`, zh: `o${num}` },
  color: '',
  retired,
});

it('puts choices into an order and leaves those out of use behind', () => {
  const all = [option(1), option(2, true), option(3)];
  expect(orderOptions(all, ['3', '1']).map(({ num }) => num)).toEqual([3, 1, 2]);
});

it('replaces one choice by its number', () => {
  expect(putOption([option(1), option(2)], option(2, true)).map((o) => o.retired)).toEqual([
    false,
    true,
  ]);
});

it('takes one language for both until the other is given', () => {
  expect(newOption('展会', '').label).toEqual({ zh: '展会', en: '展会' });
  expect(newOption('', 'Fair')).toMatchObject({ num: 0, label: { zh: 'Fair', en: 'Fair' } });
});

it('lists fields whose choices people may change', () => {
  const field = (key: string, part: Partial<FieldInfo>) =>
    ({ key, kind: 'choice', ...part }) as FieldInfo;
  const types = [
    {
      key: 'lead',
      setup: false,
      fields: [field('a', {}), field('b', { readOnly: true }), field('c', { kind: 'text' })],
    },
    { key: 'stage', setup: true, fields: [field('meaning', {})] },
  ] as TypeInfo[];
  expect(choiceFields(types).map(({ field: f }) => f.key)).toEqual(['a']);
});
