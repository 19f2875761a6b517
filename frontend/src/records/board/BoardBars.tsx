import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLayoutKanban, IconPlus, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { api, keys } from '@/api';
import type { PipelineInfo } from '@/api/types';
import { go, paths } from '@/app/paths';
import { pick, useLang, useWords } from '@/i18n';
import { Button, Glyph, Menu, Segmented, Sep, ToolBar, TopBar } from '@/ui';
import { openCreate } from '../form/create';
import { FilterBar } from '../list/FilterBar';
import { SearchBox } from '../list/SearchBox';
import { Changed } from '../list/Tools';
import type { ListModel } from '../list/useList';
import { ViewTabs } from '../list/ViewTabs';
import css from './board.module.css';
import { board } from './current';
import { wantFocus } from './focus';
import { BOARD_TYPE } from './keys';
import { Totals } from './Totals';
import { usePipeline } from './useBoardQuery';
import { boardWords } from './words';

/** Pipeline, views, board or table, new; below them the filter and what it comes to. */
export function BoardBars({ model }: { model: ListModel }) {
  const t = useWords(boardWords);
  const info = useStore(board.state, (s) => s.info);
  const items = [
    { value: 'board', label: t.board, icon: IconLayoutKanban },
    { value: 'table', label: t.table, icon: IconTable },
  ];
  return (
    <>
      <TopBar>
        <PipelineTitle />
        <Sep />
        <ViewTabs model={model} />
        <span className="grow" />
        <SearchBox
          text={model.state.text}
          onChange={(text) => model.patch({ text })}
          onDown={focusFirst}
        />
        <Segmented
          label={t.shownAs}
          value="board"
          items={items}
          onChange={(v) => v === 'table' && go(paths.list(BOARD_TYPE))}
        />
        <Button
          look="primary"
          size="sm"
          icon={IconPlus}
          keys="C"
          onClick={() => openCreate(BOARD_TYPE)}
        >
          {t.opportunity}
        </Button>
      </TopBar>
      <ToolBar>
        <FilterBar
          type={model.type}
          filter={model.state.filter}
          onChange={(filter) => model.patch({ filter })}
        />
        <span className="grow" />
        {model.modified && <Changed model={model} />}
        {info && <Totals info={info} />}
      </ToolBar>
    </>
  );
}

/** From the search box into the cards. */
function focusFirst(): void {
  const first = board.state.getState().info?.columns.find((c) => c.count > 0);
  if (first) wantFocus(first.stage.id, 0);
}

/** The name of the pipeline; with several, the way to the others. */
function PipelineTitle() {
  const t = useWords(boardWords);
  const lang = useLang();
  const all =
    useQuery({ queryKey: keys.pipelines, queryFn: () => api.board.pipelines() }).data ?? [];
  const shown = useStore(board.state, (s) => s.info?.pipeline);
  const name = shown ? pick(shown.name, lang) : '';
  if (all.length < 2) return <h1>{name}</h1>;
  const entry = (p: PipelineInfo) => ({
    id: p.id,
    label: pick(p.name, lang),
    checked: p.id === shown?.id,
    run: () => usePipeline.setState({ pipeline: p.id }),
  });
  return (
    <h1>
      <Menu
        entries={all.map(entry)}
        target={
          <UnstyledButton className={css.pipeline} aria-label={`${name}, ${t.switchPipeline}`}>
            {name}
            <span className="t3">
              <Glyph icon={IconChevronDown} size={14} />
            </span>
          </UnstyledButton>
        }
      />
    </h1>
  );
}
