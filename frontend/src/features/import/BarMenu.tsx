import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Glyph, type Icon, Menu, type MenuEntry } from '@/ui';
import css from './import.module.css';

/** A choice in the top bar: what it is about, what is chosen, and a menu of the others. */
export function BarMenu(props: {
  label: string;
  value?: string;
  icon?: Icon;
  entries: MenuEntry[];
  /** The label is only for those who do not see what stands beside it. */
  silent?: boolean;
}) {
  const { label, value, icon, entries, silent } = props;
  const target = (
    <UnstyledButton
      className={css.fchip}
      aria-label={value ? `${label}: ${value}` : label}
      title={value}
    >
      {icon && <Glyph icon={icon} size={16} />}
      {!silent && <span className={value ? css.fchipLabel : undefined}>{label}</span>}
      {value && <b className="ell">{value}</b>}
      <Glyph icon={IconChevronDown} size={14} />
    </UnstyledButton>
  );
  return <Menu target={target} entries={entries} />;
}
