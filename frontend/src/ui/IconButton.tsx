import { Tooltip, UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { Glyph, type Icon } from './Glyph';
import css from './IconButton.module.css';
import { keyLabel } from './keyLabel';

/** A button that is only an icon: its label is its tooltip and its accessible name. */
export interface IconButtonProps extends ComponentPropsWithRef<'button'> {
  icon: Icon;
  label: string;
  keys?: string;
  /** 24 inside rows, 28 elsewhere. */
  size?: 24 | 28;
  /** Chosen or switched on. Gives aria-pressed. */
  on?: boolean;
}

/** See IconButtonProps. */
export function IconButton({
  icon,
  label,
  keys,
  size = 28,
  on,
  className,
  ...rest
}: IconButtonProps) {
  const classes = [css.ib, size === 24 && css.small, on && css.on, className];
  return (
    <Tooltip label={keys ? `${label}  ${keyLabel(keys)}` : label}>
      <UnstyledButton
        className={classes.filter(Boolean).join(' ')}
        aria-label={label}
        aria-pressed={on}
        {...rest}
      >
        <Glyph icon={icon} size={size === 24 ? 16 : 18} />
      </UnstyledButton>
    </Tooltip>
  );
}
