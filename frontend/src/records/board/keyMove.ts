import type { StageInfo } from '@/api/types';
import type { Target } from './model';

/** The part of a key press that decides. */
export interface Press {
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/** What a key does to the card that has the focus: a move, or null. `stage` is where the
 * card is. W is won, Shift+W lost, [ and ] the stages before and after among open ones. */
export function keyTarget(
  press: Press,
  stage: string,
  stages: readonly StageInfo[],
): Target | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing)
    return null;
  switch (press.code) {
    case 'KeyW':
      return endTarget(press.shiftKey ? 'lost' : 'won', stages);
    case 'BracketRight':
      return press.shiftKey ? null : stepTarget(stage, stages, 1);
    case 'BracketLeft':
      return press.shiftKey ? null : stepTarget(stage, stages, -1);
    default:
      return null;
  }
}

/** The stage that a digit stands for in the move menu (1 to 9); null for other keys. */
export function digitTarget(press: Press, stages: readonly StageInfo[]): Target | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  const stage = digit ? stages[Number(digit) - 1] : undefined;
  return stage ? { kind: 'stage', stage: stage.id } : null;
}

/** The stage with a meaning that ends a sale; null when the pipeline has none. */
export function endTarget(word: 'won' | 'lost', stages: readonly StageInfo[]): Target | null {
  const stage = stages.find((s) => s.meaning === word);
  return stage ? { kind: 'stage', stage: stage.id } : null;
}

/** The open stage after (1) or before (-1) a stage. From one that is not on the way (won,
 * lost, on hold) a step back goes to the last open stage, and there is no step on. */
export function stepTarget(stage: string, stages: readonly StageInfo[], by: 1 | -1): Target | null {
  const way = stages.filter((s) => s.meaning === 'open' && !s.hold);
  const at = way.findIndex((s) => s.id === stage);
  const next = at < 0 ? (by < 0 ? way.at(-1) : undefined) : way[at + by];
  return next ? { kind: 'stage', stage: next.id } : null;
}
