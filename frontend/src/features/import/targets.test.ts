import { describe, expect, it } from 'vitest';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { searchTargets, targetGroups, targetOf } from './targets';

const section = { en: 'Basics', zh: '基本' };

const field = (key: string, part: Partial<FieldInfo> = {}) =>
  ({ key, kind: 'text', label: { en: key, zh: key }, section, target: '', ...part }) as FieldInfo;

const type = (key: string, fields: FieldInfo[], part: Partial<TypeInfo> = {}) =>
  ({ key, label: { en: key, zh: key }, fields, parent: '', setup: false, ...part }) as TypeInfo;

const deal = type('opportunity', [
  field('title', { label: { en: 'Title', zh: '名称' } }),
  field('age', { readOnly: true }),
  field('old', { retired: true }),
  field('need', { section: { en: 'Needs', zh: '需求' } }),
]);
const line = type(
  'line',
  [field('deal', { kind: 'link', target: 'opportunity' }), field('product')],
  {
    parent: 'deal',
  },
);
const other = type('task', [field('deal', { kind: 'link', target: 'opportunity' })]);

describe('targets of a file', () => {
  const groups = targetGroups(deal, [deal, line, other]);

  it('are the fields that can be filled, by section, then those of the parts', () => {
    expect(groups.map(({ targets }) => targets.map(({ key }) => key))).toEqual([
      ['title'],
      ['need'],
      ['line.product'],
    ]);
  });

  it('are found by their key', () => {
    expect(targetOf(groups, 'line.product')?.field.key).toBe('product');
    expect(targetOf(groups, 'own')).toBeUndefined();
  });

  it('are searched in both languages', () => {
    const found = (text: string) =>
      searchTargets(groups, text).flatMap((g) => g.targets.map((t) => t.key));
    expect(found('名称')).toEqual(['title']);
    expect(found('TIT')).toEqual(['title']);
    expect(found(' ')).toHaveLength(3);
  });
});
