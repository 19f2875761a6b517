import { Select } from '@mantine/core';
import { useContext } from 'react';
import { useWords } from '@/i18n';
import type { FilterProps } from '../../contract';
import { DateInput } from '../../date/DateInput';
import { OpenInPlace } from '../../inside';
import { TimeInput } from '../../time/TimeInput';
import { fieldWords } from '../../words';
import { isPeriod, periods, periodWords } from '../periods';
import { Ends } from './Ends';

/** A period in relative words, or a day. */
export function DateFilter(props: FilterProps) {
  const t = useWords(fieldWords);
  const p = useWords(periodWords);
  const inPlace = useContext(OpenInPlace);
  if (props.op !== 'within') {
    return <Ends {...props} Input={props.field.kind === 'time' ? TimeInput : DateInput} />;
  }
  return (
    <Select
      aria-label={t.period}
      autoFocus
      searchable
      comboboxProps={{ withinPortal: !inPlace }}
      maxDropdownHeight={280}
      data={periods.map((period) => ({ value: period, label: p[period] }))}
      value={isPeriod(props.value) ? props.value : null}
      onChange={props.onChange}
    />
  );
}
