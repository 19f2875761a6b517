import type { ReactNode } from 'react';
import css from './Chip.module.css';
import { Glyph, type Icon } from './Glyph';

/** Tokens that have a text colour and a soft ground: --success and --success-soft. */
const TONES = new Set([
  ...['success', 'warning', 'danger', 'info', 'primary', 'purple'],
  ...['st-new', 'st-con', 'st-qua', 'st-pro', 'st-neg', 'st-ctr', 'st-won', 'st-lost', 'st-hold'],
]);

/** The colours of a token for a chip; none for one that is not known, which is neutral. */
export function toneStyle(tone: string | undefined) {
  if (!tone || !TONES.has(tone)) return undefined;
  return { color: `var(--${tone})`, background: `var(--${tone}-soft)` };
}

/** A short word on a soft ground: a choice, a tag, a state. */
export function Chip(props: {
  children: ReactNode;
  /** A colour token such as "success" or "st-new"; neutral without. */
  tone?: string;
  icon?: Icon;
  /** 24 px high instead of 20. */
  large?: boolean;
  /** A ring instead of a ground. */
  outline?: boolean;
}) {
  const { children, tone, icon, large, outline } = props;
  const classes = [css.chip, large && css.large, outline && css.outline].filter(Boolean).join(' ');
  return (
    <span className={classes} style={toneStyle(tone)}>
      {icon && <Glyph icon={icon} size={14} />}
      {children}
    </span>
  );
}
