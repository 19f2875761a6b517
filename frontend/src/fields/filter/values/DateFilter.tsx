import { Select } from '@mantine/core';
import { useWords } from '@/i18n';
import type { FilterProps } from '../../contract';
import { DateInput } from '../../date/DateInput';
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
    <Select
      aria-label={t.period}
      autoFocus
      searchable
      maxDropdownHeight={280}
      data={periods.map((period) => ({ value: period, label: p[period] }))}
      value={isPeriod(props.value) ? props.value : null}
      onChange={props.onChange}
    />
  );
}
