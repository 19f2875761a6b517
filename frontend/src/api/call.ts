import { toFailed } from './failed';
import type { Strict } from './types';

type Bound<A extends unknown[], R> = (...args: A) => Promise<R>;

/** Wraps a generated function: its failures become Failed and its "any" unknown. */
export function call<A extends unknown[], R>(fn: Bound<A, R>): Bound<A, Strict<R>> {
  return async (...args) => {
    try {
      return (await fn(...args)) as Strict<R>;
    } catch (thrown) {
      throw toFailed(thrown);
    }
  };
}
