import { describe, expect, test } from 'vitest';
import { pathIn, safeName } from './place';

describe('the place of a file', () => {
  test('is written as its folder is', () => {
    expect(pathIn('/home/li', ' 华东 ')).toBe('/home/li/华东.dealbox');
    expect(pathIn('D:\\', 'a')).toBe(String.raw`D:\a.dealbox`);
    expect(safeName('a/b: c?')).toBe('a b  c');
  });
});
