import { useStages } from '@/fields';
import { pick, useLang } from '@/i18n';
import { Avatar, Chip, StageChip } from '@/ui';

/** The shapes that cells copy (draw.ts), drawn once and hidden. */
export function Stencils({ onReady }: { onReady: (element: HTMLElement | null) => void }) {
  const lang = useLang();
  const stages = useStages();
  return (
    <div hidden ref={onReady}>
      <span data-stencil="chip">
        <Chip> </Chip>
      </span>
      <span data-stencil="outline">
        <Chip outline> </Chip>
      </span>
      <span data-stencil="avatar">
        <Avatar name=" " />
      </span>
      {[...stages.values()].map((stage) => (
        <span key={stage.id} data-stencil={`stage-${stage.id}`}>
          <StageChip stage={stage} name={pick(stage.name, lang)} />
        </span>
      ))}
    </div>
  );
}
