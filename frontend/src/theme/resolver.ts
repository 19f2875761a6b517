import type { CSSVariablesResolver } from '@mantine/core';
import { dark, light, shared } from './tokens';

/** Mantine's own variables, said in ours. */
const mapped = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-disabled': 'var(--chip)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--primary)',
  '--mantine-primary-color-filled': 'var(--primary)',
  '--mantine-primary-color-filled-hover': 'var(--primary-hover)',
  '--mantine-primary-color-contrast': 'var(--on-primary)',
  '--mantine-primary-color-light': 'var(--primary-soft)',
  '--mantine-primary-color-light-color': 'var(--primary)',
};

/** Puts the tokens on the page and Mantine's variables on the tokens. */
export const resolver: CSSVariablesResolver = () => ({
  variables: { ...shared },
  light: { ...light, ...mapped },
  dark: { ...dark, ...mapped },
});
