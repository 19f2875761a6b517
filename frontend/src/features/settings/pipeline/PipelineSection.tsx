import { useState } from 'react';
import { useFile } from '@/api';
import type { PipelineInfo } from '@/api/types';
import { useWords } from '@/i18n';
import { Sep } from '@/ui';
import { Pane } from '../Parts';
import { PipelineMenu, PipelineTabs } from './PipelineTabs';
import css from './pipeline.module.css';
import { StagePanel } from './StagePanel';
import { StageTable } from './StageTable';
import { usePipelines, useStageCounts } from './usePipelines';
import { pipelineWords } from './words';

/** The ways to sell: pipelines, their stages, and what each stage means and asks for. */
export function PipelineSection() {
  const t = useWords(pipelineWords);
  const pipelines = usePipelines();
  const counts = useStageCounts();
  const [chosen, setChosen] = useState('');
  const pipeline = pipelines?.find(({ id }) => id === chosen) ?? pipelines?.[0];
  const tabs = (
    <>
      <Sep />
      <PipelineTabs
        pipelines={pipelines ?? []}
        current={pipeline?.id ?? ''}
        counts={counts}
        onChoose={setChosen}
      />
    </>
  );
  return (
    <Pane
      title={t.title}
      bar={tabs}
      end={pipeline && <PipelineMenu pipeline={pipeline} last={pipelines?.length === 1} />}
    >
      {pipeline && <Stages key={pipeline.id} pipeline={pipeline} counts={counts} />}
    </Pane>
  );
}

interface StagesProps {
  pipeline: PipelineInfo;
  counts: Record<string, number>;
}

function Stages({ pipeline, counts }: StagesProps) {
  const [chosen, setChosen] = useState(pipeline.stages[0]?.id ?? '');
  const readOnly = useFile()?.readOnly ?? false;
  const stage = pipeline.stages.find(({ id }) => id === chosen);
  return (
    <div className={css.body}>
      <StageTable pipeline={pipeline} counts={counts} chosen={chosen} onChoose={setChosen} />
      {stage && !readOnly && (
        <StagePanel key={stage.id} stage={stage} onClose={() => setChosen('')} />
      )}
    </div>
  );
}
