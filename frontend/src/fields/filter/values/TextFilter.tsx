import { TextInput } from '@mantine/core';
import { useWords } from '@/i18n';
import type { FilterProps } from '../../contract';
import { isComposing } from '../../keys';
import { readText } from '../../values';
import { fieldWords } from '../../words';

/** Words to compare with. */
export function TextFilter({ value, onChange, onDone }: FilterProps) {
  const t = useWords(fieldWords);
  return (
    <TextInput
      aria-label={t.value}
      autoFocus
      value={readText(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onDone?.();
      }}
    />
  );
}
