import { useLang } from '@/i18n';
import type { InputProps } from '../contract';
import { formatValue } from '../format';
import { kindOf } from '../kinds';
import { TypedInput } from '../typed/TypedInput';
import { readText } from '../values';

const modes = { phone: 'tel', email: 'email', url: 'url' } as const;

/** A telephone number, an e-mail or a web address; the core checks its form and tidies it. */
export function AddressInput(props: InputProps) {
  const { field, value } = props;
  const lang = useLang();
  const kind = kindOf(field);
  return (
    <TypedInput
      {...props}
      shown={formatValue(field, value, lang)}
      plain={readText(value)}
      inputMode={kind === 'phone' || kind === 'email' || kind === 'url' ? modes[kind] : undefined}
    />
  );
}
