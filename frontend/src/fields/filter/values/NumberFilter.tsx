import type { FilterProps } from '../../contract';
import { MoneyInput } from '../../money/MoneyInput';
import { NumberInput } from '../../number/NumberInput';
import { Ends } from './Ends';

/** A number or an amount, or two for "between". */
export function NumberFilter(props: FilterProps) {
  return <Ends {...props} Input={props.field.kind === 'money' ? MoneyInput : NumberInput} />;
}
