import type { ReactNode } from 'react';
import css from './Empty.module.css';
import { Glyph, type Icon } from './Glyph';

/** What stands where there is nothing: an icon, what belongs here, and what to do. */
export function Empty(props: {
  icon: Icon;
  title: string;
  text?: string;
  /** Buttons; the first is the main one. */
  children?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <Glyph icon={props.icon} size={48} />
      <div className={css.title}>{props.title}</div>
      {props.text && <div>{props.text}</div>}
      {props.children && <div className={css.acts}>{props.children}</div>}
    </div>
  );
}
