/** Values on screen outside of grids: record pages, related lists, timelines. */
import { api, useFile } from '@/api';
import { pick, useLang } from '@/i18n';
import { Avatar } from '@/ui/Avatar';
import { Chip } from '@/ui/Chip';
import { StageChip } from '@/ui/Stage';
import type { CellProps } from '../contract';
import { formatValue } from '../format';
import { useStages } from '../link/stages';
import { readOption, readOptions, readRef, readRefs, readText, readTexts } from '../values';
import css from './cells.module.css';

/** Any value as text. */
export function TextCell({ field, value }: CellProps) {
  const lang = useLang();
  const zone = useFile()?.zone;
  return <span className="ell">{formatValue(field, value, lang, { zone })}</span>;
}

/** Several lines as they were written. */
export function LongCell({ value }: CellProps) {
  return <span className={css.lines}>{readText(value)}</span>;
}

/** Choices as chips in their colours. */
export function ChoiceCell({ field, value }: CellProps) {
  const lang = useLang();
  const nums = Array.isArray(value) ? readOptions(value) : [readOption(value)];
  const options = nums.flatMap((num) => field.options?.filter((o) => o.num === num) ?? []);
  return (
    <span className={css.chips}>
      {options.map((option) => (
        <Chip key={option.num} tone={option.color}>
          {pick(option.label, lang)}
        </Chip>
      ))}
    </span>
  );
}

/** Tags as neutral chips. */
export function TagsCell({ value }: CellProps) {
  return (
    <span className={css.chips}>
      {readTexts(value).map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
    </span>
  );
}

/** The name of a linked record; a stage with its shape and colour. */
export function LinkCell({ field, value }: CellProps) {
  const lang = useLang();
  const ref = readRef(value);
  const stage = useStages(field.target === 'stage').get(ref?.id ?? '');
  if (stage) return <StageChip stage={stage} name={pick(stage.name, lang)} />;
  return <span className="ell">{ref?.title}</span>;
}

/** The names of linked records. */
export function LinksCell({ value }: CellProps) {
  return (
    <span className={css.chips}>
      {readRefs(value).map((ref) => (
        <Chip key={ref.id} outline>
          {ref.title}
        </Chip>
      ))}
    </span>
  );
}

/** A person: avatar and name. */
export function PersonCell({ value }: CellProps) {
  const ref = readRef(value);
  if (!ref) return null;
  return (
    <span className={css.person}>
      <Avatar name={ref.title} />
      <span className="ell">{ref.title}</span>
    </span>
  );
}

/** A web or mail address that the system opens, outside of the program. */
export function AddressCell({ field, value }: CellProps) {
  const lang = useLang();
  const text = readText(value);
  if (text === '') return null;
  const target =
    { email: `mailto:${text}`, phone: `tel:${text.replace(/\s/g, '')}` }[field.kind] ?? text;
  return (
    <a
      className={css.link}
      href={target}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void api.files.openURL(target);
      }}
    >
      {formatValue(field, value, lang)}
    </a>
  );
}
