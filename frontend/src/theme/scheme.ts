import { useMantineColorScheme } from '@mantine/core';
import { useCallback } from 'react';

/** A preference: as the system, light or dark. */
export type Scheme = 'system' | 'light' | 'dark';

/** Reads a preference; what is unknown follows the system. */
export function asScheme(name: string): Scheme {
  return name === 'light' || name === 'dark' ? name : 'system';
}

/** What is shown and how to switch it; the caller keeps the preference. */
export function useScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const scheme: Scheme = colorScheme === 'auto' ? 'system' : colorScheme;
  const setScheme = useCallback(
    (next: Scheme) => setColorScheme(next === 'system' ? 'auto' : next),
    [setColorScheme],
  );
  return { scheme, setScheme };
}
