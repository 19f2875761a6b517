import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, client, type State, type TypeInfo } from '@/api';
import { setLang } from '@/i18n';
import { useToasts } from '@/ui';
import { followLink, linkTarget, takeLink } from './link';

const ID = '01JCZ3V5W8Q4N7T2R6K9M0B1XA';
const RECORD = { type: 'opportunity', id: ID };

describe('linkTarget', () => {
  it.each([
    `dealbox://record/opportunity/${ID}`,
    `Dealbox://RECORD/Opportunity/${ID.toLowerCase()}/`,
    ` dealbox://record/opportunity/${ID}\n`,
  ])('reads %j', (link) => {
    expect(linkTarget(link)).toEqual(RECORD);
  });

  it('reads types of one\u2019s own', () => {
    expect(linkTarget(`dealbox://record/own_1/${ID}`)).toEqual({ type: 'own_1', id: ID });
  });

  it.each([
    '',
    'dealbox://',
    'dealbox://open',
    'dealbox://record',
    'dealbox://record/opportunity/',
    'dealbox://record/opportunity/1',
    `dealbox://record/opportunity/${ID}0`,
    `dealbox://record/../${ID}`,
    `dealbox://record/opportunity/${ID}?edit=1`,
    `dealbox://record/opportunity/${ID}#x`,
    `dealbox://delete/opportunity/${ID}`,
    `https://record/opportunity/${ID}`,
    `dealbox://record/opportunity/${ID}\njavascript:1`,
  ])('refuses %j', (link) => {
    expect(linkTarget(link)).toBeUndefined();
  });
});

describe('takeLink', () => {
  it('takes a link out of the address, once', () => {
    window.location.hash = `#dealbox://record/opportunity/${ID}`;
    expect(takeLink()).toBe(`dealbox://record/opportunity/${ID}`);
    expect(window.location.hash).toBe('#/board');
    expect(takeLink()).toBeUndefined();
  });

  it('leaves alone what is no link', () => {
    window.location.hash = '#/list/account';
    expect(takeLink()).toBeUndefined();
    expect(window.location.hash).toBe('#/list/account');
  });
});

describe('followLink', () => {
  const open = (file: boolean) =>
    vi.spyOn(api.files, 'state').mockResolvedValue((file ? { file: {} } : {}) as State);
  const told = () => useToasts.getState().list.map(({ message }) => message);

  beforeEach(() => {
    setLang('en');
    client.clear();
    window.location.hash = '';
    useToasts.setState({ list: [] });
    vi.spyOn(api.schema, 'types').mockResolvedValue([{ key: 'opportunity' } as TypeInfo]);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    setLang('zh-CN');
  });

  it('goes to the page of the record', async () => {
    open(true);
    await followLink(`dealbox://record/opportunity/${ID}`);
    expect(window.location.hash).toBe(`#/r/opportunity/${ID}`);
    expect(told()).toEqual([]);
  });

  it('asks for the file while none is open', async () => {
    open(false);
    await followLink(`dealbox://record/opportunity/${ID}`);
    expect(told()).toEqual(['Open the file that has this record first']);
  });

  it.each(['dealbox://open', `dealbox://record/planet/${ID}`])(
    'says that it does not understand %s',
    async (link) => {
      open(true);
      await followLink(link);
      expect(told()).toEqual([`This link is not understood: ${link}`]);
      expect(window.location.hash).toBe('');
    },
  );

  it('cuts a long link where it is shown', async () => {
    open(true);
    await followLink(`dealbox://${'x'.repeat(5000)}`);
    expect(told()[0]?.length).toBeLessThan(200);
  });
});
