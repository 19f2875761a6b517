import { IconArrowUpRight, IconTrash } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Card, StageInfo } from '@/api/types';
import { composing } from '@/app/chord';
import { go, paths } from '@/app/paths';
import { pick, useLang, useWords } from '@/i18n';
import { Menu, type MenuEntry, StageIcon } from '@/ui';
import type { Anchor } from '../form/asking';
import { digitTarget, keyTarget } from './keyMove';
import { BOARD_TYPE } from './keys';
import type { Target } from './model';
import { boardWords } from './words';

/** The menu of a card that is open. */
export interface OpenMenu {
  card: Card;
  stage: StageInfo;
  anchor: Anchor;
  /** It was opened by a key, so the focus goes back to the card. */
  byKeys: boolean;
}

interface Props {
  menu: OpenMenu;
  stages: readonly StageInfo[];
  onMove: (target: Target) => void;
  onClose: () => void;
}

/** Everything that can be done to a card: open, move to a stage (1 to 9), won, lost,
 * delete. It opens where it was asked for. */
export function CardMenu(props: Props) {
  const { menu, onClose } = props;
  const { left, top, width, height } = menu.anchor;
  useMenuKeys(props);
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      entries={useEntries(props)}
      target={
        <span
          aria-hidden
          style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }}
        />
      }
    />
  );
}

function useEntries({ menu, stages, onMove }: Props): MenuEntry[] {
  const t = useWords(boardWords);
  const lang = useLang();
  return [
    {
      id: 'open',
      label: t.openRecord,
      icon: IconArrowUpRight,
      keys: 'Enter',
      run: () => go(paths.record(BOARD_TYPE, menu.card.id)),
    },
    { heading: t.moveTo },
    ...stages.map((stage, i) => ({
      id: stage.id,
      label: pick(stage.name, lang),
      mark: <StageIcon stage={stage} />,
      checked: stage.id === menu.stage.id,
      keys: i < 9 ? String(i + 1) : undefined,
      run: () => onMove({ kind: 'stage', stage: stage.id }),
    })),
    'line',
    {
      id: 'delete',
      label: t.delete,
      icon: IconTrash,
      danger: true,
      run: () => onMove({ kind: 'delete' }),
    },
  ];
}

/** Digits, W and the other keys of a card work in its menu too. */
function useMenuKeys({ menu, stages, onMove, onClose }: Props): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (composing(event)) return;
      const target = digitTarget(event, stages) ?? keyTarget(event, menu.stage.id, stages);
      if (!target) return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
      onMove(target);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [menu, stages, onMove, onClose]);
}
