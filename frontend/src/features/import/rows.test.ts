import { describe, expect, it } from 'vitest';
import type { ImportDraft, PreviewRow } from '@/api/types';
import { alike, faultOf, fileSays, outcome, rowsOf } from './rows';

const row = (n: number, part: Partial<PreviewRow>): PreviewRow => ({
  row: n,
  cells: [],
  result: 'create',
  changes: 0,
  message: '',
  ...part,
});

const cell = (error: string) => ({ text: '', shown: '', error, note: '' });

const rows = [
  row(2, {}),
  row(3, { result: 'reject', cells: [cell(''), cell('no date')] }),
  row(4, { result: 'update', match: { id: '1', type: 'account', title: 'A' } }),
  row(5, { result: 'create' }),
];

describe('the preview', () => {
  it('shows faulty rows alone', () => {
    expect(rowsOf(rows, 'errors', {}).map((r) => r.row)).toEqual([3]);
  });

  it('shows rows that are there already, also those decided to be new', () => {
    expect(rowsOf(rows, 'duplicates', { 5: 'new' }).map((r) => r.row)).toEqual([4, 5]);
  });

  it('names the first faulty cell, else what is wrong with the whole row', () => {
    expect(faultOf(row(1, { cells: [cell(''), cell('no date')], message: 'whole' }))).toBe(
      'no date',
    );
    expect(faultOf(row(1, { message: 'whole' }))).toBe('whole');
  });
});

describe('a row whose record is there', () => {
  const shown = { text: 'Chief', shown: 'Engineer', error: '', note: '' };
  const there = (result: string, stored: string) =>
    row(3, { result, cells: [shown], existing: [stored] });

  it('says what the file has, also where a merge keeps what is stored', () => {
    expect(fileSays(there('merge', 'Engineer'), 0)).toBe('Chief');
    expect(fileSays(there('merge', ''), 0)).toBe('Engineer');
    expect(fileSays(there('update', 'Buyer'), 0)).toBe('Engineer');
  });

  it('is the same but for spaces and case', () => {
    expect(alike('13800138000', '138 0013 8000')).toBe(true);
    expect(alike('Chief', 'Engineer')).toBe(false);
  });
});

describe('the number on the button', () => {
  const counts = {
    created: 431,
    updated: 50,
    merged: 2,
    skipped: 1,
    rejected: 2,
    linked: 9,
    criteria: 0,
    reasons: 0,
  };
  const draft = (part: Partial<ImportDraft>) =>
    ({ counts, counted: 486, rows: 486, ...part }) as ImportDraft;

  it('counts the rows that will be written, not those of the file', () => {
    expect(outcome(draft({}))).toEqual({ rows: 483, about: false });
  });

  it('is an estimate when only a part of the file was tried', () => {
    expect(outcome(draft({ counted: 400 }))).toEqual({ rows: 486, about: true });
  });
});
