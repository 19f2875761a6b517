import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { api, useFile } from '@/api';
import type { PipelineInfo, StageInfo } from '@/api/types';
import { pick, sayIn, useLang, useWords } from '@/i18n';
import { Button, Glyph, StageIcon } from '@/ui';
import { keep } from '../acts';
import { placing } from '../order';
import { Sorting } from '../Sorting';
import { settingsWords } from '../words';
import css from './pipeline.module.css';
import { StageRow } from './StageRow';
import { joined, parted, pathOf } from './stage';
import { pipelineWords } from './words';

interface Props {
  pipeline: PipelineInfo;
  counts: Record<string, number>;
  chosen: string;
  onChoose: (id: string) => void;
}

/** The stages of a pipeline in order, and the path that they make. */
export function StageTable(props: Props) {
  const { pipeline, chosen, onChoose } = props;
  const t = useWords(pipelineWords);
  const readOnly = useFile()?.readOnly ?? false;
  const { open, ends } = parted(pipeline.stages);
  return (
    <div className={css.list}>
      <p className={`${css.hint} lab t2`}>{t.hint}</p>
      <div className={`${css.row} ${css.headings}`} aria-hidden>
        <span />
        <span />
        <span />
        <span className={css.names2}>{t.stage}</span>
        <span>{t.meaning}</span>
        <span className="num">{t.probability}</span>
        <span className={css.criteria}>{t.criteria}</span>
        <span className="num">{t.count}</span>
      </div>
      <Part {...props} stages={open} />
      <div className={css.divide}>{t.ends}</div>
      <Part {...props} stages={ends} />
      {!readOnly && (
        <Button
          look="ghost"
          icon={IconPlus}
          className={css.addStage}
          onClick={() => void add(pipeline, onChoose)}
        >
          {t.addStage}
        </Button>
      )}
      <Path stages={pathOf(pipeline.stages)} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

async function add(pipeline: PipelineInfo, show: (id: string) => void): Promise<void> {
  const name = sayIn(pipelineWords, 'zh-CN').newStage;
  const english = sayIn(pipelineWords, 'en').newStage;
  const ref = { id: pipeline.id, type: 'pipeline', title: '' };
  await keep(
    async () => {
      const saved = await api.records.save({
        type: 'stage',
        id: '',
        values: { pipeline: ref, name, english },
      });
      show(saved.row.id);
      return saved.change;
    },
    sayIn(settingsWords)('added', { what: sayIn(pipelineWords).newStage }),
  );
}

function Part({ pipeline, stages, counts, chosen, onChoose }: Props & { stages: StageInfo[] }) {
  const ts = useWords(settingsWords);
  const lang = useLang();
  const items = stages.map(({ id, name }) => ({ id, name: pick(name, lang) }));
  const order = (ids: string[]) => {
    const all = joined(pipeline, ids);
    void keep(() => api.records.saveMany(placing('stage', pipeline.stages, all)), ts.reordered);
  };
  return (
    <Sorting items={items} onOrder={order}>
      <ul>
        {stages.map((stage) => (
          <StageRow
            key={stage.id}
            stage={stage}
            count={counts[stage.id] ?? 0}
            on={stage.id === chosen}
            onChoose={() => onChoose(stage.id)}
          />
        ))}
      </ul>
    </Sorting>
  );
}

interface PathProps {
  stages: StageInfo[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** How the path looks on an opportunity that is in the chosen stage. */
function Path({ stages, chosen, onChoose }: PathProps) {
  const t = useWords(pipelineWords);
  const lang = useLang();
  const now = Math.max(
    0,
    stages.findIndex(({ id }) => id === chosen),
  );
  return (
    <div className={css.preview}>
      <span className="cap t3">{t.preview}</span>
      <ol className={css.path}>
        {stages.map((stage, at) => (
          <li key={stage.id}>
            <UnstyledButton
              className={css.segment}
              data-state={at < now ? 'done' : at === now ? 'now' : undefined}
              aria-current={at === now ? 'step' : undefined}
              style={
                at === now
                  ? { background: `var(--${stage.color}-soft)`, color: `var(--${stage.color})` }
                  : undefined
              }
              onClick={() => onChoose(stage.id)}
            >
              {at < now && <Glyph icon={IconCheck} size={14} />}
              {at === now && <StageIcon stage={stage} />}
              <span className="ell">{pick(stage.name, lang)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
