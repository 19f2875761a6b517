import { useWords } from '@/i18n';
import { Segmented } from '@/ui';
import type { FilterProps } from '../../contract';
import { fieldWords } from '../../words';

/** Yes or no. */
export function BoolFilter({ value, onChange }: FilterProps) {
  const t = useWords(fieldWords);
  return (
    <Segmented
      label={t.value}
      value={value === false ? 'no' : 'yes'}
      onChange={(v) => onChange(v === 'yes')}
      items={[
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ]}
    />
  );
}
