import type { Lang } from '@/i18n';
import type { Money } from '../values';
import { compacted, grouped } from './number';

/** Signs that name one currency without doubt; the rest are written with their code. */
const signs: Record<string, string> = {
  CNY: '¥',
  USD: '$',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  TWD: 'NT$',
  JPY: 'JP¥',
  KRW: '₩',
  INR: '₹',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
};

/** The sign of a currency, or its code and a space. */
export function currencySign(currency: string): string {
  return signs[currency] ?? (currency ? `${currency} ` : '');
}

/** ¥128,000.00 in full, ¥12.8万 or ¥128K when compact. */
export function formatMoney(money: Money, lang: Lang, compact = false): string {
  const minus = money.amount.startsWith('-');
  const amount = minus ? money.amount.slice(1) : money.amount;
  const digits = compact ? compacted(amount, lang) : grouped(amount);
  return (minus ? '-' : '') + currencySign(money.currency) + digits;
}
