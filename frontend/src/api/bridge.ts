/**
 * The generated bindings call window.go.app.Service.Method. The window defines that object;
 * in a plain browser this one answers to every name and posts to the program that serves
 * the page.
 */
type Call = (...args: unknown[]) => Promise<unknown>;
type Services = Record<string, Record<string, Call>>;

declare global {
  interface Window {
    go?: Record<string, Services>;
    runtime?: unknown;
  }
}

async function answer(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw new Error(`${response.status} ${response.statusText}: ${text.slice(0, 200)}`);
  }
}

/** Posts one call. Rejects with the failure object that the core sent. */
async function post(service: string, method: string, args: unknown[]): Promise<unknown> {
  const response = await fetch(`/api/${service}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(args),
  });
  const value = await answer(response);
  if (!response.ok) throw value;
  return value;
}

/** An object that makes a value for every name but "then", so that it is never awaited. */
function level<T>(make: (name: string) => T): Record<string, T> {
  return new Proxy({} as Record<string, T>, {
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? make(name) : undefined),
  });
}

/** Says whether the page is in the program's own window. */
export function inWindow(): boolean {
  return window.runtime !== undefined;
}

/** Defines window.go where no window has. Call once, before anything else. */
export function bridge(): void {
  window.go ??= level(() =>
    level((service) =>
      level(
        (method) =>
          (...args: unknown[]) =>
            post(service, method, args),
      ),
    ),
  );
}
