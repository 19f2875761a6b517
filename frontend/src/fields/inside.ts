import { createContext } from 'react';

/**
 * Whether inputs open their lists in place instead of at the end of the page: true inside
 * popovers, which would take a click in a list elsewhere for one outside of them.
 */
export const OpenInPlace = createContext(false);
