import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useFile } from '@/api';
import { useType } from '@/api/schema';
import type { TypeInfo } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Screen } from '@/ui';
import { beginWith } from '../form/create';
import { type ListModel, useList } from '../list/useList';
import { BoardBars } from './BoardBars';
import { Columns } from './Columns';
import { board, followBoard, useBoardOf } from './current';
import { BOARD_TYPE } from './keys';
import { BoardBones, BoardEmpty, BoardFailed, isFiltered } from './states';
import { useBoardQuery } from './useBoardQuery';
import { boardWords } from './words';

/** The board: the home of the program. */
export function BoardScreen() {
  const type = useType(BOARD_TYPE);
  const file = useFile()?.path;
  return type && file ? <BoardPage key={file} type={type} file={file} /> : null;
}

function BoardPage({ type, file }: { type: TypeInfo; file: string }) {
  useBoardOf(file);
  const t = useWords(boardWords);
  const model = useList(type, 'board');
  const query = useBoardQuery(model);
  useEffect(() => {
    if (model.ready) void board.open(query);
  }, [query, model.ready]);
  useEffect(followBoard, []);
  useBeginHere();
  return (
    <Screen label={t.board}>
      <BoardBars model={model} />
      <Content model={model} />
    </Screen>
  );
}

/** What is made on the board goes into the pipeline that it shows. */
function useBeginHere() {
  const lang = useLang();
  const pipeline = useStore(board.state, (s) => s.info?.pipeline);
  useEffect(() => {
    if (!pipeline) return;
    const { id, name } = pipeline;
    return beginWith(BOARD_TYPE, { pipeline: { id, type: 'pipeline', title: pick(name, lang) } });
  }, [pipeline, lang]);
}

function Content({ model }: { model: ListModel }) {
  const info = useStore(board.state, (s) => s.info);
  const failed = useStore(board.state, (s) => s.failed);
  const elsewhere = useFile()?.counts[BOARD_TYPE] ?? 0;
  if (failed) return <BoardFailed failure={failed} />;
  if (!info) return <BoardBones />;
  const all = info.columns.reduce((n, c) => n + c.count, 0);
  // Where other pipelines have opportunities, the stages of an empty one are to be filled.
  const empty = all === 0 && (isFiltered(model) || elsewhere === 0);
  return empty ? <BoardEmpty model={model} /> : <Columns info={info} />;
}
