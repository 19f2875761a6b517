import { UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './Button.module.css';
import { Glyph, type Icon } from './Glyph';
import { Kbd } from './Kbd';

/** How a button looks. One filled primary button a screen. */
export type ButtonLook = 'default' | 'primary' | 'danger' | 'ghost' | 'link';

/** A button: a verb, with an icon before it and its key after it if it has them. */
export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  look?: ButtonLook;
  /** 24, 28 or 32 px high: inside rows, in bars, elsewhere. */
  size?: 'xs' | 'sm' | 'md';
  icon?: Icon;
  /** Icon after the words, such as a chevron. */
  after?: Icon;
  keys?: string;
  children: ReactNode;
}

/** See ButtonProps. */
export function Button({
  look = 'default',
  size = 'md',
  icon,
  after,
  keys,
  children,
  className,
  ...rest
}: ButtonProps) {
  const classes = [css.btn, css[look], css[size], className].filter(Boolean).join(' ');
  return (
    <UnstyledButton className={classes} {...rest}>
      {icon && <Glyph icon={icon} size={16} />}
      {children}
      {after && <Glyph icon={after} size={14} />}
      {keys && <Kbd keys={keys} />}
    </UnstyledButton>
  );
}
