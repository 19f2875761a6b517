import type { ComponentType } from 'react';
import { useWords } from '@/i18n';
import type { FilterProps, InputProps } from '../../contract';
import look from '../../input.module.css';
import { fieldWords } from '../../words';
import { between } from '../model';

interface Props extends FilterProps {
  Input: ComponentType<InputProps>;
}

/** One editor of a kind, or two for "between". */
export function Ends({ Input, field, type, op, value, onChange, onDone }: Props) {
  const t = useWords(fieldWords);
  const common = { field, type };
  if (op !== 'between') {
    return (
      <Input
        {...common}
        label={t.value}
        autoFocus
        value={value}
        onChange={onChange}
        onDone={(_, how) => how !== 'blur' && onDone?.()}
      />
    );
  }
  const [from, to] = between(value);
  return (
    <div className={look.pair}>
      <Input
        {...common}
        label={t.from}
        autoFocus
        value={from}
        onChange={(v) => onChange([v, to])}
      />
      <span>{t.to}</span>
      <Input
        {...common}
        label={t.until}
        value={to}
        onChange={(v) => onChange([from, v])}
        onDone={(_, how) => how !== 'blur' && onDone?.()}
      />
    </div>
  );
}
