/**
 * The two languages. Words stand in pairs beside the feature that shows them; words of
 * records come with the schema.
 */
export { CURRENCIES, currencyName, localZone, proposedCurrency } from './currency';
export { formatCount, formatMoment, formatSize, inSentence, shortDate } from './format';
export { asLang, currentLang, type Lang, pick, setLang, type Text, useLang } from './lang';
export { type Pair, pairs, type Say, sayIn, useWords, type Words } from './pairs';
