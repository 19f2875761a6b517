import { IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { go, paths } from '@/app/paths';
import { useWords } from '@/i18n';
import { Segmented } from '@/ui';
import { listWords } from './words';

/** Board or table, where records have stages. */
export function ModeSwitch({ type }: { type: string }) {
  const t = useWords(listWords);
  if (type !== 'opportunity') return null;
  return (
    <Segmented
      label={t.view}
      value="table"
      items={[
        { value: 'board', label: t.board, icon: IconLayoutKanban },
        { value: 'table', label: t.table, icon: IconTable },
      ]}
      onChange={(mode) => mode === 'board' && go(paths.board)}
    />
  );
}
