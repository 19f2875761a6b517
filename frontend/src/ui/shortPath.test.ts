import { describe, expect, test } from 'vitest';
import { shortPath } from './shortPath';

describe('a path that is shown', () => {
  test('in the documents begins there, in either way of writing paths', () => {
    expect(shortPath('/home/li/文档/华东.dealbox', '/home/li/文档')).toBe('文档/华东.dealbox');
    const windows = String.raw`C:\Users\li\Documents`;
    expect(shortPath(`${windows}\\a.dealbox`, windows)).toBe(String.raw`Documents\a.dealbox`);
  });

  test('elsewhere is the whole path', () => {
    expect(shortPath('/home/li/文档2/a.dealbox', '/home/li/文档')).toBe('/home/li/文档2/a.dealbox');
    expect(shortPath('/a.dealbox', '')).toBe('/a.dealbox');
  });
});
