import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '@/i18n';
import { Glyph, Screen, TopBar } from '@/ui';
import css from './settings.module.css';
import { settingsWords } from './words';

/** A section of the settings: its name on top, with what belongs beside it. */
export function Pane(props: {
  title: string;
  /** Between the name and "changes save at once". */
  bar?: ReactNode;
  /** At the right end of the bar. */
  end?: ReactNode;
  /** Nothing in it can be changed. */
  still?: boolean;
  children: ReactNode;
}) {
  const { title, bar, end, still, children } = props;
  const t = useWords(settingsWords);
  return (
    <Screen label={title}>
      <TopBar line>
        <h1>{title}</h1>
        {bar}
        <span className="grow" />
        {!still && (
          <span className={`${css.atOnce} cap t3`}>
            <span className={css.good}>
              <Glyph icon={IconCheck} size={14} />
            </span>
            <span className="ell">{t.atOnce}</span>
          </span>
        )}
        {end}
      </TopBar>
      {children}
    </Screen>
  );
}

/** Settings below each other, in a column of reading width. */
export function Lines({ children }: { children: ReactNode }) {
  return (
    <div className={css.scroll}>
      <div className={css.lines}>{children}</div>
    </div>
  );
}

/** One setting: what it is, what it means, and its control. */
export function Line(props: {
  label: string;
  note?: ReactNode;
  /** Id of the control, so that a press on the label reaches it. */
  control?: string;
  children?: ReactNode;
}) {
  const { label, note, control, children } = props;
  return (
    <div className={css.line}>
      <div className={css.lineText}>
        {control ? <label htmlFor={control}>{label}</label> : <span>{label}</span>}
        {note && <span className="cap t3">{note}</span>}
      </div>
      {children}
    </div>
  );
}
