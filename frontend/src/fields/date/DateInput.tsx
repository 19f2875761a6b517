import { IconCalendar } from '@tabler/icons-react';
import { useFile } from '@/api';
import { useLang, useWords } from '@/i18n';
import { Glyph } from '@/ui/Glyph';
import type { InputProps } from '../contract';
import { formatValue } from '../format';
import { TypedInput } from '../typed/TypedInput';
import { readText } from '../values';
import { fieldWords } from '../words';
import { DatePanel } from './DatePanel';

/** A day by words (下周五, +7, 11-30) or from the calendar below. */
export function DateInput(props: InputProps) {
  const { field, value } = props;
  const lang = useLang();
  const t = useWords(fieldWords);
  const zone = useFile()?.zone;
  const date = readText(value);
  return (
    <TypedInput
      {...props}
      shown={formatValue(field, value, lang)}
      plain={date}
      icon={<Glyph icon={IconCalendar} size={16} />}
      placeholder={props.placeholder ?? t.dateHint}
      panel={(finish) => <DatePanel date={date} zone={zone} onPick={finish} />}
    />
  );
}
