import { describe, expect, it } from 'vitest';
import { declared, pairs, sayIn } from './pairs';

// Every module of the page, so that every pair there is has been declared.
const modules = import.meta.glob(['../**/*.{ts,tsx}', '!../main.tsx', '!../**/*.test.{ts,tsx}']);

/** Chinese halves without Han that are right as they are: names of file types and signs. */
const LATIN = [/^[.\w\s]*(\.xlsx|\.csv)[.\w\s]*$/, /^(Dealbox|Excel|CSV|JSON|English)$/];

const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

const words = pairs({
  save: ['Save', '保存'],
  name: ['Name', '姓名'],
  moved: ['Moved to {stage}', '已移到「{stage}」'],
  rows: ['{count} row|{count} rows', '{count} 行'],
});

describe('words', () => {
  it('are said in the language that is asked for', () => {
    expect(sayIn(words, 'en').save).toBe('Save');
    expect(sayIn(words, 'zh-CN').save).toBe('保存');
    expect(sayIn(words, 'en').name).toBe('Name');
  });

  it('take names in braces', () => {
    expect(sayIn(words, 'zh-CN')('moved', { stage: '商务谈判' })).toBe('已移到「商务谈判」');
    expect(sayIn(words, 'en')('moved', { stage: '<b>' })).toBe('Moved to <b>');
  });

  it('know one and many', () => {
    const say = sayIn(words, 'en');
    expect([say('rows', { count: 1 }), say('rows', { count: 2 })]).toEqual(['1 row', '2 rows']);
    expect(sayIn(words, 'zh-CN')('rows', { count: 2 })).toBe('2 行');
  });
});

describe('all words of the page', () => {
  it('say the same in both languages', async () => {
    await Promise.all(Object.values(modules).map((load) => load()));
    const wrong: string[] = [];
    for (const { table } of declared()) {
      for (const [key, [en, zh]] of Object.entries(table)) {
        if (en === '' || zh === '') wrong.push(`${key}: a half is empty`);
        for (const form of en.split('|')) {
          if (names(form) !== names(zh)) wrong.push(`${key}: ${form} / ${zh}`);
        }
        const bare = zh.replace(/\{\w+\}/g, '');
        const latin = /[A-Za-z]{2}/.test(bare) && !/\p{Script=Han}/u.test(bare);
        if (latin && !LATIN.some((fine) => fine.test(zh)))
          wrong.push(`${key}: ${zh} is not Chinese`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
