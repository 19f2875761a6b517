import { useDroppable } from '@dnd-kit/core';
import { IconCheck, IconPlayerPause, IconTrash, IconX } from '@tabler/icons-react';
import type { StageInfo } from '@/api/types';
import { useWords } from '@/i18n';
import { Glyph, StageIcon } from '@/ui';
import css from './board.module.css';
import { useDragged } from './Column';
import { type Zone, zoneId, zonesOf } from './model';
import { boardWords } from './words';

/** The places at the foot that a dragged card can go to. Only while one is in the air. */
export function Zones({ stages }: { stages: readonly StageInfo[] }) {
  const dragged = useDragged();
  if (!dragged) return null;
  const zones = zonesOf(stages).filter((z) => z.stage !== dragged.stage.id);
  return (
    <div className={css.zones}>
      {zones.map((zone) => (
        <ZoneBox key={zone.kind} zone={zone} stage={stages.find((s) => s.id === zone.stage)} />
      ))}
    </div>
  );
}

/** Plain shapes: a stage's own is drawn in the colour that the zone turns under a card. */
const icons = { won: IconCheck, lost: IconX, hold: IconPlayerPause, delete: IconTrash };

function ZoneBox({ zone, stage }: { zone: Zone; stage: StageInfo | undefined }) {
  const t = useWords(boardWords);
  const drop = useDroppable({ id: zoneId(zone.kind) });
  const tone = zone.kind === 'won' ? css.won : zone.kind === 'lost' ? css.lost : '';
  return (
    <div
      ref={drop.setNodeRef}
      className={`${css.zone} ${tone}`}
      data-over={drop.isOver || undefined}
    >
      {stage && !drop.isOver ? (
        <StageIcon stage={stage} />
      ) : (
        <Glyph icon={icons[zone.kind]} size={16} />
      )}
      {t[zone.kind]}
    </div>
  );
}
