import { expect, it } from 'vitest';
import type { FieldInfo, ImportColumn } from '@/api/types';
import { sayIn } from '@/i18n';
import { howRead } from './how';
import { importWords } from './words';

const t = sayIn(importWords, 'en');
const column = (part: Partial<ImportColumn>) =>
  ({
    target: 'x',
    newKind: 'text',
    factor: 0,
    values: [],
    how: { en: '', zh: '' },
    ...part,
  }) as ImportColumn;
const words = (part: Partial<ImportColumn>, field?: Partial<FieldInfo>) =>
  howRead(column(part), field as FieldInfo | undefined, t, 'en').words;

it('says what is not decided before anything else', () => {
  const values = [
    { text: 'a', count: 1, to: '' },
    { text: 'b', count: 1, to: '3' },
  ];
  expect(howRead(column({ values }), undefined, t, 'en')).toEqual({
    words: '1 value has no meaning yet',
    warn: true,
  });
});

it('counts values and the new choices among them', () => {
  const values = [
    { text: 'a', count: 1, to: 'new' },
    { text: 'b', count: 1, to: '3' },
  ];
  expect(words({ values })).toBe('2 values · 1 new');
  expect(words({ values, target: 'own', newKind: 'choice' })).toBe('2 values');
});

it('says units, the kind of a new field, and whether links are made', () => {
  expect(words({ factor: 10_000 })).toBe('× 10,000');
  expect(words({ target: 'own', newKind: 'date', how: { en: 'day-month-year', zh: '' } })).toBe(
    'Date · day-month-year',
  );
  expect(words({ createMissing: true }, { kind: 'link', target: 'account' })).toBe('adds new ones');
  expect(words({}, { kind: 'link', target: 'account' })).toBe('matched by name');
});
