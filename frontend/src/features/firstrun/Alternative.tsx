import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Glyph, type Icon } from '@/ui';
import css from './Alternative.module.css';

/** One of the ways on: an icon, what it is, and a word about it. */
export function Alternative(props: {
  icon: Icon;
  title: string;
  note: string;
  onClick: () => void;
}) {
  return (
    <UnstyledButton className={css.alt} onClick={props.onClick}>
      <Glyph icon={props.icon} size={20} />
      <span className="col">
        <b className="ell">{props.title}</b>
        <span className="cap t3 ell" title={props.note}>
          {props.note}
        </span>
      </span>
    </UnstyledButton>
  );
}

/** Ways on side by side. */
export function Alternatives({ children }: { children: ReactNode }) {
  return <div className={css.alts}>{children}</div>;
}
