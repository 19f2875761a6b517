import { UnstyledButton } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '@/api';
import { fieldOf, useType } from '@/api/schema';
import type { FieldInfo, PipelineInfo } from '@/api/types';
import { formatCount, pick, sayIn, useLang, useWords } from '@/i18n';
import { IconButton, Menu, type MenuEntry, Popover } from '@/ui';
import { drop, keep, keepRecord } from '../acts';
import { CommitText } from '../CommitText';
import { settingsWords } from '../words';
import css from './pipeline.module.css';
import { firstStages } from './stage';
import { pipelineWords } from './words';

interface TabsProps {
  pipelines: PipelineInfo[];
  current: string;
  counts: Record<string, number>;
  onChoose: (id: string) => void;
}

/** The pipelines, and a way to make one. */
export function PipelineTabs({ pipelines, current, counts, onChoose }: TabsProps) {
  const t = useWords(pipelineWords);
  const lang = useLang();
  const meanings = fieldOf(useType('stage'), 'meaning')?.options ?? [];
  const total = ({ stages }: PipelineInfo) =>
    stages.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  return (
    <nav className={css.tabs} aria-label={t.pipelines}>
      {pipelines.map((pipeline) => (
        <UnstyledButton
          key={pipeline.id}
          className={css.tab}
          data-on={pipeline.id === current || undefined}
          aria-current={pipeline.id === current ? 'page' : undefined}
          onClick={() => onChoose(pipeline.id)}
        >
          {pick(pipeline.name, lang)}
          <span className={css.n}>{formatCount(total(pipeline), lang)}</span>
        </UnstyledButton>
      ))}
      <IconButton
        icon={IconPlus}
        size={24}
        label={t.addPipeline}
        onClick={() => void make(onChoose, meanings)}
      />
    </nav>
  );
}

/** A pipeline is made with one stage and two ends: without stages it can hold nothing, and
 * without ends nothing in it can be won or lost. */
async function make(show: (id: string) => void, meanings: FieldInfo['options']): Promise<void> {
  const zh = sayIn(pipelineWords, 'zh-CN');
  const en = sayIn(pipelineWords, 'en');
  await keep(
    async () => {
      const { row, change } = await api.records.save({
        type: 'pipeline',
        id: '',
        values: { name: zh.newPipeline, english: en.newPipeline },
        children: firstStages(meanings),
      });
      show(row.id);
      return change;
    },
    sayIn(settingsWords)('added', { what: sayIn(pipelineWords).newPipeline }),
  );
}

/** What can be done with the pipeline that is shown. */
export function PipelineMenu({ pipeline, last }: { pipeline: PipelineInfo; last: boolean }) {
  const t = useWords(pipelineWords);
  const ts = useWords(settingsWords);
  const lang = useLang();
  const [renaming, setRenaming] = useState(false);
  const entries: MenuEntry[] = [
    { id: 'rename', label: t.rename, icon: IconPencil, run: () => setRenaming(true) },
  ];
  if (!last) {
    entries.push('line', {
      id: 'delete',
      label: ts.delete,
      icon: IconTrash,
      danger: true,
      run: () => void drop('pipeline', pipeline.id, pick(pipeline.name, lang)),
    });
  }
  return (
    <Popover
      opened={renaming}
      onChange={setRenaming}
      position="bottom-end"
      width={264}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu
            position="bottom-end"
            target={<IconButton icon={IconDots} label={t.more} />}
            entries={entries}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t.rename}>
        <Names pipeline={pipeline} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Names({ pipeline }: { pipeline: PipelineInfo }) {
  const ts = useWords(settingsWords);
  const save = (field: 'name' | 'english') => (text: string) =>
    keepRecord(
      { type: 'pipeline', id: pipeline.id, values: { [field]: text } },
      ts('saved', { what: text }),
    );
  return (
    <div className={css.names}>
      <CommitText
        label={ts.chinese}
        value={pipeline.name.zh}
        required
        data-autofocus
        onCommit={save('name')}
      />
      <CommitText label={ts.english} value={pipeline.name.en} onCommit={save('english')} />
    </div>
  );
}
