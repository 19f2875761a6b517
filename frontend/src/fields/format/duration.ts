import type { Lang } from '@/i18n';

/** Seconds as people say them: 5400 → "1 h 30 min" or "1 小时 30 分". */
export function formatDuration(seconds: number, lang: Lang): string {
  const [h, min, s] = lang === 'en' ? ['h', 'min', 's'] : ['小时', '分', '秒'];
  const size = Math.abs(Math.trunc(seconds));
  const parts = [
    [Math.floor(size / 3600), h],
    [Math.floor(size / 60) % 60, min],
    [size % 60, s],
  ].filter(([n]) => n !== 0);
  const text = parts.map(([n, unit]) => `${n} ${unit}`).join(' ');
  return (seconds < 0 ? '-' : '') + (text || `0 ${s}`);
}
