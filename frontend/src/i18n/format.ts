import type { Lang } from './lang';

const numbers: Record<Lang, Intl.NumberFormat> = {
  'zh-CN': new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en'),
};

/** A whole number with separators: 10,005. */
export function formatCount(n: number, lang: Lang): string {
  return numbers[lang].format(n);
}

const SIZES = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A size in bytes as people read it: 4.2 MB. */
export function formatSize(bytes: number): string {
  let step = 0;
  let n = bytes;
  while (n >= 1024 && step < SIZES.length - 1) {
    n /= 1024;
    step++;
  }
  const digits = step > 0 && n < 10 ? 1 : 0;
  return `${n.toFixed(digits)} ${SIZES[step]}`;
}

/**
 * A moment (RFC 3339) in the workspace's zone, short: only the time for today, the date and
 * time otherwise. An unreadable moment comes back as it is.
 */
export function formatMoment(moment: string, lang: Lang, now = new Date(), zone?: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const timeZone = zone || undefined;
  const day = (d: Date) => d.toLocaleDateString('en-CA', { timeZone });
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  if (day(at) === day(now)) return time;
  return `${shortDate(day(at), day(now), lang)} ${time}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date (2026-12-05), short: 12-05 or 5 Dec, with the year where it is not today's. */
export function shortDate(date: string, today: string, lang: Lang): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const same = today.startsWith(`${year}-`);
  if (lang === 'zh-CN') return same ? `${month}-${day}` : `${year}-${month}-${day}`;
  const name = MONTHS[Number(month) - 1] ?? month;
  return same ? `${Number(day)} ${name}` : `${Number(day)} ${name} ${year}`;
}

/** A word such as a plural in the middle of a sentence: English writes it small. */
export function inSentence(word: string, lang: Lang): string {
  return lang === 'en' ? word.toLowerCase() : word;
}
