/** The look: tokens, Mantine's theme, the grid's parameters, light and dark. */
export { asDensity, type Density, gridParams, rowHeights } from './grid';
export { asScheme, type Scheme, useScheme } from './scheme';
export { ThemeProvider } from './ThemeProvider';
export { dark, light, shared } from './tokens';
