import { describe, expect, it } from 'vitest';
import { dark, light } from './tokens';

type Scheme = Record<string, string>;

function channel(hex: string, at: number): number {
  const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
}

/** The contrast of two colours as WCAG counts it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const STAGES = ['new', 'con', 'qua', 'pro', 'neg', 'ctr', 'won', 'lost', 'hold'];
const MEANINGS = ['success', 'warning', 'danger', 'info', 'purple', 'primary'];

/** Pairs of text and ground that stand on screen. */
function pairsOf(scheme: Scheme): [name: string, ratio: number][] {
  const pair = (text: string, ground: string): [string, number] => [
    `${text} on ${ground}`,
    contrast(scheme[`--${text}`] ?? '', scheme[`--${ground}`] ?? ''),
  ];
  const surfaces = ['bg', 'canvas', 'sunken'];
  return [
    ...['text', 'text-2', 'text-3'].flatMap((text) => surfaces.map((s) => pair(text, s))),
    ...MEANINGS.flatMap((m) => [pair(m, 'bg'), pair(m, `${m}-soft`)]),
    ...STAGES.map((s) => pair(`st-${s}`, `st-${s}-soft`)),
    pair('on-primary', 'primary'),
    pair('on-primary', 'primary-hover'),
  ];
}

describe.each([
  ['light', light as Scheme],
  ['dark', dark as Scheme],
])('%s', (_, scheme) => {
  it('has text that can be read: 4.5 to 1', () => {
    expect(pairsOf(scheme).filter(([, ratio]) => !(ratio >= 4.5))).toEqual([]);
  });

  it('has controls and stage bars that can be seen: 3 to 1', () => {
    const seen = ['control-border', 'focus', ...STAGES.map((s) => `st-${s}-bar`)];
    const low = seen.filter((c) => !(contrast(scheme[`--${c}`] ?? '', scheme['--bg'] ?? '') >= 3));
    expect(low).toEqual([]);
  });
});
