import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Row, StageInfo } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Button, Glyph, Kbd, StageChip, StageIcon } from '@/ui';
import type { Segment } from './path';
import css from './record.module.css';
import { recordWords } from './words';

interface Props {
  row: Row;
  path: readonly Segment[];
  /** The stage that the record is in, when its pipeline knows it. */
  current: StageInfo | undefined;
  won: StageInfo | undefined;
  lost: StageInfo | undefined;
  onMove: (stage: StageInfo, at: Element) => void;
  /** Brings a record that has ended back to its last open stage. */
  onReopen: (() => void) | undefined;
}

/** The way of a record through its stages, with the days that each took. A press moves
 * it. Behind the path how it ended, or the ways to end it. */
export function StagePath(props: Props) {
  const { path, current, won, lost, onMove, onReopen } = props;
  const t = useWords(recordWords);
  const lang = useLang();
  const ended = current !== undefined && current.meaning !== 'open';
  return (
    <div className={css.pathRow}>
      <ol className={css.path} aria-label={t.stage}>
        {path.map((segment) => (
          <li key={segment.stage.id}>
            <PathSegment segment={segment} onMove={onMove} />
          </li>
        ))}
      </ol>
      {current?.hold && <StageChip stage={current} name={pick(current.name, lang)} />}
      {ended && <StageChip stage={current} name={pick(current.name, lang)} />}
      {ended && onReopen && <Button onClick={onReopen}>{t.reopen}</Button>}
      {!ended && won && (
        <End stage={won} words={t.won} keys="W" tone={css.success} onMove={onMove} />
      )}
      {!ended && lost && (
        <End stage={lost} words={t.lost} keys="Shift+W" tone={css.danger} onMove={onMove} />
      )}
    </div>
  );
}

function PathSegment({ segment, onMove }: { segment: Segment; onMove: Props['onMove'] }) {
  const { stage, state, days } = segment;
  const t = useWords(recordWords);
  const name = pick(stage.name, useLang());
  const now = state === 'now';
  const soft = now
    ? { background: `var(--${stage.color}-soft)`, color: `var(--${stage.color})` }
    : undefined;
  return (
    <UnstyledButton
      className={css.segment}
      data-state={state}
      style={soft}
      aria-current={now ? 'step' : undefined}
      title={now ? name : t('moveTo', { stage: name })}
      onClick={(e) => !now && onMove(stage, e.currentTarget)}
    >
      {state === 'done' && <Glyph icon={IconCheck} size={14} />}
      {now && <StageIcon stage={stage} />}
      <span className="ell">{name}</span>
      {days !== undefined && (
        <span className={`cap ${now ? '' : 't3'}`}>{t('days', { days })}</span>
      )}
    </UnstyledButton>
  );
}

function End(props: {
  stage: StageInfo;
  words: string;
  keys: string;
  tone: string | undefined;
  onMove: Props['onMove'];
}) {
  const { stage, words, keys, tone, onMove } = props;
  return (
    <Button className={tone} onClick={(e) => onMove(stage, e.currentTarget)}>
      <StageIcon stage={stage} />
      {words}
      <Kbd keys={keys} />
    </Button>
  );
}
