import type { FilterProps } from '../../contract';
import { TagsInput } from '../../tags/TagsInput';

/** Some tags. */
export function TagsFilter({ field, type, value, onChange, onDone }: FilterProps) {
  return (
    <TagsInput
      field={field}
      type={type}
      autoFocus
      value={value}
      onChange={onChange}
      onDone={(_, how) => how === 'enter' && onDone?.()}
    />
  );
}
