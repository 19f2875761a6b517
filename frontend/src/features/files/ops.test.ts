import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, client, type FileInfo, keys, type State } from '@/api';
import { openPath } from './ops';

const RECORD = '#/r/opportunity/01JCZ3V5W8Q4N7T2R6K9M0B1XA';
const file = (path: string) => ({ path, me: { id: '1' } }) as FileInfo;

beforeEach(() => {
  client.clear();
  window.location.hash = RECORD;
  vi.spyOn(api.files, 'state').mockResolvedValue({} as State);
  vi.spyOn(api.files, 'open').mockImplementation(async (path) => file(path));
});

afterEach(() => vi.restoreAllMocks());

function opened(path?: string): void {
  client.setQueryData(keys.state, { file: path && file(path) } as State);
}

it('leaves the record page of the former file for the board of the next', async () => {
  opened('/a.dealbox');
  await openPath('/b.dealbox');
  expect(window.location.hash).toBe('#/board');
});

it('stays where one is in the same file', async () => {
  opened('/a.dealbox');
  await openPath('/a.dealbox');
  expect(window.location.hash).toBe(RECORD);
});

it('stays where a link led before there was a file', async () => {
  opened();
  await openPath('/a.dealbox');
  expect(window.location.hash).toBe(RECORD);
});
