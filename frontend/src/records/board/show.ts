import type { Card, StageInfo, Sum } from '@/api/types';
import { daysBetween, formatDate, formatNear } from '@/fields/format/date';
import { formatMoney } from '@/fields/format/money';
import { readMoney, readRef, readText } from '@/fields/values';
import type { Lang } from '@/i18n';
import { field } from './keys';

/** What a card says, ready to be drawn. Parts without a value are "". */
export interface CardText {
  account: string;
  amount: string;
  /** Expected close; "" once it has ended. */
  close: string;
  /** When it was won or lost. */
  closed: string;
  /** Why it was lost. */
  reason: string;
  next: string;
  due: 'over' | 'today' | 'later' | 'none';
  owner: string;
}

/** A total in few characters, such as ¥216.7万. */
export function showTotal(sum: Sum, lang: Lang): string {
  return formatMoney({ amount: sum.amount || '0', currency: sum.currency }, lang, true);
}

/** A column's sum, such as ¥1.02M or ¥110M: where it is narrow, three digits say enough. */
export function showSum(sum: Sum, lang: Lang): string {
  return showTotal(sum, lang).replace(/\d+\.\d+/, (n) =>
    String(Number(n) < 100 ? Number(Number(n).toPrecision(3)) : Math.round(Number(n))),
  );
}

/** What a card says in a language on a day. */
export function cardText(card: Card, stage: StageInfo, lang: Lang, today: string): CardText {
  const values = card.values;
  const amount = readMoney(values[field.amount]);
  const open = stage.meaning === 'open';
  const day = (key: string) => nearDate(readText(values[key]), lang, today);
  return {
    account: readRef(values[field.account])?.title ?? '',
    amount: amount ? formatMoney(amount, lang, true) : '',
    close: open ? day(field.expectedClose) : '',
    closed: open ? '' : day(field.closedDate),
    reason: open ? '' : (readRef(values[field.lostReason])?.title ?? ''),
    owner: readRef(values[field.owner])?.title ?? '',
    ...(open ? nextStep(card, lang, today) : ended),
  };
}

const ended = { next: '', due: 'none' } as const;

/** A date without its year when there can be no doubt about it. */
function nearDate(date: string, lang: Lang, today: string): string {
  if (date === '') return '';
  const away = daysBetween(today, date);
  return formatDate(date, lang, 'short', away > -60 && away < 300 ? date : today);
}

/** The next step with its day: "Today · call back", "20 Nov · send quote". */
export function nextStep(
  card: Pick<Card, 'values'>,
  lang: Lang,
  today: string,
): Pick<CardText, 'next' | 'due'> {
  const date = readText(card.values[field.nextStepDate]);
  const text = readText(card.values[field.nextStep]);
  const away = date ? daysBetween(today, date) : 0;
  const due = !date ? 'none' : away < 0 ? 'over' : away === 0 ? 'today' : 'later';
  const day = !date
    ? ''
    : away < 0
      ? formatDate(date, lang, 'short', today)
      : formatNear(date, lang, today);
  const between = lang === 'en' ? ' · ' : ' ';
  return { next: [day, text].filter(Boolean).join(between), due };
}
