import { FocusTrap } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '@/i18n';
import { Button, Logo } from '@/ui';
import css from './Frame.module.css';
import { words } from './words';

/** The card of the first run: mark, dots and Skip above, the way on below. */
export function Frame(props: {
  step: 1 | 2 | 3;
  title: string;
  text: string;
  children: ReactNode;
  foot: ReactNode;
  onSkip: () => void;
}) {
  const { step, title, text, children, foot, onSkip } = props;
  const t = useWords(words);
  return (
    <div className={css.veil} data-over={step === 3 || undefined}>
      <FocusTrap active>
        <div className={css.card} role="dialog" aria-modal="true" aria-label={title}>
          <header className={css.head}>
            <Logo />
            <b>{t.product}</b>
            <span className={css.dots} role="img" aria-label={t('step', { step })}>
              {([1, 2, 3] as const).map((n) => (
                <i key={n} data-now={n === step || undefined} data-done={n < step || undefined} />
              ))}
            </span>
            <Button look="ghost" size="sm" onClick={onSkip}>
              {t.skip}
            </Button>
          </header>
          <div className={css.body}>
            <h1>{title}</h1>
            <p className="t2">{text}</p>
            {children}
          </div>
          <div className={css.foot}>{foot}</div>
        </div>
      </FocusTrap>
    </div>
  );
}

/** A line with a word in its middle. */
export function Or() {
  const t = useWords(words);
  return (
    <div className={css.or}>
      <i />
      {t.or}
      <i />
    </div>
  );
}
