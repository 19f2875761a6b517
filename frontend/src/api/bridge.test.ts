import { afterEach, expect, it, vi } from 'vitest';
import { bridge } from './bridge';
import { Failed } from './failed';
import { api } from './services';

afterEach(() => {
  delete window.go;
  vi.unstubAllGlobals();
});

function serve(status: number, body: unknown) {
  const answer = async () => new Response(JSON.stringify(body), { status });
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(answer);
  vi.stubGlobal('fetch', fetch);
  bridge();
  return fetch;
}

it('posts the arguments as an array to the method', async () => {
  const fetch = serve(200, { id: '1' });
  await expect(api.records.get('account', '1')).resolves.toEqual({ id: '1' });
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/Records/Get');
  expect(fetch.mock.calls[0]?.[1].body).toBe('["account","1"]');
});

it('throws Failed with what the core said', async () => {
  serve(422, { code: 'invalid', key: 'number.bad', message: 'Not a number', field: 'amount' });
  const failed = await api.records.get('account', '1').catch((thrown: unknown) => thrown);
  expect(failed).toBeInstanceOf(Failed);
  expect(failed).toMatchObject({ code: 'invalid', field: 'amount' });
});

it('leaves the window its own', () => {
  const own = {};
  window.go = own;
  bridge();
  expect(window.go).toBe(own);
});
