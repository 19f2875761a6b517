import { describe, expect, test } from 'vitest';
import { pathIn, safeName, shortPath } from './place';

describe('the place of a file', () => {
  test('in the documents begins there, in either way of writing paths', () => {
    expect(shortPath('/home/li/文档/华东.dealbox', '/home/li/文档')).toBe('文档/华东.dealbox');
    const windows = String.raw`C:\Users\li\Documents`;
    expect(shortPath(`${windows}\\a.dealbox`, windows)).toBe(String.raw`Documents\a.dealbox`);
  });

  test('elsewhere is the whole path', () => {
    expect(shortPath('/home/li/文档2/a.dealbox', '/home/li/文档')).toBe('/home/li/文档2/a.dealbox');
    expect(shortPath('/a.dealbox', '')).toBe('/a.dealbox');
  });

  test('is written as its folder is', () => {
    expect(pathIn('/home/li', ' 华东 ')).toBe('/home/li/华东.dealbox');
    expect(pathIn('D:\\', 'a')).toBe(String.raw`D:\a.dealbox`);
    expect(safeName('a/b: c?')).toBe('a b  c');
  });
});
