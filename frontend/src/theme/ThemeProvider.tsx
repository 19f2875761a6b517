import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import './mantine.css';
import './base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { resolver } from './resolver';
import { theme } from './theme';

// Only a copy, so that a dark window does not flash white before the preferences come.
const lastScheme = localStorageColorSchemeManager({ key: 'dealbox-theme' });

/** The look of the program around its screens. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      colorSchemeManager={lastScheme}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
