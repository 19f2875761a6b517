import type { ReactNode } from 'react';
import { pairs, useWords } from '@/i18n';
import { Logo } from '@/ui';
import css from './FileScreen.module.css';

const words = pairs({ product: ['Dealbox', '商机匣'] });

/** A whole window about one file that cannot be shown: what is so, why, what to do. */
export function FileScreen(props: {
  icon: ReactNode;
  tone: 'warning' | 'danger';
  title: string;
  path: string;
  children: ReactNode;
  actions: ReactNode;
  foot?: ReactNode;
}) {
  const t = useWords(words);
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <header className={css.head}>
          <Logo />
          <b>{t.product}</b>
        </header>
        <div className={css.body}>
          <div className={css.icon} data-tone={props.tone}>
            {props.icon}
          </div>
          <h1>{props.title}</h1>
          <p className="cap t3 selectable">{props.path}</p>
          <div className={css.text}>{props.children}</div>
          <div className={css.acts}>{props.actions}</div>
          {props.foot && <p className="cap t3">{props.foot}</p>}
        </div>
      </div>
    </main>
  );
}
