import { expect, it } from 'vitest';
import { blankField, isWhole, named } from './own';

it('needs a name in one language', () => {
  expect(isWhole(blankField())).toBe(false);
  expect(isWhole({ ...blankField(), label: { en: '', zh: '预算' } })).toBe(true);
});

it('needs a type to link to, and choices to choose from', () => {
  const field = { ...blankField(), label: { en: 'x', zh: 'x' } };
  expect(isWhole({ ...field, kind: 'link' })).toBe(false);
  expect(isWhole({ ...field, kind: 'link', target: 'account' })).toBe(true);
  expect(isWhole({ ...field, kind: 'choice' })).toBe(false);
});

it('has the one name in both languages', () => {
  expect(named({ ...blankField(), label: { en: '', zh: ' 预算 ' } }).label).toEqual({
    en: '预算',
    zh: '预算',
  });
});
