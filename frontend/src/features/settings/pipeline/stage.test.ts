import { describe, expect, it } from 'vitest';
import type { FieldInfo, PipelineInfo, StageInfo, TypeInfo } from '@/api/types';
import { askable, firstStages, joined, parted, pathOf, readWhole } from './stage';

const stage = (id: string, meaning = 'open', hold = false) => ({ id, meaning, hold }) as StageInfo;

const stages = [
  stage('a'),
  stage('w', 'won'),
  stage('b'),
  stage('h', 'open', true),
  stage('l', 'lost'),
];
const pipeline = { id: 'p', stages } as PipelineInfo;

describe('stages', () => {
  it('of a new pipeline can be won and lost in', () => {
    const option = (key: string, num: number) => ({ key, num }) as FieldInfo['options'][number];
    const made = firstStages([option('open', 1), option('won', 2), option('lost', 3)]);
    expect(made.map(({ values }) => [values.english, values.meaning])).toEqual([
      ['New stage', undefined],
      ['Won', 2],
      ['Lost', 3],
    ]);
  });

  it('are parted into those on the way and those at the end', () => {
    const { open, ends } = parted(stages);
    expect(open.map(({ id }) => id)).toEqual(['a', 'b', 'h']);
    expect(ends.map(({ id }) => id)).toEqual(['w', 'l']);
  });

  it('keep the other part when one is put into another order', () => {
    expect(joined(pipeline, ['b', 'a', 'h'])).toEqual(['b', 'a', 'h', 'w', 'l']);
    expect(joined(pipeline, ['l', 'w'])).toEqual(['a', 'b', 'h', 'l', 'w']);
  });

  it('make a path without what is on hold', () => {
    expect(pathOf(stages).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

it('asks only for fields that people fill in', () => {
  const field = (key: string, part = {}) => ({
    key,
    kind: 'text',
    readOnly: false,
    retired: false,
    ...part,
  });
  const type = {
    title: 'title',
    fields: [field('title'), field('need'), field('stage'), field('age', { readOnly: true })],
  } as TypeInfo;
  expect(askable(type).map(({ key }) => key)).toEqual(['need']);
});

it('reads numbers as people type them, and refuses others', () => {
  expect(readWhole('60 %', 100)).toBe(60);
  expect(readWhole('12,5', 100)).toBe(12.5);
  expect(readWhole('160', 100)).toBeNull();
  expect(readWhole('-1', 100)).toBeNull();
  expect(readWhole('x', 100)).toBeNull();
  expect(readWhole('', 100)).toBeNull();
});
