/**
 * Kinds of field: how their values are shown, edited, filtered and copied. Screens are
 * generic; what differs by kind is here.
 */

export type { CellProps, Done, FilterProps, InputProps, Kind } from './contract';
export { copyText, type FormatField, type FormatOptions, formatValue, optionLabel } from './format';
export {
  addDays,
  clockOf,
  dayOf,
  daysBetween,
  formatDate,
  formatMoment,
  formatNear,
  today,
  weekday,
} from './format/date';
export { currencySign, formatMoney } from './format/money';
export { OpenInPlace } from './inside';
export { isComposing } from './keys';
export {
  isKind,
  isLinked,
  isLong,
  isNumeric,
  isSet,
  isSummable,
  type KindName,
  kindNames,
  kindOf,
} from './kinds';
export { targetOf } from './link/LinkInput';
export { stagesBeside, useStages } from './link/stages';
export { currencies } from './money/MoneyInput';
export { kindOfField, kinds } from './registry';
export { settleInputs } from './settle';
export { readWords } from './typed/useReading';
export {
  isEmpty,
  type Money,
  readDecimal,
  readMoney,
  readOption,
  readOptions,
  readRef,
  readRefs,
  readText,
  readTexts,
} from './values';
