import assert from 'node:assert/strict';

/** What can be expected of a value. `text` says in the failure what it was about. */
const matchers = {
  toBe: (value, wanted, text) => assert.equal(value, wanted, text && explain(text, value, wanted)),
  toEqual: (value, wanted, text) => assert.deepEqual(value, wanted, text),
  toBeTruthy: (value, _, text) => assert.ok(value, text ?? `expected something, got ${value}`),
  toBeFalsy: (value, _, text) => assert.ok(!value, text ?? `expected nothing, got ${value}`),
  toContain: (value, wanted, text) =>
    assert.ok(value.includes(wanted), explain(text ?? 'contains', value, wanted)),
  toMatch: (value, wanted, text) => assert.match(value, wanted, text),
  toBeAtMost: (value, wanted, text) =>
    assert.ok(value <= wanted, explain(text ?? 'at most', value, wanted)),
  toBeAtLeast: (value, wanted, text) =>
    assert.ok(value >= wanted, explain(text ?? 'at least', value, wanted)),
};

function explain(text, value, wanted) {
  return `${text}: got ${JSON.stringify(value)}, want ${JSON.stringify(wanted)}`;
}

/** expect(value, 'what it is about').toBe(wanted), and the other matchers. */
export function expect(value, text) {
  const entries = Object.entries(matchers);
  return Object.fromEntries(
    entries.map(([name, match]) => [name, (wanted) => match(value, wanted, text)]),
  );
}

/**
 * Waits until a value is as expected: await expect.soon(() => page.title()).toBe('Board').
 * The function is asked again until then or for ten seconds; then its last failure counts.
 */
expect.soon = (ask, text, seconds = 10) => {
  const until = (match) => async (wanted) => {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      try {
        return match(await ask(), wanted, text);
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  };
  return Object.fromEntries(Object.entries(matchers).map(([name, m]) => [name, until(m)]));
};
