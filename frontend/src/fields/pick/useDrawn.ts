import { useEffect, useReducer } from 'react';

/**
 * Draws a picker once more after its list opened. Only then does the list have an id for
 * the input to name it by (aria-controls, aria-expanded).
 */
export function useDrawn(opened: boolean): void {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (opened) again();
  }, [opened]);
}
