import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWords } from '@/i18n';
import { Screen } from '@/ui';
import { BoardBars } from './BoardBars';
import { Columns } from './Columns';
import { board, followBoard } from './current';
import { BoardEmpty, BoardFailed } from './states';
import { useBoardQuery } from './useBoardQuery';
import { boardWords } from './words';

/** The board: the home of the program. */
export function BoardScreen() {
  const t = useWords(boardWords);
  const { query } = useBoardQuery();
  useEffect(() => {
    void board.open(query);
  }, [query]);
  useEffect(followBoard, []);
  return (
    <Screen label={t.board}>
      <BoardBars />
      <Content />
    </Screen>
  );
}

function Content() {
  const info = useStore(board.state, (s) => s.info);
  const failed = useStore(board.state, (s) => s.failed);
  if (failed) return <BoardFailed failure={failed} />;
  if (!info) return null;
  const all = info.columns.reduce((n, c) => n + c.count, 0);
  return all === 0 ? <BoardEmpty info={info} /> : <Columns info={info} />;
}
