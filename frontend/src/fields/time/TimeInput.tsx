import { IconClock } from '@tabler/icons-react';
import { useFile } from '@/api';
import { useLang, useWords } from '@/i18n';
import { Glyph } from '@/ui/Glyph';
import type { InputProps } from '../contract';
import { formatValue } from '../format';
import { formatMoment } from '../format/date';
import { TypedInput } from '../typed/TypedInput';
import { readText } from '../values';
import { fieldWords } from '../words';

/** A moment by words, in the zone of the file: 明天 15:00, 2026-12-05 09:30. */
export function TimeInput(props: InputProps) {
  const { field, value } = props;
  const lang = useLang();
  const t = useWords(fieldWords);
  const zone = useFile()?.zone;
  const moment = readText(value);
  return (
    <TypedInput
      {...props}
      shown={formatValue(field, value, lang, { zone })}
      plain={moment && formatMoment(moment, 'zh-CN', zone)}
      icon={<Glyph icon={IconClock} size={16} />}
      placeholder={props.placeholder ?? t.timeHint}
    />
  );
}
