import { useWords } from '@/i18n';
import type { FilterProps } from '../../contract';
import { DateInput } from '../../date/DateInput';
import { Choose } from '../../pick/Choose';
import { TimeInput } from '../../time/TimeInput';
import { fieldWords } from '../../words';
import { isPeriod, periods, periodWords } from '../periods';
import { Ends } from './Ends';

/** A period in relative words, or a day. */
export function DateFilter(props: FilterProps) {
  const t = useWords(fieldWords);
  const p = useWords(periodWords);
  if (props.op !== 'within') {
    return <Ends {...props} Input={props.field.kind === 'time' ? TimeInput : DateInput} />;
  }
  return (
    <Choose
      label={t.period}
      autoFocus
      required
      items={periods.map((period) => ({ key: period, label: p[period] }))}
      chosen={isPeriod(props.value) ? props.value : ''}
      onPick={props.onChange}
    />
  );
}
