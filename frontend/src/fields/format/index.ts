/** Values as people read them, by kind, in both languages. */
import type { FieldInfo, OptionInfo } from '@/api/types';
import { type Lang, pick } from '@/i18n';
import { type KindName, kindOf } from '../kinds';
import {
  isEmpty,
  readDecimal,
  readMoney,
  readOption,
  readOptions,
  readRef,
  readRefs,
  readText,
  readTexts,
} from '../values';
import { type DateStyle, formatDate, formatMoment } from './date';
import { formatDuration } from './duration';
import { formatMoney } from './money';
import { compacted, grouped } from './number';
import { formatPhone, formatUrl } from './phone';

/** How a value is written. All are optional. */
export interface FormatOptions {
  /** Few characters for cards: ¥12.8万, 12-05. */
  compact?: boolean;
  /** Overrides the style of dates that `compact` gives. */
  date?: DateStyle;
  /** IANA zone of the workspace, for moments. */
  zone?: string;
  /** The day it is, "2026-12-05"; for short dates of another year. */
  today?: string;
}

/** What a formatter needs of a field. */
export type FormatField = Pick<FieldInfo, 'kind' | 'options'> & Partial<Pick<FieldInfo, 'plain'>>;

type Format = (value: unknown, field: FormatField, lang: Lang, options: FormatOptions) => string;

function separator(lang: Lang): string {
  return lang === 'en' ? ', ' : '、';
}

/** The label of a choice; a choice that no longer exists shows its number. */
export function optionLabel(
  options: OptionInfo[] | null | undefined,
  num: number,
  lang: Lang,
): string {
  if (num === 0) return '';
  const option = options?.find((o) => o.num === num);
  return option ? pick(option.label, lang) : `#${num}`;
}

function dateStyle(options: FormatOptions): DateStyle {
  return options.date ?? (options.compact ? 'short' : 'table');
}

const asText: Format = (value) => readText(value);

const asNumber: Format = (value, field, lang, options) => {
  const decimal = readDecimal(value);
  if (decimal === null) return '';
  if (field.plain) return decimal;
  return options.compact ? compacted(decimal, lang) : grouped(decimal);
};

const asMoney: Format = (value, _field, lang, options) => {
  const money = readMoney(value);
  return money ? formatMoney(money, lang, options.compact) : '';
};

const asPercent: Format = (value) => {
  const decimal = readDecimal(value);
  return decimal === null ? '' : `${grouped(decimal)}%`;
};

const asRef: Format = (value) => readRef(value)?.title ?? '';

// Long texts are not in lists, which say only that there is one.
const asLong: Format = (value) => (value === true ? '…' : readText(value));

const formats: Record<KindName, Format> = {
  text: asText,
  longtext: asLong,
  markdown: asLong,
  integer: asNumber,
  number: asNumber,
  money: asMoney,
  percent: asPercent,
  date: (value, _field, lang, options) =>
    formatDate(readText(value), lang, dateStyle(options), options.today),
  time: (value, _field, lang, options) =>
    formatMoment(readText(value), lang, options.zone, dateStyle(options), options.today),
  duration: (value, _field, lang) => (typeof value === 'number' ? formatDuration(value, lang) : ''),
  bool: (value, _field, lang) =>
    value === true ? (lang === 'en' ? 'Yes' : '是') : lang === 'en' ? 'No' : '否',
  choice: (value, field, lang) => optionLabel(field.options, readOption(value), lang),
  choices: (value, field, lang) =>
    readOptions(value)
      .map((num) => optionLabel(field.options, num, lang))
      .join(separator(lang)),
  tags: (value, _field, lang) => readTexts(value).join(separator(lang)),
  link: asRef,
  links: (value, _field, lang) =>
    readRefs(value)
      .map((ref) => ref.title)
      .join(separator(lang)),
  member: asRef,
  phone: (value) => formatPhone(readText(value)),
  email: asText,
  url: (value) => formatUrl(readText(value)),
  auto: asText,
};

/** The value of a field as people read it; "" when it is empty. */
export function formatValue(
  field: FormatField,
  value: unknown,
  lang: Lang,
  options: FormatOptions = {},
): string {
  return isEmpty(value) ? '' : formats[kindOf(field)](value, field, lang, options);
}

/**
 * The value as a spreadsheet reads it back: plain decimals without grouping or currency,
 * ISO dates, several members joined by a comma; words and names as shown.
 */
export function copyText(field: FormatField, value: unknown, lang: Lang, zone?: string): string {
  const kind = kindOf(field);
  if (isEmpty(value)) return '';
  if (kind === 'money') return readMoney(value)?.amount ?? '';
  if (kind === 'integer' || kind === 'number' || kind === 'duration')
    return readDecimal(value) ?? '';
  if (kind === 'date' || kind === 'url') return readText(value);
  if (kind === 'time') return formatMoment(readText(value), 'zh-CN', zone);
  return formatValue(field, value, lang);
}
