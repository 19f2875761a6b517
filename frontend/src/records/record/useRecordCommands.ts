import type { RefObject } from 'react';
import type { Row, StageInfo } from '@/api/types';
import { type Command, useRegister } from '@/app/commands';
import type { Pair } from '@/i18n';
import { stepTarget } from '../board/keyMove';
import type { Steps } from './Header';
import type { PathData } from './useStagePath';

interface Options {
  row: Row;
  path: PathData;
  steps: Steps;
  composer: RefObject<HTMLTextAreaElement | null>;
  move: (stage: StageInfo, at: Element | null) => void;
}

/** Keys of a record's page. Those of the stage path work where there is one. */
export function useRecordCommands({ path, steps, composer, move }: Options): void {
  const command = (
    id: string,
    title: Pair,
    keys: string[],
    run: () => void,
    when?: () => boolean,
  ): Command => ({ id: `record.${id}`, title, group: 'screen', keys, when, run });
  const open = path.current?.meaning === 'open';
  const end = (stage: StageInfo | undefined) => stage && move(stage, pathElement());
  const step = (by: 1 | -1) => {
    const target = stepTarget(path.current?.id ?? '', path.stages, by);
    const stage = target?.kind === 'stage' && path.stages.find((s) => s.id === target.stage);
    if (stage) move(stage, pathElement());
  };
  useRegister([
    command(
      'previous',
      ['Previous record', '上一条'],
      ['K', 'Mod+↑'],
      () => steps.go(-1),
      () => steps.previous !== undefined,
    ),
    command(
      'next',
      ['Next record', '下一条'],
      ['J', 'Mod+↓'],
      () => steps.go(1),
      () => steps.next !== undefined,
    ),
    command(
      'log',
      ['Log', '记录跟进'],
      ['L'],
      () => composer.current?.focus(),
      () => composer.current !== null,
    ),
    command(
      'won',
      ['Won', '赢单'],
      ['W'],
      () => end(path.won),
      () => open && path.won !== undefined,
    ),
    command(
      'lost',
      ['Lost', '输单'],
      ['Shift+W'],
      () => end(path.lost),
      () => open && path.lost !== undefined,
    ),
    command(
      'stage.previous',
      ['Previous stage', '上一阶段'],
      ['['],
      () => step(-1),
      () => path.path.length > 0,
    ),
    command(
      'stage.next',
      ['Next stage', '下一阶段'],
      [']'],
      () => step(1),
      () => path.path.length > 0,
    ),
  ]);
}

/** Where a question about a move by key is asked: at the present stage. */
const pathElement = (): Element | null => document.querySelector('[aria-current="step"]');
