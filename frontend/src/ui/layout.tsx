import type { ReactNode } from 'react';
import css from './layout.module.css';

/** A screen: bars on top, the rest below. */
export function Screen({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section className={css.screen} aria-label={label}>
      {children}
    </section>
  );
}

/** The bar with the title: 48 px. */
export function TopBar({ children, line }: { children: ReactNode; line?: boolean }) {
  return <div className={line ? `${css.topbar} ${css.line}` : css.topbar}>{children}</div>;
}

/** The bar with filters: 36 px with a gap of 4 below it. */
export function ToolBar({ children, line }: { children: ReactNode; line?: boolean }) {
  return <div className={line ? `${css.toolbar} ${css.line}` : css.toolbar}>{children}</div>;
}

/** A short upright line between groups in a bar. */
export function Sep() {
  return <i className={css.sep} aria-hidden />;
}

/** What fills the screen under its bars. */
export function Body({ children }: { children: ReactNode }) {
  return <div className={css.body}>{children}</div>;
}
