import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { controls } from './controls';
import focus from './focus.module.css';
import { shared } from './tokens';

/** Step 8 is the primary of the light scheme, 4 of the dark one, 9 and 3 are under the pointer. */
const accent: MantineColorsTuple = [
  '#E8F0FE',
  '#D3E2FD',
  '#B5CDFE',
  '#8DB6FF',
  '#6EA2FF',
  '#4F89F5',
  '#3B78EA',
  '#2F6FE4',
  '#1F5FD6',
  '#184CB0',
];

const ease = { transitionProps: { duration: 120, timingFunction: shared['--ease'] } };

/** Mantine in our look. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  black: '#0D1526',
  fontFamily: shared['--font-ui'],
  fontFamilyMonospace: shared['--font-mono'],
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '18px', sm: '20px', md: '22px', lg: '22px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px' },
  shadows: { sm: 'var(--shadow-pop)', md: 'var(--shadow-drag)' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '18px', lineHeight: '26px' } } },
  defaultRadius: 'sm',
  cursorType: 'default',
  focusClassName: focus.ring,
  respectReducedMotion: true,
  components: {
    ...controls,
    Popover: { defaultProps: { ...ease, shadow: 'sm', radius: 'md', withinPortal: true } },
    Menu: {
      defaultProps: {
        ...ease,
        shadow: 'sm',
        radius: 'md',
        loop: true,
        // The place that Mantine focuses first is no menu item, which role=menu forbids.
        withInitialFocusPlaceholder: false,
      },
    },
    Combobox: { defaultProps: { ...ease, shadow: 'sm', radius: 'md' } },
    Tooltip: { defaultProps: { ...ease, openDelay: 400, withArrow: false } },
    Modal: { defaultProps: { ...ease, radius: 'lg', centered: true } },
  },
});
