import { ChoicesInput } from '../../choices/ChoicesInput';
import type { FilterProps } from '../../contract';

/** Some of the choices. */
export function ChoiceFilter({ field, type, value, onChange }: FilterProps) {
  return <ChoicesInput field={field} type={type} autoFocus value={value} onChange={onChange} />;
}
