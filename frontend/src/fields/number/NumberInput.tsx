import { useLang } from '@/i18n';
import type { InputProps } from '../contract';
import { formatValue } from '../format';
import { TypedInput } from '../typed/TypedInput';
import { readDecimal } from '../values';

/** A number as it is said: 1,200, 12.8万, 3.5k. Percent and durations are read the same way. */
export function NumberInput(props: InputProps) {
  const { field, value } = props;
  const lang = useLang();
  const shown = formatValue(field, value, lang);
  // Durations are edited as they are shown: "1 h 30 min" reads better than 5400.
  const plain = field.kind === 'duration' ? shown : (readDecimal(value) ?? '');
  return (
    <TypedInput
      {...props}
      shown={shown}
      plain={plain}
      align={props.look === 'cell' ? 'right' : 'left'}
      inputMode={field.kind === 'duration' ? undefined : 'decimal'}
    />
  );
}
