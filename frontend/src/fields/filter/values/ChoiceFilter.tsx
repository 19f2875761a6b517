import { ChoicesInput } from '../../choices/ChoicesInput';
import type { FilterProps } from '../../contract';

/** Some of the choices. */
export function ChoiceFilter({ field, type, value, onChange, onDone }: FilterProps) {
  return (
    <ChoicesInput
      field={field}
      type={type}
      autoFocus
      value={value}
      onChange={onChange}
      onDone={(_, how) => how === 'enter' && onDone?.()}
    />
  );
}
