import type { InputProps } from '../contract';
import { PlainInput } from '../typed/PlainInput';

/** One line of text. */
export function LineInput(props: InputProps) {
  return <PlainInput {...props} />;
}

/** Several lines of text. */
export function LongInput(props: InputProps) {
  return <PlainInput {...props} lines />;
}
