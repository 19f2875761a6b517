/** Numbers as people read them. Decimals stay text all the way: no amount goes through a float. */
import type { Lang } from '@/i18n';

/** A plain decimal with its thousands grouped: "1234.50" → "1,234.50". */
export function grouped(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(\.\d+)?$/.exec(decimal) ?? [];
  if (whole === '') return decimal;
  return (sign === '-' ? '-' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

interface Step {
  from: number;
  unit: string;
  digits: number;
}

const steps: Record<Lang, Step[]> = {
  'zh-CN': [
    { from: 1e8, unit: '亿', digits: 2 },
    { from: 1e4, unit: '万', digits: 1 },
  ],
  en: [
    { from: 1e9, unit: 'B', digits: 2 },
    { from: 1e6, unit: 'M', digits: 2 },
    { from: 1e3, unit: 'K', digits: 1 },
  ],
};

/** A decimal in few characters: 128000 → "12.8万" or "128K"; small ones in full. */
export function compacted(decimal: string, lang: Lang): string {
  const value = Number(decimal);
  const size = Math.abs(value);
  const step = steps[lang].find((s, i, all) =>
    // 99,999,999 is 1亿 rather than 10000万; but 9,999 is short enough as it is.
    i < all.length - 1 ? Number((size / s.from).toFixed(s.digits)) >= 1 : size >= s.from,
  );
  if (!step) return grouped(trimmed(value.toFixed(2)));
  return grouped(trimmed((value / step.from).toFixed(step.digits))) + step.unit;
}

/** Without zeros after the point: "12.80" → "12.8", "38.0" → "38". */
function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
