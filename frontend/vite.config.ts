import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Vitest prints failures with Map.groupBy, which Node.js 20 lacks. */
function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
if (!('groupBy' in Map)) Object.assign(Map, { groupBy });

/**
 * The dev server writes inline scripts for hot reload, which the page's own policy
 * refuses. So the policy is taken out there, and only there.
 */
const withoutPolicy = {
  name: 'without-content-security-policy',
  apply: 'serve' as const,
  transformIndexHtml: (html: string) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  plugins: [react(), withoutPolicy],
  base: './',
  resolve: { tsconfigPaths: true },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: 'dist',
    target: ['safari16', 'chrome110'],
    // The record grid is a chunk of its own because the list screen is loaded when it is
    // first shown; 1 MB of it is what a grid costs, not a mistake.
    chunkSizeWarningLimit: 1200,
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
  },
});
