import { describe, expect, it } from 'vitest';
import { setLang } from '@/i18n';
import { Failed, toFailed } from './failed';

const wire = {
  code: 'incomplete',
  key: 'stage.criteria',
  message: '请先填写需求',
  fields: ['need'],
  detail: 'save opportunity: stage.criteria',
};

describe('toFailed', () => {
  it('reads the object that a browser call rejects with', () => {
    expect(toFailed(wire)).toMatchObject(wire);
    expect(toFailed(wire)).toBeInstanceOf(Failed);
  });

  it('reads the JSON text that the window rejects with, bare or inside of an Error', () => {
    expect(toFailed(JSON.stringify(wire))).toMatchObject(wire);
    expect(toFailed(new Error(JSON.stringify(wire)))).toMatchObject(wire);
  });

  it('gives every field a value', () => {
    const failed = toFailed({ code: 'gone', key: 'list.gone', message: 'Ask again' });
    expect([failed.field, failed.fields, failed.detail]).toEqual(['', [], '']);
  });

  it('says that nobody answers when fetch cannot reach the program', () => {
    setLang('en');
    expect(toFailed(new TypeError('Failed to fetch'))).toMatchObject({
      code: 'unreachable',
      message: 'Dealbox does not answer; the program may have ended',
    });
    setLang('zh-CN');
  });

  it('keeps the text of anything else for technicians, not for the message', () => {
    const failed = toFailed('json: cannot unmarshal');
    expect(failed.code).toBe('internal');
    expect(failed.detail).toBe('json: cannot unmarshal');
    expect(failed.message).not.toContain('json');
    expect(toFailed('{broken').code).toBe('internal');
  });

  it('leaves a Failed as it is', () => {
    const failed = new Failed(wire);
    expect(toFailed(failed)).toBe(failed);
  });
});
