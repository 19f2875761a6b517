import type { Lang } from './lang';

/** Base currencies that are offered first; a file takes any ISO currency in settings. */
export const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'TWD', 'JPY', 'GBP', 'SGD', 'AUD', 'CAD'];

/** The currency that is proposed in a language. */
export function proposedCurrency(lang: Lang): string {
  return lang === 'zh-CN' ? 'CNY' : 'USD';
}

/** A currency as people read it: 人民币 CNY, US Dollar USD. */
export function currencyName(code: string, lang: Lang): string {
  const name = new Intl.DisplayNames([lang], { type: 'currency' }).of(code);
  return name && name !== code ? `${name} ${code}` : code;
}

/** The zone of this computer, such as Asia/Shanghai. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
