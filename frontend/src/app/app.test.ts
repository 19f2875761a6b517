import { beforeEach, describe, expect, it } from 'vitest';
import type { Job, TypeInfo } from '@/api';
import { keyLabel, useToasts } from '@/ui';
import { follow, progressText } from './jobs';
import { isHere, navPath, navTypes } from './nav';

const type = (key: string, nav = true) => ({ key, nav }) as TypeInfo;

describe('sidebar', () => {
  it('shows the types that are for it, in its order, own types last', () => {
    const types = [type('account'), type('own_1'), type('stage', false), type('opportunity')];
    expect(navTypes(types).map((t) => t.key)).toEqual(['opportunity', 'account', 'own_1']);
  });

  it('knows where it leads and where one is', () => {
    expect([navPath('opportunity'), navPath('lead')]).toEqual(['/board', '/list/lead']);
    expect(isHere('opportunity', '/list/opportunity')).toBe(true);
    expect(isHere('lead', '/r/lead/1')).toBe(true);
    expect(isHere('lead', '/list/leads')).toBe(false);
  });
});

describe('jobs', () => {
  const job = (id: string, state: string, done = 0): Job => ({
    id,
    kind: 'copy',
    label: { en: 'Copy', zh: '副本' },
    state,
    done,
    total: 2048,
    unit: 'bytes',
    counts: {} as Job['counts'],
    result: 'D:\\a.dealbox',
  });
  const shown = () => useToasts.getState().list.map((toast) => toast.id);

  beforeEach(() => useToasts.setState({ list: [] }));

  it('show nothing for a second, then how far they are', () => {
    follow(job('a', 'running'), 0);
    expect(shown()).toEqual([]);
    follow(job('a', 'running', 1024), 1000);
    expect(useToasts.getState().list[0]?.progress).toEqual({ done: 1024, total: 2048 });
    expect(progressText(job('a', 'running', 1024))).toBe('1.0 KB / 2.0 KB');
  });

  it('say once how they ended', () => {
    follow(job('b', 'running'), 0);
    follow(job('b', 'running'), 2000);
    follow(job('b', 'done', 2048), 3000);
    expect(shown()).not.toContain('b');
    expect(useToasts.getState().list[0]?.note).toBe('D:\\a.dealbox');
  });

  it('say why they failed', () => {
    const error = { code: 'internal', key: 'x', message: '磁盘空间不足' };
    follow({ ...job('c', 'failed'), error }, 0);
    expect(useToasts.getState().list[0]).toMatchObject({ message: '磁盘空间不足', tone: 'danger' });
  });
});

describe('key caps', () => {
  it('are in the words of the keyboard', () => {
    expect(keyLabel('Mod+Shift+Z', false)).toBe('Ctrl ⇧ Z');
    expect(keyLabel('Mod+Shift+Z', true)).toBe('⇧⌘Z');
    expect(keyLabel('G P', false)).toBe('G P');
  });
});
