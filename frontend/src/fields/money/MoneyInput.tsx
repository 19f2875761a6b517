import { Menu, UnstyledButton } from '@mantine/core';
import { useContext } from 'react';
import { useFile } from '@/api';
import { useLang, useWords } from '@/i18n';
import type { InputProps } from '../contract';
import { formatValue } from '../format';
import { currencySign } from '../format/money';
import look from '../input.module.css';
import { OpenInPlace } from '../inside';
import { TypedInput } from '../typed/TypedInput';
import { readMoney } from '../values';
import { fieldWords } from '../words';

/** Currencies of the menu; any other can be typed: "5000 THB". */
const common = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'KRW', 'SGD', 'AUD', 'CAD', 'INR'];

/** The currencies to choose from, the file's own and the value's first. */
export function currencies(base: string, current: string): string[] {
  return [...new Set([base, current, ...common])].filter((code) => code !== '');
}

/** An amount, in the file's currency unless another is chosen or typed. */
export function MoneyInput(props: InputProps) {
  const { field, value, onChange } = props;
  const lang = useLang();
  const base = useFile()?.base ?? '';
  const money = readMoney(value);
  const currency = money?.currency ?? base;
  const plain = money ? money.amount + (money.currency === base ? '' : ` ${money.currency}`) : '';
  return (
    <TypedInput
      {...props}
      shown={formatValue(field, value, lang)}
      plain={plain}
      align={props.look === 'cell' ? 'right' : 'left'}
      inputMode="decimal"
      rightSectionWidth={34}
      rightSection={
        money && props.look !== 'cell' ? (
          <CurrencyMenu
            codes={currencies(base, currency)}
            current={currency}
            onPick={(code) => onChange({ amount: money.amount, currency: code })}
          />
        ) : undefined
      }
    />
  );
}

interface MenuProps {
  codes: string[];
  current: string;
  onPick: (code: string) => void;
}

function CurrencyMenu({ codes, current, onPick }: MenuProps) {
  const t = useWords(fieldWords);
  return (
    <Menu position="bottom-end" withinPortal={!useContext(OpenInPlace)}>
      <Menu.Target>
        <UnstyledButton className={look.swatch} aria-label={`${t.currency} ${current}`} ta="center">
          {currencySign(current).trim()}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflowY: 'auto' }}>
        {codes.map((code) => (
          <Menu.Item key={code} onClick={() => onPick(code)} fw={code === current ? 600 : 400}>
            {code}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
