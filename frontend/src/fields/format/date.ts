/** Dates and moments as people read them. A date is a calendar day without a time zone. */
import type { Lang } from '@/i18n';

export type DateStyle = 'table' | 'short' | 'long';

interface Day {
  year: number;
  month: number;
  day: number;
}

const zhDays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const enDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const enMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

function readDay(date: string): Day | null {
  const found = /^(\d{4,})-(\d{2})-(\d{2})$/.exec(date);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function utc(d: Day): number {
  return Date.UTC(d.year, d.month - 1, d.day);
}

/** Name of the weekday of a "2026-12-05". */
export function weekday(date: string, lang: Lang): string {
  const d = readDay(date);
  return d ? ((lang === 'en' ? enDays : zhDays)[new Date(utc(d)).getUTCDay()] ?? '') : '';
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [readDay(from), readDay(to)];
  return a && b ? Math.round((utc(b) - utc(a)) / 86_400_000) : 0;
}

/** The date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  const d = readDay(date);
  return d ? new Date(utc(d) + days * 86_400_000).toISOString().slice(0, 10) : date;
}

/** The day that it is in a zone, as "2026-12-05". */
export function today(zone?: string, now = new Date()): string {
  return parts(now, zone).date;
}

/**
 * A date for a table (2026-12-05, 5 Dec 2026), short without the year of `now` (12-05,
 * 5 Dec), or long with its weekday (2026年12月5日 周六, Sat, 5 Dec 2026).
 */
export function formatDate(
  date: string,
  lang: Lang,
  style: DateStyle = 'table',
  now = today(),
): string {
  const d = readDay(date);
  if (!d) return date;
  const sameYear = readDay(now)?.year === d.year;
  return lang === 'en' ? english(d, date, style, sameYear) : chinese(d, date, style, sameYear);
}

function english(d: Day, date: string, style: DateStyle, sameYear: boolean): string {
  const dayMonth = `${d.day} ${enMonths[d.month - 1]}`;
  if (style === 'short' && sameYear) return dayMonth;
  const lead = style === 'long' ? `${weekday(date, 'en')}, ` : '';
  return `${lead}${dayMonth} ${d.year}`;
}

function chinese(d: Day, date: string, style: DateStyle, sameYear: boolean): string {
  if (style === 'long') return `${d.year}年${d.month}月${d.day}日 ${weekday(date, 'zh-CN')}`;
  return style === 'short' && sameYear ? `${two(d.month)}-${two(d.day)}` : date;
}

/** Date and clock time of a moment in a zone. An unknown zone means this computer's. */
function parts(moment: Date, zone?: string): { date: string; clock: string } {
  const read = inZone(moment, formatterOf(zone));
  return {
    date: `${read.year}-${two(read.month)}-${two(read.day)}`,
    clock: `${two(read.hour)}:${two(read.minute)}`,
  };
}

interface Clock extends Day {
  hour: number;
  minute: number;
}

function inZone(moment: Date, format: Intl.DateTimeFormat): Clock {
  const all = format.formatToParts(moment);
  const read = (type: string) => Number(all.find((p) => p.type === type)?.value ?? 0);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  };
}

// Making a formatter costs more than a thousand uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone = ''): Intl.DateTimeFormat {
  const made = formatters.get(zone) ?? newFormatter(zone);
  formatters.set(zone, made);
  return made;
}

function newFormatter(zone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  const options = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...options,
      hourCycle: 'h23',
      ...(zone ? { timeZone: zone } : {}),
    });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23' });
  }
}

/** A moment (RFC 3339) as its date and clock time in a zone. */
export function formatMoment(
  moment: string,
  lang: Lang,
  zone?: string,
  style: DateStyle = 'table',
  now?: string,
): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const { date, clock } = parts(at, zone);
  return `${formatDate(date, lang, style, now)} ${clock}`;
}

/** The day of a moment in a zone, as "2026-12-05". */
export function dayOf(moment: string, zone?: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? '' : parts(at, zone).date;
}

/** The clock time of a moment in a zone, as "09:05". */
export function clockOf(moment: string, zone?: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? '' : parts(at, zone).clock;
}

/** 昨天, 今天, 明天, the weekday within the coming six days, else the short date. */
export function formatNear(date: string, lang: Lang, now = today()): string {
  const away = daysBetween(now, date);
  const near = lang === 'en' ? ['Yesterday', 'Today', 'Tomorrow'] : ['昨天', '今天', '明天'];
  if (away >= -1 && away <= 1) return near[away + 1] ?? '';
  return away > 1 && away < 7 ? weekday(date, lang) : formatDate(date, lang, 'short', now);
}
